import { expect, test } from "vitest";
import { distinctTitles } from "./distinct-titles.ts";

test("a variant that says what the title or an earlier variant says is named, not compared; blank ones are neither", () => {
	expect(distinctTitles("Seven lamps", ["Seven  lamps ", "Two lamps", "", "Two lamps", "", "Bread"])).toEqual({
		others: ["Two lamps", "Bread"],
		sameAs: [0, null, null, 2, null, null],
	});
});

test("a story without a title has variants that stand for themselves", () => {
	expect(distinctTitles("", ["Bread", " "])).toEqual({ others: ["Bread"], sameAs: [null, null] });
});
