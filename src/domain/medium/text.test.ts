import { describe, expect, test } from "vitest";
import { blocks, codes, only, parse, section } from "#tests/support/medium-posts.ts";
import type { BlockOf } from "../story/schema.ts";
import { storyTitle } from "../story/text.ts";

describe("title, subtitle and kicker", () => {
	test("the title is the graf, not the preview in the header", () => {
		const post = parse(
			section('<h3 name="aaaa" class="graf graf--h3 graf--leading graf--title">The whole title</h3>'),
			{
				title: "The whole ti…",
			},
		);
		expect(storyTitle(post.document)).toBe("The whole title");
		expect(post.previewTitle).toBe("The whole ti…");
	});
	test("a title after a kicker and a figure stays where it is", () => {
		const types = blocks(
			'<h4 class="graf graf--h4 graf--kicker">Gazette</h4><figure class="graf graf--figure"><img class="graf-image" src="https://cdn-images-1.medium.com/max/800/1*a.png"></figure><h2 class="graf graf--h2 graf--title">T</h2><h4 class="graf graf--h4 graf--subtitle">S</h4>',
		).map((block) => block.type);
		expect(types).toEqual(["kicker", "figure", "title", "subtitle"]);
	});
	test("an empty title stays a title; a second one becomes a heading", () => {
		expect(only('<h3 class="graf graf--h3 graf--title"><br></h3>', "title").spans).toEqual([]);
		const two = '<h3 class="graf graf--title">A</h3><h3 class="graf graf--title">B</h3>';
		expect(blocks(two).map((block) => block.type)).toEqual(["title", "heading"]);
		expect(codes(two)).toEqual(["secondTitle"]);
	});
	test("posts of 2013 name the graf instead of classing it", () => {
		expect(only('<h2 name="title" id="title" class="graf--h2">Old</h2>', "title").id).toBe("title");
	});
});

test("N sections have N − 1 separators", () => {
	const { document } = parse(section("<p>a</p>") + section("<p>b</p>") + section("<p>c</p>"));
	expect(document.blocks.map((block) => block.type)).toEqual([
		"paragraph",
		"separator",
		"paragraph",
		"separator",
		"paragraph",
	]);
});

describe("code", () => {
	test("a run of old lines is one block; characters stay as they are", () => {
		const block = only(
			'<pre name="aa01" class="graf graf--pre">if (a &lt; b) {</pre><pre name="aa02" class="graf graf--pre graf-after--pre"><code class="markup--code markup--pre-code">\u00a0\u00a0say(“hi”)<br>\tx</code></pre><pre class="graf graf--pre"><br></pre><pre class="graf graf--pre">} // <a href="https://example.com">https://example.com</a></pre>',
			"code",
		);
		expect(block).toEqual({
			id: "aa01",
			type: "code",
			text: "if (a < b) {\n\u00a0\u00a0say(“hi”)\n\tx\n\n} // https://example.com",
			language: null,
			languageSource: "none",
		});
	});
	test("a new block keeps its language and is joined with nothing", () => {
		const pre = (attributes: string, inner: string) =>
			`<pre ${attributes} spellcheck="false" class="graf graf--pre graf--preV2"><span class="pre--content">${inner}</span></pre>`;
		const found = blocks(
			pre(
				'data-code-block-mode="2" data-code-block-lang="python"',
				'<span class="hljs-keyword">import</span> os<br />x = &#x27;a&#x27;<br />',
			) +
				pre('data-code-block-mode="1" data-code-block-lang="scss"', "a") +
				pre('data-code-block-mode="0"', "b"),
		) as BlockOf<"code">[];
		expect(found.map(({ text, language, languageSource }) => [text, language, languageSource])).toEqual([
			["import os\nx = 'a'", "python", "writer"],
			["a", "scss", "detected"],
			["b", null, "none"],
		]);
	});
});

test("a paragraph after a pull quote stays a paragraph", () => {
	expect(
		blocks(
			'<blockquote class="graf graf--pullquote">Q</blockquote><p class="graf graf--p graf-after--pullquote">P</p><blockquote class="graf graf--blockquote">B</blockquote>',
		).map((block) => block.type),
	).toEqual(["pullQuote", "paragraph", "quote"]);
});

test("a drop cap joins its word again", () => {
	const block = only(
		'<p class="graf graf--p graf--hasDropCap"><span class="graf-dropCap">O</span>nce upon</p>',
		"paragraph",
	);
	expect(block).toMatchObject({ dropCap: true, spans: [{ text: "Once upon" }] });
});

test("marks, links, mentions, breaks, hair spaces and control characters", () => {
	const block = only(
		'<p class="graf">A\u200a—\u200a<strong><em>b</em></strong><br><a href="https://example.com/?a=1&amp;b=2">c</a> <a class="markup--user markup--p-user" href="https://medium.com/u/0a1b2c3d4e5f" data-user-id="0a1b2c3d4e5f">d</a> <code>e\u0007</code> <s>f</s><br></p>',
		"paragraph",
	);
	expect(block.spans).toEqual([
		{ text: "A\u200a—\u200a" },
		{ text: "b", bold: true, italic: true },
		{ text: "\n" },
		{ text: "c", link: { href: "https://example.com/?a=1&b=2" } },
		{ text: " " },
		{ text: "d", link: { href: "https://medium.com/u/0a1b2c3d4e5f", userId: "0a1b2c3d4e5f" } },
		{ text: " " },
		{ text: "e", code: true },
		{ text: " " },
		{ text: "f", strikethrough: true },
	]);
});

test("anchors lead to the block their graf became part of", () => {
	const found = blocks(
		'<ul class="postList"><li name="aa10" class="graf">x</li><li name="aa11" class="graf">y</li></ul><p name="aa12"><a href="#aa11">there</a></p>',
	);
	expect(found[1]).toMatchObject({ spans: [{ link: { href: "#aa10" } }] });
});

test("lists keep depth and order, and take their marks along", () => {
	expect(
		only("<ol start='3' class='postList'><li>a</li><li>b<ul><li><b>c</b></li></ul></li></ol>", "list"),
	).toMatchObject({
		ordered: true,
		start: 3,
		items: [
			{ depth: 0, spans: [{ text: "a" }] },
			{ depth: 0, spans: [{ text: "b" }] },
			{ depth: 1, spans: [{ text: "c", bold: true }] },
		],
	});
});
