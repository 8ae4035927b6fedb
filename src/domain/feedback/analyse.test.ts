import { expect, test } from "vitest";
import type { Block } from "#domain/story/schema.ts";
import { analyseStory } from "./analyse.ts";
import { ruleById } from "./rules.ts";
import { paragraph, story, title } from "./test-story.ts";

test("English rules stay silent in other languages", () => {
	const german =
		"Der Wärter ging an diesem Morgen hinunter zum Wasser und zählte die Boote, die vor dem Sturm nach Hause gekommen waren. ";
	const feedback = analyseStory(
		story(title("Warum brauchen Leuchttürme noch Wärter? Die beste Antwort"), paragraph(german.repeat(5))),
	);
	expect(feedback.language.code).toBe("de");
	for (const tip of feedback.tips) expect(ruleById(tip.ruleId)?.languages).not.toEqual(["en"]);
});

test("an empty story gets nothing, not even a complaint", () => {
	const feedback = analyseStory(story(title(" "), paragraph(" ")));
	expect(feedback).toMatchObject({ started: false, tips: [] });
});

test("English is said to be read only where it was", () => {
	const paragraph = (text: string): Block => ({ id: "p", type: "paragraph", spans: [{ text }] });
	const code: Block = { id: "c", type: "code", text: "let a = 1", language: null, languageSource: "none" };
	const reads = (...blocks: Block[]) => analyseStory({ version: 1, blocks }).readsEnglish;
	expect(reads(paragraph("The keeper walked down to the shore and that was it."))).toBe(true);
	expect(reads(paragraph("Der Wärter ging an diesem Morgen hinunter zum Wasser und zählte die Boote."))).toBe(false);
	expect(reads(code)).toBe(false);
});

test("a tip by the writer's own figure claims no evidence for it", () => {
	const title: Block = { id: "t", type: "title", spans: [{ text: "A winter on the island" }] };
	const story = { version: 1 as const, blocks: [title] };
	const of = (thresholds: Record<string, number>) =>
		analyseStory(story, { "headline.length": { thresholds } }).tips.find((tip) => tip.ruleId === "headline.length");
	expect(of({})).toMatchObject({ evidence: ["mediumClaps"] });
	expect(of({})).not.toHaveProperty("own");
	expect(of({ shortest: 40 })).toMatchObject({ own: true, evidence: [] });
});
