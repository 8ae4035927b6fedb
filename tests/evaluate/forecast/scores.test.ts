import { expect, test } from "vitest";
import { scoreForecasts } from "./evaluate.ts";
import { mase, msis, seasonalChange, smape } from "./scores.ts";

test("the competition's measures, by hand", () => {
	expect(smape([110], [90])).toBeCloseTo(20);
	expect(smape([0], [0])).toBe(0);
	expect(seasonalChange([1, 3, 2, 6], 1)).toBeCloseTo((2 + 1 + 4) / 3);
	expect(seasonalChange([1, 3, 2, 6], 2)).toBeCloseTo((1 + 3) / 2);
	expect(mase([1, 2], [2, 4], 3)).toBeCloseTo(0.5);
	// Width 2, and one value 1 above the upper end at 40 a unit.
	expect(
		msis(
			[
				{ low: 0, high: 2 },
				{ low: 0, high: 2 },
			],
			[1, 3],
			2,
		),
	).toBeCloseTo((2 + 2 + 40) / 2 / 2);
});

test("Naive2 without seasons is the last value, and is the measure of the others", () => {
	const train = new Map([["a", [1, 2, 3, 4, 5, 6, 7, 8]]]);
	const scores = scoreForecasts(train, new Map([["a", [9, 10]]]), 1, 2);
	expect(scores.naive2).toMatchObject({ owa: 1, mase: 1.5 });
	expect(scores.damped.owa).toBeLessThan(1);
	expect(() => scoreForecasts(train, new Map(), 1, 2)).toThrow(/Series a/);
});
