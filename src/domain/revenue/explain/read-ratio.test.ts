import { expect, test } from "vitest";
import type { StoryFigures } from "../input/story-figures.ts";
import { seededRandom } from "../random.ts";
import { readRatioEffect } from "./read-ratio.ts";

/** Stories whose hours a view go with their read ratio to some power. */
function stories(count: number, power: number, grain: "days" | "months" = "months"): StoryFigures[] {
	const random = seededRandom(9);
	return Array.from({ length: count }, (_, at) => {
		const ratio = 0.2 + 0.6 * random.uniform();
		const views = 400;
		const one = (value: number) => [{ from: 20_000, until: grain === "days" ? 20_001 : 20_030, value }];
		const hours = views * 0.02 * ratio ** power * Math.exp(0.1 * random.normal());
		const figures = {
			views: one(views),
			reads: one(Math.round(ratio * views)),
			memberReadingSeconds: one(3600 * hours),
		};
		return { id: `s${at}`, published: null, boosted: null, readingMinutes: 5, days: {}, months: {}, [grain]: figures };
	});
}

test.each(["days", "months"] as const)("an effect is found from %s, drawn towards nothing", (grain) => {
	const found = readRatioEffect(stories(60, 1, grain));
	expect(found).toMatchObject({ name: "readRatio", shown: true, stories: 60 });
	const slope = Math.log(found?.effects[0]?.factor ?? 1);
	expect(slope).toBeGreaterThan(0.75);
	expect(slope).toBeLessThan(1.05);
	expect(found?.usual).toBeGreaterThan(0.4);
	expect(found?.usual).toBeLessThan(0.6);
	expect(found?.most).toBeGreaterThan(0.75);
	expect(found?.most).toBeLessThanOrEqual(0.8);
});

test("none is shown where hours do not go with it, or stories are few or hardly viewed", () => {
	expect(readRatioEffect(stories(60, 0))?.shown).toBe(false);
	expect(readRatioEffect(stories(10, 1))?.shown).toBe(false);
	const unseen = stories(60, 1).map((story) => ({
		...story,
		months: { ...story.months, views: [{ from: 20_000, until: 20_030, value: 12 }] },
	}));
	expect(readRatioEffect(unseen)).toBeNull();
	expect(readRatioEffect([])).toBeNull();
});
