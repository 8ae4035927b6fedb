import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalSpans } from "#domain/story/canonical.ts";
import { storyToMarkdown } from "#domain/story/export/markdown.ts";
import type { Block, Span } from "#domain/story/schema.ts";
import { anySpans } from "#tests/support/documents.ts";
import { looksLikeMarkdown, markdownBlocks } from "./markdown-blocks.ts";

/** Our own Markdown of blocks, without what is said above a story. */
function exported(blocks: Block[]): string {
	const markdown = storyToMarkdown(
		{ version: 1, blocks },
		{
			facts: { status: null, created: null, updated: null, published: null, canonical: null, inkhour: "id" },
			imageSource: ({ remoteUrl = null }) => remoteUrl,
		},
	);
	return markdown.slice(markdown.indexOf("\n---\n") + 5);
}

const seen = (spans: readonly Span[]) => spans.map(({ text }) => text.replace(/\s/gu, "")).join("");

const withoutIds = (blocks: readonly Block[]) => blocks.map(({ id: _, ...block }) => block);

/** What is seen of a block, by its kind. */
function words(block: Block): string {
	if (block.type === "list") return `${block.ordered}: ${block.items.map(({ spans }) => seen(spans)).join(" | ")}`;
	if (block.type === "table") return block.rows.map((row) => row.map(seen).join(" | ")).join("\n");
	return "spans" in block ? `${block.type}: ${seen(block.spans)}` : block.type;
}

const spans = anySpans.map(canonicalSpans).filter((found) => seen(found) !== "");
const oneLine = spans.map((found) =>
	canonicalSpans(found.map((span) => ({ ...span, text: span.text.replaceAll("\n", " ") }))),
);
const block = fc.oneof(
	fc.record({ id: fc.constant("p"), type: fc.constant("paragraph" as const), spans }),
	fc.record({
		id: fc.constant("h"),
		type: fc.constant("heading" as const),
		level: fc.constant(1 as const),
		spans: oneLine,
	}),
	fc.record({ id: fc.constant("q"), type: fc.constantFrom("quote" as const, "pullQuote" as const), spans }),
	fc.record({
		id: fc.constant("l"),
		type: fc.constant("list" as const),
		ordered: fc.boolean(),
		items: fc.array(fc.record({ spans, depth: fc.constant(0) }), { minLength: 1, maxLength: 4 }),
	}),
	fc.record({
		id: fc.constant("t"),
		type: fc.constant("table" as const),
		rows: fc.array(fc.tuple(spans, spans), { minLength: 2, maxLength: 3 }),
	}),
);

test("blocks come back from our own Markdown with their kinds and every character", () => {
	fc.assert(
		fc.property(fc.array(block, { minLength: 1, maxLength: 3 }), (blocks) => {
			expect(markdownBlocks(exported(blocks)).map(words)).toEqual(blocks.map(words));
		}),
		{ numRuns: 300 },
	);
});

test("a gallery comes back, and of what has no address only its words", () => {
	const picture = (name: string) => ({ remoteUrl: `https://example.org/${name}.png`, alt: name });
	const gallery: Block = {
		id: "g",
		type: "gallery",
		images: [picture("one"), picture("two"), picture("three")],
		caption: [{ text: "All of them" }],
	};
	expect(markdownBlocks(exported([gallery]))).toMatchObject([{ ...gallery, id: expect.any(String) }]);
	const lost: Block[] = [
		{ id: "f", type: "figure", image: { alt: "" }, caption: [], layout: "column" },
		{ id: "e", type: "embed", url: "", kind: "lost", caption: [{ text: "A film" }] },
	];
	expect(markdownBlocks(exported(lost))).toMatchObject([{ type: "paragraph", spans: [{ text: "A film" }] }]);
});

test("a picture comes back with its caption", () => {
	const figure: Block = {
		id: "f",
		type: "figure",
		image: { remoteUrl: "https://example.org/a_(1).png", alt: "A lamp [lit]" },
		caption: [{ text: "By " }, { text: "night", italic: true }],
		layout: "column",
	};
	expect(markdownBlocks(exported([figure]))).toMatchObject([{ ...figure, id: expect.any(String) }]);
});

test.each([
	"Learning C#",
	"#",
	"a ##",
	"1. one",
	"- item",
	"> said",
	"a | b",
	"| - | - |",
	"```",
	"+ plus",
	"***",
	"_x_ &amp; <b>",
])("the heading and the paragraph %s come back", (text) => {
	const blocks: Block[] = [
		{ id: "h", type: "heading", level: 2, spans: [{ text }] },
		{ id: "p", type: "paragraph", spans: [{ text }] },
	];
	expect(markdownBlocks(exported(blocks))).toMatchObject(blocks.map(({ id: _, ...rest }) => rest));
});

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

test("the marks at the end of a heading go out as Markdown so that no reader takes them for its close", () => {
	const heading = (text: string) => exported([{ id: "a", type: "heading", level: 1, spans: [{ text }] }]).trim();
	expect(heading("Learning C#")).toBe("## Learning C#");
	expect(heading("C # and D ##")).toBe("## C # and D \\##");
});
