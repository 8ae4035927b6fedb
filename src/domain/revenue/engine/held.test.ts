import { expect, test } from "vitest";
import { besideRules, heldLess, rangesProved } from "./held.ts";

const row = (horizon: number, inside80: number, forecasts: number) => ({ horizon, inside80, forecasts });

test("the nearest horizon that held less than four in five is told, and none where all held", () => {
	const rows = [row(1, 4, 5), row(2, 3, 6), row(3, 1, 5)];
	expect(heldLess(rows, 1)).toBeUndefined();
	expect(heldLess(rows, 2)).toEqual(row(2, 3, 6));
	expect(heldLess(rows, 12)).toEqual(row(2, 3, 6));
	expect(heldLess([], 3)).toBeUndefined();
});

test("counts of all horizons say whether ranges proved too wide, too narrow, or neither", () => {
	const rows = (inside50: number, inside80: number) => [
		{ forecasts: 8, inside50, inside80 },
		{ forecasts: 7, inside50, inside80 },
		{ forecasts: 6, inside50: 6, inside80: 6 },
	];
	expect(rangesProved([8, 7, 6].map((forecasts) => ({ forecasts, inside50: forecasts, inside80: forecasts })))).toEqual(
		{
			proved: "too-wide",
			forecasts: 21,
			inside50: 21,
			inside80: 21,
		},
	);
	expect(rangesProved(rows(3, 6))?.proved).toBe("about-right");
	expect(rangesProved(rows(1, 3))?.proved).toBe("too-narrow");
	expect(rangesProved([{ forecasts: 5, inside50: 5, inside80: 5 }])).toBeNull();
	expect(rangesProved([])).toBeNull();
});

test("a miss as large as the best simple rule's is no better than it", () => {
	const rules = { naive: 300, meanOfThree: 250, seasonalNaive: null };
	expect(besideRules({ model: 249, ...rules })).toBe("better");
	expect(besideRules({ model: 250, ...rules })).toBe("equal");
	expect(besideRules({ model: 260, ...rules })).toBe("worse");
	expect(besideRules({ model: 249, ...rules, seasonalNaive: 200 })).toBe("worse");
});
