import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalSpans } from "#domain/story/canonical.ts";
import { markdownInline } from "#domain/story/export/markdown-text.ts";
import { safeHref } from "#domain/story/links.ts";
import type { Span } from "#domain/story/schema.ts";
import { anySpans } from "#tests/support/documents.ts";
import { processorMs } from "#tests/support/processor-time.ts";
import { inlineMarkdown } from "./inline.ts";

/** One pass takes some hundred, a quadratic one many seconds. */
const ONE_PASS_MS = 2_000;

test.each<[string, Span[]]>([
	["2 * 3 * 4", [{ text: "2 * 3 * 4" }]],
	["1 \\* 2 \\* 3", [{ text: "1 * 2 * 3" }]],
	["2 \\* 3 *x*", [{ text: "2 * 3 " }, { text: "x", italic: true }]],
	["a file\\_name and snake_case_name", [{ text: "a file_name and snake_case_name" }]],
	["C:\\temp", [{ text: "C:\\temp" }]],
	["one\\\ntwo", [{ text: "one\ntwo" }]],
	["***both***", [{ text: "both", bold: true, italic: true }]],
	[
		"**one *two* three**",
		[
			{ text: "one ", bold: true },
			{ text: "two", bold: true, italic: true },
			{ text: " three", bold: true },
		],
	],
	["**「灯」**です", [{ text: "「灯」", bold: true }, { text: "です" }]],
	["~~gone~~ ~not~", [{ text: "gone", strikethrough: true }, { text: " ~not~" }]],
	["`a * b` and ``c ` d``", [{ text: "a * b", code: true }, { text: " and " }, { text: "c ` d", code: true }]],
	["`open", [{ text: "`open" }]],
	[
		"[one *two*](https://example.org/a_(b))",
		[
			{ text: "one ", link: { href: "https://example.org/a_(b)" } },
			{ text: "two", italic: true, link: { href: "https://example.org/a_(b)" } },
		],
	],
	["*a [b*](https://example.org/)", [{ text: "*a " }, { text: "b*", link: { href: "https://example.org/" } }]],
	[
		"[x](javascript:alert(1)) ![p](https://example.org/)",
		[{ text: "[x](javascript:alert(1)) ![p](https://example.org/)" }],
	],
	[
		"[a [b](https://example.org/) c](https://example.org/)",
		[{ text: "[a " }, { text: "b", link: { href: "https://example.org/" } }, { text: " c](https://example.org/)" }],
	],
	["[a](https://example.org/?a=1&amp;b=2)", [{ text: "a", link: { href: "https://example.org/?a=1&b=2" } }]],
	["&#32;&amp;&nosuch; A&B", [{ text: " &&nosuch; A&B" }]],
	[
		"a<em>b</em>c <script>x</script> </em>",
		[{ text: "a" }, { text: "b", italic: true }, { text: "c <script>x</script> </em>" }],
	],
])("%s", (markdown, spans) => {
	expect(inlineMarkdown(markdown)).toEqual(spans);
});

/** Each character that is seen, with its marks. */
function characters(spans: readonly Span[]): string[] {
	return spans.flatMap(({ text, ...marks }) => {
		const key = JSON.stringify({ ...marks, link: marks.link && safeHref(marks.link.href) });
		return [...text.replace(/\s/gu, "")].map((character) => `${character} ${key}`);
	});
}

test("what our own Markdown says comes back: every character, with its marks", () => {
	fc.assert(
		fc.property(anySpans, (wild) => {
			// An address that may not be followed goes out as its words alone; code of spaces only as spaces.
			const spans = canonicalSpans(wild).filter(
				({ link, text }) => !link?.href.startsWith("javascript:") && !/\s/.test(link?.href ?? "") && text.trim() !== "",
			);
			const markdown = markdownInline(spans, { lineBreak: "\\\n", footnotes: new Set() });
			expect(characters(inlineMarkdown(markdown))).toEqual(characters(spans));
		}),
		{ numRuns: 500 },
	);
});

test.each([
	["brackets", "[".repeat(40_000)],
	["links that are begun", "[a ".repeat(13_000)],
	["addresses that are begun", "[a](https://x".repeat(10_000)],
	["bold stretches that are begun", " **a".repeat(8_000)],
	["runs of every length", "***a **b *c __d _e ".repeat(8_000)],
	["tags that are begun", "<em>".repeat(20_000)],
	["tags that are not begun", "</em>".repeat(20_000)],
	["code that is begun", Array.from({ length: 400 }, (_, at) => `${"`".repeat(at + 1)} `).join("")],
])("many %s stay text", (_, text) => {
	let spans: Span[] = [];
	expect(
		processorMs(() => {
			spans = inlineMarkdown(text);
		}),
	).toBeLessThan(ONE_PASS_MS);
	expect(spans.length).toBe(1);
	expect(spans[0]?.text.length).toBe(text.length);
});

test("pairs of tags that do not match, and long code, are read in one pass", () => {
	const tags = `${"<em>".repeat(20_000)}${"</strong>".repeat(20_000)}`;
	const code = ` ${" a".repeat(100_000)}`;
	const spent = processorMs(() => {
		expect(inlineMarkdown(tags)).toEqual([{ text: tags }]);
		expect(inlineMarkdown(`\`${code}\``)).toEqual([{ text: code, code: true }]);
	});
	expect(spent).toBeLessThan(ONE_PASS_MS);
});

test("an address that is too long once it is written in full makes no link", () => {
	const markdown = `[я](https://example.org/${"я".repeat(900)})`;
	expect(inlineMarkdown(markdown)).toEqual([{ text: markdown }]);
});

test("very many marks in one paragraph are all read", () => {
	expect(inlineMarkdown("a **b** ".repeat(12_000))).toHaveLength(24_001);
});
