import { expect, test } from "vitest";
import { fitLevel, offsetOf } from "./level-model.ts";

test("one month gone viral does not make the others nothing", () => {
	const usual = [200, 150, 120, 100, 90, 80, 70];
	const viral = [200, 150, 120, 9_999_900, 100, 90, 80, 70];
	expect(offsetOf(viral)).toBeLessThan(3 * offsetOf(usual));
	// The level after four usual months is nearer to them than to the viral one.
	const { level, offset } = fitLevel(viral);
	expect(Math.exp(level) - offset).toBeLessThan(9_999_900 ** 0.5 * 70 ** 0.5);
});

test("months of nothing have a logarithm", () => {
	expect(offsetOf([0, 0, 0, 500])).toBeGreaterThan(0);
	expect(Number.isFinite(fitLevel([0, 0, 0, 500]).level)).toBe(true);
});
