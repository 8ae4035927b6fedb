/** The forecaster that knows nothing of stories: the level of monthly totals, and what a running month shows of it. */
import { quantile } from "../bands.ts";
import { fitLevel, LEVEL_MODEL, simulateLogs, toMinor } from "../level-model.ts";
import { seededRandom } from "../random.ts";
import type { Gaps } from "./gaps.ts";

/** The part of the first month that is known. */
export interface Begun {
	/** Money so far, in the unit of the months. */
	toDate: number;
	/** Share of the month that is known, 0 to 1. */
	elapsed: number;
	/** Days that are over and not known: what they earned is ahead. */
	missing: number;
}

/**
 * What a month has to itself its stories bring in bursts of days to weeks, so that a part of a month has as much of such
 * luck as a whole one: its pace so far, which counts by the share that is over, and its rest each have their own. In
 * deviations of a month, beyond what its rest is drawn with as a part of a whole month.
 * @param elapsed share of the month that is over
 */
const ownNoise = (elapsed: number) => LEVEL_MODEL.monthNoise * Math.sqrt(elapsed ** 2 + 1 - (1 - elapsed) ** 2);

/**
 * How far the newest month lies from what those before it let expect, in deviations of a month: the last complete one, or
 * the running one by its pace, for as much of it as is over.
 */
export function surpriseOf(values: readonly number[], begun: Begun | null, gaps: Gaps): number {
	const beyond = (before: readonly number[], value: number) => {
		if (!before.some((one) => one > 0)) return 0;
		const { level, deviation, offset } = fitLevel(before, gaps.before.slice(0, before.length));
		return Math.abs(Math.log(Math.max(0, value) + offset) - level) / deviation;
	};
	const elapsed = begun ? Math.min(1, Math.max(0, begun.elapsed)) : 0;
	const running = begun && elapsed > 0 ? elapsed * beyond(values, begun.toDate / elapsed) : 0;
	return Math.max(running, beyond(values.slice(0, -1), values.at(-1) ?? 0));
}

/**
 * Draws of coming months, by month and path. Where the first has begun they are of its rest, and its pace so far moves
 * it and the level of the months after it, the more the more of it is over.
 */
export function topDownDraws(
	values: readonly number[],
	horizon: number,
	options: { paths: number; seed: number; begun: Begun | null; gaps: Gaps },
): Float64Array[] {
	const { paths, seed, begun, gaps } = options;
	const fit = fitLevel(values, gaps.before);
	const draws = simulateLogs(fit, gaps.ahead + horizon, paths, seed).slice(gaps.ahead);
	const elapsed = begun ? Math.min(1, Math.max(0, begun.elapsed)) : 0;
	const pace = begun && elapsed > 0 ? Math.log(Math.max(0, begun.toDate) / elapsed + fit.offset) : 0;
	const middle = elapsed > 0 ? quantile(Float64Array.from(draws[0] ?? []).sort(), 0.5) : 0;
	const own = fit.deviation * ownNoise(elapsed);
	// Luck of its own: the other months stay as they are.
	const random = seededRandom((seed ^ 0x27d4eb2f) >>> 0);
	const shift = elapsed * fit.weight * (pace - middle);
	for (const [step, month] of draws.entries()) {
		const moved = elapsed > 0 && step > 0 ? shift * LEVEL_MODEL.reversion ** step : 0;
		for (let path = 0; path < paths; path += 1) {
			const log = month[path] ?? 0;
			const noise = step === 0 && own > 0 ? own * random.normal() : 0;
			month[path] =
				step === 0
					? (1 - elapsed) * toMinor((1 - elapsed) * log + elapsed * pace + noise, fit.offset)
					: toMinor(log + moved, fit.offset);
		}
	}
	return draws;
}
