import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blocks, codes, only, parse, section } from "#tests/support/medium-posts.ts";
import { parseStoryDocument } from "../story/parse.ts";
import { blockTextParts } from "../story/text.ts";

describe("what Medium does not write", () => {
	test("scripts, handlers, styles and unsafe links never come through; their text does", () => {
		const post = parse(
			section(
				'<p onclick="x()">a<script>alert(1)</script><a href="javascript:alert(2)">b</a><a href=" java\nscript:alert(3)">c</a><img src="x" onerror="alert(4)"></p><style>p{}</style><p><a href="data:text/html,x">d</a><svg onload="alert(5)"><text>e</text></svg></p>',
			),
		);
		const stored = JSON.stringify(post.document);
		expect(stored).not.toMatch(/alert|onclick|onerror|onload|javascript|data:text|p\{\}/);
		expect(post.document.blocks.flatMap(blockTextParts).join("")).toBe("abcde");
		expect(post.notes.find((note) => note.code === "droppedLink")).toBeDefined();
	});
	test("an unknown block becomes a paragraph and says so", () => {
		const body = "<table><tr><td>one</td><td>two</td></tr></table>";
		const text = blocks(body).flatMap(blockTextParts).join(" ");
		expect(text).toContain("one");
		expect(text).toContain("two");
		expect(codes(body)).toContain("unknownBlock");
	});
	test("a link around nothing is left out and said", () => {
		const body =
			'<p class="graf">see <a href="https://example.com/x"></a>here<a href="https://example.com/y"><br></a></p>';
		expect(parse(section(body)).notes).toEqual([{ code: "emptyLink", detail: "https://example.com/x", count: 1 }]);
	});
	test("alignment is left out and said", () => {
		expect(codes('<h3 class="graf" data-align="center">x</h3>')).toEqual(["alignment"]);
	});
	test("a section caption is kept as text", () => {
		expect(only('<label class="graf graf--sectionCaption">Cap</label>', "paragraph").spans).toEqual([{ text: "Cap" }]);
	});
});

test.each(["</article>", "</section>", "</section></article>", "</body></html>"])(
	"text behind a stray %s is kept",
	(tag) => {
		const { document, mediumId } = parse(
			section(`<p>a</p>${tag}<p>b</p><figure><img src="https://example.com/c.png"></figure>`),
		);
		expect(document.blocks.map(({ type }) => type)).toEqual(["paragraph", "paragraph", "figure"]);
		expect(mediumId).toBe("0123456789ab");
	},
);

test("character references are read in text and attributes, and left alone where HTML has none", () => {
	const { document } = parse(
		section(
			'<p>a &amp;amp; b &lt &nbsp;&#x4e2d;&copy&notit; <a href="https://example.com/?a=1&amp;copy=2&copy=3">x</a></p>',
		),
	);
	expect(document.blocks).toMatchObject([
		{
			spans: [
				{ text: "a &amp; b < \u00a0\u4e2d©¬it; " },
				{ text: "x", link: { href: "https://example.com/?a=1&copy=2&copy=3" } },
			],
		},
	]);
});

test("random markup never throws, parses as a document and keeps its text", () => {
	const word = fc.stringMatching(/^[a-z灯é]{1,6}$/);
	const tag = fc.constantFrom(
		..."p div section article h1 h3 h4 ul ol li blockquote pre figure figcaption table tr td strong em a code span br img unknown".split(
			" ",
		),
	);
	const attributes = fc.constantFrom(
		"",
		' class="graf graf--title"',
		' class="graf graf--mixtapeEmbed"',
		' class="graf graf--pre graf--preV2"',
		' class="section"',
		' href="https://example.com"',
		' name="ab12"',
	);
	const { node } = fc.letrec<{ node: string }>((tie) => ({
		node: fc.oneof(
			{ depthSize: "medium" },
			word,
			fc
				.tuple(tag, attributes, fc.array(tie("node"), { maxLength: 4 }), fc.boolean())
				.map(([name, extra, inner, closed]) => `<${name}${extra}>${inner.join(" ")}${closed ? `</${name}>` : ""}`),
		),
	}));
	const letters = (text: string) => (text.match(/[a-z灯é]/g) ?? []).sort().join("");
	fc.assert(
		fc.property(fc.array(node, { maxLength: 6 }), (nodes) => {
			const body = nodes.join("\n");
			const { document } = parse(body, { title: "" });
			expect(parseStoryDocument(JSON.parse(JSON.stringify(document)))).toEqual(document);
			const texts = document.blocks.flatMap((block) =>
				block.type === "linkCard" ? [block.title, block.description, block.site] : blockTextParts(block),
			);
			expect(letters(texts.join(" "))).toBe(letters(body.replace(/<[^>]*>/g, " ")));
		}),
		{ numRuns: 200 },
	);
});

test("nesting twenty thousand deep is read without running out of stack", () => {
	const deep = parse(section(`<p>${"<b>".repeat(20_000)}x${"</b>".repeat(20_000)}</p><p>y</p>`));
	expect(deep.document.blocks.flatMap(blockTextParts).join("")).toBe("xy");
});
