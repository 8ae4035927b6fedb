import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block } from "#domain/story/schema.ts";
import { BlockContent } from "../block-content.ts";
import { BlockInContext, contextOf } from "../context.ts";
import type { RuleChoices } from "../rule-choices.ts";
import { ruleById } from "../rules.ts";
import { storyMarks } from "./marks.ts";
import { type SignId, signsOf } from "./signs.ts";

const signPlaces = (content: BlockContent, sign: SignId, reads = true) => signsOf(content, reads).get(sign) ?? [];

const paragraph = (text: string, id = "p"): Block => ({ id, type: "paragraph", spans: [{ text }] });
const contextFor = (...blocks: Block[]) => contextOf(blocks.map((one) => new BlockInContext(one)));
const quotes = (sign: SignId, block: Block) => {
	const content = new BlockContent(block);
	return signPlaces(content, sign).map(({ start, end }) => content.text.slice(start, end));
};

describe("signs", () => {
	test.each([
		["sources", "According to a survey, few knew.", ["According to", "a survey"]],
		["sources", "We went according plan.", []],
		["figures", "It cost 640,000 euros and took 12 %.", ["640,000 euros", "12 %"]],
		["figures", "In 1998 we were 3.", []],
		["sources", "Sales fell by a third, says Counterpoint.", ["says Counterpoint"]],
		["sources", "Look at Gartner’s latest report.", ["Gartner’s latest report"]],
		["sources", "“It is late,” says Priya.", []],
		["figures", "It serves 100,000 reads a second.", ["100,000 reads a second"]],
		["figures", "We had 12 visits per day.", ["12 visits per day"]],
		[
			"explained",
			"Hydration (the share of water in the dough) decides.",
			["Hydration (the share of water in the dough)"],
		],
		["explained", "My mother (seventy by then) laughed.", []],
		["steps", "See here and https://example.org/. Read more below. Check out my list.", []],
		["reasons", "We stayed because of rain.", ["because"]],
		["objection", "Admittedly, it leaks.", ["Admittedly"]],
		["experience", "In my ten years as a nurse I saw it.", ["In my ten years as"]],
		["example", "Take rain, for example.", ["for example"]],
		["explained", "It is called a bight.", ["is called"]],
		["result", "Late arrivals fell from 41 a week to 17.", ["fell from 41 a week to 17"]],
		["people", "My mother laughed. She said so.", ["My mother", "She said"]],
		["scene", "One morning, in the kitchen, it rang.", ["One morning", "in the kitchen"]],
		["speech", "“It is late,” he told me.", ["“It is late,”"]],
		["turn", "Suddenly it rang.", ["Suddenly"]],
		["steps", "Cut the plank. It is long. Screw the sides on.", ["Cut the plank.", "Screw the sides on."]],
		["advice", "You should wait if you can.", ["You should", "if you can"]],
		["materials", "You’ll need twenty nails.", ["You’ll need"]],
		["takeaway", "In short: wait.", ["In short"]],
	] as const)("%s in “%s”", (sign, text, expected) => {
		expect(quotes(sign, paragraph(text))).toEqual(expected);
	});

	test("an ordered list is steps, a link a source, code an example", () => {
		const items = ["Cut it", "Turn it", "Glue it"].map((text) => ({ spans: [{ text }], depth: 0 }));
		expect(quotes("steps", { id: "l", type: "list", ordered: true, items })).toEqual(["Cut it", "Turn it", "Glue it"]);
		const linked: Block = {
			id: "k",
			type: "paragraph",
			spans: [{ text: "the log", link: { href: "https://example.org" } }],
		};
		expect(quotes("sources", linked)).toEqual(["the log"]);
		expect(quotes("example", { id: "c", type: "code", text: "a = 1", language: null, languageSource: "none" })).toEqual(
			["a = 1"],
		);
	});
});

const FILLER = "The boats came home and the lamp was lit and the wind went round the house. ".repeat(12);

