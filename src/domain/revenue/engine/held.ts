/** Whether ranges held what they are meant to when they were tried on the writer's own past. */
import type { BacktestRow } from "./backtest-summary.ts";

/** What the range that is shown first is meant to hold. */
const MEANT = 0.8;

/** The nearest horizon, up to some months ahead, whose 80 % ranges held less than that; `undefined` where all held. */
export function heldLess<Row extends Pick<BacktestRow, "horizon" | "forecasts" | "inside80">>(
	rows: readonly Row[],
	most: number,
): Row | undefined {
	return rows.find(({ horizon, forecasts, inside80 }) => horizon <= most && inside80 < MEANT * forecasts);
}

/** Fewer forecasts do not tell whether ranges are too wide or too narrow. */
const LEAST_FORECASTS = 6;
/** Shares of months inside from which, and up to which, ranges proved to be other than they are meant to be. */
const TOO_WIDE_50 = 0.8;
const TOO_NARROW_80 = 0.65;

export interface RangesProved {
	proved: "too-wide" | "too-narrow" | "about-right";
	forecasts: number;
	inside50: number;
	inside80: number;
}

/** What the counts of all horizons together say of the ranges; `null` with too few. */
export function rangesProved(
	rows: readonly Pick<BacktestRow, "forecasts" | "inside50" | "inside80">[],
): RangesProved | null {
	const sum = (name: "forecasts" | "inside50" | "inside80") => rows.reduce((total, row) => total + row[name], 0);
	const [forecasts, inside50, inside80] = [sum("forecasts"), sum("inside50"), sum("inside80")];
	if (forecasts < LEAST_FORECASTS) return null;
	const proved =
		inside50 >= TOO_WIDE_50 * forecasts
			? "too-wide"
			: inside80 <= TOO_NARROW_80 * forecasts
				? "too-narrow"
				: "about-right";
	return { proved, forecasts, inside50, inside80 };
}

/** How the likely value missed beside the best of the simple rules. */
export function besideRules({
	model,
	naive,
	meanOfThree,
	seasonalNaive,
}: Pick<BacktestRow, "model" | "naive" | "meanOfThree" | "seasonalNaive">): "better" | "equal" | "worse" {
	const best = Math.min(naive, meanOfThree, seasonalNaive ?? naive);
	return model < best ? "better" : model === best ? "equal" : "worse";
}
