import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { postFile } from "#tests/fixtures/medium-export/post.ts";
import { parseStoryDocument } from "../story/parse.ts";
import type { Block, BlockOf, BlockType } from "../story/schema.ts";
import { blockTextParts, spansText, storyTitle } from "../story/text.ts";
import { NotAPostError, parseMediumPost } from "./post.ts";

const DIVIDER = '<div class="section-divider"><hr class="section-divider"></div>';
const section = (inner: string) =>
	`<section name="aa11" class="section section--body">${DIVIDER}<div class="section-content"><div class="section-inner sectionLayout--insetColumn">${inner}</div></div></section>`;

interface FileParts {
	title?: string;
	id?: string;
	publishedAt?: string | null;
	name?: string;
	paid?: boolean;
}

function parse(body: string, parts: FileParts = {}) {
	const id = parts.id ?? "0123456789ab";
	const html = postFile({
		title: parts.title ?? "Preview",
		body,
		id,
		publishedAt: parts.publishedAt === undefined ? "2022-06-11T17:43:13.796Z" : parts.publishedAt,
		handle: "invented",
		exportedOn: "2022-09-22",
	});
	return parseMediumPost(html, parts.name ?? `2022-06-11_Preview-${id}.html`, () => parts.paid ?? false);
}

const blocks = (body: string): Block[] => parse(section(body)).document.blocks;
function only<T extends BlockType>(body: string, type: T): BlockOf<T> {
	const found = blocks(body);
	expect(found.map((block) => block.type)).toEqual([type]);
	return found[0] as BlockOf<T>;
}
const codes = (body: string) => parse(section(body)).notes.map((note) => note.code);

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

describe("pictures", () => {
	test("size, id, alt, layout, link, feature and caption are kept; nothing is loaded", () => {
		const block = only(
			'<figure class="graf graf--figure graf--layoutOutsetCenter"><a class="graf-imageAnchor" href="https://example.com"><div class="aspectRatioPlaceholder"><img class="graf-image" data-image-id="1*x@2x.jpeg" data-width="664" data-height="210" data-is-featured="true" alt="A lamp" src="https://cdn-images-1.medium.com/max/800/1*x@2x.jpeg"></div></a><figcaption class="imageCaption">By <em>me</em></figcaption></figure>',
			"figure",
		);
		expect(block).toMatchObject({
			layout: "outset",
			caption: [{ text: "By " }, { text: "me", italic: true }],
			image: {
				mediumId: "1*x@2x.jpeg",
				width: 664,
				height: 210,
				alt: "A lamp",
				href: "https://example.com",
				featured: true,
				remoteUrl: "https://cdn-images-1.medium.com/max/800/1*x@2x.jpeg",
			},
		});
	});
	test("a row of pictures is one gallery, the next row another", () => {
		const picture = (layout: string, id: string) =>
			`<figure class="graf graf--figure graf--layout${layout} is-partialWidth"><img class="graf-image" data-image-id="${id}" src="https://cdn-images-1.medium.com/max/600/${id}"><figcaption>${id}</figcaption></figure>`;
		const found = blocks(
			picture("OutsetRow", "1*a") +
				picture("OutsetRowContinue", "1*b") +
				picture("OutsetRow", "1*c") +
				picture("OutsetRowContinue", "1*d"),
		) as BlockOf<"gallery">[];
		expect(found.map((block) => block.images.map((image) => image.mediumId))).toEqual([
			["1*a", "1*b"],
			["1*c", "1*d"],
		]);
		expect(spansText(found[0]!.caption)).toBe("1*a\n1*b");
	});
	test("a broken address is dropped, the picture's place is not", () => {
		const body =
			'<figure class="graf graf--figure"><img data-width="NaN" src="https://cdn-images-1.medium.com/fit/t/NaN/NaN/"></figure>';
		expect(only(body, "figure").image).toEqual({ alt: "" });
		expect(codes(body)).toEqual(["brokenPicture"]);
	});
});

describe("embeds", () => {
	const figure = (inner: string) => `<figure class="graf graf--figure graf--iframe">${inner}</figure>`;
	test.each([
		[
			'<iframe src="https://www.youtube.com/embed/x?feature=oembed"></iframe>',
			"frame",
			"https://www.youtube.com/embed/x?feature=oembed",
		],
		[
			'<iframe src="https://cdn.embedly.com/widgets/media.html?url=https%3A%2F%2Fexample.com%2Fv"></iframe>',
			"url",
			"https://example.com/v",
		],
		['<script src="https://gist.github.com/u/1a.js"></script>', "gist", "https://gist.github.com/u/1a"],
		[
			'<script src="https://gist.github.com/u/1a.js?file=b.py"></script>',
			"gist",
			"https://gist.github.com/u/1a?file=b.py",
		],
		[
			'<script src="https://gist.github.com/u/1a#file-tides-js.js"></script>',
			"gist",
			"https://gist.github.com/u/1a#file-tides-js",
		],
		[
			'<blockquote class="twitter-tweet"><a href="https://twitter.com/a/status/1"></a></blockquote><script async src="//platform.twitter.com/widgets.js"></script>',
			"tweet",
			"https://twitter.com/a/status/1",
		],
		["", "lost", ""],
		['<iframe src="javascript:alert(1)"></iframe>', "lost", ""],
	])("%s", (inner, kind, url) => {
		expect(only(figure(inner), "embed")).toMatchObject({ kind, url });
	});
	test("a lost embed is reported and keeps its caption", () => {
		const body = figure("<figcaption>What it was</figcaption>");
		expect(codes(body)).toEqual(["lostEmbed"]);
		expect(spansText(only(body, "embed").caption)).toBe("What it was");
	});
	test("an embed whose address may not be opened is refused, not lost", () => {
		expect(codes(figure('<iframe src="javascript:alert(1)"></iframe>'))).toEqual(["refusedEmbed"]);
	});
});

