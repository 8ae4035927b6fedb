/** Marks of a line in Markdown: clean, and on every character. */
import fc from "fast-check";
import { parseDocument } from "htmlparser2";
import { expect, test } from "vitest";
import { body, characters, document, type Node, options, toHtml } from "#tests/support/exports.ts";
import { canonicalSpans } from "../canonical.ts";
import type { Span } from "../schema.ts";
import { storyToMarkdown } from "./markdown.ts";

const inMarkdown = (...spans: Span[]) =>
	body(storyToMarkdown(document({ id: "p", type: "paragraph", spans }), options)).trim();

test.each<[string, Span[]]>([
	[
		"**bold *half* rest**",
		[
			{ text: "bold ", bold: true },
			{ text: "half", bold: true, italic: true },
			{ text: " rest", bold: true },
		],
	],
	[
		"***half* bold**",
		[
			{ text: "half ", bold: true, italic: true },
			{ text: "bold", bold: true },
		],
	],
	[
		"**bold *half*** rest",
		[{ text: "bold ", bold: true }, { text: "half ", bold: true, italic: true }, { text: "rest" }],
	],
	["a **bold** word", [{ text: "a" }, { text: " bold ", bold: true }, { text: "word" }]],
	["“**Loud!**” she said", [{ text: "“" }, { text: "Loud!", bold: true }, { text: "” she said" }]],
	["***both***", [{ text: "both", bold: true, italic: true }]],
	[
		"~~gone **and** done~~",
		[
			{ text: "gone ", strikethrough: true },
			{ text: "and", bold: true, strikethrough: true },
			{ text: " done", strikethrough: true },
		],
	],
	[
		"**see [the *log*](https://a.b/)**",
		[
			{ text: "see ", bold: true },
			{ text: "the ", bold: true, link: { href: "https://a.b" } },
			{ text: "log", bold: true, italic: true, link: { href: "https://a.b" } },
		],
	],
	["run **`npm test`** now", [{ text: "run " }, { text: "npm test", bold: true, code: true }, { text: " now" }]],
	["un*frigging*believable", [{ text: "un" }, { text: "frigging", italic: true }, { text: "believable" }]],
	["Look\\![here](https://a.b/)", [{ text: "Look!" }, { text: "here", link: { href: "https://a.b" } }]],
	["plain", [{ text: " plain " }]],
	["one\\\ntwo", [{ text: "one \ntwo " }]],
])("clean Markdown: %s", (markdown, spans) => {
	expect(inMarkdown(...spans)).toBe(markdown);
});

type Letter = [character: string, marks: string];
const TAGS: Readonly<Record<string, string>> = { strong: "b", em: "i", del: "s", a: "l" };

/** Every character but spaces with the marks it is shown with. */
function letters(nodes: readonly Node[], marks: readonly string[] = []): Letter[] {
	return nodes.flatMap((node) => {
		const own = node.name === undefined ? undefined : TAGS[node.name];
		if (node.type === "text")
			return [...characters(node.data ?? "")].map((one): Letter => [one, [...marks].sort().join("")]);
		return letters(node.children ?? [], own && !marks.includes(own) ? [...marks, own] : marks);
	});
}

test("every character of a line keeps its marks, however they begin, end and lie in one another", () => {
	const mark = fc.option(fc.constant(true as const), { nil: undefined });
	const text = fc.oneof(
		fc.constantFrom(
			"word",
			"a",
			"灯塔",
			" ",
			"two words",
			" led",
			"tail ",
			"“q”",
			"(x)",
			"!",
			"*",
			"_",
			"~",
			"[",
			"é",
			"🙂",
			"a.b ",
		),
		fc.string({ minLength: 1, maxLength: 4 }),
	);
	const link = fc.option(fc.constantFrom({ href: "https://a.b" }, { href: "https://c.d/e" }), {
		nil: undefined,
		freq: 1,
	});
	const span = fc.record({ text, bold: mark, italic: mark, strikethrough: mark, link });
	fc.assert(
		fc.property(fc.array(span, { minLength: 1, maxLength: 6 }), (raw) => {
			const spans = canonicalSpans(
				raw.map(({ text: words, ...marks }) => ({ ...marks, text: words.replace(/[\n\r]/g, "") })),
			);
			const said = spans.flatMap((one) =>
				[...characters(one.text)].map((character): Letter => {
					const marks = [one.bold && "b", one.italic && "i", one.strikethrough && "s", one.link && "l"];
					return [character, marks.filter(Boolean).sort().join("")];
				}),
			);
			const markdown = inMarkdown(...spans);
			expect(letters((parseDocument(toHtml(`\n---\n${markdown}`)) as Node).children ?? []), markdown).toEqual(said);
		}),
		{ numRuns: 2000 },
	);
});
