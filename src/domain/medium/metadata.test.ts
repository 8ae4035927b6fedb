import { describe, expect, test } from "vitest";
import { postFile } from "#tests/fixtures/medium-export/post.ts";
import { parse, section } from "#tests/support/medium-posts.ts";
import { blockTextParts } from "../story/text.ts";
import { NotAPostError, parseMediumPost } from "./post.ts";

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
