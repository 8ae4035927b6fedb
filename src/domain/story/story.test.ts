import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyDocument } from "#tests/support/documents.ts";
import { canonicalSpans } from "./canonical.ts";
import { countPlainText, countStory, imageSeconds, readingMinutes, readingSeconds } from "./counts.ts";
import { safeHref } from "./links.ts";
import { parseStoryDocument, parseStoryDocumentJson, StoryDocumentError } from "./parse.ts";
import type { Span } from "./schema.ts";
import { nameFromWords, plainText, spansText, storyExcerpt, storySubtitle, storyTitle } from "./text.ts";
import { countText } from "./words.ts";

const span: fc.Arbitrary<Span> = fc.record(
	{
		text: fc.string({ unit: "binary", minLength: 1, maxLength: 8 }),
		bold: fc.constant(true as const),
		italic: fc.constant(true as const),
		link: fc.record({ href: fc.webUrl() }),
	},
	{ requiredKeys: ["text"] },
);

describe("canonical spans", () => {
	test("are a fixed point: making them canonical again changes nothing", () => {
		fc.assert(
			fc.property(fc.array(span), (spans) => {
				const once = canonicalSpans(spans);
				expect(canonicalSpans(once)).toEqual(once);
			}),
		);
	});

	test("keep every character but lone surrogates and control characters", () => {
		fc.assert(
			fc.property(fc.array(span), (spans) => {
				const kept = spansText(canonicalSpans(spans));
				const wanted = spans
					.map((each) =>
						each.text
							.toWellFormed()
							.replace(/\r\n?/g, "\n")
							.replace(/(?![\t\n])\p{Cc}/gu, ""),
					)
					.join("");
				expect(kept).toBe(wanted);
			}),
		);
	});

	test("join neighbours with equal marks and keep different links apart", () => {
		expect(
			canonicalSpans([
				{ text: "a", bold: true },
				{ text: "b", bold: true },
				{ text: "c", link: { href: "https://one.example/" } },
				{ text: "d", link: { href: "https://two.example/" } },
			]),
		).toEqual([
			{ text: "ab", bold: true },
			{ text: "c", link: { href: "https://one.example/" } },
			{ text: "d", link: { href: "https://two.example/" } },
		]);
	});
});

describe("parsing", () => {
	const paragraph = (id: string, text: string) => ({ id, type: "paragraph", spans: [{ text }] });

	test("gives repeated block ids a suffix and keeps the first", () => {
		const blocks = ["a", "a", "a", "a-2"].map((id) => paragraph(id, "x"));
		const ids = parseStoryDocument({ version: 1, blocks }).blocks.map((block) => block.id);
		expect(new Set(ids).size).toBe(4);
		expect(ids[0]).toBe("a");
	});

	test("names the place of a fault", () => {
		const fault = { version: 1, blocks: [paragraph("a", "x"), { id: "b", type: "heading", level: 7, spans: [] }] };
		expect(() => parseStoryDocument(fault)).toThrowError(expect.objectContaining({ path: "blocks.1.level" }));
	});

	test("tells a document from the future from a broken one", () => {
		const future = (() => {
			try {
				parseStoryDocument({ version: 2, blocks: [] });
			} catch (error) {
				return error;
			}
		})();
		expect(future).toBeInstanceOf(StoryDocumentError);
		expect(future).toMatchObject({ fromTheFuture: true });
	});

	test("never throws anything but its own error", () => {
		fc.assert(
			fc.property(fc.oneof(fc.json(), fc.string()), (input) => {
				try {
					parseStoryDocumentJson(input);
				} catch (error) {
					expect(error).toBeInstanceOf(StoryDocumentError);
				}
			}),
		);
	});

	test("refuses keys it does not know, so that nothing is carried along unseen", () => {
		const smuggled = { version: 1, blocks: [{ ...paragraph("a", "x"), html: "<script>" }] };
		expect(() => parseStoryDocument(smuggled)).toThrow(StoryDocumentError);
	});

	test("a table's rows come out equally long", () => {
		const [table] = parseStoryDocument({
			version: 1,
			blocks: [{ id: "t", type: "table", rows: [[[{ text: "a" }], [{ text: "b" }]], [[{ text: "c" }]]] }],
		}).blocks;
		expect(table?.type === "table" && table.rows.map((row) => row.length)).toEqual([2, 2]);
	});
});

