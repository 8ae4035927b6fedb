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

test("months far above all before them are a habit once they have gone on for three", () => {
	const before = Array.from({ length: 13 }, () => 200);
	const mean = (...after: number[]) => {
		const { mean: long, offset } = fitLevel([...before, ...after]);
		return Math.exp(long) - offset;
	};
	expect(mean(6_000, 6_000)).toBeLessThan(210);
	expect(mean(6_000, 6_000, 200)).toBeLessThan(210);
	expect(mean(6_000, 6_000, 6_000)).toBeGreaterThan(300);
	// Eleven of twenty-four months: nearly the middle of both in logarithms.
	expect(mean(...Array.from({ length: 11 }, () => 6_000))).toBeGreaterThan(800);
});

test("one wild newest month moves the level no further than a bad one would, several move it", () => {
	const before = [200, 230, 180, 210, 260, 190, 220, 205];
	const level = (...after: number[]) => {
		const { level: log, offset } = fitLevel([...before, ...after]);
		return Math.exp(log) - offset;
	};
	expect(level(10_000_000)).toBeLessThan(1.1 * level(20_000));
	expect(level(10_000_000)).toBeLessThan(2 * level(200));
	expect(level(20_000, 20_000, 20_000)).toBeGreaterThan(1.5 * level(20_000));
});
