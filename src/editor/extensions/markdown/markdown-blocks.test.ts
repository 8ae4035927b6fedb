import { expect, test } from "vitest";
import { storyToMarkdown } from "#domain/story/export/markdown.ts";
import type { Block } from "#domain/story/schema.ts";
import { looksLikeMarkdown, markdownBlocks } from "./markdown-blocks.ts";

const withoutIds = (blocks: readonly Block[]) => blocks.map(({ id: _, ...block }) => block);

test("quotes and pull quotes come back from our own Markdown as what they were", () => {
	const blocks: Block[] = [
		{ id: "a", type: "quote", spans: [{ text: "Said by " }, { text: "night", bold: true }] },
		{ id: "b", type: "pullQuote", spans: [{ text: "Light, then dark" }] },
		{ id: "c", type: "pullQuote", spans: [{ text: "More than less" }] },
		{ id: "d", type: "paragraph", spans: [{ text: "After." }] },
	];
	const markdown = storyToMarkdown(
		{ version: 1, blocks },
		{
			facts: { created: null, updated: null, published: null, canonical: null, inkhour: "id" },
			name: "",
			language: null,
			imageSource: () => null,
		},
	);
	const text = markdown.slice(markdown.indexOf("\n---\n") + 5);
	expect(looksLikeMarkdown(text)).toBe(true);
	expect(withoutIds(markdownBlocks(text))).toEqual(withoutIds(blocks));
});

test("a quote with a quote in it stays one", () => {
	expect(withoutIds(markdownBlocks("> > He said\n> she said"))).toMatchObject([{ type: "quote" }]);
	expect(withoutIds(markdownBlocks(">> Light\n>> and dark"))).toMatchObject([{ type: "pullQuote" }]);
});
