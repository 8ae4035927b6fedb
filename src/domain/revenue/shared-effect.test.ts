import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "./random.ts";
import { type Lifted, sharedEffect } from "./shared-effect.ts";

/** Stories lifted by so many times, with luck, of which a second burst would explain a different share each. */
function stories(count: number, size: number, luck: number, seed = 3): Lifted[] {
	const random = seededRandom(seed);
	return Array.from({ length: count }, () => {
		const share = 0.3 + random.uniform();
		return {
			seen: Math.log1p(size * share) + luck * random.normal(),
			explained: (other) => Math.log1p(other * share),
		};
	});
}

test("a size that all stories share is found, a little drawn towards nothing, and shown", () => {
	const found = sharedEffect(stories(12, 3, 0.3));
	expect(found).toMatchObject({ stories: 12, shown: true });
	expect(found?.size).toBeGreaterThan(2);
	expect(found?.size).toBeLessThan(3.6);
	expect(found?.factor).toBeLessThan(found?.seen ?? 0);
	expect(found?.low).toBeLessThan(found?.seen ?? 0);
	expect(found?.high).toBeGreaterThan(found?.seen ?? 0);
	expect(found?.low).toBeGreaterThan(1);
});

test("seven stories that all had about ten times as much are reckoned with about ten", () => {
	const random = seededRandom(8);
	const tens = Array.from({ length: 7 }, () => ({
		seen: Math.log(10) + 0.15 * random.normal(),
		explained: Math.log1p,
	}));
	const found = sharedEffect(tens);
	expect(found?.seen).toBeGreaterThan(8.5);
	expect(found?.factor).toBeGreaterThan(8);
	expect(found?.factor).toBeLessThan(10);
	// Stories that disagree are believed less.
	const torn = tens.map((one, at) => ({ ...one, seen: one.seen + (at % 2 === 0 ? 1.5 : -1.5) }));
	expect(sharedEffect(torn)?.factor).toBeLessThan(0.85 * (sharedEffect(torn)?.seen ?? 0));
});

test("the interval holds the truth nineteen times in twenty, of few stories too", () => {
	for (const count of [5, 7, 20]) {
		const inside = Array.from({ length: 200 }, (_, seed) => {
			const random = seededRandom(seed);
			const all = Array.from({ length: count }, () => ({
				seen: Math.log(4) + 0.5 * random.normal(),
				explained: Math.log1p,
			}));
			const found = sharedEffect(all);
			return (found?.low ?? 9) <= 4 && (found?.high ?? 0) >= 4;
		}).filter(Boolean).length;
		expect(inside).toBeGreaterThanOrEqual(182);
		expect(inside).toBeLessThanOrEqual(198);
	}
});

test("luck alone is not shown, whatever its luck, and nothing is ever taken away", () => {
	const shown = Array.from({ length: 60 }, (_, seed) => sharedEffect(stories(8, 0, 0.5, seed))).filter(
		(found) => found?.shown,
	);
	expect(shown.length).toBeLessThan(6);
	expect(sharedEffect(stories(9, 0, 0.01).map((one) => ({ ...one, seen: -2 })))).toMatchObject({
		size: 0,
		factor: 1,
		shown: false,
	});
	expect(sharedEffect(stories(9, 0, 0.01).map((one) => ({ ...one, seen: -2 })))?.high).toBeLessThan(1);
});

test("too few stories tell nothing", () => {
	expect(sharedEffect(stories(4, 5, 0.1))).toBeNull();
});

test("wild figures give numbers", () => {
	const seen = fc.double({ min: -50, max: 50, noNaN: true });
	fc.assert(
		fc.property(fc.array(fc.record({ seen, share: fc.double({ min: 0, max: 100, noNaN: true }) })), (all) => {
			const found = sharedEffect(
				all.map(({ seen, share }) => ({ seen, explained: (size) => Math.log1p(size * share) })),
			);
			for (const value of Object.values(found ?? {})) expect(value).not.toBeNaN();
			expect(found?.factor ?? 1).toBeGreaterThanOrEqual(1);
		}),
		{ endOnFailure: true },
	);
});
