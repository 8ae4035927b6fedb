import { expect, test } from "vitest";
import { HEADLINE_SIGNALS } from "./headline/signals.ts";
import { RULES } from "./rules.ts";

const evidence = [...RULES, ...HEADLINE_SIGNALS].flatMap((one) =>
	one.evidence.map((each) => ({ of: one.id, ...each })),
);

test("a source says that intervals are worked out from z only where they are", () => {
	const fromZ = evidence.filter(({ source }) => source.detail.includes("reported z"));
	expect(fromZ.length).toBeGreaterThan(5);
	for (const { of, effect } of fromZ) {
		expect(effect?.measure, of).toBe("claps");
		const { percent, low, high } = effect ?? { percent: 0, low: 0, high: 0 };
		const [middle, bottom, top] = [percent, low, high].map((value) => Math.log1p(value / 100)) as [
			number,
			number,
			number,
		];
		expect(middle - bottom, of).toBeCloseTo(top - middle, 2);
	}
});

test("a share of pairs says which pairs, and what it is among all", () => {
	const shares = evidence.filter(({ effect }) => effect?.measure === "pairsWon");
	expect(shares.map(({ of }) => of).sort()).toEqual(["headline.missing-subtitle", "structure.reading-time"]);
	for (const { of, source } of shares) {
		expect(source.detail, of).toContain("more than three times");
		expect(source.detail, of).toMatch(/Among all 53,615 pairs it was 5\d/);
	}
});