describe("the four marks", () => {
	test("say what is there, where, and what is not", () => {
		const story = contextFor(
			paragraph(FILLER, "a"),
			paragraph("One morning, in the kitchen, my mother said “it is late”. She laughed until noon.", "b"),
		);
		const mark = storyMarks(story, {}).find((one) => one.id === "story");
		expect(mark?.signs.map(({ id, there }) => [id, there])).toEqual([
			["people", true],
			["scene", true],
			["speech", true],
			["turn", true],
		]);
		expect(mark?.signs[0]?.places[0]).toMatchObject({ blockId: "b", quote: "my mother" });
		const practical = storyMarks(story, {}).find((one) => one.id === "practical");
		expect(practical?.signs.some((one) => one.there)).toBe(false);
		for (const sign of practical?.signs ?? []) expect(sign.missing.length).toBeGreaterThan(0);
	});

	test("a heading that says what to do is a step, numbered or not", () => {
		const heading = (text: string): Block => ({ id: "h", type: "heading", level: 2, spans: [{ text }] });
		const steps = (text: string) => signPlaces(new BlockContent(heading(text)), "steps").length;
		expect(["Read it aloud", "2. The lamp", "The lamp"].map(steps)).toEqual([1, 1, 0]);
	});

	test.each([
		["people", "Priya found the last one. I thanked Mrs Okafor.", ["Priya found", "Mrs Okafor"]],
		["people", "Then came spring. Nobody said a word. This took years. She said no.", ["She said"]],
		["objection", "It was not free. The catch is the price.", ["It was not free", "The catch"]],
		["experience", "On a Tuesday our build took 41 minutes.", ["our build"]],
		[
			"experience",
			"I have edited other people’s stories for nine years.",
			["I have edited other people’s stories for nine years"],
		],
		["scene", "On a Tuesday our build took 41 minutes.", ["On a Tuesday"]],
		["takeaway", "What I would tell you: measure.", ["What I would tell you"]],
	] as const)("%s: %s", (sign, text, quotes) => {
		const block = contextFor(paragraph(text, "a")).body[0];
		const found = block ? signPlaces(block.content, sign) : [];
		expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(quotes);
	});

	test("a list in order counts its items, and the number shown is the number counted", () => {
		const items = ["Close the valve", "Lift the handle", "Change the washer", "Turn it on"].map((text) => ({
			spans: [{ text }],
			depth: 0,
		}));
		const list: Block = { id: "l", type: "list", ordered: true, items };
		const story = contextFor(paragraph(FILLER, "a"), list, paragraph("Wait an hour. Check the tap.", "b"));
		const steps = storyMarks(story, {}).flatMap(({ signs }) => signs.filter(({ id }) => id === "steps"));
		expect(steps).toMatchObject([{ count: 6, there: true }]);
	});

	test("are rules of the registry: each sign can be switched off, and counts from a figure of the writer's", () => {
		const story = contextFor(paragraph(FILLER, "a"), paragraph("One morning my mother said “it is late”.", "b"));
		const signs = (choices: RuleChoices) =>
			storyMarks(story, choices).flatMap((mark) => mark.signs.map(({ id, there, least }) => ({ id, there, least })));
		expect(signs({}).map(({ id }) => ruleById(`marks.${id}`)?.area)).toEqual(Array(16).fill("marks"));
		expect(signs({})).toContainEqual({ id: "scene", there: false, least: 2 });
		expect(signs({ "marks.scene": { thresholds: { least: 1 } } })).toContainEqual({
			id: "scene",
			there: true,
			least: 1,
		});
		const off = ["people", "scene", "speech", "turn"].map((id) => [`marks.${id}`, { on: false }]);
		expect(storyMarks(story, Object.fromEntries(off)).map(({ id }) => id)).toEqual([
			"analysis",
			"professional",
			"practical",
		]);
	});

	test("are not judged in a text just begun", () => {
		expect(storyMarks(contextFor(paragraph("My mother said so.")), {})).toEqual([]);
	});

	test("in another language only what needs no words is looked for, and the rest is named", () => {
		const german = "Der Wärter ging an diesem Morgen hinunter zum Wasser und zählte die Boote. ".repeat(20);
		const items = ["Messen", "Sägen", "Leimen"].map((text) => ({ spans: [{ text }], depth: 0 }));
		const story = contextFor(
			paragraph(german, "a"),
			paragraph("„Es ist spät“, sagte er. Das kostete 40 € und 12 % mehr, also 3,5 km Draht.", "b"),
			{ id: "l", type: "list", ordered: true, items },
			{ id: "c", type: "code", text: "a = 1", language: null, languageSource: "none" },
		);
		const marks = storyMarks(story, {});
		const there = (id: string) =>
			marks.find((mark) => mark.id === id)?.signs.map((sign) => [sign.id, sign.there, sign.missing]);
		expect(there("analysis")).toEqual([
			["sources", false, "No link, link card or footnote."],
			["figures", true, expect.any(String)],
		]);
		expect(there("professional")).toEqual([["example", true, "No code."]]);
		expect(there("story")).toEqual([["speech", true, "Nothing stands in quotation marks."]]);
		expect(there("practical")).toEqual([
			["steps", true, "No numbered list and no numbered headings."],
			["materials", true, "No code, table or embed."],
		]);
		expect(marks[0]?.unread).toEqual(["Reasons", "An objection met"]);
		for (const mark of marks) expect(mark.signs.length + mark.unread.length).toBe(4);
	});

	test("carry no score, and each says where it is known from", () => {
		for (const mark of storyMarks(contextFor(paragraph(FILLER)), {})) {
			expect(mark.evidence.map((one) => one.class)).toContain("convention");
			expect(Object.keys(mark)).not.toContain("score");
		}
	});
});

