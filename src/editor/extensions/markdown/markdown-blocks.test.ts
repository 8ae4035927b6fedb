import { expect, test } from "vitest";
import { storyToMarkdown } from "#domain/story/export/markdown.ts";
import type { Block } from "#domain/story/schema.ts";
import { looksLikeMarkdown, markdownBlocks } from "./markdown-blocks.ts";

const withoutIds = (blocks: readonly Block[]) => blocks.map(({ id: _, ...block }) => block);

/** Our own Markdown of a story, without what is said above its text. */
function exported(blocks: Block[]): string {
	const markdown = storyToMarkdown(
		{ version: 1, blocks },
		{
			facts: { created: null, updated: null, published: null, canonical: null, inkhour: "id" },
			imageSource: () => null,
		},
	);
	return markdown.slice(markdown.indexOf("\n---\n") + 5);
}

test("quotes and pull quotes come back from our own Markdown as what they were", () => {
	const blocks: Block[] = [
		{ id: "a", type: "quote", spans: [{ text: "Said by " }, { text: "night", bold: true }] },
		{ id: "b", type: "pullQuote", spans: [{ text: "Light, then dark" }] },
		{ id: "c", type: "pullQuote", spans: [{ text: "More than less" }] },
		{ id: "d", type: "paragraph", spans: [{ text: "After." }] },
	];
	const text = exported(blocks);
	expect(looksLikeMarkdown(text)).toBe(true);
	expect(withoutIds(markdownBlocks(text))).toEqual(withoutIds(blocks));
});

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

test("the marks at the end of a heading go out as Markdown so that no reader takes them for its close", () => {
	const heading = (text: string) => exported([{ id: "a", type: "heading", level: 1, spans: [{ text }] }]).trim();
	expect(heading("Learning C#")).toBe("## Learning C#");
	expect(heading("C # and D ##")).toBe("## C # and D \\##");
	expect(withoutIds(markdownBlocks(heading("Learning C#")))).toMatchObject([{ spans: [{ text: "Learning C#" }] }]);
});
