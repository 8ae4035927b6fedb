import { expect, test } from "vitest";
import type { Block } from "#domain/story/schema.ts";
import { processorMs } from "#tests/support/processor-time.ts";
import { looksLikeMarkdown, markdownBlocks } from "./markdown-blocks.ts";

/** One pass takes some ten, a quadratic one many seconds. */
const ONE_PASS_MS = 1_000;

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
])("many %s in a line are read in one pass", (_, text) => {
	let blocks: Block[] = [];
	const spent = processorMs(() => {
		looksLikeMarkdown(text);
		blocks = markdownBlocks(text);
	});
	expect(blocks).toHaveLength(1);
	expect(spent).toBeLessThan(ONE_PASS_MS);
});

test("many opened brackets are looked through in one pass", () => {
	const spent = processorMs(() => {
		expect(looksLikeMarkdown("[".repeat(100_000))).toBe(false);
		expect(looksLikeMarkdown("[a](http://".repeat(30_000))).toBe(false);
	});
	expect(spent).toBeLessThan(ONE_PASS_MS);
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
