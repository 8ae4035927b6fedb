/** How the engine would have done, month by month, beside plain rules: numbers for the writer. */
import { meanOf } from "../averages.ts";
import { crps, quantile } from "../bands.ts";
import { offsetOf } from "../level-model.ts";
import { type Mix, missesOf, mixDraws, type Trial, widenDraws, wideningFor } from "./calibrate.ts";

export interface BacktestRow {
	/** Months ahead. */
	horizon: number;
	forecasts: number;
	/** Mean absolute errors, minor units: the engine's middle, the last month, the mean of three, the same month a year before. */
	model: number;
	naive: number;
	meanOfThree: number;
	/** `null` unless every forecast has a month a year before: misses of other months are not compared. */
	seasonalNaive: number | null;
	/** Continuous ranked probability score, minor units. */
	crps: number;
	inside50: number;
	inside80: number;
	inside95: number;
}

export interface BacktestSummary {
	rows: BacktestRow[];
	/** Starting months that were tried. */
	origins: number;
}

/** Bands as they would have been drawn then: widened only by errors known at the time. */
export function summariseTrials(trials: readonly Trial[], mix: Mix, months: readonly number[]): BacktestSummary {
	const rows: BacktestRow[] = [];
	const horizons = [...new Set(trials.map(({ horizon }) => horizon))].sort((a, b) => a - b);
	for (const horizon of horizons) {
		const own = trials.filter((trial) => trial.horizon === horizon);
		const judged = own.map((trial) => {
			const known = months.slice(0, trial.origin);
			const offset = offsetOf(known);
			const before = trials.filter((earlier) => earlier.at < trial.origin);
			const draws = Float64Array.from(mixDraws(trial.bottomUp, trial.topDown, mix.bottomUp[horizon - 1] ?? 0, offset));
			widenDraws(draws, wideningFor(missesOf(before, mix, offset), horizon), offset);
			draws.sort();
			const inside = (share: number) =>
				quantile(draws, (1 - share) / 2) <= trial.actual && trial.actual <= quantile(draws, (1 + share) / 2);
			return {
				trial,
				crps: crps(draws, trial.actual),
				model: Math.abs(quantile(draws, 0.5) - trial.actual),
				inside: [inside(0.5), inside(0.8), inside(0.95)],
			};
		});
		const mean = (values: readonly number[]) => Math.round(meanOf(values));
		const seasonal = own.flatMap(({ seasonalNaive, actual }) =>
			seasonalNaive === null ? [] : [Math.abs(seasonalNaive - actual)],
		);
		const count = (place: number) => judged.filter(({ inside }) => inside[place]).length;
		rows.push({
			horizon,
			forecasts: own.length,
			model: mean(judged.map(({ model }) => model)),
			naive: mean(own.map(({ naive, actual }) => Math.abs(naive - actual))),
			meanOfThree: mean(own.map(({ meanOfThree, actual }) => Math.abs(meanOfThree - actual))),
			seasonalNaive: seasonal.length === own.length ? mean(seasonal) : null,
			crps: mean(judged.map((one) => one.crps)),
			inside50: count(0),
			inside80: count(1),
			inside95: count(2),
		});
	}
	return { rows, origins: new Set(trials.map(({ origin }) => origin)).size };
}
