/**
 * Forecasts of one plain series: the mean of the theta method on its logarithms, freed of seasons that are shrunk by how well
 * they are known, and of smoothing with a damped trend and seasons that move on its roots. The first knows growth and seasons
 * as shares of the level, the second follows change; each errs where the other does not. On these scales a value near
 * nothing cannot make a season of thousands, as it can where a moving season is the value over the level. Bands come from the
 * errors the same forecaster made inside the series.
 */

import { rootScale, type Scale, shareScale, unscaled } from "./scale.ts";
import { fitSeasonal } from "./seasonal-smoothing.ts";
import {
	classicalSeasons,
	isSeasonal,
	NO_SEASONS,
	periodOf,
	type Seasons,
	shrunkSeasons,
	withoutSeasons,
	withSeason,
} from "./seasonality.ts";
import { average, type Forecaster, fitDamped, fitTheta } from "./smoothing.ts";

export interface SeriesForecast {
	/** One value a step ahead. */
	points: number[];
	/** Standard deviation of the error a step ahead: relative (in logarithms) when `relative`, else in the series' unit. */
	deviations: number[];
	relative: boolean;
}

/** Values that a fit looks at: older ones of long series say little and cost time. */
const NEWEST = 400;
/** Whole periods that seasons are learned from. */
const SEASONAL_PERIODS = 8;
/** Starting points whose errors tell the width of the bands. */
const ORIGINS = 60;
/**
 * Errors inside a fitted series are smaller than those beyond it: for every series, and the more for each value that a fit
 * has learned from it beside its seasons.
 */
const OPTIMISM = { always: 1.05, learned: 7 };

/** The largest deviation believed, in the whole range of the series: few and wild errors, multiplied, would know no bounds. */
const WIDEST = 0.7;

interface Fitted {
	values: readonly number[];
	/** With seasons in it. */
	forecaster: Forecaster;
	seasons: Seasons;
}

const seasoned = (plain: Forecaster, seasons: Seasons): Forecaster => ({
	from: (t, h) => withSeason(plain.from(t, h), seasons, t + h),
});

/** Root mean square of errors h steps ahead from the newest origins, made smooth over h: it never shrinks with h. */
function deviationsOf(fitted: Fitted, horizon: number, relative: boolean): number[] {
	const { values, forecaster, seasons } = fitted;
	const n = values.length;
	const least = Math.max(2, Math.min(10, Math.floor(n / 3)));
	const found: number[] = [];
	for (let h = 1; h <= horizon; h += 1) {
		let [squares, count] = [0, 0];
		for (let t = Math.max(least, n - h - ORIGINS); t + h < n; t += 1) {
			const expected = forecaster.from(t, h);
			const actual = values[t + h] ?? 0;
			const error = relative
				? Math.log(actual) - Math.log(Math.max(expected, actual / 100, Number.MIN_VALUE))
				: actual - expected;
			squares += error * error;
			count += 1;
		}
		const before = found.at(-1) ?? 0;
		// Few errors are blended with what a random walk would make of the step before.
		const walk = found.length > 0 ? before * Math.sqrt(h / (h - 1)) : 0;
		const own = count > 0 ? Math.sqrt(squares / count) : walk;
		const trust = count / (count + 6);
		found.push(Math.max(before, found.length === 0 ? own : trust * own + (1 - trust) * walk));
	}
	const learned = OPTIMISM.learned + seasons.kept * (seasons.period - 1);
	const factor = OPTIMISM.always * Math.exp(Math.min(1, learned / n));
	const scaled = relative ? values.map(Math.log) : values;
	const most = WIDEST * (Math.max(...scaled) - Math.min(...scaled));
	return found.map((deviation) => Math.min(most, deviation * factor));
}

function forecastFitted(fitted: Fitted, horizon: number): SeriesForecast {
	const n = fitted.values.length;
	const points = Array.from({ length: horizon }, (_, at) => fitted.forecaster.from(n - 1, at + 1));
	const relative = fitted.values.every((value) => value > 0) && points.every((point) => point > 0);
	return { points, deviations: deviationsOf(fitted, horizon, relative), relative };
}

function onScale(
	values: readonly number[],
	scale: Scale,
	period: number,
	method: (values: readonly number[], seasons: Seasons, trust: number) => Forecaster,
): Fitted {
	const scaled = values.map(scale.to);
	const seasons = shrunkSeasons(scaled, period);
	// Within a period nothing tells a trend from a season: after one it is believed by half, after three by three quarters.
	const trust = values.length / (values.length + period);
	return { values, forecaster: unscaled(method(scaled, seasons, trust), scale), seasons };
}

const fitLine = (values: readonly number[], seasons: Seasons, trust: number) =>
	seasoned(fitTheta(withoutSeasons(values, seasons), trust), seasons);

/** @param period values in a year or other season; 1 when none is known. A series needs two values at least. */
export function forecastSeries(all: readonly number[], period: number, horizon: number): SeriesForecast {
	const found = periodOf(all, period);
	const length = Math.max(NEWEST, found * SEASONAL_PERIODS);
	const values = all.slice(-length);
	const shares = onScale(values, shareScale(values), found, fitLine);
	const roots = onScale(values, rootScale(values), found, fitSeasonal);
	const forecast = forecastFitted({ ...shares, forecaster: average([shares.forecaster, roots.forecaster]) }, horizon);
	const positive = all.every((value) => value >= 0);
	return positive ? { ...forecast, points: forecast.points.map((point) => Math.max(0, point)) } : forecast;
}

/** The M4 competition's benchmarks: classical seasons where a test finds any, then one method. */
export const BENCHMARKS = {
	naive2: (values: readonly number[]): Forecaster => ({ from: (t) => values[t] ?? 0 }),
	theta: fitTheta,
	damped: fitDamped,
} satisfies Record<string, (values: readonly number[]) => Forecaster>;

export function forecastBenchmark(
	name: keyof typeof BENCHMARKS,
	values: readonly number[],
	period: number,
	horizon: number,
): SeriesForecast {
	const seasons = isSeasonal(values, period) ? classicalSeasons(values, period) : NO_SEASONS;
	const forecaster = seasoned(BENCHMARKS[name](withoutSeasons(values, seasons)), seasons);
	return forecastFitted({ values, forecaster, seasons }, horizon);
}

/** Ends of a central band: `share` 0.8 gives the 10th and the 90th percentile. */
export function bandAround(forecast: SeriesForecast, at: number, z: number): { low: number; high: number } {
	const [point, deviation] = [forecast.points[at] ?? 0, forecast.deviations[at] ?? 0];
	return forecast.relative
		? { low: point * Math.exp(-z * deviation), high: point * Math.exp(z * deviation) }
		: { low: point - z * deviation, high: point + z * deviation };
}
