import { describe, expect, test } from "vitest";
import { isOwnFigure, orderedBounds, ruleInForce, thresholdBounds } from "./rule-choices.ts";
import { RULES } from "./rules.ts";
import { isLanguageThreshold, thresholdName } from "./threshold-names.ts";
import type { Rule } from "./types.ts";

const rule: Rule = {
	id: "language.test",
	area: "language",
	name: "",
	message: "",
	why: "",
	evidence: [],
	languages: "any",
	defaultOn: true,
	thresholds: { words: 20, share: 0.5, seconds: 30 },
	bounds: { seconds: { least: 10, most: 60, step: 5 } },
};

describe("a rule in force", () => {
	test("is as the registry has it until the writer says otherwise", () => {
		expect(ruleInForce(rule, {})).toEqual({ on: true, thresholds: rule.thresholds });
		expect(ruleInForce(rule, { "language.test": { on: false } })).toEqual({ on: false, thresholds: rule.thresholds });
		expect(ruleInForce(rule, { "language.test": { thresholds: { words: 25 } } })).toEqual({
			on: true,
			thresholds: { words: 25, share: 0.5, seconds: 30 },
		});
	});
	test("keeps its figures within their bounds, and takes no others", () => {
		const thresholds = { words: 5000, share: -1, seconds: 3, secret: 1 };
		expect(ruleInForce(rule, { "language.test": { thresholds } }).thresholds).toEqual({
			words: 80,
			share: 0.05,
			seconds: 10,
		});
		expect(ruleInForce(rule, { "language.test": { thresholds: { words: Number.NaN } } }).thresholds.words).toBe(20);
	});
});

test("every threshold of the registry lies within its bounds and has a name", () => {
	for (const one of RULES)
		for (const [name, value] of Object.entries(one.thresholds)) {
			const { least, most, step } = thresholdBounds(one, name);
			expect(least <= value && value <= most && step > 0, `${one.id} ${name}`).toBe(true);
			expect(isLanguageThreshold(name) || thresholdName(one, name) !== name, `${one.id} ${name}`).toBe(true);
		}
});

const named = (id: string): Rule => {
	const found = RULES.find((one) => one.id === id);
	if (!found) throw new Error(id);
	return found;
};

describe("figures that order each other", () => {
	const length = named("headline.length");
	const choose = (thresholds: Record<string, number>) =>
		ruleInForce(length, { [length.id]: { thresholds } }).thresholds;

	test("are not taken out of order", () => {
		expect(choose({ shortest: 40, longest: 50 })).toEqual({ shortest: 40, longest: 50 });
		expect(choose({ shortest: 80 })).toEqual(length.thresholds);
		expect(choose({ shortest: 65 })).toEqual(length.thresholds);
	});

	test("out of order leave the writer's others alone", () => {
		const inForce = (id: string, thresholds: Record<string, number>) =>
			ruleInForce(named(id), { [id]: { thresholds } }).thresholds;
		expect(inForce("structure.paragraph-length", { long: 300, veryLong: 200, longCharacters: 250 })).toEqual({
			...named("structure.paragraph-length").thresholds,
			longCharacters: 250,
		});
		// What is very long has to come back to 35, and what is long in Spanish with it.
		expect(inForce("language.long-sentence", { others: 70, es: 45, it: 30, veryLong: 60 })).toEqual({
			...named("language.long-sentence").thresholds,
			it: 30,
		});
	});

	test("leave each other room in the form, which can say which of them is in the way", () => {
		expect(orderedBounds(length, "shortest", length.thresholds)).toMatchObject({ most: 64, below: "longest" });
		expect(orderedBounds(length, "longest", length.thresholds)).toMatchObject({ least: 36, above: "shortest" });
		expect(orderedBounds(rule, "words", rule.thresholds)).toEqual(thresholdBounds(rule, "words"));
	});

	test("are named in the registry, in order there", () => {
		for (const one of RULES)
			for (const [lower, upper] of one.order ?? []) {
				const [low, high] = [one.thresholds[lower], one.thresholds[upper]];
				expect(low !== undefined && high !== undefined && low < high, `${one.id} ${lower} ${upper}`).toBe(true);
			}
		const pairs = RULES.filter(({ thresholds }) => "veryLong" in thresholds || "shortest" in thresholds);
		expect(pairs.length).toBeGreaterThan(3);
		for (const one of pairs) expect(one.order, one.id).toBeDefined();
	});
});

