/** Seasons of a series: whether there are any, how long, and how strong, shrunk by how well they are known. */

import { meanOf } from "../averages.ts";

/** Autocorrelations at lags 1 to `lags`. */
function autocorrelations(values: readonly number[], lags: number): number[] {
	const middle = meanOf(values);
	const centred = values.map((value) => value - middle);
	const whole = centred.reduce((sum, value) => sum + value * value, 0) || 1;
	return Array.from({ length: lags }, (_, at) => {
		let sum = 0;
		for (let t = at + 1; t < centred.length; t += 1) sum += (centred[t] ?? 0) * (centred[t - at - 1] ?? 0);
		return sum / whole;
	});
}

/** 90 % test of the autocorrelation at the period against those of shorter lags, as the M4 competition's benchmarks used it. */
export function isSeasonal(values: readonly number[], period: number): boolean {
	if (period < 2 || values.length < 3 * period) return false;
	const correlations = autocorrelations(values, period);
	const before = correlations.slice(0, -1).reduce((sum, value) => sum + value * value, 0);
	return Math.abs(correlations.at(-1) ?? 0) > 1.645 * Math.sqrt((1 + 2 * before) / values.length);
}

/** Centred moving average over one period; `NaN` where it does not reach. */
function trendOf(values: readonly number[], period: number): number[] {
	const half = Math.floor(period / 2);
	return values.map((_, t) => {
		if (t < half || t >= values.length - half) return Number.NaN;
		let sum = 0;
		for (let at = t - half; at <= t + half; at += 1) {
			const edge = period % 2 === 0 && (at === t - half || at === t + half);
			sum += (edge ? 0.5 : 1) * (values[at] ?? 0);
		}
		return sum / period;
	});
}

/** What each place in the period is to the trend: a factor, or a summand. */
export interface Seasons {
	period: number;
	/** One for each place; place of value t is t mod period. */
	indices: readonly number[];
	kind: "factor" | "summand";
	/** Share of what was seen that is left after drawing towards none, 0 to 1. */
	kept: number;
}

export const NO_SEASONS: Seasons = { period: 1, indices: [0], kind: "summand", kept: 0 };

function ratios(values: readonly number[], period: number): number[][] {
	const places: number[][] = Array.from({ length: period }, () => []);
	for (const [t, trend] of trendOf(values, period).entries())
		if (trend > 0) places[t % period]?.push((values[t] ?? 0) / trend);
	return places;
}

/** Classical multiplicative decomposition: plain means of the ratios to the moving average. */
export function classicalSeasons(values: readonly number[], period: number): Seasons {
	const indices = ratios(values, period).map((place) => (place.length > 0 ? meanOf(place) : 1));
	const middle = meanOf(indices) || 1;
	return { period, indices: indices.map((index) => index / middle), kind: "factor", kept: 1 };
}

/** How much a difference of a year ago counts against the newest. */
const AGEING = 0.8;

interface Estimate {
	value: number;
	variance: number;
}

function agedMean(place: readonly number[]): Estimate {
	let [weights, squares, sum] = [0, 0, 0];
	for (const [at, value] of place.entries()) {
		const weight = AGEING ** (place.length - 1 - at);
		weights += weight;
		squares += weight * weight;
		sum += weight * value;
	}
	const plain = meanOf(place);
	const spread = place.reduce((total, value) => total + (value - plain) ** 2, 0) / (place.length - 1);
	return { value: sum / weights, variance: (spread * squares) / (weights * weights) };
}

/**
 * Differences to the trend, by place: the moving average and, in the half periods at both ends that it does not reach, a
 * line from its end that rises as values do from one period to the next. So the newest half period counts.
 */
function differencesToTheEnds(values: readonly number[], period: number): number[][] {
	const slope = meanOf(values.slice(period).map((value, t) => value - (values[t] ?? 0))) / period;
	const trend = trendOf(values, period);
	const first = Math.floor(period / 2);
	const last = values.length - first - 1;
	const places: number[][] = Array.from({ length: period }, () => []);
	for (const [t, value] of values.entries()) {
		const near = Math.min(last, Math.max(first, t));
		places[t % period]?.push(value - (trend[near] ?? 0) - slope * (t - near));
	}
	return places;
}

/**
 * Seasonal indices, summands on the values' scale, drawn towards "no season" by as much as chance alone would spread them
 * (James–Stein, as Miller and Williams use it, 2003). Newer years count more. A series of less than two periods has none.
 */
export function shrunkSeasons(values: readonly number[], period: number): Seasons {
	if (period < 4 || values.length < 2 * period) return NO_SEASONS;
	const estimates = differencesToTheEnds(values, period).map(agedMean);
	const middle = meanOf(estimates.map(({ value }) => value));
	const indices = estimates.map(({ value }) => value - middle);
	const spread = meanOf(indices.map((index) => index ** 2));
	const chance = meanOf(estimates.map(({ variance }) => variance));
	const kept = spread > 0 ? Math.max(0, 1 - (((period - 3) / (period - 1)) * chance) / spread) : 0;
	if (kept === 0 || !Number.isFinite(kept)) return NO_SEASONS;
	return { period, indices: indices.map((index) => index * kept), kind: "summand", kept };
}

export const indexAt = ({ period, indices, kind }: Seasons, t: number) =>
	indices[t % period] ?? (kind === "factor" ? 1 : 0);

export function withoutSeasons(values: readonly number[], seasons: Seasons): number[] {
	return values.map((value, t) =>
		seasons.kind === "factor" ? value / indexAt(seasons, t) : value - indexAt(seasons, t),
	);
}

/** Puts the season of place t back. */
export function withSeason(value: number, seasons: Seasons, t: number): number {
	return seasons.kind === "factor" ? value * indexAt(seasons, t) : value + indexAt(seasons, t);
}

/** Periods that a calendar gives: weeks and four-week months of a year. */
const CALENDAR_PERIODS = [52, 13, 12, 7];
/** Whole periods that a series must show before an unnamed one is believed. */
const LEAST_PERIODS = 4;

/** The period of a series: the one that is named, or one of the calendar's that its own history shows clearly. */
export function periodOf(values: readonly number[], named: number): number {
	if (named > 1) return named;
	return CALENDAR_PERIODS.find((period) => values.length >= LEAST_PERIODS * period && isSeasonal(values, period)) ?? 1;
}
