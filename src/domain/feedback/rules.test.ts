import { describe, expect, test } from "vitest";
import { RULES } from "./rules.ts";

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
