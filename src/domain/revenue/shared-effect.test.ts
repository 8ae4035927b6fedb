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
	expect(found?.size).toBeGreaterThan(1.5);
	expect(found?.size).toBeLessThan(3.6);
	expect(found?.low).toBeLessThan(found?.factor ?? 0);
	expect(found?.high).toBeGreaterThan(found?.factor ?? 0);
	expect(found?.low).toBeGreaterThan(1);
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
			expect(found?.low ?? 1).toBeGreaterThanOrEqual(1);
		}),
		{ endOnFailure: true },
	);
});
