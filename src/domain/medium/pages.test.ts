import { expect, test } from "vitest";
import { parseExportFeed } from "./feed.ts";
import { classifyExportPath, parsePostFileName } from "./file-name.ts";
import { areRounded, parsePartnerProgram } from "./partner-program.ts";
import { parseProfile, parsePublications } from "./profile.ts";

const row = (slug: string, money: string) =>
	`<li class="h-entry"><a href="https://medium.com/p/${slug}">A title &amp; more</a> - ${money}</li>`;

test("amounts with cents, without, as an entity, over a thousand and of nothing", () => {
	const { earnings, rejected } = parsePartnerProgram(
		`<ul>${row("a-0123456789ab", "&#36;974.25")}${row("0123456789a", "&#36;470")}${row("b-123456789", "$0")}${row("c-0123456789", "$1,234.5")}${row("no-id", "$3")}${row("d-0123456789ac", "soon")}</ul>`,
	);
	expect(earnings.map(({ mediumId, amountMinor, cents }) => [mediumId, amountMinor, cents])).toEqual([
		["0123456789ab", 97425, true],
		["0123456789a", 47000, false],
		["123456789", 0, false],
		["0123456789", 123450, true],
	]);
	expect(rejected.map((one) => one.row)).toEqual([5, 6]);
	expect(earnings[0]?.title).toBe("A title & more");
});

test("an enrolled writer without earnings", () => {
	expect(parsePartnerProgram("<section><h3>Partner Program posts, page 1</h3><ul></ul></section>")).toEqual({
		earnings: [],
		rejected: [],
	});
});

test("whole amounts are exact among cents and in old exports, rounded otherwise", () => {
	const page = (money: string) => parsePartnerProgram(`<ul>${row("a-0123456789ab", money)}</ul>`).earnings;
	expect(areRounded([...page("$470"), ...page("$3.10")], "2025-01-21")).toBe(false);
	expect(areRounded(page("$470"), "2021-09-23")).toBe(false);
	expect(areRounded(page("$80"), "2025-01-21")).toBe(true);
	expect(areRounded(page("$80"), null)).toBe(true);
});

test("the profile gives its public name and nothing else", () => {
	const profile = parseProfile(
		'<h3 class="p-name">Ink Example</h3><ul><li><b>Profile:</b> <a class="u-url" href="https://medium.com/@ink">@ink</a></li><li><b>Email address:</b> ink@example.com</li><li><b>Medium user ID:</b> 65749db15895</li></ul>',
	);
	expect(profile).toEqual({ handle: "ink", name: "Ink Example", userId: "65749db15895" });
	expect(
		parsePublications(
			'<h4>Editor</h4><ul><li><a href="https://medium.com/lamps">Lamps</a> (owner)</li></ul><h4>Writer</h4><ul><li><a href="https://medium.com/tides">Tides</a></li></ul>',
		),
	).toEqual([
		{ name: "Lamps", url: "https://medium.com/lamps", role: "Editor" },
		{ name: "Tides", url: "https://medium.com/tides", role: "Writer" },
	]);
});

test("tags and edit dates of an export's feed", () => {
	const item = (inner: string) => `<rss><channel><title>x</title>${inner}</channel></rss>`;
	expect(
		parseExportFeed(
			item(
				'<item><title><![CDATA[T]]></title><guid isPermaLink="false">https://medium.com/p/600ec602c58b</guid><category><![CDATA[open-source]]></category><category>tides</category><atom:updated>2017-03-07T20:32:08.404Z</atom:updated></item><item><guid>no</guid></item>',
			),
		),
	).toEqual([{ mediumId: "600ec602c58b", tags: ["open-source", "tides"], updatedAt: "2017-03-07T20:32:08.404Z" }]);
	expect(parseExportFeed("not a feed <item")).toEqual([]);
});

test.each([
	["posts/2022-06-11_A-title-0123456789ab.html", "post"],
	["medium-export/posts/draft_post-0123456789ab.html", "post"],
	["posts 2/2014-08-03_--UIView------59ba6aa000c7.html", "post"],
	["2016-10-21_T-78a984378a00.html", "post"],
	["posts/renamed.html", "post"],
	["medium.rss", "feed"],
	["top/partner-program/posts-0002.html", "earnings"],
	["profile/profile.html", "profile"],
	["profile/publications.html", "publications"],
	["profile/charges.html", "private"],
	["ips.html", "private"],
	["ips/ips-0001.html", "private"],
	["sessions/sessions-0001.html", "private"],
	["lists/Reading-list-predefined:6969c2e67361:READING_LIST.html", "other"],
	["lists/Reading-list-predefined_9417af344497_READING_LIST.html", "other"],
	["claps/claps-0001.html", "other"],
	["README.html", "other"],
	["__MACOSX/posts/._2022-06-11_A-title-0123456789ab.html", "noise"],
	["posts/.DS_Store", "noise"],
	["holiday.html", "foreign"],
	["photo.png", "foreign"],
])("%s is %s", (path, kind) => {
	expect(classifyExportPath(path)).toBe(kind);
});

test("file names: dates, slugs of dashes, ids of 9 to 12 digits", () => {
	expect(parsePostFileName("2014-08-03_--UIView------59ba6aa000c7.html")).toEqual({
		draft: false,
		date: "2014-08-03",
		slug: "--UIView-----",
		mediumId: "59ba6aa000c7",
	});
	expect(parsePostFileName("draft_post-20146f93d.html")).toMatchObject({
		draft: true,
		date: null,
		slug: "",
		mediumId: "20146f93d",
	});
	expect(parsePostFileName("draft_Post-haste-20146f93d.html")?.slug).toBe("Post-haste");
	expect(parsePostFileName("2020-01-02_post-20146f93d.html")?.slug).toBe("post");
	for (const name of ["draft_post-20146f93.html", "post.html", "2014-08-03_x-59ba6aa000c7.txt"])
		expect(parsePostFileName(name)).toBeNull();
});
