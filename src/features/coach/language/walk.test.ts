import { describe, expect, test } from "vitest";
import type { Tip } from "#domain/feedback/types.ts";
import { countByRule, findingKey, findingsAt, findingUnder, inTextOrder, stepFrom } from "./walk.ts";

const tip = (blockId: string, start: number, ruleId = "language.a"): Tip => ({
	ruleId,
	severity: "note",
	blockId,
	start,
	end: start + 1,
	quote: "x",
	values: {},
	evidence: [],
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
		[null, 1, "a", 0, 0],
		[null, 1, "a", 4, 1],
		[null, 1, "b", 0, 1],
		[null, 1, "c", 5, 2],
		[null, 1, "c", 6, 0],
		[null, -1, "b", 0, 0],
		[null, -1, "c", 3, 1],
		[null, -1, "a", 3, 2],
		[0, 1, "a", 3, 1],
		[2, 1, "c", 5, 0],
		[0, -1, "a", 4, 2],
	] as const)("from %s by %i with the caret in %s at %i", (from, by, blockId, offset, to) => {
		const current = from === null ? null : keys[from]!;
		expect(stepFrom(tips, current, by, order, { blockId, offset })).toBe(tips[to]);
	});
	test("a caret that was moved away from the finding is where the way goes on from", () => {
		expect(stepFrom(tips, keys[0]!, 1, order, { blockId: "c", offset: 2 })).toBe(tips[2]);
		expect(stepFrom(tips, keys[2]!, 1, order, { blockId: "a", offset: 0 })).toBe(tips[0]);
		expect(stepFrom(tips, keys[2]!, -1, order, { blockId: "b", offset: 0 })).toBe(tips[0]);
		// On a page that was never entered there is no caret: the way goes on from the finding.
		expect(stepFrom(tips, keys[0]!, 1, order, null)).toBe(tips[1]);
	});
	test("a current finding that is gone is no place to start from", () => {
		expect(stepFrom(tips, "language.a|a|99|x", 1, order, { blockId: "c", offset: 0 })).toBe(tips[1]);
		expect(stepFrom([], null, 1, order, null)).toBeUndefined();
	});
});

test("counts by rule, the most frequent first, errors before all", () => {
	expect(countByRule(tips)).toEqual([
		{ ruleId: "language.a", count: 2, severity: "note", cut: false },
		{ ruleId: "language.b", count: 1, severity: "note", cut: false },
	]);
	const error: Tip = { ...tip("a", 9, "language.spelling"), severity: "error" };
	expect(countByRule([...tips, error, tip("a", 12, "language.spelling")])[0]).toEqual({
		ruleId: "language.spelling",
		count: 2,
		severity: "error",
		cut: false,
	});
	expect(countByRule([{ ...tip("a", 0), cut: true }, tip("b", 0)])).toMatchObject([{ count: 2, cut: true }]);
});

test("all that is found at a place is told together, errors first", () => {
	const stretch = (start: number, end: number, ruleId: string): Tip => ({ ...tip("a", start, ruleId), end });
	const sentence = stretch(0, 80, "language.hard");
	const filler = stretch(10, 16, "language.filler");
	const error: Tip = { ...stretch(10, 16, "language.spelling"), severity: "error" };
	const apart = stretch(90, 95, "language.filler");
	const elsewhere = tip("b", 12);
	const all = [sentence, filler, error, apart, elsewhere];
	expect(findingsAt(all, filler)).toEqual([error, filler, sentence]);
	expect(findingsAt(all, apart)).toEqual([apart]);
	const inBlock = [sentence, filler, error, apart];
	expect(findingUnder(inBlock, 12)).toBe(error);
	expect(findingUnder(inBlock, 40)).toBe(sentence);
	expect(findingUnder(inBlock, 85)).toBeUndefined();
});
