import { describe, expect, test } from "vitest";
import { plainText, storyTitle } from "#domain/story/text.ts";
import { countText } from "#domain/story/words.ts";
import { judge, scoreSincerity } from "./evaluate.ts";
import { readTitledTexts } from "./fixtures.ts";

const texts = readTitledTexts();

describe("the titles and texts", () => {
	test("are enough, half of them honest, and every text can be judged", () => {
		expect(texts.length).toBeGreaterThanOrEqual(150);
		const kept = texts.filter((one) => one.broken === null).length / texts.length;
		expect(Math.abs(kept - 0.5)).toBeLessThan(0.05);
		for (const { document, title } of texts) {
			const { words } = countText(plainText(document));
			expect(words, title).toBeGreaterThanOrEqual(120);
			expect(words, title).toBeLessThanOrEqual(900);
			expect(storyTitle(document)).toBe(title);
		}
	});

	test("no title and no text stands in two sets", () => {
		const sets = new Map<string, Set<string>>();
		for (const { set, title, document } of texts)
			for (const key of [title, plainText(document).slice(-200)]) sets.set(key, (sets.get(key) ?? new Set()).add(set));
		expect([...sets].filter(([, inside]) => inside.size > 1)).toEqual([]);
	});
});

test("false alarms and hits hold their bars", () => {
	const scores = scoreSincerity(judge(texts));
	for (const [name, bar] of Object.entries(scores.bars)) expect(bar.holds, `${name}: ${bar.value}`).toBe(true);
	expect(scores.pass).toBe(true);
});

test("a check that objects to everything is seen", () => {
	const everything = judge(texts).map((one) => ({ ...one, raised: ["headline.superlative"] }));
	const { bars, pass } = scoreSincerity(everything);
	expect(bars["falseAlarms"]).toMatchObject({ value: 100, holds: false });
	expect(pass).toBe(false);
});
