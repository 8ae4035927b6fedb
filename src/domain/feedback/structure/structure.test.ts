import { describe, expect, test } from "vitest";
import type { Block, Span } from "#domain/story/schema.ts";
import { BlockInContext, contextOf } from "../context.ts";
import { messageOf } from "../message-of.ts";
import { STRUCTURE_RULES } from "../structure-rules.ts";

let next = 0;
const id = () => {
	next += 1;
	return `b${next}`;
};
const paragraph = (...spans: (string | Span)[]): Block => ({
	id: id(),
	type: "paragraph",
	spans: spans.map((span) => (typeof span === "string" ? { text: span } : span)),
});
const heading = (text: string, level: 1 | 2 = 1): Block => ({ id: id(), type: "heading", level, spans: [{ text }] });
const list = (...items: string[]): Block => ({
	id: id(),
	type: "list",
	ordered: false,
	items: items.map((text) => ({ spans: [{ text }], depth: 0 })),
});
const figure = (alt: string, caption = ""): Block => ({
	id: id(),
	type: "figure",
	image: { remoteUrl: "https://example.org/a.png", alt },
	caption: caption ? [{ text: caption }] : [],
	layout: "column",
});
const link = (text: string, href: string): Span => ({ text, link: { href } });
const PROSE = "The keeper walked down to the shore and counted the boats that had come home before the storm. ";
const TEXT = paragraph(PROSE.repeat(20).trim());

function tipsOf(...blocks: Block[]) {
	const title: Block = { id: id(), type: "title", spans: [{ text: "A winter on the island" }] };
	const context = contextOf([title, ...blocks].map((block) => new BlockInContext(block)));
	return STRUCTURE_RULES.flatMap((rule) => rule.check(context, rule.thresholds));
}
const raised = (...blocks: Block[]) => tipsOf(...blocks).map((tip) => tip.ruleId.replace("structure.", ""));

describe("headings", () => {
	test.each([
		["heading-vague", [heading("Introduction"), TEXT], true],
		["heading-vague", [heading("Conclusion:"), TEXT], true],
		["heading-vague", [heading("The conclusion I did not want"), TEXT], false],
		["heading-alike", [heading("The boats"), TEXT, heading("the  Boats"), TEXT], true],
		["heading-alike", [heading("The boats"), TEXT, heading("The nets"), TEXT], false],
		["heading-long", [heading(`How ${"very ".repeat(20)}long`), TEXT], true],
		["heading-long", [heading("How long a heading may be"), TEXT], false],
		["heading-sentence", [heading("The boats came home."), TEXT], true],
		["heading-sentence", [heading("The boats came home…"), TEXT], false],
		["heading-sentence", [heading("Nets, ropes etc."), TEXT], false],
		["heading-one-word", [heading("Boats"), TEXT, heading("Nets"), TEXT, heading("Ropes"), TEXT], true],
		["heading-one-word", [heading("Boats"), TEXT, heading("Nets and ropes"), TEXT, heading("Ropes"), TEXT], false],
		["heading-barren", [heading("Boats"), heading("Nets"), TEXT], true],
		["heading-barren", [TEXT, heading("Boats")], true],
		["heading-barren", [heading("Boats"), heading("Small boats", 2), TEXT], false],
		["heading-barren", [heading("Boats"), figure("A boat"), heading("Nets"), TEXT], false],
	] as const)("%s: case %#", (rule, blocks, expected) => {
		expect(raised(...blocks).includes(rule)).toBe(expected);
	});
});

