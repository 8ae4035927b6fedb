/**
 * The total of a month: a level in logarithms that follows the last months and is drawn back to the long mean.
 *
 * z = ln(earnings + c) with c two hundredths of the mean month, so that a month of nothing can be told.
 * The level follows z by exponential smoothing; its weight is fitted and shrunk to 0.35, for short histories cannot
 * tell it. No trend: on short histories trends run away. Noise has three parts: of the single month, of the level, and
 * of its drift from month to month.
 */
import { lowerMiddleOf, meanOf, middleOf } from "./averages.ts";
import { seededRandom } from "./random.ts";

/** All constants of the model; shown on the page that explains it. */
export const LEVEL_MODEL = {
	/** Weight of the newest month for a writer of whom nothing is known. */
	priorWeight: 0.35,
	/** Months of evidence the prior weight counts as. */
	priorWeightMonths: 8,
	/** Standard deviation of ln(month) around its forecast for a writer of whom nothing is known. */
	priorDeviation: 0.55,
	priorDeviationMonths: 5,
	/** Share of the way from the level to the long mean that is left after each month. */
	reversion: 0.93,
	/** Parts of the deviation: the single month, the level, the drift of each month. */
	monthNoise: 0.6,
	levelNoise: 0.45,
	driftNoise: 0.4,
	/** A month of more than so many times the middle one has no part in the long mean … */
	viralTimes: 10,
	/** … unless so many months of the kind have gone on to this day: then the writer earns otherwise than before. */
	habitMonths: 3,
	/** `c` as a share of the mean month. */
	offsetShare: 0.02,
	/** The mean month counts as at most this many middle ones. */
	offsetMiddles: 3,
	/** Errors beyond this many typical errors count as this many: one month gone viral is no habit. */
	errorLimit: 3,
} as const;

/** Of a bell curve, the deviation as a multiple of the middle distance. */
const TYPICAL = 1.4826;

export interface LevelFit {
	/** Level and long mean of ln(earnings + offset). */
	level: number;
	mean: number;
	/** Smoothing weight in use. */
	weight: number;
	/** Standard deviation of one-month errors in logarithms. */
	deviation: number;
	/** Minor units. */
	offset: number;
	months: number;
}

/**
 * Across unknown months the level drifts unseen: the next month moves it more than a neighbour would, and its error,
 * being wider, counts as so much less of one. As a local level has it whose steady weight is the given one.
 */
function acrossGap(weight: number, gap: number): { weight: number; scale: number } {
	if (gap === 0) return { weight, scale: 1 };
	const steady = weight / (1 - weight);
	const unsure = steady + (gap * weight * weight) / (1 - weight);
	return { weight: unsure / (1 + unsure), scale: Math.sqrt((1 + steady) / (1 + unsure)) };
}

/** @param limit errors beyond it move the level as this one would: one wild month is no new level, several are */
function smooth(
	z: readonly number[],
	weight: number,
	gaps: readonly number[],
	limit = Number.POSITIVE_INFINITY,
): { level: number; errors: number[] } {
	let level = z[0] ?? 0;
	const errors: number[] = [];
	for (const [at, value] of z.entries()) {
		if (at === 0) continue;
		const step = acrossGap(weight, gaps[at] ?? 0);
		errors.push(step.scale * (value - level));
		level += step.weight * Math.max(-limit, Math.min(limit, value - level));
	}
	return { level, errors };
}

/**
 * `c` of ln(month + c): a small share of a usual month, so that a month of nothing has a logarithm too. One month gone
 * viral does not make all others nothing: beyond some middle months the mean counts no further.
 */
export function offsetOf(months: readonly number[]): number {
	const middle = lowerMiddleOf(months.filter((value) => value > 0)) ?? 0;
	const { offsetShare, offsetMiddles } = LEVEL_MODEL;
	return offsetShare * Math.min(meanOf(months), offsetMiddles * middle);
}

/**
 * Fits complete months, oldest first, in minor units. At least one of them is above zero.
 * @param gaps how many months before each are not known
 */
export function fitLevel(months: readonly number[], gaps: readonly number[] = []): LevelFit {
	const offset = offsetOf(months);
	const z = months.map((value) => Math.log(value + offset));
	let best: { weight: number; cost: number } = { weight: LEVEL_MODEL.priorWeight, cost: Number.POSITIVE_INFINITY };
	for (let weight = 0.05; weight <= 0.951; weight += 0.05) {
		const cost = meanOf(smooth(z, weight, gaps).errors.map((error) => error * error));
		if (cost < best.cost) best = { weight, cost };
	}
	const n = z.length - 1;
	const { priorWeight, priorWeightMonths, priorDeviation, priorDeviationMonths, errorLimit } = LEVEL_MODEL;
	const weight = (n * best.weight + priorWeightMonths * priorWeight) / (n + priorWeightMonths);
	const { errors } = smooth(z, weight, gaps);
	const limit = errorLimit * Math.max(0.05, TYPICAL * (middleOf(errors.map(Math.abs)) ?? 0));
	const { level } = smooth(z, weight, gaps, limit);
	const squares = errors.reduce((sum, error) => sum + Math.min(Math.abs(error), limit) ** 2, 0);
	const deviation = Math.sqrt((squares + priorDeviationMonths * priorDeviation ** 2) / (n + priorDeviationMonths));
	return { level, mean: longMean(z), weight, deviation, offset, months: z.length };
}

/**
 * Mean of logarithms without months gone viral: far above the middle and beyond what is usual, they are no habit where
 * usual months have followed, or where they have only begun.
 */
function longMean(z: readonly number[]): number {
	const middle = middleOf(z) ?? 0;
	const typical = TYPICAL * (middleOf(z.map((value) => Math.abs(value - middle))) ?? 0);
	const { errorLimit, viralTimes, habitMonths } = LEVEL_MODEL;
	const most = middle + Math.max(errorLimit * typical, Math.log(viralTimes));
	const isUsual = (value: number) => value <= most;
	const goneOn = z.length - 1 - z.findLastIndex(isUsual);
	return meanOf(goneOn >= habitMonths ? [...z.filter(isUsual), ...z.slice(z.length - goneOn)] : z.filter(isUsual));
}

/** The forecast of ln(earnings + offset) `h` months ahead, before noise. */
function expectedLog(fit: LevelFit, h: number): number {
	const left = LEVEL_MODEL.reversion ** h;
	return fit.level * left + fit.mean * (1 - left);
}

/** Draws of ln(earnings + offset): one array a month ahead; the same place in each is one path. */
export function simulateLogs(fit: LevelFit, horizon: number, paths: number, seed: number): Float64Array[] {
	const random = seededRandom(seed);
	const draws = Array.from({ length: horizon }, () => new Float64Array(paths));
	const { monthNoise, levelNoise, driftNoise } = LEVEL_MODEL;
	// Each path has a twin with the opposite noise: the middle of the draws is then the forecast itself.
	for (let path = 0; path < paths; path += 2) {
		let drift = levelNoise * random.normal();
		for (const [step, month] of draws.entries()) {
			drift += driftNoise * random.normal();
			const noise = fit.deviation * (drift + monthNoise * random.normal());
			const expected = expectedLog(fit, step + 1);
			month[path] = expected + noise;
			if (path + 1 < paths) month[path + 1] = expected - noise;
		}
	}
	return draws;
}

/** Minor units of a logarithm, never below zero. */
export function toMinor(log: number, offset: number): number {
	return Math.max(0, Math.exp(log) - offset);
}
