import fc from "fast-check";
import { expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { anyDocument } from "#tests/support/documents.ts";
import { body, characters, document, options, parse, shown, toHtml, walk } from "#tests/support/exports.ts";
import type { Block, StoryDocument } from "../schema.ts";
import { absentThings } from "./absent.ts";
import { safeFileName } from "./file-name.ts";
import { storyToHtml } from "./html.ts";
import { storyToMarkdown, yamlString } from "./markdown.ts";
import type { PageOptions } from "./options.ts";

const paragraph = (text: string): Block => ({ id: "p", type: "paragraph", spans: [{ text }] });

/** What a reader sees of a document, in order. */
function visible(story: StoryDocument): string {
	const spans = (list: readonly { text: string }[]) => list.map((span) => span.text).join("");
	return characters(
		story.blocks
			.map((block) => {
				switch (block.type) {
					case "note":
					case "separator":
						return "";
					case "list":
						return block.items.map((item) => spans(item.spans)).join("");
					case "code":
						return block.text;
					case "figure":
						return characters(block.image.alt) + spans(block.caption);
					case "gallery":
						return block.images.map((image) => characters(image.alt)).join("") + spans(block.caption);
					case "embed":
						return block.url + spans(block.caption);
					case "linkCard":
						return (block.title || block.url) + block.description + block.site;
					case "table":
						return block.rows.flatMap((row) => row.map(spans)).join("");
					default:
						return spans(block.spans);
				}
			})
			.join(""),
	);
}

/** Punctuation of two UTF-16 units, which readers do not see as such. */
const ASTRAL_BEFORE_MARK: StoryDocument = {
	version: 1,
	blocks: [
		{
			id: "p",
			type: "paragraph",
			spans: [
				{ text: "\u{115c1}", link: { href: "https://a.b/" } },
				{ text: "!", strikethrough: true, link: { href: "https://a.b/" } },
			],
		},
	],
};

test("Markdown shows every character of any story, whatever the text looks like", () => {
	fc.assert(
		fc.property(anyDocument, (story) => {
			expect(shown(parse(toHtml(storyToMarkdown(story, options))))).toBe(visible(story));
		}),
		{ numRuns: 300, examples: [[ASTRAL_BEFORE_MARK]] },
	);
});

test("HTML shows every character of any story, and nothing in it runs", () => {
	fc.assert(
		fc.property(anyDocument, (story) => {
			const nodes = parse(storyToHtml(story, options));
			const article = nodes.find((node) => node.name === "article");
			expect(article && shown(walk(article))).toBe(visible(story));
			for (const node of nodes) {
				expect(["script", "iframe", "object", "embed", "form", "base"]).not.toContain(node.name);
				for (const [name, value] of Object.entries(node.attribs ?? {})) {
					expect(name.startsWith("on")).toBe(false);
					if (name === "href" || name === "src") expect(value).not.toMatch(/^\s*(javascript|data|vbscript):/i);
				}
			}
		}),
		{ numRuns: 60 },
	);
});

test("structure comes through: headings, lists in lists, code with fences in it, tables, marks, links", () => {
	const story = document(
		{ id: "a", type: "title", spans: [{ text: "Tides #" }] },
		{ id: "b", type: "heading", level: 1, spans: [{ text: "One" }] },
		{
			id: "c",
			type: "list",
			ordered: true,
			start: 9,
			items: [
				{ spans: [{ text: "nine" }], depth: 0 },
				{ spans: [{ text: "ten" }], depth: 0 },
				{ spans: [{ text: "inner" }], depth: 1 },
			],
		},
		{ id: "d", type: "code", text: "a\n```\nb", language: "ts", languageSource: "writer" },
		{
			id: "e",
			type: "table",
			rows: [
				[[{ text: "a|b" }], []],
				[[{ text: "1\n2" }], [{ text: "x", bold: true }]],
			],
		},
		{
			id: "f",
			type: "paragraph",
			spans: [
				{ text: "plain " },
				{ text: "bold", bold: true },
				{ text: " and " },
				{ text: "both ", bold: true, italic: true },
				{ text: "link", link: { href: "https://a.b/c_(d)?x=1&y=*2*" } },
				{ text: "bad", link: { href: "javascript:alert(1)" } },
			],
		},
	);
	const markdown = storyToMarkdown(story, options);
	expect(markdown).toContain("plain **bold** and ");
	const html = toHtml(markdown);
	expect(html).toContain("<h1>Tides #</h1>");
	expect(html).toContain("<h2>One</h2>");
	expect(html).toMatch(/<ol start="9">\s*<li>nine<\/li>\s*<li>ten\s*<ol>\s*<li>inner/);
	expect(html).toContain('<code class="language-ts">a\n```\nb\n</code>');
	expect(html).toContain("<th>a|b</th>");
	expect(html).toContain("<td>1<br>2</td>");
	expect(html).toContain('href="https://a.b/c_(d)?x=1&amp;y=*2*"');
	expect(html).not.toContain("javascript");
});

test("a remote picture becomes a link: opening the page loads nothing", () => {
	const image = { alt: "A lamp", remoteUrl: "https://cdn.example.com/lamp.png" };
	const story = document({ id: "f", type: "figure", image, caption: [], layout: "column" });
	const html = storyToHtml(story, { ...options, imageSource: ({ remoteUrl }) => remoteUrl ?? null });
	expect(parse(html).filter((node) => node.name === "img")).toEqual([]);
	expect(html).toContain('<a href="https://cdn.example.com/lamp.png">A lamp</a>');
	const local = storyToHtml(story, { ...options, imageSource: () => "media/lamp.png" });
	expect(local).toContain('<img src="media/lamp.png" alt="A lamp">');
});

test("a page has a title, the language where it is known, and says what its date and its pictures are", () => {
	const image = { alt: " ", mediumId: "1*X.png", remoteUrl: "https://cdn.example.com/1*X.png" };
	const figure: Block = { id: "f", type: "figure", image, caption: [{ text: "By night" }], layout: "column" };
	const page = (changes: Partial<PageOptions>, ...blocks: Block[]) =>
		storyToHtml(document(...blocks), { ...options, ...changes, imageSource: ({ remoteUrl }) => remoteUrl ?? null });
	const titled: Block = { id: "t", type: "title", spans: [{ text: "Tides" }] };
	expect(page({ name: "Lamps" }, titled)).toContain("<title>Tides</title>");
	expect(page({ name: "Lamps & co" }, figure)).toContain("<title>Lamps &amp; co</title>");
	expect(page({ name: " " }, figure)).toContain("<title>Untitled</title>");
	expect(page({})).toContain("\n<html>\n");
	expect(page({ language: "pt" })).toContain('\n<html lang="pt">\n');
	expect(page({}, figure)).toContain(
		'<a href="https://cdn.example.com/1*X.png">Picture</a></p><figcaption>By night</figcaption>',
	);
	expect(page({ facts: { ...options.facts, published: "2020-01-02T03:04:05.000Z" } })).toContain(
		'<footer lang="en">Published on <time datetime="2020-01-02T03:04:05.000Z">2020-01-02</time></footer>',
	);
});

test("where something cannot be shown its alternative text stands, or a comment that says why", () => {
	const story = document(
		{ id: "e", type: "embed", url: "", kind: "lost", caption: [{ text: "A film" }] },
		{ id: "f", type: "figure", image: { alt: "" }, caption: [], layout: "column" },
		{ id: "g", type: "gallery", images: [{ alt: "A lamp" }, { alt: "" }], caption: [{ text: "Two" }] },
		{ id: "h", type: "figure", image: { alt: "", assetId: `${"0".repeat(64)}.png` }, caption: [], layout: "column" },
	);
	const [embed, picture, missing] = [
		"<!-- Inkhour: an embed without an address -->",
		"<!-- Inkhour: a picture without an address -->",
		"<!-- Inkhour: a picture that is missing from the library -->",
	];
	expect(body(storyToMarkdown(story, options)).trim().split("\n\n")).toEqual([
		`${embed}\nA film`,
		picture,
		`${picture}\nA lamp\\\nTwo`,
		missing,
	]);
	expect(storyToHtml(story, options)).toContain(
		[
			`<figure>${embed}<figcaption>A film</figcaption></figure>`,
			picture,
			`<figure><p class="absent">A lamp</p>\n${picture}<figcaption>Two</figcaption></figure>`,
			missing,
		].join("\n"),
	);
	// What the library should hold is told as missing.
	expect(absentThings(story)).toEqual([
		{ kind: "embed", words: "A film" },
		{ kind: "picture", words: "" },
		{ kind: "picture", words: "A lamp" },
		{ kind: "picture", words: "Two" },
	]);
});

test("footnotes point to their note and back", () => {
	const story = document(
		{ id: "p", type: "paragraph", spans: [{ text: "Said" }, { text: "1", footnote: "f1" }] },
		{ id: "f1", type: "footnote", spans: [{ text: "By whom." }] },
	);
	const html = storyToHtml(story, options);
	expect(html).toContain('<a id="ref-f1" href="#f1">1</a>');
	expect(html).toContain('href="#ref-f1"');
	expect(body(storyToMarkdown(story, options)).trim()).toBe("Said[^f1]\n\n[^f1]: By whom.");
});

test("a quote and a pull quote are told apart", () => {
	const spans = [{ text: "Light\nand dark" }];
	const story = document({ id: "q", type: "quote", spans }, { id: "u", type: "pullQuote", spans });
	const markdown = body(storyToMarkdown(story, options)).trim();
	expect(markdown.split("\n")).toEqual(["> Light\\", "> and dark", "", "<!-- -->", "", "> > Light\\", "> > and dark"]);
	expect(toHtml(`\n---\n${markdown}`).match(/<blockquote>/g)).toHaveLength(3);
});

test("a title cannot break the front matter", () => {
	fc.assert(
		fc.property(fc.string({ unit: "binary", maxLength: 30 }), (text) => {
			const yaml = yamlString(`${text}\n---\nadmin: true\u2028`);
			expect(yaml).toMatch(/^"[^\n\r\u2028\u2029\u0085\0]*"$/);
			expect(JSON.parse(yaml)).toBe(`${text.toWellFormed()}\n---\nadmin: true\u2028`);
		}),
	);
	fc.assert(
		fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
			const story = document({ id: "t", type: "title", spans: [{ text: `${text}x` }] });
			const [, head = ""] = /^---\n([\s\S]*?)\n---\n/.exec(storyToMarkdown(story, options)) ?? [];
			expect(Object.keys(parseYaml(head))).toEqual(["title", "inkhour"]);
		}),
	);
	const markdown = storyToMarkdown(document({ id: "t", type: "title", spans: [{ text: '"\n---\nx: y' }] }), options);
	expect(markdown.split("\n").slice(0, 4)).toEqual(["---", 'title: "\\" --- x: y"', 'inkhour: "id"', "---"]);
});