describe("lists and pictures", () => {
	test.each([
		["list-single", [list("only"), TEXT], true],
		["list-single", [list("one", "two"), TEXT], false],
		["list-single", [list("one"), paragraph("A word on it."), list("two"), TEXT], false],
		["list-item-length", [list("short", PROSE.repeat(5)), TEXT], true],
		["list-item-length", [list("short", PROSE), TEXT], false],
		["alt-text", [figure("  "), TEXT], true],
		["alt-text", [figure("A boat"), TEXT], false],
		["alt-file-name", [figure("IMG_2041"), TEXT], true],
		["alt-file-name", [figure("boat-final.jpeg"), TEXT], true],
		["alt-file-name", [figure("A photo of a boat"), TEXT], false],
		["alt-repeats-caption", [figure("A boat", "A boat."), TEXT], true],
		["alt-repeats-caption", [figure("A boat", "My uncle's pride"), TEXT], false],
		["alt-lead", [figure("Image of a boat"), TEXT], true],
		["alt-lead", [figure("A boat in its own image"), TEXT], false],
		["alt-length", [figure("A boat. ".repeat(40)), TEXT], true],
	] as const)("%s: case %#", (rule, blocks, expected) => {
		expect(raised(...blocks).includes(rule)).toBe(expected);
	});

	test("a long item is quoted where it stands", () => {
		const long = PROSE.repeat(5).trim();
		const found = tipsOf(list("short", long), TEXT).find((tip) => tip.ruleId === "structure.list-item-length");
		expect(found).toMatchObject({ start: 6, end: 6 + long.length, quote: long });
	});
});

test("every rule about lengths looks at every story: what is counted goes by the text it stands in", () => {
	for (const rule of STRUCTURE_RULES.filter(({ id }) => /(?:section|paragraph|item)-length/.test(id)))
		expect(rule.languages, rule.id).toBe("any");
});

describe("lengths of Chinese, Japanese and Korean", () => {
	const wide = (characters: number) => "灯塔的看守人每天早晨走到海边。".repeat(characters / 14);
	const found = (...blocks: Block[]) =>
		tipsOf(...blocks)
			.filter((tip) => /length/.test(tip.ruleId))
			.map(({ ruleId, severity, values, quote }) => ({ ruleId, severity, values, quote: quote.slice(0, 4) }));

	test("are said in characters, by limits in characters", () => {
		expect(found(paragraph(wide(434)))).toEqual([
			{
				ruleId: "structure.paragraph-length",
				severity: "suggestion",
				values: { characters: 434, limit: 300 },
				quote: "灯塔的看",
			},
		]);
		expect(found(paragraph(wide(294)))).toEqual([]);
		const section = [heading("海边的早晨"), ...[1, 2, 3].map(() => paragraph(wide(210)))];
		expect(found(...section)).toEqual([
			{
				ruleId: "structure.section-length",
				severity: "note",
				values: { characters: 630, limit: 600 },
				quote: "海边的早",
			},
		]);
		expect(found(list("短", wide(140)))).toMatchObject([
			{ ruleId: "structure.list-item-length", values: { characters: 140, limit: 120 } },
		]);
	});

	test("are said in characters where links are missing, or are many", () => {
		const links = (...blocks: Block[]) =>
			tipsOf(...blocks)
				.filter((tip) => /links/.test(tip.ruleId))
				.map(({ ruleId, values }) => ({ ruleId, values }));
		expect(links(...Array.from({ length: 8 }, () => paragraph(wide(210))))).toEqual([
			{ ruleId: "structure.links", values: { characters: 1680 } },
		]);
		expect(links(...Array.from({ length: 7 }, () => paragraph(wide(210))))).toEqual([]);
		const linked = Array.from({ length: 12 }, (_, at) =>
			paragraph(wide(56), link("灯塔守人", `https://example.org/${at}`)),
		);
		expect(links(...linked)).toEqual([{ ruleId: "structure.links-many", values: { links: 12, characters: 60 } }]);
	});

	test("are told by words of their own, whoever set the figure", () => {
		const said = (text: string, own?: true) =>
			tipsOf(paragraph(text)).flatMap(({ ruleId, values }) => {
				const rule = STRUCTURE_RULES.find(({ id }) => id === ruleId && id === "structure.paragraph-length");
				return rule ? [messageOf(rule, { values, ...(own && { own }) })] : [];
			});
		expect([
			said(wide(434)),
			said(wide(434), true),
			said("word ".repeat(160)),
			said("word ".repeat(160), true),
		]).toEqual([
			["{{characters}} characters in one paragraph. Past {{limit}}, it becomes a wall on a phone."],
			["{{characters}} characters in one paragraph. Your limit is {{limit}}."],
			["{{words}} words in one paragraph. Past {{limit}}, it becomes a wall on a phone."],
			["{{words}} words in one paragraph. Your limit is {{limit}}."],
		]);
	});

	test("a few such characters in an English paragraph leave its words counted", () => {
		expect(found(paragraph(`${"word ".repeat(160)}灯塔`))).toMatchObject([
			{ ruleId: "structure.paragraph-length", values: { words: 161 } },
		]);
	});
});

