import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { engineInputOf } from "#tests/evaluate/revenue/judge.ts";
import { FAMILIES, inventWriter } from "#tests/evaluate/revenue/writers.ts";
import { youngOutlook } from "./young.ts";

const OPTIONS = { seed: 1, paths: 200, told: 3 };
const EDGES = ["p2_5", "p10", "p25", "p50", "p75", "p90", "p97_5"] as const;

const input = (months: number, cadence: number, seed: number, family: (typeof FAMILIES)[number] = "powerLaw") =>
	engineInputOf(inventWriter(family, { months, cadence, seed }));

test("two months of some stories give ranges of what those may bring, nested, not negative and not absurd", () => {
	const given = fc.record({
		seed: fc.integer({ min: 1, max: 10_000 }),
		cadence: fc.integer({ min: 3, max: 10 }),
		family: fc.constantFrom(...FAMILIES),
	});
	fc.assert(
		fc.property(given, ({ seed, cadence, family }) => {
			const outlook = youngOutlook(input(2, cadence, seed, family), OPTIONS);
			for (const { backCatalogue } of outlook?.months ?? []) {
				const edges = EDGES.map((edge) => backCatalogue[edge]);
				expect(edges).toEqual(edges.toSorted((a, b) => a - b));
				expect(edges[0]).toBeGreaterThanOrEqual(0);
				expect(backCatalogue.p90).toBeLessThan(30 * Math.max(100, backCatalogue.p10));
			}
		}),
		{ numRuns: 25, seed: 7 },
	);
});

describe("the outlook of a young writer", () => {
	const two = input(2, 6, 11);

	test("is of three months at most, and holds what is in already", () => {
		const first = two.ahead[0]!;
		const running = { ...first, knownUntil: first.from + 12, toDate: 4321, provisional: 0 };
		const outlook = youngOutlook({ ...two, running }, { ...OPTIONS, told: 12 });
		expect(outlook?.months.map(({ month }) => month)).toEqual(two.ahead.slice(0, 3).map(({ month }) => month));
		expect(outlook?.months[0]?.backCatalogue.p2_5).toBeGreaterThanOrEqual(4321);
		expect(outlook?.stories.length).toBeGreaterThan(4);
	});

	test.each([11, 12, 13, 14, 15, 16])("tells months and rows of one forecast (%i)", (seed) => {
		const outlook = youngOutlook(input(2, 6, seed), { ...OPTIONS, paths: 1000 });
		const rows = outlook?.stories.reduce((sum, { remaining }) => sum + remaining.p50, 0) ?? 0;
		const months = outlook?.months.reduce((sum, { backCatalogue }) => sum + backCatalogue.p50, 0) ?? 0;
		// Middles do not add up.
		expect(rows / months).toBeGreaterThan(0.9);
		expect(rows / months).toBeLessThan(1.1);
	});

	test("needs two months, five stories that were read, and money", () => {
		expect(youngOutlook(input(1, 6, 11), OPTIONS)).toBeNull();
		expect(youngOutlook({ ...two, stories: two.stories.slice(0, 4) }, OPTIONS)).toBeNull();
		expect(youngOutlook({ ...two, stories: [] }, OPTIONS)).toBeNull();
		const nothing = two.months.map((month) => ({ ...month, value: 0 }));
		expect(youngOutlook({ ...two, months: nothing }, OPTIONS)).toBeNull();
	});
});
