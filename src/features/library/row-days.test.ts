import { expect, test } from "vitest";
import { rowDays } from "./row-days.ts";

const now = Date.parse("2026-11-26T12:00:00Z");
const story = {
	stage: "published" as const,
	imported: false,
	createdAt: "2025-03-01T12:00:00Z",
	updatedAt: "2026-11-26T09:00:00Z",
	publishedAt: "2025-03-05T12:00:00Z",
	trashedAt: null,
};
const said = (...parameters: Parameters<typeof rowDays>) => rowDays(...parameters).map(({ day, done }) => [day, done]);

test("a published story that was changed today did not come out today", () => {
	expect(said(story, "updated", now)).toEqual([
		["Mar 5, 2025", null],
		["today", "changed"],
	]);
	expect(said(story, "created", now)).toEqual([
		["Mar 5, 2025", null],
		["Mar 1, 2025", "created"],
	]);
	expect(said(story, "published", now)).toEqual([["Mar 5, 2025", null]]);
	expect(said({ ...story, updatedAt: story.publishedAt }, "updated", now)).toEqual([["Mar 5, 2025", null]]);
	expect(said({ ...story, trashedAt: "2026-11-25T12:00:00Z" }, "published", now)).toEqual([
		["Mar 5, 2025", null],
		["yesterday", "deleted"],
	]);
});

test("of a publication without a day it is said what was done on the day that is shown", () => {
	expect(said({ ...story, publishedAt: null }, "updated", now)).toEqual([["today", "changed"]]);
});

test("a draft shows the day by which the list is sorted", () => {
	expect(said({ ...story, stage: "draft", publishedAt: null }, "updated", now)).toEqual([["today", null]]);
});

test("of an imported story nobody knows when it was begun, and it is not said", () => {
	expect(said({ ...story, imported: true }, "created", now)).toEqual([
		["Mar 5, 2025", null],
		["Mar 1, 2025", "known"],
	]);
});
