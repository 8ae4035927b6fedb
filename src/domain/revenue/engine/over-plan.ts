/** Months for which far more is planned than the writer usually publishes, and what they would be without the plan. */
import { type Message, message } from "../../words/message.ts";
import { type Bands, bandsOf } from "../bands.ts";
import { drawPaths, type Prepared, plannedPublishing, wholeMonths } from "./engine.ts";

/** A plan is over the pace when it is more than so many times the pace, and more than it by so many stories. */
const OVER = { times: 2, stories: 1.5 } as const;

export interface OverPlan {
	/** `YYYY-MM`. */
	month: string;
	/** Stories planned for it from now on. */
	planned: number;
	/** Stories a month otherwise counted on. */
	pace: number;
	/** The month at that pace, nothing planned; minor units, what is in already included. */
	without: Bands;
}

/** Stories planned for each stretch ahead. */
export function plannedIn({ input, stretches }: Pick<Prepared, "input" | "stretches">): number[] {
	return stretches.map(({ from, until }) => input.planned.filter((day) => day >= from && day < until).length);
}

/**
 * @param pace stories a month, of the answer; `null` where none is known, which is over no pace
 * @param options.told months that are told, of those that are drawn
 */
export function overPlans(
	prepared: Prepared,
	pace: { stories: number; months: number } | null,
	options: { paths: number; seed: number; told: number },
): OverPlan[] {
	const { input } = prepared;
	const usual = input.cadence ?? (pace && pace.stories / Math.max(1, pace.months));
	if (usual === null) return [];
	const isOver = (planned: number) => planned > OVER.times * usual && planned - usual >= OVER.stories;
	const planned = plannedIn(prepared).slice(0, options.told);
	if (!planned.some(isOver)) return [];
	const { total } = drawPaths(
		prepared,
		{ ...plannedPublishing(input), planned: [], plannedAs: [] },
		options.paths,
		options.seed,
	);
	const whole = wholeMonths(total, input.running?.toDate ?? 0);
	return planned.flatMap((count, step) => {
		const month = input.ahead[step]?.month;
		return isOver(count) && month !== undefined
			? [{ month, planned: count, pace: usual, without: bandsOf(whole[step] ?? []) }]
			: [];
	});
}

/** @param without the month without its plan, as money is written where it is said */
export const overPlanMessage = ({ month, planned, pace }: OverPlan, without: string): Message =>
	message(
		"{{count}} stories are planned for {{month}}, against a pace of {{pace}} a month, and all of them count as if they came out. Without the plan: {{without}}.",
		{ count: planned, month: { day: month }, pace: Math.round(pace * 10) / 10, without },
	);