describe("link cards", () => {
	const card = (text: string, style: string) =>
		`<div class="graf graf--mixtapeEmbed"><a href="https://www.example.com/x" class="markup--anchor markup--mixtapeEmbed-anchor">${text}</a><a href="https://www.example.com/x" class="js-mixtapeImage mixtapeImage" style="background-image: url(${style});"></a></div>`;
	test("title, description and site are told apart", () => {
		expect(
			only(
				card("<strong>T</strong><br><em>D</em>example.com", "https://cdn-images-1.medium.com/fit/c/160/160/0*V"),
				"linkCard",
			),
		).toMatchObject({
			title: "T",
			description: "D",
			site: "example.com",
			thumbnailUrl: "https://cdn-images-1.medium.com/fit/c/160/160/0*V",
		});
	});
	test("a title in italics, a description without them, a thumbnail of NaN", () => {
		const block = only(
			card(
				"<strong><em>T</em></strong><br>Description of itexample.com",
				"https://cdn-images-1.medium.com/fit/t/NaN/NaN/0*V",
			),
			"linkCard",
		);
		expect(block).toMatchObject({ title: "T", description: "Description of it", site: "example.com" });
		expect(block.thumbnailUrl).toBeUndefined();
	});
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

describe("metadata", () => {
	test("header and footer", () => {
		expect(parse(section("<p>x</p>"))).toMatchObject({
			mediumId: "0123456789ab",
			stage: "published",
			publishedAt: "2022-06-11T17:43:13.796Z",
			canonicalUrl: "https://medium.com/@invented/slug-0123456789ab",
			author: { handle: "invented", name: "Invented Writer" },
			exportedOn: "2022-09-22",
		});
	});
	test("the lines under a story are never its text, also where a writer changed them", () => {
		const html = postFile({
			title: "T",
			body: section("<p>x</p>"),
			id: "0123456789ab",
			publishedAt: "2022-06-11T17:43:13.796Z",
			handle: "invented",
			exportedOn: "2022-09-22",
		}).replace("Exported from ", "");
		expect(parseMediumPost(html, "x.html").document.blocks.flatMap(blockTextParts)).toEqual(["x"]);
	});
	test.each([9, 10, 11, 12])("an id of %i digits", (digits) => {
		const id = "1234567890ab".slice(0, digits);
		expect(parse(section("<p>x</p>"), { id }).mediumId).toBe(id);
	});
	test("a draft has no date; its id is in “View original”", () => {
		const post = parse(section("<p>x</p>"), { publishedAt: null, name: "draft_post-0123456789ab.html" });
		expect(post).toMatchObject({ stage: "draft", publishedAt: null, mediumId: "0123456789ab", canonicalUrl: null });
	});
	test("a renamed file is read by its content; a foreign name is reported", () => {
		expect(parse(section("<p>x</p>"), { name: "copy.html" })).toMatchObject({
			mediumId: "0123456789ab",
			stage: "published",
		});
		expect(parse(section("<p>x</p>"), { name: "2022-06-11_x-ffffffffffff.html" }).notes).toEqual([
			{ code: "nameMismatch", detail: "ffffffffffff", count: 1 },
		]);
	});
	test("tags of early exports", () => {
		const html = postFile({
			title: "T",
			body: section("<p>x</p>"),
			id: "0123456789ab",
			publishedAt: null,
			handle: "a",
			exportedOn: "2018-04-01",
		}).replace(
			"<footer>",
			'<footer><p class="p-tags">Tagged in <a href="https://medium.com/tag/tides" class="p-tag">Tides</a>, <a class="p-tag">Lamps</a></p>',
		);
		expect(parseMediumPost(html, "x.html").tags).toEqual(["Tides", "Lamps"]);
	});
	test("an empty or foreign file is refused", () => {
		expect(() => parseMediumPost(" \n", "x.html")).toThrow(NotAPostError);
		expect(() => parseMediumPost("<html><body><p>hello</p></body></html>", "x.html")).toThrow(NotAPostError);
	});
});

describe("stories and responses", () => {
	const reply = section('<p class="graf">Thank you for this. I will try it tonight.</p>');
	test("no title and a preview made of its own first words: a response", () => {
		expect(parse(reply, { title: "Thank you for this. I will…" })).toMatchObject({ kind: "response" });
	});
	test.each([
		["paid", { title: "Thank you for this. I will…", paid: true }, reply],
		["ownPreviewTitle", { title: "On being thankful" }, reply],
		["builtLikeAStory", { title: "" }, section('<p>x</p><h4 class="graf">Heading</h4>')],
		["long", { title: "" }, section(`<p>${"word ".repeat(700)}</p>`)],
		["draft", { title: "", publishedAt: null, name: "draft_post-0123456789ab.html" }, reply],
	])("doubt decides for a story: %s", (reason, parts, body) => {
		expect(parse(body, parts)).toMatchObject({ kind: "story", kindReason: reason });
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
