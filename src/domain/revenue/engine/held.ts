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
