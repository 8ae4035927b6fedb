/** What would change if: the same luck drawn again under other assumptions, and the difference path by path. */

import type { Stretch } from "../attention/draws.ts";
import type { PlannedDay } from "../attention/new-stories.ts";
import { type Bands, bandsOf } from "../bands.ts";
import { finish, type Steps } from "../steps.ts";
import { cumulate, drawSteps, futuresOf, type Prepared, plannedPublishing, wholeMonths } from "./engine.ts";
import { movedBy } from "./total.ts";
import { moneyPaths, mostOf } from "./trials.ts";

/** Every field says what is other than in the base, from a day on; absent ones stay. */
export interface Assumptions {
	/** Stories a month, planned ones among them. */
	cadence?: number;
	/** Days on which parts of a series come out, on top of the pace and the plan. Those that are over change nothing. */
	series?: readonly number[];
	/** Planned stories count. */
	plan?: boolean;
	/** Nothing new is published. */
	stop?: boolean;
	/** Factor on the length of new stories; attention follows it as reading time does. */
	length?: number;
	/** Factor on the share of views that become reads, new stories. */
	readRatio?: number;
	/** Factor on the evergreen floor of new stories. */
	evergreen?: number;
	/** Factor on new stories' attention by the weekday they come out on. */
	weekday?: number;
	/** Factor on money an hour. */
	rate?: number;
	/** Factor on the chance that a new story is boosted, where the writer's stories tell what that brings. */
	boosts?: number;
}

export interface Difference {
	month: string;
	/** Other less base, minor units. */
	difference: Bands;
	total: Bands;
}

export interface WhatIf {
	months: Difference[];
	/** All months together. */
	sum: Bands;
	/** Share of paths on which all months together reach a goal, base and other, 0 to 1; `null` without a goal. */
	goal: { base: number; other: number } | null;
}

/** On another weekday its own one no longer tells. */
function withoutWeekday({ day, as }: PlannedDay): PlannedDay {
	const { weekday: _, ...shifts } = as?.shifts ?? {};
	return { day, as: as && { ...as, shifts } };
}

/** Share of a stretch's days that lie on or after a day, 0 to 1. */
function shareSince(stretch: Stretch | undefined, since: number): number {
	if (!stretch || since <= stretch.from) return 1;
	return Math.max(0, stretch.until - since) / (stretch.until - stretch.from);
}

/**
 * @param options.goal minor units over all months told, what is in already included
 * @param options.since first day on which anything is other, since 1970-01-01; the first day ahead if it is absent or over
 * @param options.told months that are told, of those that are drawn; see `answerOf`
 */
export function* whatIfSteps(
	prepared: Prepared,
	assumptions: Assumptions,
	options: { paths: number; seed: number; goal: number | null; told?: number; since?: number },
): Steps<WhatIf> {
	const { paths, seed, goal, told = prepared.stretches.length } = options;
	const usual = plannedPublishing(prepared.input);
	const first = prepared.stretches[0]?.from ?? 0;
	const since = Math.max(first, options.since ?? first);
	const { total: base, stories } = yield* drawSteps(prepared, usual, paths, seed);
	const { cadence, series, plan, stop, length, readRatio, evergreen, weekday, rate, boosts } = assumptions;
	const changed = {
		...usual,
		cadence: stop ? 0 : (cadence ?? usual.cadence),
		planned: stop || plan === false ? [] : weekday === undefined ? usual.planned : usual.planned.map(withoutWeekday),
		extra: stop ? [] : (series ?? []).filter((day) => day >= since),
		attention: usual.attention * (length ?? 1) * (readRatio ?? 1) * (weekday ?? 1),
		floor: usual.floor * (evergreen ?? 1),
		boosts: usual.boosts * (boosts ?? 1),
		before: since > first ? { day: since, as: usual } : null,
	};
	const values = prepared.input.months.map(({ value }) => value);
	const missing = prepared.begun?.missing ?? 0;
	const drawing = {
		paths,
		futures: futuresOf(paths, prepared.input.stories.length),
		seed,
		most: mostOf(values),
		missing,
	};
	const after = stories && (yield* moneyPaths(prepared.stories, prepared.stretches, changed, drawing));
	const moved = stories && after ? movedBy(base, stories, after) : base;
	const other =
		rate === undefined
			? moved
			: moved.map((draws, step) => {
					const factor = 1 + (rate - 1) * shareSince(prepared.stretches[step], since);
					return draws.map((value) => value * factor);
				});
	const toDate = prepared.input.running?.toDate ?? 0;
	const whole = wholeMonths(other, toDate);
	const [baseSums, otherSums] = [base, other].map((draws) => cumulate(draws.slice(0, told)).at(-1));
	const minus = (a: Float64Array | undefined, b: Float64Array | undefined) =>
		bandsOf((a ?? new Float64Array()).map((value, path) => value - (b?.[path] ?? 0)));
	const reach = (sums: Float64Array | undefined) =>
		(sums ?? new Float64Array()).reduce((count, value) => count + (value + toDate >= (goal ?? 0) ? 1 : 0), 0) / paths;
	return {
		months: prepared.input.ahead.slice(0, told).map(({ month }, step) => ({
			month,
			difference: minus(other[step], base[step]),
			total: bandsOf(whole[step] ?? []),
		})),
		sum: minus(otherSums, baseSums),
		goal: goal === null ? null : { base: reach(baseSums), other: reach(otherSums) },
	};
}

export function whatIf(...given: Parameters<typeof whatIfSteps>): WhatIf {
	return finish(whatIfSteps(...given));
}
