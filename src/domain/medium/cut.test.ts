import { describe, expect, test } from "vitest";
import { postFile } from "#tests/fixtures/medium-export/post.ts";
import { section } from "#tests/support/medium-posts.ts";
import { processorMs } from "#tests/support/processor-time.ts";
import { plainText, storyTitle } from "../story/text.ts";
import { NotAPostError, parseMediumPost } from "./post.ts";
import { withoutSwallowing } from "./swallowed.ts";

/** Many times what one pass takes, and far less than one that looks through the rest again for each tag. */
const ONE_PASS_MS = 2_000;

const NAME = "2022-06-11_Lamps-0123456789ab.html";
const BODY = section(
	'<h3 class="graf graf--title">Lamps</h3><p class="graf graf--p">First words.</p><p class="graf graf--p">Last words.</p>',
);
const file = (body = BODY, title = "Lamps") =>
	postFile({
		title,
		body,
		id: "0123456789ab",
		publishedAt: "2022-06-11T17:43:13.796Z",
		handle: "invented",
		exportedOn: "2022-09-22",
	});
const upTo = (words: string) => file().slice(0, file().indexOf(words));
const codes = (html: string) => parseMediumPost(html, NAME).notes.map(({ code }) => code);

describe("a file that is cut short", () => {
	test.each(["<style>", '<article class="h-entry">', "</header>", '<section data-field="body"', "<h3", "Lamps</h3>"])(
		"before %s has no text and is refused",
		(words) => {
			expect(() => parseMediumPost(upTo(words), NAME)).toThrow(
				expect.objectContaining({ name: NotAPostError.name, reason: "cutShort" }),
			);
		},
	);

	test.each([
		["</h3>", "Lamps"],
		['class="graf graf--p">Last', "Lamps\n\nFirst words."],
		["words.</p></div>", "Lamps\n\nFirst words.\n\nLast "],
		["<footer>", "Lamps\n\nFirst words.\n\nLast words."],
		['class="p-author', "Lamps\n\nFirst words.\n\nLast words."],
		["Exported from", "Lamps\n\nFirst words.\n\nLast words."],
	])("before %s keeps what is there and says so", (words, text) => {
		const post = parseMediumPost(upTo(words), NAME);
		expect(plainText(post.document).trim()).toBe(text.trim());
		expect(post).toMatchObject({
			isCut: true,
			notes: [{ code: "cutShort", detail: "", count: 1 }],
			stage: "published",
		});
	});

	test("a whole file is not, also without what follows the lines under the story", () => {
		for (const html of [file(), `${file()}\n`, upTo("</article>"), upTo("</body>")])
			expect(parseMediumPost(html, NAME)).toMatchObject({ isCut: false, notes: [] });
	});
});

test("a published story without a word or picture is remarked on, a draft is not", () => {
	expect(codes(file(section('<p class="graf graf--p"><br></p>')))).toEqual(["noText"]);
	const picture =
		'<figure class="graf graf--figure"><img class="graf-image" src="https://cdn-images-1.medium.com/a.png"></figure>';
	expect(codes(file(section(picture)))).toEqual([]);
	const draft = file(section("")).replace(/<footer>.*<\/footer>/, "<footer><p>View original.</p></footer>");
	expect(parseMediumPost(draft, "draft_post-0123456789ab.html")).toMatchObject({ stage: "draft", notes: [] });
});

describe("a tag that would swallow what follows", () => {
	test.each(["<script>", "<style>", "<title>", "<textarea>", "<xmp>", "<plaintext>", "<!--"])(
		"%s in the header",
		(tag) => {
			const html = file().replace('<h1 class="p-name">Lamps', `<h1 class="p-name">About ${tag} tags`);
			const post = parseMediumPost(html, NAME);
			expect(plainText(post.document)).toBe("Lamps\n\nFirst words.\n\nLast words.");
			expect(post).toMatchObject({ previewTitle: `About ${tag} tags`, publishedAt: "2022-06-11T17:43:13.796Z" });
			expect(post.notes.map(({ code, detail }) => [code, detail])).toEqual([["openTag", tag]]);
		},
	);

	test("in a file's title, in a paragraph and in front of a script that is closed", () => {
		const gist = '<figure class="graf graf--iframe"><script src="https://gist.github.com/u/1a.js"></script></figure>';
		const html = file(`${BODY.replace("First words", "First <script> words")}${section(gist)}`, "<script>").replaceAll(
			"&lt;script&gt;",
			"<script>",
		);
		const post = parseMediumPost(html, NAME);
		expect(plainText(post.document)).toContain("Lamps\n\nFirst <script> words.\n\nLast words.");
		expect(post.document.blocks.map(({ type }) => type)).toContain("embed");
		expect(storyTitle(post.document)).toBe("Lamps");
	});

	test("a comment that begins inside a tag that was made text takes nothing of the post", () => {
		const html = '<script <!-- <p class="graf a">First.</p> --> <p class="graf b">Last.</p>';
		expect(withoutSwallowing(html)).toEqual({
			html: '&lt;script &lt;!-- <p class="graf a">First.</p> --> <p class="graf b">Last.</p>',
			tags: ["<script>", "<!--"],
		});
	});

	test("an open script of an embed is closed where it opens", () => {
		const gist = '<figure class="graf graf--iframe"><script src="https://gist.github.com/u/1a.js"></figure>';
		const post = parseMediumPost(file(section(`${gist}<p class="graf graf--p">After.</p>`)), NAME);
		expect(post.document.blocks.map(({ type }) => type)).toEqual(["embed", "paragraph"]);
		expect(post.notes).toEqual([{ code: "openTag", detail: "<script>", count: 1 }]);
	});

	test("a script that holds only its own code stays one", () => {
		const html = file(section('<p class="graf graf--p">Words.</p><script>if (a < b) alert("<p>")</script>'));
		expect(plainText(parseMediumPost(html, NAME).document)).toBe("Words.");
		expect(codes(html)).toEqual(["droppedScript"]);
	});

	test("of two openings with one end both are text", () => {
		const html = file(
			section('<p class="graf graf--p">One <script <script > two</p><p class="graf graf--p">Three</p>'),
		);
		const post = parseMediumPost(html, NAME);
		expect(plainText(post.document)).toBe("One <script <script > two\n\nThree");
		expect(post.notes).toEqual([{ code: "openTag", detail: "<script>", count: 2 }]);
	});

	test("20,000 of them are looked through within two seconds of processor time", () => {
		const body = section('<p class="graf graf--p"><script></p>'.repeat(20_000));
		expect(processorMs(() => withoutSwallowing(body))).toBeLessThan(ONE_PASS_MS);
		expect(parseMediumPost(file(body), NAME).document.blocks).toHaveLength(20_000);
	});

	test("and so are 100,000 that nothing ends", () => {
		const html = file() + "<script ".repeat(100_000);
		expect(processorMs(() => withoutSwallowing(html))).toBeLessThan(ONE_PASS_MS);
	});

	test.each(["", ">", " src=a>"])("many that end with %j take no word of the post with them", (end) => {
		const html = `${file()}${"<script ".repeat(40_000)}${end}`;
		expect(plainText(parseMediumPost(html, NAME).document)).toBe("Lamps\n\nFirst words.\n\nLast words.");
	});
});
