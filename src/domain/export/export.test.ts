import fc from "fast-check";
import { parseDocument } from "htmlparser2";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { parseStoryDocument } from "../story/parse.ts";
import type { Block, Span, StoryDocument } from "../story/schema.ts";
import { blockTextParts } from "../story/text.ts";
import { fileStem, UniqueNames } from "./file-names.ts";
import { storyHtml } from "./html.ts";
import { storyMarkdown } from "./markdown.ts";

const options = { facts: { publishedAt: null, canonicalUrl: null, mediumUrl: null }, localImage: () => null };

interface Node {
	type: string;
	name?: string;
	data?: string;
	attribs?: Record<string, string>;
	children?: Node[];
}

/** Text of a parsed page in reading order, `<br>` as line end. */
function textOf(node: Node): string {
	if (node.type === "text") return node.data ?? "";
	if (node.name === "br") return "\n";
	if (node.name === "style" || node.name === "head") return "";
	return (node.children ?? []).map(textOf).join("");
}

function elements(node: Node, name: string): Node[] {
	return [...(node.name === name ? [node] : []), ...(node.children ?? []).flatMap((child) => elements(child, name))];
}

const page = (html: string) => parseDocument(html) as unknown as Node;
const readMarkdown = (markdown: string) =>
	page(
		micromark(markdown.replace(/^---\n[\s\S]*?\n---\n/, ""), {
			allowDangerousHtml: true,
			extensions: [gfm()],
			htmlExtensions: [gfmHtml()],
		}),
	);

/** What a reader sees, without the white space that blocks put between each other. */
const squeeze = (text: string) => text.replace(/[\s\u200B]+/g, "");

const text = fc.oneof(
	fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
	fc
		.array(
			fc.constantFrom(..."*_`~[]()<>#&|\\!-+=.:1 a\n\té字".split(""), "**", "&amp;", "<b>", "www.", "- ", "1. ", "---"),
			{
				minLength: 1,
				maxLength: 8,
			},
		)
		.map((parts) => parts.join("")),
);
const span: fc.Arbitrary<Span> = fc.record(
	{
		text,
		bold: fc.constant(true as const),
		italic: fc.constant(true as const),
		code: fc.constant(true as const),
		strikethrough: fc.constant(true as const),
		link: fc.record({
			href: fc.oneof(fc.webUrl(), fc.constantFrom("javascript:alert(1)", "https://x.example/a(b)<c>")),
		}),
	},
	{ requiredKeys: ["text"] },
);
const spans = fc.array(span, { minLength: 1, maxLength: 4 });
const block: fc.Arbitrary<Omit<Extract<Block, { spans: unknown }>, "id"> | Record<string, unknown>> = fc.oneof(
	fc.record({ type: fc.constantFrom("paragraph", "quote", "title", "subtitle", "pullQuote"), spans }),
	fc.record({ type: fc.constant("heading"), level: fc.constantFrom(1, 2), spans }),
	fc.record({
		type: fc.constant("list"),
		ordered: fc.boolean(),
		items: fc.array(fc.record({ spans, depth: fc.nat(2) }), { minLength: 1, maxLength: 4 }),
	}),
	fc.record({ type: fc.constant("code"), text, language: fc.constant(null), languageSource: fc.constant("none") }),
	fc.record({
		type: fc.constant("table"),
		rows: fc.array(fc.array(spans, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
	}),
);
const story = fc
	.array(block, { minLength: 1, maxLength: 5 })
	.map((blocks) => parseStoryDocument({ version: 1, blocks: blocks.map((each, at) => ({ ...each, id: `b${at}` })) }));
const storyText = (document: StoryDocument) => squeeze(document.blocks.flatMap(blockTextParts).join(""));

describe("Markdown", () => {
	test("gives every character back through a CommonMark reader", () => {
		fc.assert(
			fc.property(story, (document) => {
				expect(squeeze(textOf(readMarkdown(storyMarkdown(document, options))))).toBe(storyText(document));
			}),
			{ numRuns: 400 },
		);
	});

	test("drops the spaces at a block's edges and says where an address is missing", () => {
		const image = { alt: "A lamp" };
		const document = parseStoryDocument({
			version: 1,
			blocks: [
				{ id: "p", type: "paragraph", spans: [{ text: " One line \n  and another " }] },
				{ id: "e", type: "embed", url: "", kind: "lost", caption: [{ text: "A film" }] },
				{ id: "f", type: "figure", image, caption: [], layout: "column" },
				{ id: "g", type: "figure", image: { alt: "" }, caption: [], layout: "column" },
			],
		});
		expect(storyHtml(document, options)).toContain("[Embed without an address]");
		expect(storyMarkdown(document, options).split("\n\n").slice(-5)).toEqual([
			"One line\\\n&#32;&#32;and another",
			"*\\[Embed without an address\\]*",
			"*A film*",
			"*\\[Picture “A lamp” without an address\\]*",
			"*\\[Picture without an address\\]*\n",
		]);
	});

	test("writes what a writer would write", () => {
		const document = parseStoryDocument({
			version: 1,
			blocks: [
				{ id: "t", type: "title", spans: [{ text: "On lamps" }] },
				{
					id: "p",
					type: "paragraph",
					spans: [
						{ text: "Plain, " },
						{ text: "bold", bold: true },
						{ text: " and " },
						{ text: "both ", bold: true, italic: true },
						{ text: "snake_case at 10:30 – see " },
						{ text: "here", link: { href: "https://example.com/a" } },
						{ text: "." },
					],
				},
				{ id: "c", type: "code", text: "a = `b`\n```", language: "ts", languageSource: "writer" },
				{ id: "n", type: "note", spans: [{ text: "secret" }] },
				{ id: "s", type: "separator" },
				{
					id: "l",
					type: "list",
					ordered: true,
					start: 3,
					items: [
						{ spans: [{ text: "one" }], depth: 0 },
						{ spans: [{ text: "in" }], depth: 1 },
						{ spans: [{ text: "two" }], depth: 0 },
					],
				},
			],
		});
		expect(storyMarkdown(document, options)).toBe(
			[
				"---",
				'title: "On lamps"',
				"---",
				"",
				"# On lamps",
				"",
				"Plain, **bold** and ***both*** snake_case at 10:30 – see [here](<https://example.com/a>).",
				"",
				"````ts",
				"a = `b`",
				"```",
				"````",
				"",
				"---",
				"",
				"3. one",
				"   1. in",
				"4. two",
				"",
			].join("\n"),
		);
	});

	test("front matter holds any title and nothing else", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 40 }), (title) => {
				const document = parseStoryDocument({
					version: 1,
					blocks: [{ id: "t", type: "title", spans: [{ text: `${title}x` }] }],
				});
				const [, head = ""] = /^---\n([\s\S]*?)\n---\n/.exec(storyMarkdown(document, options)) ?? [];
				expect(Object.keys(parseYaml(head))).toEqual(["title"]);
			}),
		);
		const document = parseStoryDocument({
			version: 1,
			blocks: [{ id: "t", type: "title", spans: [{ text: 'a"\n---\nevil: 1' }] }],
		});
		expect(storyMarkdown(document, options)).toMatch(/^---\ntitle: "a\\" --- evil: 1"\n---\n/);
	});
});

