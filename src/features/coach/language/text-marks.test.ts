import { expect, test } from "vitest";
import type { Tip } from "#domain/feedback/types.ts";
import { markable, markLayers, sentenceAt } from "./text-marks.ts";

const tip = (start: number, end: number): Tip => ({
	ruleId: "language.a",
	severity: "note",
	blockId: "a",
	start,
	end,
	quote: "x",
	values: {},
	evidence: [],
});

test("the sentence that is being typed is not marked, and a paragraph is never all marks", () => {
	const tips = [tip(0, 4), tip(8, 12), tip(20, 24)];
	expect(markable(tips, null)).toEqual(tips);
	expect(markable(tips, { start: 6, end: 18 })).toEqual([tips[0], tips[2]]);
	expect(
		markable(
			Array.from({ length: 50 }, (_, n) => tip(n, n + 1)),
			null,
		),
	).toHaveLength(12);
});

test("an error late in a crowded paragraph is marked all the same", () => {
	const error: Tip = { ...tip(90, 94), severity: "error" };
	const shown = markable([...Array.from({ length: 20 }, (_, n) => tip(n, n + 1)), error], null);
	expect(shown).toHaveLength(12);
	expect(shown.at(-1)).toBe(error);
});

test("marks that share words lie in layers of their own, the shortest nearest to the words", () => {
	const [sentence, passive, filler, apart] = [tip(0, 90), tip(20, 40), tip(25, 30), tip(100, 104)];
	expect(markLayers([sentence, passive, filler, apart])).toEqual(["outer", "around", "style", "style"]);
	const error: Tip = { ...tip(25, 30), severity: "error" };
	expect(markLayers([tip(0, 20), error, filler])).toEqual(["style", "error", "around"]);
});

test("the sentence at the caret is the same however long the paragraph is", () => {
	const short = "One lamp. Two lamps! And three";
	const at = (text: string, caret: number) => {
		const place = sentenceAt(text, caret);
		return place && text.slice(place.start, place.end);
	};
	expect(at(short, 4)).toBe("One lamp.");
	expect(at(short, 10)).toBe("One lamp.");
	expect(at(short, 15)).toBe("Two lamps!");
	expect(at(short, short.length)).toBe("And three");
	expect(sentenceAt("", 0)).toBeNull();
	const before = "A lamp was lit. ".repeat(6000);
	expect(sentenceAt(before + short, before.length + 15)).toEqual({
		start: before.length + 10,
		end: before.length + 20,
	});
});
