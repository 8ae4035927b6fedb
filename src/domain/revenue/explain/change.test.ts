import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CAUSES, explainChange, type MonthFacts, roundToSum, toldCauses } from "./change.ts";

const month = (name: string, facts: Partial<MonthFacts> = {}): MonthFacts => ({
	month: name,
	days: 30,
	earned: 10_000,
	fromStories: 10_000,
	attentionOut: 40,
	attentionNew: 0,
	weighted: 50,
	...facts,
});

describe("one cause at a time takes the whole change", () => {
	test.each<[keyof ReturnType<typeof explainChange>["parts"], Partial<MonthFacts>]>([
		["rate", { earned: 12_000, fromStories: 12_000 }],
		["backCatalogue", { earned: 8000, fromStories: 8000, attentionOut: 32, weighted: 40 }],
		["newStories", { earned: 15_000, fromStories: 15_000, attentionNew: 20, weighted: 75 }],
		["engagementMix", { earned: 11_000, fromStories: 11_000, weighted: 55 }],
		["calendarDays", { earned: 10_333, fromStories: 10_333, days: 31, attentionOut: 41.333, weighted: 51.665 }],
		["rest", { earned: 10_500 }],
	])("%s", (cause, facts) => {
		const change = explainChange(month("2026-01"), month("2026-02", facts));
		const others = CAUSES.filter((one) => one !== cause).map((one) => Math.abs(change.parts[one]));
		expect(Math.max(...others)).toBeLessThanOrEqual(2);
		expect(Math.abs(change.parts[cause] - change.total)).toBeLessThanOrEqual(2);
	});
});

test("without attention nothing is guessed: the change is left as it is", () => {
	const change = explainChange(month("2026-01", { attentionOut: 0, weighted: 0 }), month("2026-02", { earned: 900 }));
	expect(change.split).toBe(false);
	expect(explainChange(month("2026-01"), month("2026-02")).split).toBe(true);
	expect(change.parts).toEqual({
		rate: 0,
		backCatalogue: 0,
		newStories: 0,
		storyPay: 0,
		engagementMix: 0,
		calendarDays: 0,
		rest: -9100,
	});
});

test("parts always add up to the cent", () => {
	const amount = fc.integer({ min: 0, max: 5_000_000 });
	const facts = fc
		.record({
			days: fc.integer({ min: 28, max: 31 }),
			earned: amount,
			share: fc.double({ min: 0, max: 1, noNaN: true }),
			attentionOut: fc.double({ min: 0, max: 1e5, noNaN: true }),
			attentionNew: fc.double({ min: 0, max: 1e5, noNaN: true }),
			mix: fc.double({ min: 0.5, max: 3, noNaN: true }),
		})
		.map(({ share, mix, ...rest }) => ({
			...rest,
			fromStories: rest.earned * share,
			weighted: (rest.attentionOut + rest.attentionNew) * mix,
		}));
	fc.assert(
		fc.property(facts, facts, (a, b) => {
			const { parts, total } = explainChange({ month: "a", ...a }, { month: "b", ...b });
			expect(Object.values(parts).reduce((sum, value) => sum + value, 0)).toBe(total);
			for (const value of Object.values(parts)) expect(Number.isInteger(value)).toBe(true);
		}),
	);
});

test("rounding keeps every part within one of its value", () => {
	expect(roundToSum({ a: 0.5, b: 0.5, c: -1.2 }, 0)).toEqual({ a: 1, b: 0, c: -1 });
});

test("where it is not known whether stories are new, new ones are told with the others, and all adds up", () => {
	const facts = { earned: 15_000, fromStories: 15_000, attentionNew: 20, weighted: 75 };
	const change = explainChange(month("2026-01"), month("2026-02", facts));
	const told = toldCauses(change, 2);
	expect(told.map(({ cause }) => cause)).toEqual(["rate", "newAndOut", "storyPay", "calendarDays", "rest"]);
	expect(told.reduce((sum, { minor }) => sum + minor, 0)).toBe(change.total);
	expect(told[1]?.minor).toBe(change.parts.newStories + change.parts.backCatalogue);
	expect(toldCauses(change, 0).find(({ cause }) => cause === "newStories")?.minor).toBe(change.parts.newStories);
});