describe("HTML", () => {
	test("gives every character back and holds no script, whatever the text", () => {
		fc.assert(
			fc.property(story, (document) => {
				const root = page(storyHtml(document, options));
				expect(squeeze(textOf(root))).toBe(storyText(document));
				for (const link of elements(root, "a")) expect(link.attribs?.["href"]).not.toMatch(/^\s*javascript:/i);
			}),
		);
	});

	test("hostile titles, languages and picture texts stay text", () => {
		const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
		const document = parseStoryDocument({
			version: 1,
			blocks: [
				{ id: "t", type: "title", spans: [{ text: hostile }] },
				{ id: "c", type: "code", text: hostile, language: hostile.slice(0, 40), languageSource: "writer" },
				{
					id: "f",
					type: "figure",
					image: { alt: hostile, remoteUrl: "javascript:alert(1)" },
					caption: [],
					layout: "column",
				},
				{ id: "e", type: "embed", url: "javascript:alert(1)", kind: "frame", caption: [{ text: hostile }] },
				{ id: "k", type: "linkCard", url: "data:text/html,x", title: hostile, description: hostile, site: hostile },
			],
		});
		const root = page(storyHtml(document, { ...options, localImage: () => 'media/"><script>.png' }));
		expect(elements(root, "script")).toEqual([]);
		expect(elements(root, "a")).toEqual([]);
		expect(elements(root, "img").map((image) => Object.keys(image.attribs ?? {}))).toEqual([["src", "alt"]]);
	});

	test("a remote picture becomes a link: opening the page loads nothing", () => {
		const image = { alt: "A lamp", remoteUrl: "https://cdn.example.com/lamp.png" };
		const document = parseStoryDocument({
			version: 1,
			blocks: [{ id: "f", type: "figure", image, caption: [], layout: "column" }],
		});
		expect(elements(page(storyHtml(document, options)), "img")).toEqual([]);
		expect(storyHtml(document, options)).toContain('<a href="https://cdn.example.com/lamp.png">A lamp</a>');
	});

	test("footnotes point to their note and back", () => {
		const document = parseStoryDocument({
			version: 1,
			blocks: [
				{ id: "p", type: "paragraph", spans: [{ text: "Said" }, { text: "1", footnote: "f1" }] },
				{ id: "f1", type: "footnote", spans: [{ text: "By whom." }] },
			],
		});
		const html = storyHtml(document, options);
		expect(html).toContain('<a href="#f1" id="ref-f1">1</a>');
		expect(html).toContain('href="#ref-f1"');
		expect(storyMarkdown(document, options)).toContain("Said[^f1]\n\n[^f1]: By whom.");
	});
});

describe("file names", () => {
	test("are safe everywhere and readable", () => {
		expect(fileStem("A/B: what? “quoted” – 第一章", "x")).toBe("A-B-what-quoted-第一章");
		expect(fileStem("…", "5f3a")).toBe("5f3a");
		expect(fileStem("CON", "5f3a")).toBe("CON-5f3a");
		fc.assert(
			fc.property(fc.string({ unit: "binary", maxLength: 300 }), (title) => {
				const stem = fileStem(title, "id");
				expect(stem).toMatch(/^[^\\/:*?"<>|.\p{Cc}]+$/u);
				expect(new TextEncoder().encode(stem).length).toBeLessThanOrEqual(130);
			}),
		);
	});

	test("are handed out once, also where case does not count", () => {
		const names = new UniqueNames();
		expect(["a", "A", "a"].map((stem) => names.take(stem, "md"))).toEqual(["a.md", "A-2.md", "a-3.md"]);
	});
});