describe("counts by Medium's rule", () => {
	test("pictures cost 12, 11, 10 … 3, 3 seconds", () => {
		expect([0, 1, 2, 10, 12].map(imageSeconds)).toEqual([0, 12, 23, 75, 81]);
	});

	test("265 words are a minute, 500 Chinese characters are a minute", () => {
		expect(readingSeconds({ words: 265, cjkCharacters: 0, images: 0 })).toBe(60);
		expect(readingSeconds({ words: 0, cjkCharacters: 500, images: 0 })).toBe(60);
	});

	test("words of several scripts", () => {
		expect(countText("It's a well-known fact: 3.14 is π.")).toEqual({ words: 7, cjkCharacters: 0 });
		expect(countText("量子 computing は fun")).toEqual({ words: 2, cjkCharacters: 3 });
		expect(countText("")).toEqual({ words: 0, cjkCharacters: 0 });
	});

	test("the quick count of words is the count of the rule it stands for", () => {
		const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
		const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’\-_.]*/gu;
		const unit = fc.oneof(
			{
				weight: 6,
				arbitrary: fc.constantFrom(
					..."aZ9 .-_'’“”…–—\n\t\u00a0\u00a9\u00aa\u00b2\u00b5é\u0301\u200d\u2028".split(""),
					"灯",
					"カ",
				),
			},
			{ weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 1 }) },
		);
		fc.assert(
			fc.property(fc.string({ unit, maxLength: 24 }), (text) => {
				const rest = text.replace(cjk, " ");
				expect(countText(text)).toEqual({
					words: rest.match(word)?.length ?? 0,
					cjkCharacters: text.match(cjk)?.length ?? 0,
				});
			}),
			{ numRuns: 3_000 },
		);
	});

	test("counting the plain text gives what counting every piece gives", () => {
		fc.assert(
			fc.property(anyDocument, (document) => {
				const { characters: _, ...counts } = countStory(document);
				expect(countPlainText(document, countText(plainText(document)))).toEqual(counts);
			}),
			{ numRuns: 500 },
		);
	});

	test("notes to self are not read by a reader", () => {
		const document = parseStoryDocument({
			version: 1,
			blocks: [
				{ id: "a", type: "paragraph", spans: [{ text: "one two" }] },
				{ id: "b", type: "note", spans: [{ text: "three four" }] },
			],
		});
		expect(countStory(document).words).toBe(2);
		expect(plainText(document, { notes: false })).toBe("one two");
		expect(plainText(document)).toBe("one two\n\nthree four");
	});

	test("a story is never shown as zero minutes", () => {
		expect(readingMinutes(0)).toBe(1);
		expect(readingMinutes(149)).toBe(2);
	});
});

test("title, subtitle and excerpt are found wherever they stand", () => {
	const document = parseStoryDocument({
		version: 1,
		blocks: [
			{ id: "k", type: "kicker", spans: [{ text: "Series" }] },
			{ id: "t", type: "title", spans: [{ text: "A\ntitle" }] },
			{ id: "s", type: "subtitle", spans: [{ text: "Below" }] },
			{ id: "p", type: "paragraph", spans: [{ text: `${"word ".repeat(60)}end` }] },
		],
	});
	expect(storyTitle(document)).toBe("A title");
	expect(storySubtitle(document)).toBe("Below");
	expect(storyExcerpt(document).length).toBeLessThanOrEqual(201);
	expect(storyExcerpt(document)).toMatch(/word…$/);
	expect(nameFromWords(storyExcerpt(document))).toBe(`${"word ".repeat(16).trim()}…`);
	expect(nameFromWords(`${"灯".repeat(79)}\u{20000}塔`)).toBe(`${"灯".repeat(79)}…`);
	expect(nameFromWords("A few words")).toBe("A few words");
});

test("only web and mail links are safe, whatever the disguise", () => {
	expect(safeHref("https://example.com/a b")).toBe("https://example.com/a%20b");
	expect(safeHref("//example.com")).toBe("https://example.com/");
	expect(safeHref("#note-1")).toBe("#note-1");
	for (const hostile of [
		"javascript:alert(1)",
		" java\tscript:alert(1)",
		"data:text/html,x",
		"file:///etc/passwd",
		"vbscript:x",
		"nonsense",
	])
		expect(safeHref(hostile)).toBeNull();
});
