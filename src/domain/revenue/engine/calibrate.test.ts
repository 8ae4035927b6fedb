import { expect, test } from "vitest";
import { quantile } from "../bands.ts";
import { seededRandom } from "../random.ts";
import { type Miss, mixOf, type Trial, widenDraws, wideningFor } from "./calibrate.ts";

const misses = (count: number, size: number): Miss[] => Array.from({ length: count }, () => ({ horizon: 1, size }));

test("without errors the belief stands; errors move it slowly, more of them further, and one wild one hardly", () => {
	const belief = wideningFor([], 1);
	expect(belief).toBeGreaterThan(1);
	expect(wideningFor([], 12)).toBeLessThan(belief);
	const [few, many] = [wideningFor(misses(3, 2.5), 1), wideningFor(misses(40, 2.5), 1)];
	expect(few).toBeGreaterThan(belief);
	expect(few).toBeLessThan(1.5 * belief);
	expect(many).toBeGreaterThan(few);
	expect(wideningFor(misses(40, 0.1), 1)).toBe(0.8);
	expect(wideningFor(misses(1, 1000), 1)).toBe(wideningFor(misses(1, 3), 1));
});

test("errors at other horizons count for less", () => {
	const far = misses(8, 2.5).map((miss) => ({ ...miss, horizon: 6 }));
	expect(wideningFor(far, 1)).toBeLessThan(wideningFor(misses(8, 2.5), 1));
	expect(wideningFor(far, 1)).toBeGreaterThan(wideningFor([], 1));
});

test("widening keeps the middle and the order, and never goes below nothing", () => {
	const random = seededRandom(2);
	const draws = Float64Array.from({ length: 501 }, () => 100 * Math.exp(random.normal())).sort();
	const wide = Float64Array.from(draws);
	widenDraws(wide, 2, 2);
	expect(quantile(wide, 0.5)).toBeCloseTo(quantile(draws, 0.5), 6);
	expect(wide.every((value, at) => value >= (wide[at - 1] ?? 0))).toBe(true);
	expect(quantile(wide, 0.9)).toBeGreaterThan(quantile(draws, 0.9));
});

test("the forecaster that was nearer gets more weight, whatever the unit of money", () => {
	const around = (middle: number) => Float64Array.from({ length: 101 }, (_, at) => middle * (0.8 + 0.004 * at));
	const trials = (up: number, down: number, unit: number): Trial[] =>
		[4, 5, 6, 7, 8].map((origin) => ({
			origin,
			horizon: 1,
			at: origin,
			bottomUp: around(up * unit),
			topDown: around(down * unit),
			actual: 100 * unit,
			naive: 100 * unit,
			meanOfThree: 100 * unit,
			seasonalNaive: null,
		}));
	const weight = (one: readonly Trial[], surprise = 0) => mixOf(one, 1, surprise).bottomUp[0] ?? 0;
	expect(weight(trials(100, 200, 1))).toBeGreaterThan(weight([]));
	expect(weight(trials(200, 100, 1))).toBeLessThan(weight([]));
	expect(weight(trials(200, 100, 100))).toBeCloseTo(weight(trials(200, 100, 1)), 10);
	// After a month like no other the past tells less of which is right, until it tells nothing.
	expect(weight(trials(200, 100, 1), 1)).toBe(weight(trials(200, 100, 1)));
	expect(weight(trials(200, 100, 1), 3)).toBeGreaterThan(weight(trials(200, 100, 1)));
	expect(weight(trials(200, 100, 1), 30)).toBeCloseTo(weight([]), 6);
	expect(mixOf([], 12, 0).bottomUp[11]).toBeLessThan(mixOf([], 12, 0).bottomUp[0] ?? 0);
});
