import { expect, test } from "vitest";
import { choicesNow, ignoredNow } from "./former-rules.ts";
import { type RuleChoices, ruleInForce } from "./rule-choices.ts";
import { ruleById } from "./rules.ts";

const FORMER = {
	"opening.long-first-sentence-characters": ["opening.long-first-sentence", { characters: 90 }],
	"opening.picture-characters": ["opening.picture", { characters: 600 }],
	"structure.section-length-characters": ["structure.section-length", { long: 650, veryLong: 750 }],
	"structure.paragraph-length-characters": ["structure.paragraph-length", { long: 350, veryLong: 450 }],
	"structure.list-item-length-characters": ["structure.list-item-length", { characters: 150 }],
	"structure.links-many-characters": ["structure.links-many", { characters: 90, least: 15 }],
	"structure.links-characters": ["structure.links", { enough: 1800 }],
	"language.long-sentence-characters": ["language.long-sentence", { zh: 110, ja: 70, ko: 70 }],
} as const;

test.each(Object.entries(FORMER))("what was set of %s is in force", (former, [id, thresholds]) => {
	const rule = ruleById(id);
	if (!rule) throw new Error(id);
	expect(ruleById(former)).toBeUndefined();
	const choices = choicesNow({ [former]: { thresholds } });
	expect(Object.keys(choices)).toEqual([id]);
	const inForce = ruleInForce(rule, choices);
	expect(inForce.on).toBe(true);
	const changed = Object.entries(inForce.thresholds).filter(([name, value]) => value !== rule.thresholds[name]);
	// None of the figures is lost, and none of those in words has changed.
	expect(changed.map(([, value]) => value).sort()).toEqual(Object.values<number>(thresholds).sort());
	const inWords = rule.inCharacters?.figures.words ?? [];
	expect(changed.filter(([name]) => inWords.includes(name))).toEqual([]);
});

test("a rule is off where it was off for words or for characters", () => {
	const now = (words: RuleChoices[string], characters: RuleChoices[string]) =>
		choicesNow({ "structure.links": words, "structure.links-characters": characters })["structure.links"];
	expect(now({ on: false }, { on: true })).toEqual({ on: false });
	expect(now({ on: true }, { on: false })).toEqual({ on: false });
	expect(now({ on: true, thresholds: { enough: 900 } }, { thresholds: { enough: 1600 } })).toEqual({
		on: true,
		thresholds: { enough: 900, enoughCharacters: 1600 },
	});
});

test("choices of other rules stay, and nothing changes a second time", () => {
	const choices: RuleChoices = {
		"structure.ending": { on: false },
		"structure.section-length-characters": { on: false, thresholds: { long: 650 } },
	};
	const once = choicesNow(choices);
	expect(once).toEqual({
		"structure.ending": { on: false },
		"structure.section-length": { on: false, thresholds: { longCharacters: 650 } },
	});
	expect(choicesNow(once)).toEqual(once);
});

test("what was hidden stays hidden, once", () => {
	expect(
		ignoredNow([
			"structure.paragraph-length-characters",
			"structure.paragraph-length",
			"opening.picture-characters|b1|灯塔|守",
			"structure.ending",
			"structure.links-characters-and-more",
		]),
	).toEqual([
		"structure.paragraph-length",
		"opening.picture|b1|灯塔|守",
		"structure.ending",
		"structure.links-characters-and-more",
	]);
});
