import { expect, test } from "vitest";
import { calendarOf } from "./calendar.ts";
import { withoutLateBursts } from "./late-burst.ts";
import { BIN, binStory } from "./series.ts";

const DAYS = 300;

function binned(onDay: (day: number) => number, boosted: number | null = null) {
	const days = Array.from({ length: DAYS }, (_, day) => day);
	const values = days.map(onDay);
	const story = { id: "story", published: 10, boosted, days, values, count: DAYS };
	const found = binStory(story, calendarOf([story], 0, DAYS));
	if (!found) throw new Error("the story has days");
	return found;
}

const usual = (day: number) => (day < 10 ? 0 : 20 * (1 + (day - 10) / 2) ** -1.2 + 0.2);
const viral = (from: number, until: number) => (day: number) => usual(day) + (day >= from && day < until ? 500 : 0);

test("the stretches of a late burst that is over are left out, and nothing else", () => {
	const [plain, burst] = [binned(usual), binned(viral(140, 150))];
	const found = withoutLateBursts(burst);
	expect(withoutLateBursts(plain)).toBe(plain);
	expect(plain.bins.length - found.bins.length).toBe(BIN.width);
	expect(found.total).toBeLessThanOrEqual(plain.total);
	expect(found.total).toBeGreaterThan(0.8 * plain.total);
});

test("a beginning, a burst that may last and what came after a Boost are no late bursts", () => {
	for (const story of [binned(viral(10, 20)), binned(viral(285, 300)), binned(viral(140, 150), 139)])
		expect(withoutLateBursts(story)).toBe(story);
});
