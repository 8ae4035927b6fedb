/**
 * How the model would have done: forecast from each earlier month with only what was known then, and compare.
 * The same errors widen or narrow the bands (conformal calibration), with a default while they are few.
 */
import { bandsOfSorted, crps, quantile } from "./bands.ts";
import { fitLevel, simulateLogs, toMinor } from "./level-model.ts";

/** Months a writer must have behind them before the first forecast is tried. */
export const LEAST_HISTORY = 3;
/** Newest starting points that are tried. */
const MOST_ORIGINS = 12;
const PATHS = 600;
/** Factor on the width of the bands when no error is known, with the weight of this many errors. */
export const DEFAULT_WIDENING = 1.15;
const DEFAULT_WEIGHT = 5;
/** Histories this short get at least the second factor. */
const SHORT_HISTORY = 5;
const SHORT_WIDENING = 1.3;
const NARROWEST = 0.6;
const WIDEST = 3;

export interface BacktestRow {
	/** Months ahead. */
	horizon: number;
	forecasts: number;
	/** Mean absolute errors in minor units: the model's middle, the last month again, the mean of the last three. */
	model: number;
	naive: number;
	meanOfThree: number;
	/** Continuous ranked probability score of the model's draws, minor units. */
	crps: number;
	/** How many months fell inside the bands as they were drawn then. */
	inside50: number;
	inside80: number;
	inside95: number;
}

export interface Backtest {
	rows: BacktestRow[];
	/** Factor on the width of the bands, in logarithms, for each month ahead. */
	widening: number[];
}

interface Trial {
	origin: number;
	horizon: number;
	/** |ln error| over half the width of the uncalibrated 80 % band. */
	relativeError: number;
	/** Sorted. */
	logs: Float64Array;
	offset: number;
	actual: number;
	naive: number;
	meanOfThree: number;
}

/** The factor that earlier errors call for. */
function wideningFrom(relativeErrors: readonly number[], months: number): number {
	const n = relativeErrors.length;
	const sorted = [...relativeErrors].sort((a, b) => a - b);
	const rank = Math.min(n, Math.ceil(0.8 * (n + 1)));
	const observed = n === 0 ? 1 : Math.max(1e-3, sorted[rank - 1] ?? 1);
	const logs = (n * Math.log(observed) + DEFAULT_WEIGHT * Math.log(DEFAULT_WIDENING)) / (n + DEFAULT_WEIGHT);
	const factor = Math.min(WIDEST, Math.max(NARROWEST, Math.exp(logs)));
	return months <= SHORT_HISTORY ? Math.max(SHORT_WIDENING, factor) : factor;
}

/** Widens draws of logarithms around their middle, in place. */
export function widen(
	logs: Float64Array,
	factor: number,
	middle = quantile(Float64Array.from(logs).sort(), 0.5),
): void {
	for (let at = 0; at < logs.length; at += 1) logs[at] = middle + factor * ((logs[at] ?? 0) - middle);
}

function trials(months: readonly number[], horizon: number, seed: number): Trial[] {
	const found: Trial[] = [];
	for (let origin = Math.max(LEAST_HISTORY, months.length - MOST_ORIGINS); origin < months.length; origin += 1) {
		const known = months.slice(0, origin);
		if (!known.some((value) => value > 0)) continue;
		const fit = fitLevel(known);
		const draws = simulateLogs(fit, Math.min(horizon, months.length - origin), PATHS, seed + origin);
		for (const [step, logs] of draws.entries()) {
			const actual = months[origin + step] ?? 0;
			const sorted = logs.sort();
			const half = Math.max(1e-6, (quantile(sorted, 0.9) - quantile(sorted, 0.1)) / 2);
			found.push({
				origin,
				horizon: step + 1,
				relativeError: Math.abs(Math.log(actual + fit.offset) - quantile(sorted, 0.5)) / half,
				logs,
				offset: fit.offset,
				actual,
				naive: known.at(-1) ?? 0,
				meanOfThree: known.slice(-3).reduce((sum, value) => sum + value, 0) / Math.min(3, known.length),
			});
		}
	}
	return found;
}

/** Rolling origins over complete months, oldest first, minor units. */
export function backtest(months: readonly number[], horizon: number, seed: number): Backtest {
	const all = trials(months, horizon, seed);
	const rows: BacktestRow[] = [];
	const widening: number[] = [];
	for (let h = 1; h <= horizon; h += 1) {
		const ofHorizon = all.filter((trial) => trial.horizon === h);
		widening.push(
			wideningFrom(
				ofHorizon.map((trial) => trial.relativeError),
				months.length,
			),
		);
		if (ofHorizon.length === 0) continue;
		const row = {
			horizon: h,
			forecasts: ofHorizon.length,
			model: 0,
			naive: 0,
			meanOfThree: 0,
			crps: 0,
			inside50: 0,
			inside80: 0,
			inside95: 0,
		};
		for (const trial of ofHorizon) {
			// Only errors that were known on that day may have widened that day's bands.
			const known = ofHorizon.filter((earlier) => earlier.origin + h <= trial.origin);
			const factor = wideningFrom(
				known.map((earlier) => earlier.relativeError),
				trial.origin,
			);
			widen(trial.logs, factor, quantile(trial.logs, 0.5));
			const draws = trial.logs.map((log) => toMinor(log, trial.offset));
			const bands = bandsOfSorted(draws);
			const { actual } = trial;
			row.model += Math.abs(bands.p50 - actual);
			row.naive += Math.abs(trial.naive - actual);
			row.meanOfThree += Math.abs(trial.meanOfThree - actual);
			row.crps += crps(draws, actual);
			row.inside50 += Number(actual >= bands.p25 && actual <= bands.p75);
			row.inside80 += Number(actual >= bands.p10 && actual <= bands.p90);
			row.inside95 += Number(actual >= bands.p2_5 && actual <= bands.p97_5);
		}
		const n = ofHorizon.length;
		for (const name of ["model", "naive", "meanOfThree", "crps"] as const) row[name] = Math.round(row[name] / n);
		rows.push(row);
	}
	return { rows, widening };
}