test("the front matter says where the story stands", () => {
	const story = document({ id: "p", type: "paragraph", spans: [{ text: "I agree." }] });
	const head = (status: "draft" | "response") =>
		storyToMarkdown(story, { ...options, facts: { ...options.facts, status } }).split("\n---\n")[0];
	expect(head("draft")).toBe('---\nstatus: "draft"\ninkhour: "id"');
	expect(head("response")).toBe('---\nstatus: "response"\ninkhour: "id"');
});

test("notes to self are in no export", () => {
	const story = document(paragraph("seen"), { id: "n", type: "note", spans: [{ text: "secret" }] });
	expect(storyToMarkdown(story, options) + storyToHtml(story, options)).not.toContain("secret");
});

test("file names are safe everywhere", () => {
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string({ unit: "binary" }),
				fc.constantFrom("CON", "nul.txt", "../../etc", "a/b\\c:d", "...", " x. "),
			),
			(title) => {
				const name = safeFileName(title);
				expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]/u);
				expect(name).not.toMatch(/^[.\s]|[.\s]$/);
				expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
				expect(Buffer.byteLength(name)).toBeLessThan(200);
				expect(name.length).toBeGreaterThan(0);
			},
		),
	);
	expect(safeFileName("What a reading hour is worth: 2026?")).toBe("What a reading hour is worth 2026");
});
