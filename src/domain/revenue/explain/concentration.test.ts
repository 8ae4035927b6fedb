import fc from "fast-check";
import { expect, test } from "vitest";
import { concentrationOf, swingOf } from "./concentration.ts";

test("shares of the whole, the largest first, parts of one key added up", () => {
	const found = concentrationOf([
		["a", 50],
		["b", 30],
		["c", 10],
		["b", 10],
	]);
	expect(found?.shares.map(({ key, share }) => [key, share])).toEqual([
		["a", 0.5],
		["b", 0.4],
		["c", 0.1],
	]);
	expect(found?.half).toBe(1);
	expect(found?.effective).toBeCloseTo(1 / 0.42);
});

test("a part corrected below nothing is no share, and corrections lower their part", () => {
	const found = concentrationOf([
		["a", 50],
		["b", -30],
		["a", -10],
		["c", 40],
	]);
	expect(found?.shares.map(({ key, minor }) => [key, minor])).toEqual([
		["a", 40],
		["c", 40],
	]);
	expect(swingOf([100, -5000, 120])).toEqual(expect.any(Number));
	expect(Number.isFinite(swingOf([100, -5000, 120]))).toBe(true);
});

test("equal parts are as many as they are", () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 1000 }), (count, minor) => {
			const found = concentrationOf(Array.from({ length: count }, (_, at) => [`s${at}`, minor] as const));
			expect(found?.effective).toBeCloseTo(count);
			expect(found?.half).toBe(Math.ceil(count / 2));
		}),
	);
});

test("nothing earned has no concentration; corrections do not count as parts", () => {
	expect(concentrationOf([["a", 0]])).toBeNull();
	expect(
		concentrationOf([
			["a", 10],
			["b", -5],
		])?.shares,
	).toHaveLength(1);
});

test("income swings less without the story that made it swing", () => {
	const steady = [100, 105, 95, 102, 99, 101];
	const spiky = [100, 105, 900, 102, 99, 101];
	expect(swingOf(spiky)).toBeGreaterThan(3 * (swingOf(steady) ?? 9));
	expect(swingOf([1, 2])).toBeNull();
	expect(swingOf([0, 0, 0])).toBe(0);
});
