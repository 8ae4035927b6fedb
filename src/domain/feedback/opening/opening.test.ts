import { describe, expect, test } from "vitest";
import type { Block } from "#domain/story/schema.ts";
import { BlockContent } from "../block-content.ts";
import { BlockInContext, contextOf } from "../context.ts";
import { signsOf } from "../marks/signs.ts";
import { concreteIn } from "./concrete.ts";
import { OPENING_WORDS, openingOf, openingSubject } from "./opening.ts";
import { OPENING_RULES } from "./rules.ts";
import { throatClearingIn } from "./throat-clearing.ts";

let next = 0;
const block = (type: "title" | "paragraph" | "heading", text: string): Block => {
	next += 1;
	const spans = [{ text }];
	return type === "heading" ? { id: `b${next}`, type, level: 1, spans } : { id: `b${next}`, type, spans };
};
const contextFor = (...blocks: Block[]) => contextOf(blocks.map((one) => new BlockInContext(one)));
const raised = (...blocks: Block[]) => {
	const context = contextFor(...blocks);
	return OPENING_RULES.flatMap((rule) => rule.check(context, rule.thresholds)).map(({ ruleId }) =>
		ruleId.replace("opening.", ""),
	);
};

describe("the first 30 seconds", () => {
	test("are 132 words, across blocks, cut within the last one", () => {
		const { words, pieces } = openingOf(
			contextFor(block("title", "T"), block("paragraph", "one ".repeat(100)), block("paragraph", "two ".repeat(100))),
		);
		expect(words).toBe(OPENING_WORDS);
		expect(pieces.map((piece) => piece.text.trim().split(" ").length)).toEqual([100, 32]);
	});

	test("are 250 characters of Chinese, and both kinds share the time", () => {
		const chinese = openingOf(contextFor(block("paragraph", "灯塔看守人走到海边。".repeat(60))));
		expect([chinese.cjkCharacters, chinese.words]).toEqual([250, 0]);
		const mixed = openingOf(contextFor(block("paragraph", "one ".repeat(66)), block("paragraph", "灯".repeat(500))));
		expect([mixed.words, mixed.cjkCharacters]).toEqual([66, 125]);
	});

	test("hold the title's subject or not", () => {
		const context = contextFor(
			block("title", "Lighthouses and their keepers"),
			block("paragraph", "A keeper has little to do."),
		);
		expect(openingSubject(context)).toEqual({ found: ["keepers"], missing: ["Lighthouses"] });
	});
});

test.each([
	["She had a lamp.", ["person"]],
	["It cost 12.", ["number"]],
	["They came, Ines first.", ["name"]],
	["What is a lamp?", ["question"]],
	["One heard “not today”.", ["speech"]],
	["At noon it smelled of smoke.", ["scene"]],
	["Things tend toward other things.", []],
])("%s holds %j", (text, concrete) => {
	expect(concreteIn(text)).toEqual(expect.arrayContaining(concrete));
	if (concrete.length === 0) expect(concreteIn(text)).toEqual([]);
});

test.each([
	["In this guide we look at lamps.", "In this guide"],
	["Lamps. Let’s dive in!", "Let’s dive in"],
	["Nowadays everyone has one.", "Nowadays"],
])("%s clears its throat", (text, phrase) => {
	const found = throatClearingIn(text);
	expect(found && text.slice(found.start, found.end)).toBe(phrase);
});

test.each(["The lamp was lit.", "He said that in this postal office", "Welcome to Mykonos"])("%s does not", (text) => {
	expect(throatClearingIn(text)).toBeNull();
});

test("only words that carry the title's subject are missed", () => {
	const of = (title: string) =>
		openingSubject(
			contextOf([block("title", title), block("paragraph", "Nothing.")].map((one) => new BlockInContext(one))),
		).missing;
	expect(of("How Much Water You’ll Need: What a Baker Knows and Tells")).toEqual(["Water", "Baker"]);
});

test.each([
	"The keeper looked up, cold and wet, and the dog barked.",
	"I sat and watched the smoke.",
	"He fell in the kitchen.",
	"Yesterday my mother came in and the wind rang.",
	"Every morning at the shore.",
])("what the opening calls a person or a scene is one to the four marks: %s", (text) => {
	const kinds: readonly string[] = concreteIn(text);
	const signs = signsOf(new BlockContent(block("paragraph", text)));
	expect(signs.has("people")).toBe(kinds.includes("person"));
	if (kinds.includes("scene")) expect(signs.has("scene")).toBe(true);
});

describe("rules", () => {
	const title = block("title", "A keeper and a lamp");
	const abstract = "things tend toward other things and so on in ways that remain open to thought ";
	test.each([
		["subject", [title, block("paragraph", `${abstract.repeat(5)}.`)], true],
		["subject", [title, block("paragraph", `The keeper. ${abstract.repeat(5)}.`)], false],
		["concrete", [title, block("paragraph", `${abstract.repeat(5)}.`)], true],
		["concrete", [title, block("paragraph", `She lit it. ${abstract.repeat(5)}.`)], false],
		["long-first-sentence", [title, block("paragraph", `${abstract.repeat(3)}.`)], true],
		["long-first-sentence", [title, block("paragraph", "Short. And then.")], false],
		["long-first-sentence", [block("paragraph", `${"灯塔看守人".repeat(20)}。`)], true],
		["long-first-sentence", [block("paragraph", "灯塔看守人走到海边。")], false],
		["welcome", [title, block("paragraph", `The keeper and I lit 3 lamps. ${abstract.repeat(5)}`)], true],
		[
			"welcome",
			[title, block("paragraph", `In this article the keeper and I light 3 lamps. ${abstract.repeat(5)}`)],
			false,
		],
	] as const)("%s: case %#", (rule, blocks, expected) => {
		expect(raised(...blocks).includes(rule)).toBe(expected);
	});

	test("a first picture after a minute of reading is late", () => {
		const figure: Block = {
			id: "f",
			type: "figure",
			image: { remoteUrl: "x", alt: "" },
			caption: [],
			layout: "column",
		};
		expect(raised(title, block("paragraph", "word ".repeat(300)), figure)).toContain("picture");
		expect(raised(title, block("paragraph", "word ".repeat(100)), figure)).not.toContain("picture");
		expect(raised(block("paragraph", "灯塔看守人".repeat(101)), figure)).toContain("picture");
		expect(raised(block("paragraph", "灯塔看守人".repeat(100)), figure)).not.toContain("picture");
	});
});
