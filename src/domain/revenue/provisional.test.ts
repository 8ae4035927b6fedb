import { expect, test } from "vitest";
import { completionOf, finalUntil } from "./provisional.ts";

test("before anything is seen the newest days are provisional", () => {
	const completion = completionOf([]);
	expect(completion.shares.slice(0, 4)).toEqual([0.5, 0.8, 0.95, 1]);
	// Days 98, 99 and 100 are young; 97 is final.
	expect(finalUntil(100, null, completion)).toBe(98);
});

test("a source that counts at once makes days final sooner, a slow one later", () => {
	const seen = (shares: readonly number[]) =>
		completionOf(
			shares.flatMap((share, age) => Array.from({ length: 200 }, () => ({ age, first: 100 * share, last: 100 }))),
		);
	expect(finalUntil(100, null, seen([0.99, 1, 1]))).toBe(101);
	expect(finalUntil(100, null, seen([0.2, 0.4, 0.6, 0.8, 0.9, 1]))).toBe(96);
});

test("the source's own word decides, never beyond the look itself", () => {
	expect(finalUntil(100, 90, completionOf([]))).toBe(90);
	expect(finalUntil(100, 200, completionOf([]))).toBe(100);
});

test("days that shrank or have no later figure do not confuse it", () => {
	const { shares } = completionOf([
		{ age: 0, first: 500, last: 100 },
		{ age: 1, first: 5, last: 0 },
		{ age: -3, first: 1, last: 1 },
		{ age: 2, first: Number.NaN, last: 3 },
	]);
	expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
	expect(shares).toEqual([...shares].sort((a, b) => a - b));
});
