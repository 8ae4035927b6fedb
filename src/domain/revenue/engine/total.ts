/** The projection of totals: both forecasters mixed path by path, bands calibrated, every path split into its parts. */
import type { Stretch } from "../attention/draws.ts";
import { type Publishing, USUAL_PUBLISHING } from "../attention/new-stories.ts";
import { offsetOf } from "../level-model.ts";
import type { Steps } from "../steps.ts";
import { type Mix, missesOf, mixDraws, mixOf, type Trial, widenDraws, wideningFor } from "./calibrate.ts";
import type { Gaps } from "./gaps.ts";
import { type Begun, surpriseOf, topDownDraws } from "./top-down.ts";
import { type MoneyPaths, moneyPaths, mostOf, type StoriesNow, totalsOf } from "./trials.ts";

export interface TotalPaths {
	/** By stretch and path; `old + fresh = total` on each. `null` where stories do not allow the split. */
	total: Float64Array[];
	old: Float64Array[] | null;
	fresh: Float64Array[] | null;
	/** By months since the last known one: see `Gaps`. */
	mix: Mix;
	widening: number[];
	stories: MoneyPaths | null;
}

export interface TotalOptions {
	/** Complete months, oldest first. */
	values: readonly number[];
	gaps: Gaps;
	stories: StoriesNow | null;
	/** Months ahead; the first may be the rest of one that has begun. */
	stretches: readonly Stretch[];
	begun: Begun | null;
	publishing: Publishing;
	paths: number;
	/** Draws kept of each story. */
	futures: number;
	seed: number;
	/** Forecasts of the past that calibrate these. */
	trials: readonly Trial[];
}

/** Paths by rank of their draw; equal ones in the order they come. */
function ranked(draws: Float64Array): Uint32Array {
	return Uint32Array.from(draws.keys()).sort((a, b) => (draws[a] ?? 0) - (draws[b] ?? 0) || a - b);
}

/** Every path keeps its rank among the stories' draws: good luck in one month stays good luck in the next. */
function mixPaths(up: Float64Array, down: Float64Array, weight: number, offset: number): Float64Array {
	const mixed = mixDraws(Float64Array.from(up).sort(), Float64Array.from(down).sort(), weight, offset);
	const paths = new Float64Array(up.length);
	for (const [rank, path] of ranked(up).entries()) paths[path] = mixed[rank] ?? 0;
	return paths;
}

/** Draws of totals, each moved as far as the same stories' money moves on its path. */
export function movedBy(base: readonly Float64Array[], before: MoneyPaths, after: MoneyPaths): Float64Array[] {
	return base.map((draws, step) =>
		draws.map((value, path) => {
			const sum = ({ old, fresh }: MoneyPaths) => (old[step]?.[path] ?? 0) + (fresh[step]?.[path] ?? 0);
			const [was, is] = [sum(before), sum(after)];
			if (was === is) return value;
			return was > 0 ? (value * is) / was : value + is;
		}),
	);
}

const isUsual = ({ cadence, planned, extra, attention, floor, boosts, before }: Publishing) =>
	before === null &&
	cadence === null &&
	planned.length === 0 &&
	extra.length === 0 &&
	[attention, floor, boosts].every((one) => one === 1);

/**
 * Both forecasters are mixed and calibrated at the writer's own pace, as they were tried on the past. A plan or another
 * pace then moves every path as far as it moves the money of its stories: stories that are out earn the same either way.
 */
export function* totalPaths(options: TotalOptions): Steps<TotalPaths> {
	const { values, gaps, stretches, begun, publishing, paths, seed, trials } = options;
	const drawing = { ...options, most: mostOf(values), missing: begun?.missing ?? 0 };
	const usual = yield* moneyPaths(options.stories, stretches, USUAL_PUBLISHING, drawing);
	const down = topDownDraws(values, stretches.length, { paths, seed: seed + 5, begun, gaps });
	const up = usual && totalsOf(usual);
	const mix = mixOf(trials, gaps.ahead + stretches.length, surpriseOf(values, begun, gaps));
	const offset = offsetOf(values);
	// Less of a month has less that can be zero.
	const offsets = stretches.map((_, step) => (step === 0 && begun ? Math.max(1e-3, 1 - begun.elapsed) : 1) * offset);
	const misses = missesOf(trials, mix, offset);
	const widening = stretches.map((_, step) => wideningFor(misses, gaps.ahead + step + 1));
	const atPace: Float64Array[] = [];
	for (const [step, totals] of down.entries()) {
		const own = up?.[step];
		const floor = offsets[step] ?? offset;
		const draws = own ? mixPaths(own, totals, mix.bottomUp[gaps.ahead + step] ?? 0, floor) : totals;
		widenDraws(draws, widening[step] ?? 1, floor);
		for (const [path, value] of draws.entries()) if (value > drawing.most) draws[path] = drawing.most;
		atPace.push(draws);
		yield;
	}
	const stories =
		usual && !isUsual(publishing) ? yield* moneyPaths(options.stories, stretches, publishing, drawing) : usual;
	const total = usual && stories && usual !== stories ? movedBy(atPace, usual, stories) : atPace;
	const old = stories && total.map((draws, step) => shareOf(draws, stories.old[step], stories.fresh[step]));
	const fresh = old && total.map((draws, step) => draws.map((value, path) => value - (old[step]?.[path] ?? 0)));
	return { total, old, fresh, mix, widening, stories };
}

/** Each path's total, divided as its stories have it. */
function shareOf(draws: Float64Array, out: Float64Array | undefined, unwritten: Float64Array | undefined) {
	return draws.map((value, path) => {
		const [old, fresh] = [out?.[path] ?? 0, unwritten?.[path] ?? 0];
		return old + fresh > 0 ? value * (old / (old + fresh)) : value;
	});
}