describe("a figure of the writer's", () => {
	const paragraph = named("structure.paragraph-length");
	const sentences = named("language.long-sentence");

	test("is told from the rule's own", () => {
		expect(isOwnFigure(paragraph, paragraph.thresholds, { limit: 150 }, "en")).toBe(false);
		expect(isOwnFigure(paragraph, { ...paragraph.thresholds, long: 100 }, { limit: 100 }, "en")).toBe(true);
		// What is very long was changed, and what is said is about long.
		expect(isOwnFigure(paragraph, { ...paragraph.thresholds, veryLong: 300 }, { limit: 150 }, "en")).toBe(false);
		expect(isOwnFigure(named("opening.subject"), { enough: 60 }, { words: 132 }, "en")).toBe(false);
		const russian = { ...sentences.thresholds, ru: 20 };
		expect(isOwnFigure(sentences, russian, { limit: 20 }, "ru")).toBe(true);
		expect(isOwnFigure(sentences, russian, { limit: 20 }, "de")).toBe(false);
	});

	test("of one unit says nothing of the other, though it be the same number", () => {
		const items = named("structure.list-item-length");
		const own = { words: 120, characters: 120 };
		expect(isOwnFigure(items, own, { characters: 140, limit: 120 }, "zh")).toBe(false);
		expect(isOwnFigure(items, own, { words: 140, limit: 120 }, "en")).toBe(true);
		expect(isOwnFigure(sentences, { ...sentences.thresholds, others: 60 }, { characters: 70, limit: 60 }, "ja")).toBe(
			false,
		);
		const links = named("structure.links-many");
		expect(isOwnFigure(links, { words: 50, characters: 75, least: 12 }, { links: 20, characters: 60 }, "zh")).toBe(
			false,
		);
		expect(isOwnFigure(links, { words: 40, characters: 75, least: 15 }, { links: 20, characters: 60 }, "zh")).toBe(
			true,
		);
		expect(
			isOwnFigure(named("structure.links"), { enough: 800, enoughCharacters: 900 }, { characters: 1000 }, "zh"),
		).toBe(false);
	});

	test("is never said with what is known of the rule's", () => {
		const sayings = RULES.flatMap(({ id, inCharacters, ...rule }) =>
			[rule, ...(inCharacters ? [inCharacters] : [])].map((one) => ({ id, ...one })),
		);
		const naming = sayings.filter((one) => /{{(?:limit|shortest|longest)}}/.test(one.message));
		expect(naming.length).toBeGreaterThan(10);
		for (const one of naming) expect(one.ownMessage, one.id).toMatch(/Your (?:limit|range)/);
	});
});

test("no rule calls a run of one alike, nor a heap of one", () => {
	expect(thresholdBounds(named("language.repeated-starts"), "sentences").least).toBe(2);
	expect(thresholdBounds(named("language.adverbs"), "adverbs").least).toBe(2);
	expect(thresholdBounds(named("structure.heading-one-word"), "least").least).toBe(2);
});

test("of two units each is said with its own figures, and every figure of a unit is one of the rule's", () => {
	const both = RULES.flatMap(({ inCharacters, ...rule }) => (inCharacters ? [{ rule, inCharacters }] : []));
	expect(both.length).toBe(8);
	for (const { rule, inCharacters } of both) {
		expect([rule.message, inCharacters.message].map((one) => /{{(words|characters)}}/.exec(one)?.[1])).toEqual([
			"words",
			"characters",
		]);
		const { words, characters } = inCharacters.figures;
		expect(Object.keys(rule.thresholds), rule.id).toEqual(expect.arrayContaining([...words, ...characters]));
		expect(words.length > 0 && characters.length > 0, rule.id).toBe(true);
	}
});

test("every figure can be set, and says of what it is", () => {
	for (const one of RULES)
		for (const name of Object.keys(one.thresholds))
			if (!isLanguageThreshold(name)) expect(thresholdName(one, name), `${one.id} ${name}`).toMatch(/ /);
});
