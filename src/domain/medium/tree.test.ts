import { decodeHTML, decodeHTMLAttribute } from "entities";
import fc from "fast-check";
import { Parser } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { generateExport } from "#tests/fixtures/medium-export/generate.ts";
import { scan } from "./scan.ts";
import { tokenize } from "./tokens.ts";
import { findAll, type HtmlElement, type HtmlNode, parseHtml, textOf } from "./tree.ts";
import { createElement, TreeBuilder } from "./tree-builder.ts";

const SILENT = new Set(["script", "style", "template", "title"]);
const RAW_TEXT = new Set(["xmp", "iframe", "noembed", "noframes", "plaintext"]);

/** The same tree by htmlparser2's own parser. */
function reference(html: string): HtmlElement {
	const root = createElement("#root", {}, []);
	const open: HtmlElement[] = [root];
	let silent = 0;
	const parser = new Parser(
		{
			onopentag(name, attributes) {
				if (SILENT.has(name)) silent += 1;
				const decoded = Object.entries(attributes).map(([key, value]) => [key, decodeHTMLAttribute(value)]);
				const element = createElement(name, Object.fromEntries(decoded), []);
				open.at(-1)?.children.push(element);
				open.push(element);
			},
			onclosetag(name) {
				if (SILENT.has(name)) silent -= 1;
				open.pop();
			},
			ontext(source) {
				const { name, children } = open.at(-1) ?? root;
				if (silent > 0) return;
				const text = RAW_TEXT.has(name) ? source : decodeHTML(source);
				const last = children.length - 1;
				if (typeof children[last] === "string") children[last] += text;
				else children.push(text);
			},
		},
		{ decodeEntities: false },
	);
	parser.end(html);
	return root;
}

/** Only by the scanner, or only by the tokenizer. */
function quick(html: string): HtmlElement | null {
	const tree = new TreeBuilder();
	return scan(html, tree) ? tree.root : null;
}
function thorough(html: string): HtmlElement {
	const tree = new TreeBuilder();
	tokenize(html, tree);
	return tree.root;
}

const NAMES = (
	"p p p a a li ul ol div span section h1 h3 strong em br hr img figure figcaption blockquote pre code iframe script " +
	"style title template table tr td th thead tbody tfoot dl dd dt form select option optgroup input button textarea " +
	"svg math foreignObject desc mi image body head link meta rt rp xmp noembed plaintext P Br x-y o:p font"
).split(" ");
const name = fc.constantFrom(...NAMES);
const attribute = fc.oneof(
	{
		weight: 6,
		arbitrary: fc
			.tuple(
				fc.constantFrom("class", "id", "name", "href", "data-x"),
				fc.constantFrom("", "a", "graf graf--p", "&amp;b", "x&y=1", "<i>", "灯"),
			)
			.map(([key, value]) => ` ${key}="${value}"`),
	},
	{
		weight: 1,
		arbitrary: fc.constantFrom(" a", " b = c", " c='d'", " d=e", ' E="f"', " =", ' g="', "\n\th", "/", ' i="j"k="l"'),
	},
);
const openTag = fc
	.tuple(name, fc.array(attribute, { maxLength: 3 }), fc.constantFrom(">", ">", ">", " >", "/>", " />", ""))
	.map(([tag, attributes, end]) => `<${tag}${attributes.join("")}${end}`);
const closeTag = fc.tuple(name, fc.constantFrom(">", ">", ">", " >", "")).map(([tag, end]) => `</${tag}${end}`);
const text = fc.constantFrom("a", " ", "\n", "灯 b", "&amp;", "&nbsp", "&#x27;", "1 < 2", "x > y", "&", "“c”");
const odd = fc.constantFrom(
	"<!-- c -->",
	"<!-->",
	"<!doctype html>",
	"<![CDATA[x]]>",
	"<?x?>",
	"</>",
	"<",
	"</",
	"< p>",
	"</ p>",
	"\0",
);
const markup = fc
	.array(
		fc.oneof(
			{ weight: 8, arbitrary: openTag },
			{ weight: 8, arbitrary: closeTag },
			{ weight: 6, arbitrary: text },
			{ weight: 1, arbitrary: odd },
		),
		{ maxLength: 14 },
	)
	.map((parts) => parts.join(""));

/** Names only differ in case inside `svg`, where no text of a story is. */
function lowered(node: HtmlNode): HtmlNode {
	if (typeof node === "string") return node;
	return { ...node, name: node.name.toLowerCase(), children: node.children.map(lowered) };
}

describe("the tree", () => {
	test("is that of htmlparser2's parser, whatever the markup", () => {
		let scanned = 0;
		fc.assert(
			fc.property(markup, (html) => {
				const expected = lowered(reference(html));
				expect(lowered(thorough(html))).toEqual(expected);
				const found = quick(html);
				if (found) {
					scanned += 1;
					expect(lowered(found)).toEqual(expected);
				}
			}),
			{ numRuns: 5_000 },
		);
		expect(scanned).toBeGreaterThan(200);
	});

	test("of an export's files comes from the scanner alone", () => {
		for (const [file, html] of generateExport({ seed: 11, posts: 40 }).files)
			if (file.startsWith("posts/")) expect(quick(html)).toEqual(reference(html));
	});

	test.each([
		["elements", "<b>", ""],
		["elements that the scanner leaves to the tokenizer", "<B>", ""],
		["elements that are closed again", "<b>", "</b>"],
		["elements, and as many closing tags of none", "<i>", "</b>"],
		["quotes that paragraphs never close", "<blockquote><p>", ""],
	])("of 100,000 nested %s is read, and is not deep", (_, before, after) => {
		const root = parseHtml(`<p>${before.repeat(100_000)}text${after.repeat(100_000)}`);
		expect(textOf(root)).toBe("text");
		expect(findAll(root, () => true).length).toBeGreaterThan(100_000);
	});
});
