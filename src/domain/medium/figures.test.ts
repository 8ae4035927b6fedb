import { describe, expect, test } from "vitest";
import { blocks, codes, only } from "#tests/support/medium-posts.ts";
import type { BlockOf } from "../story/schema.ts";
import { spansText } from "../story/text.ts";

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
