import { describe, expect, test } from "vitest";
import type { KnownMonth } from "../engine/history.ts";
import { NO_ENGAGEMENT, storyRecord } from "../engine/story-record.ts";
import { explainMonth } from "./month.ts";

/** A month of 31 days, then one of 28. */
const BEFORE = { month: "2026-01", from: 0, until: 31 };
const AFTER = { month: "2026-02", from: 31, until: 59 };

type Read = readonly [hours: number, earned: number];

const story = (id: string, before: Read, after: Read, published = -100) =>
	storyRecord({
		id,
		published,
		boosted: null,
		days: ([[3, before] as const, [40, after] as const] satisfies [number, Read][]).map(
			([day, [attention, earned]]) => ({ day, attention, earned, engagement: NO_ENGAGEMENT, readers: null }),
		),
	});

/** Nine stories of 2 to 4 dollars each, paid 3 dollars an hour, that lose a tenth with the shorter month. */
const usual = Array.from({ length: 9 }, (_, at) => {
	const hours = 0.7 + 0.1 * (at % 5);
	return story(`usual ${at}`, [hours, Math.round(300 * hours)], [0.9 * hours, Math.round(270 * hours)]);
});

function explained(stories: readonly ReturnType<typeof story>[]) {
	const sum = (day: number) => stories.reduce((total, { days, earned }) => total + (earned[days.indexOf(day)] ?? 0), 0);
	const months: [KnownMonth, KnownMonth] = [
		{ ...BEFORE, value: sum(3) },
		{ ...AFTER, value: sum(40) },
	];
	const found = explainMonth(...months, stories, null);
	for (const { parts, total } of [
		found,
		...found.stories.map((one) => ({ parts: one.parts, total: one.earned - one.earnedBefore })),
	])
		expect(Object.values(parts).reduce((all, part) => all + part, 0)).toBe(total);
	return found;
}

describe("a month in which one story brought hundreds of times the usual", () => {
	const smaller = 2600;
	test.each([
		["is read and paid so much more", story("spike", [1, 300], [5000, 1_500_000])],
		["is read so much more, for half as much an hour", story("spike", [1, 300], [5000, 750_000])],
		["is paid so much more", story("spike", [1, 300], [1, 1_500_000])],
		["is new", story("spike", [0, 0], [5000, 1_500_000], 35)],
		["is new and paid so much more", story("spike", [0, 0], [2, 1_500_000], 35)],
	])("when the story %s", (_, spike) => {
		const { parts, total } = explained([...usual, spike]);
		expect(Math.abs(parts.calendarDays)).toBeLessThan(0.12 * smaller);
		expect(Math.abs(parts.rate)).toBeLessThan(0.12 * smaller);
		expect(Math.abs(parts.engagementMix)).toBeLessThan(0.12 * smaller);
		expect(parts.backCatalogue + parts.newStories + parts.storyPay).toBeGreaterThan(0.99 * total);
	});

	test("as the month goes back, too", () => {
		const { parts, total } = explained([...usual, story("spike", [5000, 1_500_000], [1, 300])]);
		expect(Math.abs(parts.calendarDays)).toBeLessThan(0.12 * smaller);
		expect(parts.backCatalogue).toBeLessThan(0.99 * total);
	});

	test("where it is the only story", () => {
		const { parts } = explained([story("spike", [10, 3000], [5000, 1_500_000])]);
		expect(Math.abs(parts.calendarDays)).toBeLessThan(0.12 * 3000);
	});
});

describe("a correction of one story", () => {
	const partsOf = (corrected: ReturnType<typeof story>) => {
		const found = explained([...usual, corrected]);
		return { all: found.parts, own: found.stories.find(({ id }) => id === "corrected")?.parts };
	};

	test.each([
		["leaves less of its month", story("corrected", [10, 3000], [10, 900]), -2100],
		["takes more than its month earned", story("corrected", [10, 3000], [10, -1200]), -4200],
		["is taken back a month later", story("corrected", [10, 900], [10, 3000]), 2100],
	])("that %s is told as its own, not as what an hour is worth", (_, corrected, change) => {
		const { all, own } = partsOf(corrected);
		for (const parts of [all, own]) {
			expect(Math.abs((parts?.storyPay ?? 0) - change)).toBeLessThan(0.15 * Math.abs(change));
			expect(Math.abs(parts?.rate ?? 0)).toBeLessThan(0.1 * Math.abs(change));
		}
	});

	test("an hour that is worth less for all stories is no correction", () => {
		const all = Array.from({ length: 6 }, (_, at) =>
			story(`s${at}`, [10 + at, 300 * (10 + at)], [10 + at, 150 * (10 + at)]),
		);
		const { parts, total } = explained(all);
		expect(parts.storyPay).toBe(0);
		expect(Math.abs(parts.rate - total)).toBeLessThan(0.15 * Math.abs(total));
	});
});
