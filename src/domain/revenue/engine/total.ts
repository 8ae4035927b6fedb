/** The projection of totals: both forecasters mixed path by path, bands calibrated, every path split into its parts. */
import type { Stretch } from "../attention/draws.ts";
import type { Publishing } from "../attention/new-stories.ts";
import { offsetOf } from "../level-model.ts";
import type { Steps } from "../steps.ts";
import { type Mix, missesOf, mixDraws, mixOf, type Trial, widenDraws, wideningFor } from "./calibrate.ts";
import { type Begun, topDownDraws } from "./top-down.ts";
import { type MoneyPaths, moneyPaths, mostOf, type StoriesNow, totalsOf } from "./trials.ts";

export interface TotalPaths {
	/** By stretch and path; `old + fresh = total` on each. `null` where stories do not allow the split. */
	total: Float64Array[];
	old: Float64Array[] | null;
	fresh: Float64Array[] | null;
	mix: Mix;
	widening: number[];
	stories: MoneyPaths | null;
}

export interface TotalOptions {
	/** Complete months, oldest first. */
	values: readonly number[];
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

export function* totalPaths(options: TotalOptions): Steps<TotalPaths> {
	const { values, stretches, begun, publishing, paths, seed, trials } = options;
	const stories = yield* moneyPaths(options.stories, stretches, publishing, { ...options, most: mostOf(values) });
	const down = topDownDraws(values, stretches.length, { paths, seed: seed + 5, begun });
	const up = stories && totalsOf(stories);
	const mix = mixOf(trials, stretches.length);
	const offset = offsetOf(values);
	// Less of a month has less that can be zero.
	const offsets = stretches.map((_, step) => (step === 0 && begun ? Math.max(1e-3, 1 - begun.elapsed) : 1) * offset);
	const misses = missesOf(trials, mix, offset);
	const widening = stretches.map((_, step) => wideningFor(misses, step + 1));
	const total: Float64Array[] = [];
	for (const [step, totals] of down.entries()) {
		const own = up?.[step];
		const floor = offsets[step] ?? offset;
		const draws = own ? mixPaths(own, totals, mix.bottomUp[step] ?? 0, floor) : totals;
		widenDraws(draws, widening[step] ?? 1, floor);
		const most = mostOf(values);
		for (const [path, value] of draws.entries()) if (value > most) draws[path] = most;
		total.push(draws);
		yield;
	}
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
