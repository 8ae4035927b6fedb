import fc from "fast-check";
import { expect, test } from "vitest";
import { roundTicks } from "./ticks.ts";

test.each([
	[0, [0, 1]],
	[4, [0, 1, 2, 3, 4]],
	[2200, [0, 500, 1000, 1500, 2000, 2500]],
	[1234, [0, 250, 500, 750, 1000, 1250]],
	[100_000, [0, 20_000, 40_000, 60_000, 80_000, 100_000]],
])("up to %i: %j", (highest, ticks) => {
	expect(roundTicks(highest)).toEqual(ticks);
});

test.each([
	[0, -4, [-4, -3, -2, -1, 0, 1]],
	[2200, -10, [-1000, 0, 1000, 2000, 3000]],
	[2200, -1900, [-2000, -1000, 0, 1000, 2000, 3000]],
])("up to %i and down to %i: %j", (highest, lowest, ticks) => {
	expect(roundTicks(highest, lowest)).toEqual(ticks);
});

test("ticks are whole, equally far apart, round, and reach just past the highest", () => {
	fc.assert(
		fc.property(fc.nat(1_000_000_000), (highest) => {
			const ticks = roundTicks(highest);
			const step = ticks[1] ?? 0;
			expect(ticks).toEqual(ticks.map((_, at) => at * step));
			expect(ticks.length).toBeLessThanOrEqual(6);
			expect(Number.isInteger(step)).toBe(true);
			expect(String(step)).toMatch(/^(1|2|25|5)0*$/);
			const last = ticks.at(-1) ?? 0;
			expect(last).toBeGreaterThanOrEqual(highest);
			expect(last - highest).toBeLessThan(Math.max(2, step));
		}),
	);
});
