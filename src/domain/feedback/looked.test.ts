import { expect, test } from "vitest";
import type { Block } from "#domain/story/schema.ts";
import { analyseStory } from "./analyse.ts";
import { languageCoverage } from "./looked.ts";
import { RULE_GROUPS } from "./rule-groups.ts";
import { RULES } from "./rules.ts";

const paragraph = (text: string): Block => ({ id: "p", type: "paragraph", spans: [{ text }] });
const looked = (blocks: Block[], choices = {}) => analyseStory({ version: 1, blocks }, choices).looked;

test("an empty story has nothing to look at", () => {
	expect(Object.values(looked([])).some(({ text }) => text)).toBe(false);
	const { headline, opening } = looked([paragraph("The keeper walked down to the shore.")]);
	expect([headline.text, opening.text]).toEqual([false, true]);
});

test("code is there and not read, which is not the same as nothing", () => {
	const code: Block = {
		id: "c",
		type: "code",
		text: "const lamp = light();",
		language: "typescript",
		languageSource: "writer",
	};
	const alone = looked([code]);
	expect([alone.opening, alone.language].map(({ text, codeOnly }) => [text, codeOnly])).toEqual([
		[false, true],
		[false, true],
	]);
	expect(alone.headline.codeOnly).toBe(false);
	expect(looked([code, paragraph("The keeper walked down to the shore.")]).language.codeOnly).toBe(false);
	expect(looked([{ ...code, text: " " }]).language.codeOnly).toBe(false);
	expect(looked([]).language.codeOnly).toBe(false);
});

test("rules are counted that know the language and are switched on", () => {
	const all = looked([paragraph("The keeper walked down to the shore and that was it.")]).opening;
	expect(all.known).toBeGreaterThan(3);
	expect(all.on).toBe(all.known);
	const off = Object.fromEntries(
		RULES.filter((rule) => rule.area === "opening").map((rule) => [rule.id, { on: false }]),
	);
	expect(looked([paragraph("The keeper walked down to the shore and that was it.")], off).opening).toEqual({
		...all,
		on: 0,
	});
	const arabic = looked([paragraph("كان الرجل يمشي إلى الشاطئ كل صباح".repeat(4))]).opening;
	expect(arabic.known).toBeLessThan(all.known);
});

test("each part of the coach is said to know a language, in part, or not", () => {
	const { whole, partly, none } = languageCoverage("de");
	expect([...whole, ...partly, ...none].length).toBe(RULE_GROUPS.filter(({ area }) => area !== "marks").length + 3);
	expect(none).toContain("Spelling and grammar");
	expect(partly).toEqual(expect.arrayContaining(["What the title promises", "Four marks", "Sentences and repetition"]));
	expect(whole).toEqual(expect.arrayContaining(["Lengths", "Readability"]));
	expect(languageCoverage("sw").none).toContain("Readability");
	expect(languageCoverage(null).none).toContain("Words");
});
