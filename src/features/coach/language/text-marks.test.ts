import { expect, test } from "vitest";
import type { Tip } from "#domain/feedback/types.ts";
import { markable } from "./text-marks.ts";

const tip = (start: number, end: number): Tip => ({
	ruleId: "language.a",
	severity: "note",
	blockId: "a",
	start,
	end,
	quote: "x",
	values: {},
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
