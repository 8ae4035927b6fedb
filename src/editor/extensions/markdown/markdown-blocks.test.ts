import { expect, test } from "vitest";
import type { Block } from "#domain/story/schema.ts";
import { looksLikeMarkdown, markdownBlocks } from "./markdown-blocks.ts";

const withoutIds = (blocks: readonly Block[]) => blocks.map(({ id: _, ...block }) => block);

test("a quote with a quote in it stays one", () => {
	expect(withoutIds(markdownBlocks("> > He said\n> she said"))).toMatchObject([{ type: "quote" }]);
	expect(withoutIds(markdownBlocks(">> Light\n>> and dark"))).toMatchObject([{ type: "pullQuote" }]);
});

test.each([
	["spaces", `${" ".repeat(100_000)}x`],
	["spaces in a heading", `# a${" ".repeat(100_000)}b`],
	["spaces below a row", `a|b\n${" ".repeat(100_000)}x`],
	["closing marks of a heading", `# a${"#".repeat(100_000)}b`],
])("many %s in a line take no longer than their number", (_, text) => {
	looksLikeMarkdown(text);
	expect(markdownBlocks(text)).toHaveLength(1);
});

test("many opened brackets are looked through no longer than their number", () => {
	expect(looksLikeMarkdown("[".repeat(100_000))).toBe(false);
	expect(looksLikeMarkdown("[a](http://".repeat(30_000))).toBe(false);
});

test.each([
	["# Tides", "Tides"],
	["## Tides ##  ", "Tides"],
	["# Learning C#", "Learning C#"],
	["# C# and F# #", "C# and F#"],
	["# #", "#"],
])("the heading %s is %s", (markdown, text) => {
	expect(withoutIds(markdownBlocks(markdown))).toMatchObject([{ type: "heading", spans: [{ text }] }]);
});
