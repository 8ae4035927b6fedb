/**
 * Calibration from the writer's own past: forecasts made from earlier months, with what was known then, say how the two
 * forecasters are mixed and how wide the bands must be (conformal, shrunk to a default while errors are few).
 */
import { meanOf } from "../averages.ts";
import { crps, quantile } from "../bands.ts";

/**
 * Weight of the story-by-story forecaster: what it is one month ahead before any error is known, how it falls with the
 * horizon (far ahead most stories are not written yet, and both know equally little), and how errors move it.
 */
const MIX = { prior: 0.85, fall: 0.3, slope: 6, priorOrigins: 6 } as const;
/** Deviations up to which a newest month is an ordinary one. */
const ORDINARY = 1.5;
/**
 * Factor on the width of the bands: what it is one month ahead before any error is known, how it changes with the
 * horizon, and as how many errors that counts. On invented writers the bands as drawn are right and errors can only
 * mislead; months of real portfolios jump more than their stories' curves say, by 1.2 to 1.6 times. So the start lies
 * between, and a writer's few errors move it slowly. An error of more than `cap` deviations counts as so many.
 */
const WIDENING = { first: 1.15, growth: -0.07, priorErrors: 30, cap: 3, least: 0.8, most: 2.2 } as const;

/** One forecast made in the past, with what happened. */
export interface Trial {
	/** How many months were known: the place of the first one that was not. */
	origin: number;
	/** Months ahead, unknown ones between counted. */
	horizon: number;
	/** Place of the forecast month among the known ones: from the next origin on it is known how the forecast went. */
	at: number;
	/** Sorted draws of the two forecasters, equally many; `null` where the stories do not allow one. */
	bottomUp: Float64Array | null;
	topDown: Float64Array;
	actual: number;
	naive: number;
	meanOfThree: number;
	/** The same month a year before; `null` when it is not known. */
	seasonalNaive: number | null;
}

export interface Mix {
	/** Weight of the story-by-story forecaster for each month ahead, 0 to 1. */
	bottomUp: number[];
	/** Mean scores of both over all trials; `null` where nothing was tried. */
	crpsBottomUp: number | null;
	crpsTopDown: number | null;
	/** Starting months that were tried. */
	origins: number;
}

/** Errors at a neighbouring horizon tell something too. */
const nearness = (one: number, other: number) => Math.exp(-2 * Math.abs(Math.log(one / other)));

/**
 * @param surprise how far the newest month lies from what those before let expect, in deviations. What the forecasters
 * did in ordinary months tells little of which is right after one that is not: then the belief counts for more again
 */
export function mixOf(trials: readonly Trial[], horizons: number, surprise: number): Mix {
	const both = trials.flatMap(({ bottomUp, topDown, actual, horizon, origin }) =>
		bottomUp ? [{ up: crps(bottomUp, actual), down: crps(topDown, actual), horizon, origin }] : [],
	);
	const told = Math.exp(-Math.max(0, surprise - ORDINARY));
	const origins = new Set(both.map(({ origin }) => origin)).size;
	const weightAt = (horizon: number) => {
		let [gain, scale, weights, largest] = [0, 0, 0, 0];
		for (const one of both) {
			const near = nearness(one.horizon, horizon);
			gain += near * (one.down - one.up);
			scale += (near * (one.down + one.up)) / 2;
			weights += near;
			largest = Math.max(largest, near);
		}
		// Long forecasts from neighbouring months overlap: they count as fewer.
		const n = (Math.min(origins, weights) * largest) / Math.sqrt(horizon);
		const prior = Math.log(MIX.prior / (1 - MIX.prior)) - MIX.fall * Math.log(horizon);
		const lean = prior + (scale > 0 ? (told * MIX.slope * (gain / scale) * n) / (n + MIX.priorOrigins) : 0);
		return 1 / (1 + Math.exp(-lean));
	};
	return {
		bottomUp: Array.from({ length: horizons }, (_, at) => weightAt(at + 1)),
		crpsBottomUp: both.length > 0 ? meanOf(both.map(({ up }) => up)) : null,
		crpsTopDown: both.length > 0 ? meanOf(both.map(({ down }) => down)) : null,
		origins,
	};
}

/** Logarithm that bears zero: `offset` is a small share of a usual month. */
export const logOf = (value: number, offset: number) => Math.log(Math.max(0, value) + offset);

/**
 * Two sorted sets of draws made one: each draw lies, in logarithms, between the two of the same rank. Unlike taking
 * draws from either, that is no wider than the two are on the whole.
 */
export function mixDraws(
	bottomUp: Float64Array | null,
	topDown: Float64Array,
	weight: number,
	offset: number,
): Float64Array {
	if (!bottomUp) return topDown;
	return topDown.map((down, rank) => {
		const log = weight * logOf(bottomUp[rank] ?? 0, offset) + (1 - weight) * logOf(down, offset);
		return Math.max(0, Math.exp(log) - offset);
	});
}

export interface Miss {
	horizon: number;
	/** |error| in deviations, as the 80 % band has them on that side of the middle, in logarithms. */
	size: number;
}

/** Deviations between the middle and the end of an 80 % band. */
const DEVIATIONS_80 = 1.2816;

function missOf(trial: Trial, weight: number, offset: number): Miss {
	const draws = mixDraws(trial.bottomUp, trial.topDown, weight, offset);
	const at = (share: number) => logOf(quantile(draws, share), offset);
	const [middle, actual] = [at(0.5), logOf(trial.actual, offset)];
	const half = Math.max(0.02, actual > middle ? at(0.9) - middle : middle - at(0.1));
	return { horizon: trial.horizon, size: (DEVIATIONS_80 * Math.abs(actual - middle)) / half };
}

export const missesOf = (trials: readonly Trial[], mix: Mix, offset: number): Miss[] =>
	trials.map((trial) => missOf(trial, mix.bottomUp[trial.horizon - 1] ?? 0, offset));

/**
 * Factor on the width of the bands `horizon` months ahead: the root of the mean squared error, with the belief as so
 * many errors more. Errors at neighbouring horizons count too, for less: a writer's few long forecasts overlap, so that
 * they alone tell little. A quantile of so few errors would be mostly luck.
 */
export function wideningFor(misses: readonly Miss[], horizon: number): number {
	const { first, growth, priorErrors, cap, least, most } = WIDENING;
	let [squares, weights] = [priorErrors * (first * horizon ** growth) ** 2, priorErrors];
	for (const miss of misses) {
		const weight = nearness(miss.horizon, horizon) / miss.horizon;
		squares += weight * Math.min(cap, miss.size) ** 2;
		weights += weight;
	}
	return Math.min(most, Math.max(least, Math.sqrt(squares / weights)));
}

/** Moves draws away from their middle by a factor in logarithms, in place; draws stay above or at zero. */
export function widenDraws(draws: Float64Array, factor: number, offset: number): void {
	const middle = logOf(quantile(Float64Array.from(draws).sort(), 0.5), offset);
	for (let at = 0; at < draws.length; at += 1)
		draws[at] = Math.max(0, Math.exp(middle + factor * (logOf(draws[at] ?? 0, offset) - middle)) - offset);
}
