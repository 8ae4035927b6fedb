import { expect, test } from "vitest";
import { english } from "../../words/message.ts";
import { leaningMessage } from "./leaning.ts";

const left = (...likely: number[]) => likely.map((p50, at) => ({ id: `s${at}`, remaining: { p50 } }));
const title = (id: string) => `Title of ${id}`;

test("a story that is half of what is left in all is told with its share", () => {
	const told = leaningMessage(left(10, 60, 30), title);
	expect(told && english(told)).toContain("60% of what those that are out");
	expect(told && english(told)).toContain("“Title of s1”");
	const untitled = leaningMessage(left(10, 60, 30), () => "");
	expect(untitled && english(untitled)).toContain("one without a title");
});

test("not where none is, where it is the only one, and where nothing is left", () => {
	expect(leaningMessage(left(40, 30, 30), title)).toBeNull();
	expect(leaningMessage(left(100), title)).toBeNull();
	expect(leaningMessage(left(0, 0), title)).toBeNull();
	expect(leaningMessage([], title)).toBeNull();
});
