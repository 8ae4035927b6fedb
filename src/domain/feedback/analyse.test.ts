import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block, StoryDocument } from "#domain/story/schema.ts";
import { analyseStory } from "./analyse.ts";
import { RULES, ruleById } from "./rules.ts";
import { blockText } from "./text.ts";

let next = 0;
const id = () => {
	next += 1;
	return `b${next}`;
};
const title = (text: string): Block => ({ id: id(), type: "title", spans: [{ text }] });
const subtitle = (text: string): Block => ({ id: id(), type: "subtitle", spans: [{ text }] });
const paragraph = (text: string): Block => ({ id: id(), type: "paragraph", spans: [{ text }] });
const heading = (text: string, level: 1 | 2 = 1): Block => ({
	id: id(),
	type: "heading",
	level,
	spans: text ? [{ text }] : [],
});
const list = (...items: string[]): Block => ({
	id: id(),
	type: "list",
	ordered: true,
	items: items.map((text) => ({ spans: [{ text }], depth: 0 })),
});
const story = (...blocks: Block[]): StoryDocument => ({ version: 1, blocks });
const rulesOf = (...blocks: Block[]) => analyseStory(story(...blocks)).tips.map((tip) => tip.ruleId);
const PROSE = "The keeper walked down to the shore and counted the boats that had come home before the storm. ";

describe("the registry", () => {
	test("every rule has an unshared id, words, and at least one source", () => {
		expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length);
		for (const rule of RULES) {
			expect(rule.id.startsWith(`${rule.area}.`)).toBe(true);
			expect(rule.evidence.length).toBeGreaterThan(0);
			for (const text of [rule.name, rule.message, rule.why]) expect(text).not.toMatch(/!|\bOops\b/);
			for (const { class: kind, source, effect } of rule.evidence) {
				expect(source.title.length * source.detail.length).toBeGreaterThan(0);
				if (effect) expect(effect.low <= effect.percent && effect.percent <= effect.high).toBe(true);
				if (kind === "convention" || kind === "mediumRule") expect(effect).toBeUndefined();
			}
		}
	});

	test("a rule that asks for a change of words has an effect that excludes nothing, or is Medium's, or says it is a convention", () => {
		for (const rule of RULES) {
			const measured = rule.evidence.flatMap(({ effect }) => (effect ? [effect] : []));
			const stated = rule.evidence.some((one) => one.class === "mediumRule" || one.class === "convention");
			const clear = measured.some(({ measure, low, high }) => {
				const neutral = measure === "pairsWon" ? 50 : 0;
				return low > neutral || high < neutral;
			});
			// A soft range of lengths is only ever a note.
			expect(clear || stated || rule.id === "headline.length", rule.id).toBe(true);
		}
	});
});

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

describe("structure", () => {
	test("lengths, headings, pictures, links and the ending", () => {
		const figure: Block = {
			id: id(),
			type: "figure",
			image: { remoteUrl: "https://example.org/a.png", alt: "" },
			caption: [],
			layout: "column",
		};
		const found = rulesOf(
			title("A winter"),
			paragraph(PROSE.repeat(20)),
			heading("", 2),
			heading("Small", 2),
			{ id: id(), type: "paragraph", spans: [{ text: "Bold line", bold: true }] },
			paragraph(PROSE.repeat(30)),
			heading("Large"),
			{
				id: id(),
				type: "paragraph",
				spans: [{ text: "Read " }, { text: "here", link: { href: "https://example.org" } }],
			},
			figure,
		);
		for (const name of [
			"section-length",
			"paragraph-length",
			"empty-heading",
			"heading-level",
			"bold-heading",
			"alt-text",
			"vague-link",
			"ending",
			"reading-time",
		])
			expect(found).toContain(`structure.${name}`);
	});

	test("the map adds up to the story's reading time and names every piece once", () => {
		const blocks = [
			title("A winter"),
			paragraph(PROSE.repeat(10)),
			heading("One"),
			list("a b", "c d"),
			paragraph(PROSE.repeat(20)),
			// Each takes a fraction of a second more or less than whole ones.
			...Array.from({ length: 30 }, () => paragraph("Three short words")),
		];
		const { map, readingSeconds } = analyseStory(story(...blocks));
		const pieces = map.sections.flatMap((section) => section.pieces.map((piece) => piece.blockId));
		expect(pieces).toEqual(blocks.slice(1).map((block) => block.id));
		expect(Math.abs(map.seconds - readingSeconds)).toBeLessThan(1);
	});
});

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

