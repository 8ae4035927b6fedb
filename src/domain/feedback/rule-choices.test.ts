import { describe, expect, test } from "vitest";
import { ruleInForce, thresholdBounds } from "./rule-choices.ts";
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
			expect(isLanguageThreshold(name) || thresholdName(name) !== name, `${one.id} ${name}`).toBe(true);
		}
});