describe("links", () => {
	test.each([
		["vague-link", [paragraph("See ", link("this page", "https://example.org"))], true],
		["vague-link", [paragraph("See ", link("the keepers' log", "https://example.org"))], false],
		["link-bare", [paragraph("See ", link("https://example.org/log", "https://example.org/log"))], true],
		["link-bare", [paragraph("See ", link("example", "https://example.org/log"))], false],
		[
			"link-twice",
			[paragraph(link("one", "https://example.org/a#x"), " and ", link("two", "http://www.example.org/a/"))],
			true,
		],
		[
			"link-twice",
			[paragraph(link("one", "https://example.org/a"), " and ", link("two", "https://example.org/b"))],
			false,
		],
	] as const)("%s: case %#", (rule, blocks, expected) => {
		expect(raised(...blocks).includes(rule)).toBe(expected);
	});

	test("one link cut by marks is one", () => {
		const href = "https://example.org/a";
		const cut = paragraph(link("the ", href), { ...link("keepers'", href), bold: true }, link(" log", href));
		expect(raised(cut)).not.toContain("link-twice");
	});

	test("many are counted against the length", () => {
		const links = Array.from({ length: 12 }, (_, at) => paragraph(link(`page ${at}`, `https://example.org/${at}`)));
		expect(raised(...links)).toContain("links-many");
		expect(raised(...links, TEXT, TEXT)).not.toContain("links-many");
	});
});

describe("the ending", () => {
	test.each([
		["ending", [TEXT, list("a", "b")], true],
		["ending", [TEXT, paragraph("Good night.")], false],
		["ending-open", [TEXT, paragraph("And then, at last, the light went out in the")], true],
		["ending-open", [TEXT, paragraph("And then, at last, the light went out.”")], false],
		["ending-open", [TEXT, paragraph("Yours, the keeper")], false],
		["ending-returns", [TEXT, paragraph("That winter I stayed on the island.")], true],
		["ending-returns", [TEXT, paragraph("Bread is good.")], false],
		["invitation", [TEXT, paragraph("Good night.")], true],
		["invitation", [TEXT, paragraph("What do you do in a storm?")], false],
	] as const)("%s: case %#", (rule, blocks, expected) => {
		const asked = blocks.at(-1);
		const quiet = paragraph("The lamp was lit.");
		expect(raised(...blocks.slice(0, -1), quiet, ...(asked ? [asked] : [])).includes(rule)).toBe(expected);
	});
});

test("thresholds are the writer's to change", () => {
	const blocks = [heading("Boats and nets and ropes"), TEXT].map((block) => new BlockInContext(block));
	const context = contextOf(blocks);
	const ids = (name: string, thresholds: Record<string, number>) =>
		STRUCTURE_RULES.find((rule) => rule.id === name)?.check(context, thresholds).length;
	expect(ids("structure.heading-long", { characters: 10 })).toBe(1);
	expect(ids("structure.paragraph-length", { long: 1000, veryLong: 2000 })).toBe(0);
	expect(ids("structure.section-length", { long: 100, veryLong: 2000 })).toBe(1);
	for (const rule of STRUCTURE_RULES)
		for (const [name, value] of Object.entries(rule.thresholds)) {
			const bounds = rule.bounds?.[name];
			if (bounds) expect(bounds.least <= value && value <= bounds.most, `${rule.id} ${name}`).toBe(true);
		}
});
