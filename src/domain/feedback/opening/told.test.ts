import { describe, expect, test } from "vitest";
import { analyseStory } from "../analyse.ts";
import { PROSE, paragraph, rulesOf, story, title } from "../test-story.ts";

describe("opening", () => {
	test("throat-clearing is quoted where it stands", () => {
		const first = paragraph("Well. In this article I’ll show a lamp.");
		const found = analyseStory(story(title("A lamp for the winter on the island"), first)).tips.find(
			(tip) => tip.ruleId === "opening.throat-clearing",
		);
		expect(found).toMatchObject({ blockId: first.id, start: 6, end: 21, quote: "In this article" });
	});

	test("the title's subject has to appear in the first 132 words", () => {
		const late = [
			title("Lighthouses and their keepers"),
			paragraph("It rained for weeks. ".repeat(40)),
			paragraph(PROSE),
		];
		expect(rulesOf(...late)).toContain("opening.subject");
		expect(
			rulesOf(
				title("Lighthouses and their keepers"),
				paragraph(`A lighthouse stood there. ${"It rained. ".repeat(40)}`),
			),
		).not.toContain("opening.subject");
	});

	test("a long first sentence and an abstract opening are named", () => {
		const abstract = "things tend toward other things and so on in ways that remain open to thought ".repeat(4);
		expect(rulesOf(title("Thoughts"), paragraph(`${abstract}.`))).toEqual(
			expect.arrayContaining(["opening.long-first-sentence", "opening.concrete"]),
		);
	});

	test("a sentence of Chinese has one length, whoever tells it", () => {
		const { tips } = analyseStory(
			story(title("灯塔"), paragraph(`${"灯塔看守人，走到 GitHub 海边、".repeat(40)}𠮷。`)),
		);
		const lengths = Object.fromEntries(tips.map(({ ruleId, values }) => [ruleId, values?.["characters"]]));
		expect(lengths).toMatchObject({
			"opening.long-first-sentence": 361,
			"language.long-sentence": 361,
			"structure.paragraph-length": 361,
		});
	});
});