describe("whatever is in the document", () => {
	const wild = fc.oneof(
		fc.string({ unit: "binary", maxLength: 200 }),
		fc.string({
			unit: fc.constantFrom(
				"\uD800",
				"\uDC00",
				"I",
				"?",
				":",
				"!",
				".",
				"…",
				" ",
				"İ",
				"ß",
				"’",
				"in this article",
				"7 ways",
				"best",
				"\n",
				"的",
				"é",
			),
			maxLength: 60,
		}),
	);
	const spans = fc.array(
		wild.filter((text) => text !== "").map((text) => ({ text })),
		{ maxLength: 4 },
	);
	const block: fc.Arbitrary<Block> = fc.oneof(
		fc
			.record({ type: fc.constantFrom("title", "subtitle", "kicker", "paragraph", "quote", "note"), spans })
			.map((one) => ({ ...one, id: id() }) as Block),
		fc.record({ level: fc.constantFrom(1, 2), spans }).map((one) => ({ ...one, type: "heading", id: id() }) as Block),
		fc.array(spans, { minLength: 1, maxLength: 5 }).map(
			(items): Block => ({
				id: id(),
				type: "list",
				ordered: true,
				items: items.map((one) => ({ spans: one, depth: 0 })),
			}),
		),
		wild.map((text): Block => ({ id: id(), type: "code", text, language: null, languageSource: "none" })),
		fc.record({ alt: wild, caption: spans }).map(
			({ alt, caption }): Block => ({
				id: id(),
				type: "figure",
				image: { alt, remoteUrl: "x" },
				caption,
				layout: "column",
			}),
		),
	);

	test("a tip quotes exactly the text it names", () => {
		fc.assert(
			fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
				const byId = new Map(blocks.map((one) => [one.id, one]));
				for (const tip of analyseStory(story(...blocks)).tips) {
					expect(ruleById(tip.ruleId)).toBeDefined();
					if (tip.blockId === null) {
						expect(tip.quote).toBe("");
						continue;
					}
					const text = blockText(byId.get(tip.blockId)!);
					expect(0 <= tip.start && tip.start <= tip.end && tip.end <= text.length).toBe(true);
					expect(tip.quote).toBe(text.slice(tip.start, tip.end));
					const kinds = ruleById(tip.ruleId)?.evidence.map((one) => one.class) ?? [];
					expect([...tip.evidence].sort()).toEqual([...new Set(kinds)].sort());
					expect(tip.evidence.length).toBeGreaterThan(0);
				}
			}),
			{ numRuns: 300 },
		);
	});

	test.each([
		["one sentence", "word ".repeat(20_000)],
		["one word", "a".repeat(100_000)],
		["dots", `${".".repeat(100_000)}a`],
		["hyphens", `a${"-".repeat(100_000)}b`],
		["quotes", "“".repeat(100_000)],
		["question marks and quotes", '?"'.repeat(50_000)],
		["spaces", `${" ".repeat(100_000)}x`],
		["capitals", "A. ".repeat(33_000)],
		["a phrase", "in this article".repeat(7_000)],
		["lone surrogates", "\uD83D".repeat(100_000)],
		["numbers", "7 ".repeat(50_000)],
		["characters", "的".repeat(100_000)],
	])("100,000 characters of %s come to an end before the test does", (_, text) => {
		analyseStory(
			story(
				title(text),
				subtitle(text),
				paragraph(text),
				{ id: id(), type: "list", ordered: false, items: [{ spans: [{ text }], depth: 0 }] },
				heading(text),
			),
		);
	});
});
