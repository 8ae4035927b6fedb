import { describe, expect, test } from "vitest";
import type { Block } from "#domain/story/schema.ts";
import { analyseStory } from "../analyse.ts";
import { heading, id, list, PROSE, paragraph, rulesOf, story, subtitle, title } from "../test-story.ts";

describe("headline", () => {
	test.each(["1.", "My 1st", "Part 2", "The keeper of chapter 3", "A lamp of the 1st kind"])(
		"%s is not praised",
		(text) => {
			const strengths = analyseStory(story(title(text), paragraph("A keeper's day."))).tips;
			expect(strengths.filter((one) => one.severity === "strength" && one.ruleId.startsWith("headline."))).toEqual([]);
		},
	);

	test.each([
		["Why do lighthouses still need keepers?", "headline.question"],
		["Keepers: the people behind the lights of the coast", "headline.colon"],
		["The keeper — a life on the edge of the water", "headline.dash"],
		["What we learned from our winter on the island", "headline.we"],
		["What I learned from a winter on the island", "headline.first-person"],
		["The winter of 1987 on a small northern island", "headline.number"],
		["This island taught a keeper how to be alone", "headline.pointer"],
		["A winter on the island, and then came spring…", "headline.ellipsis"],
		["A whole winter on the island, entirely alone!", "headline.exclamation"],
		["Short title", "headline.length"],
		["A".repeat(20).concat(" word".repeat(15)), "headline.long"],
		["A".repeat(20).concat(" word".repeat(20)), "headline.clipped"],
	])("%s → %s", (text, rule) => {
		expect(rulesOf(title(text), paragraph(PROSE))).toContain(rule);
	});

	test.each([
		["How I cut our test suite from 40 minutes to 6", "headline.we"],
		["7 small habits that made me a better editor", "headline.pointer"],
		["我为什么每天早上写两页纸", "headline.length"],
	])("%s has nothing to do with %s", (text, rule) => {
		expect(rulesOf(title(text), paragraph(PROSE))).not.toContain(rule);
	});
	test("“that” which points is still found behind one which does not", () => {
		const tips = analyseStory(story(title("The habits that made this winter short"), paragraph(PROSE))).tips;
		expect(tips.find((one) => one.ruleId === "headline.pointer")?.quote).toBe("this");
		expect(rulesOf(title("What happened on that night in the harbour"), paragraph(PROSE))).toContain(
			"headline.pointer",
		);
	});

	test("an editor's subject is taken up by who edited", () => {
		const opening = paragraph(`I have edited stories for nine years. ${PROSE.repeat(3)}`);
		expect(rulesOf(title("Ways to be a gentle editor"), opening)).not.toContain("opening.subject");
	});

	test("a section in Chinese knows its characters", () => {
		const { map } = analyseStory(story(title("灯塔"), paragraph("灯塔看守人走到海边。")));
		expect(map.sections[0]).toMatchObject({ cjkCharacters: 9 });
	});

	test("a preview shows running text, never code", () => {
		const code: Block = { id: id(), type: "code", text: "run();", language: "typescript", languageSource: "writer" };
		expect(analyseStory(story(title("A lamp"), code)).preview.feed.subtitle.shown).toBe("");
		expect(analyseStory(story(title("A lamp"), code, paragraph("It burned."))).preview.feed.subtitle.shown).toBe(
			"It burned.",
		);
	});

	test("the writer's figures take the place of ours", () => {
		const long = story(title("A".repeat(20).concat(" word".repeat(15))), paragraph(PROSE));
		const ruleIds = (warn: number) =>
			analyseStory(long, { "headline.long": { thresholds: { warn } } }).tips.map((tip) => tip.ruleId);
		expect(ruleIds(90)).toContain("headline.long");
		expect(ruleIds(99)).not.toContain("headline.long");
	});
	test("times, ratios, hyphens and the country do not count", () => {
		expect(rulesOf(title("The 10:30 train and a well-kept garden in the US"), paragraph(PROSE))).not.toEqual(
			expect.arrayContaining([expect.stringMatching(/colon|dash|headline\.we/)]),
		);
	});

	test("a promised number is compared with headings, lists and numbered paragraphs", () => {
		const promise = title("5 quiet ways to keep a lamp burning");
		const tips = analyseStory(story(promise, subtitle("On light"), list("a", "b", "c", "d"))).tips;
		expect(tips.find((tip) => tip.ruleId === "headline.promised-number")).toMatchObject({
			quote: "5 quiet ways",
			values: { promised: 5, noun: "ways", found: 4 },
		});
		expect(rulesOf(promise, list("a", "b", "c", "d", "e"))).toContain("headline.number-kept");
		expect(rulesOf(promise, ...["1. A", "2. B", "3. C", "4. D", "5. E"].map((text) => heading(text, 2)))).toContain(
			"headline.number-kept",
		);
		expect(rulesOf(promise, ...["A", "B", "C", "D", "E", "Conclusion"].map((text) => heading(text)))).toContain(
			"headline.number-kept",
		);
		expect(rulesOf(title("30 days alone on an island in the north"), paragraph(PROSE.repeat(9)))).not.toContain(
			"headline.promised-number",
		);
	});

	test("a superlative wants support in the text", () => {
		const claim = title("The best lamp a keeper can own for the winter");
		expect(rulesOf(claim, paragraph(PROSE.repeat(9)))).toContain("headline.superlative");
		expect(rulesOf(claim, paragraph(`${PROSE.repeat(9)}It was the best of them.`))).not.toContain(
			"headline.superlative",
		);
	});

	test("contested signals never ask for a change", () => {
		const tips = analyseStory(story(title("How to stop hating your winter on an island!"), paragraph(PROSE))).tips;
		for (const tip of tips.filter((one) => /you|how-to|negative|exclamation/.test(one.ruleId)))
			expect(tip.severity).toBe("note");
	});
});