const SIGNS = storyMarks(contextFor(paragraph(FILLER)), {}).flatMap((mark) => mark.signs.map((sign) => sign.id));

test("every place lies in its block and quotes it, whatever the text", () => {
	const piece = fc.constantFrom(
		"according to ",
		"12 % ",
		"“",
		"” ",
		"in my years as ",
		"’",
		"\uD800",
		"İ",
		"my mother ",
		"Cut it. ",
		"\n",
		"fell from 4 to 3",
		" ",
	);
	fc.assert(
		fc.property(fc.array(fc.oneof(piece, fc.string({ unit: "binary", maxLength: 8 })), { maxLength: 30 }), (parts) => {
			const text = parts.join("");
			if (text === "") return;
			const content = new BlockContent(paragraph(text));
			for (const sign of SIGNS)
				for (const { start, end } of signPlaces(content, sign))
					expect(0 <= start && start < end && end <= text.length).toBe(true);
		}),
		{ numRuns: 200 },
	);
});

test.each([
	["a phrase", "according to a study "],
	["imperatives", "Cut it. "],
	["quotes", "“"],
	["numbers", "from 7 to "],
	["words that almost match", "in my in my years "],
	["lone surrogates", "\uD83D"],
])("100,000 characters of %s are read without an exception, and no more places kept than shown", (_, unit) => {
	const text = unit.repeat(Math.ceil(100_000 / unit.length));
	for (const mark of storyMarks(contextFor(paragraph(text), paragraph(FILLER, "q")), {}))
		for (const sign of mark.signs) expect(sign.places.length).toBeLessThanOrEqual(5);
});

test.each(["1", "1.", "٣"])("a run of %s is looked through once", (digits) => {
	const content = new BlockContent(paragraph(digits.repeat(20_000)));
	const before = process.threadCpuUsage().user;
	expect([signPlaces(content, "figures"), signPlaces(content, "figures", false)]).toEqual([[], []]);
	// It took 800 ms when every digit began a figure of its own.
	expect((process.threadCpuUsage().user - before) / 1000).toBeLessThan(200);
});
