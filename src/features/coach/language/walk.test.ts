import { describe, expect, test } from "vitest";
import type { Tip } from "#domain/feedback/types.ts";
import { countByRule, findingKey, inTextOrder, stepFrom } from "./walk.ts";

const tip = (blockId: string, start: number, ruleId = "language.a"): Tip => ({
	ruleId,
	severity: "note",
	blockId,
	start,
	end: start + 1,
	quote: "x",
	values: {},
});
const order = ["a", "b", "c"];
const findings = new Map([
	["c", [tip("c", 0), tip("c", 5, "language.b")]],
	["a", [tip("a", 3)]],
	["gone", [tip("gone", 0)]],
]);
const tips = inTextOrder(order, findings, () => true);

test("findings stand in the order of the text; those of blocks that are gone are left out", () => {
	expect(tips.map(findingKey)).toEqual(["language.a|a|3|x", "language.a|c|0|x", "language.b|c|5|x"]);
	expect(inTextOrder(order, findings, (one) => one.ruleId === "language.b")).toHaveLength(1);
});

describe("stepping", () => {
	const keys = tips.map(findingKey);
	test.each([
		[null, 1, "a", 0],
		[null, 1, "b", 1],
		[null, -1, "b", 0],
		[null, -1, "a", 2],
		[0, 1, "a", 1],
		[2, 1, "a", 0],
		[0, -1, "c", 2],
	] as const)("from %s by %i with the caret in %s", (from, by, caret, to) => {
		const current = from === null ? null : keys[from]!;
		expect(stepFrom(tips, current, by, order, caret)).toBe(tips[to]);
	});
	test("a current finding that is gone is no place to start from", () => {
		expect(stepFrom(tips, "language.a|a|99|x", 1, order, "c")).toBe(tips[1]);
		expect(stepFrom([], null, 1, order, null)).toBeUndefined();
	});
});

test("counts by rule, the most frequent first", () => {
	expect(countByRule(tips)).toEqual([
		["language.a", 2],
		["language.b", 1],
	]);
});
