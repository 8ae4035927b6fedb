import { expect, test } from "vitest";
import { summariseTrials } from "./backtest-summary.ts";
import { mixOf, type Trial } from "./calibrate.ts";

const USUAL = 100_000;
/** Draws about it, which all trials forecast. */
const AROUND = Float64Array.from({ length: 101 }, (_, at) => 80_000 + 400 * at);

const trial = (given: Pick<Trial, "origin" | "horizon" | "at" | "actual">): Trial => ({
	bottomUp: null,
	topDown: AROUND,
	naive: USUAL,
	meanOfThree: USUAL,
	seasonalNaive: null,
	...given,
});

test("a miss across unknown months widens the ranges drawn once it is known, and none before", () => {
	const score = (missed: number, origin: number) => {
		// Months 0, 1, 2, 6, 7 of the calendar: the fourth known one is four months after the third.
		const across = trial({ origin: 3, horizon: 4, at: 3, actual: missed });
		const next = trial({ origin, horizon: 1, at: origin, actual: USUAL });
		const { rows } = summariseTrials([across, next], mixOf([], 4, 0), [USUAL, USUAL, USUAL, missed, USUAL]);
		return rows.find(({ horizon }) => horizon === 1)?.crps ?? 0;
	};
	expect(score(50 * USUAL, 4)).toBeGreaterThan(score(USUAL, 4));
	expect(score(50 * USUAL, 3)).toBe(score(USUAL, 3));
});
