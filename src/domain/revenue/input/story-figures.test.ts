import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayNumber } from "../../stats/periods.ts";
import { type SpanFigure, type StoryFigures, shareOutMonths, storyRecords } from "./story-figures.ts";

const MARCH = dayNumber("2026-03-01");
const APRIL = dayNumber("2026-04-01");
const march = (value: number): SpanFigure => ({ from: MARCH, until: APRIL, value });
const day = (at: number, value: number): SpanFigure => ({ from: MARCH + at, until: MARCH + at + 1, value });
const story = (changes: Partial<StoryFigures>): StoryFigures => ({
	id: "story:1",
	published: MARCH - 200,
	boosted: null,
	readingMinutes: 5,
	days: {},
	months: {},
	...changes,
});
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

function only(figures: StoryFigures) {
	const { stories, bases } = storyRecords([figures]);
	const [record] = stories;
	if (!record) throw new Error("The story has no record");
	return { record, bases };
}

describe("a month's figure over its days", () => {
	test("keeps its sum, whatever else is known", () => {
		fc.assert(
			fc.property(
				fc.nat(1_000_000),
				fc.nat(50_000),
				fc.option(fc.integer({ min: MARCH - 400, max: APRIL + 5 })),
				fc.array(fc.nat(500), { maxLength: 31 }),
				(seconds, earned, published, views) => {
					const { record } = only(
						story({
							published,
							days: { views: views.map((value, at) => day(at, value)) },
							months: { memberReadingSeconds: [march(seconds)], earnings: [march(earned)] },
						}),
					);
					expect(sum(record.attention)).toBeCloseTo(seconds / 3600, 6);
					expect(sum(record.earned)).toBeCloseTo(earned, 6);
					expect(record.attention.every((value) => value >= 0)).toBe(true);
				},
			),
			{ numRuns: 40 },
		);
	});

	test("of a story that came out in it fades from the day it came out", () => {
		const { record } = only(story({ published: MARCH + 10, months: { memberReadingSeconds: [march(3600)] } }));
		expect(sum(record.attention.slice(0, 10))).toBe(0);
		const after = [...record.attention.slice(10)];
		expect(after).toEqual(after.toSorted((a, b) => b - a));
		expect(after[0]).toBeGreaterThan(4 * (after.at(-1) ?? 1));
	});

	test("goes as another figure of the same story went day by day", () => {
		const { record } = only(
			story({ days: { views: [day(3, 10), day(4, 30)] }, months: { memberReadingSeconds: [march(3600)] } }),
		);
		expect([record.attention[3], record.attention[4]]).toEqual([0.25, 0.75]);
	});

	test("says nothing more where days are stated themselves", () => {
		const { record } = only(
			story({ days: { memberReadingSeconds: [day(0, 3600)] }, months: { memberReadingSeconds: [march(99_999)] } }),
		);
		expect(sum(record.attention)).toBe(1);
	});
});

test("earnings go with the hours of the month, and are unknown where nothing states them", () => {
	const { record } = only(
		story({ days: { memberReadingSeconds: [day(0, 3600), day(1, 10_800)] }, months: { earnings: [march(400)] } }),
	);
	expect([record.earned[0], record.earned[1]]).toEqual([100, 300]);
	const { record: silent } = only(story({ days: { memberReadingSeconds: [day(0, 3600)] } }));
	expect(silent.earned[0]).toBeNaN();
});

test("a day's attention comes from the best figure it has, and it is said from which", () => {
	const { record, bases } = only(
		story({ days: { memberReadingSeconds: [day(0, 7200)], reads: [day(0, 50), day(1, 20)], views: [day(2, 90)] } }),
	);
	expect(record.attention[0]).toBe(2);
	expect(bases).toEqual({ hours: 1, memberReads: 0, reads: 1, views: 1 });
	expect([...record.readers]).toEqual([50, 20, Number.NaN]);
});

describe("claps are one unit for all stories", () => {
	const hours = [day(0, 3600), day(1, 3600)];
	const many = [day(0, 90), day(1, 60)];
	const clapsOf = (...all: Partial<StoryFigures>[]) => {
		const { stories, clapUnit } = storyRecords(
			all.map((one, at) => story({ ...one, id: `story:${at}`, days: { memberReadingSeconds: hours, ...one.days } })),
		);
		return { clapUnit, claps: stories.map(({ claps }) => [...claps]) };
	};

	test("readers who clapped, where most claps lie on days that know them", () => {
		expect(clapsOf({ days: { claps: many, fans: [day(0, 3), day(1, 2)] } })).toEqual({
			clapUnit: "reader",
			claps: [[3, 2]],
		});
		// Sixty claps where ninety had three readers.
		expect(clapsOf({ days: { claps: many, fans: [day(0, 3)] } })).toEqual({ clapUnit: "reader", claps: [[3, 2]] });
		expect(clapsOf({ days: { fans: [day(0, 3)] } })).toEqual({ clapUnit: "reader", claps: [[3, 0]] });
		const { claps } = clapsOf({ days: { claps: many }, months: { fans: [march(8)] } });
		expect(sum(claps[0] ?? [])).toBeCloseTo(8, 5);
	});

	test("claps, where few days know their readers: one day of them takes nothing from the others", () => {
		const few = { days: { claps: many, fans: [day(1, 2)] } };
		expect(clapsOf(few)).toEqual({ clapUnit: "clap", claps: [[90, 60]] });
		expect(clapsOf({ days: { claps: many } })).toEqual({ clapUnit: "clap", claps: [[90, 60]] });
	});

	test("never readers of one story beside claps of another", () => {
		const known = { days: { claps: many, fans: [day(0, 3), day(1, 2)] } };
		const unknown = (claps: number) => ({ days: { claps: [day(0, claps)] } });
		expect(clapsOf(known, unknown(30))).toEqual({
			clapUnit: "reader",
			claps: [
				[3, 2],
				[1, 0],
			],
		});
		expect(clapsOf(known, unknown(300))).toEqual({
			clapUnit: "clap",
			claps: [
				[90, 60],
				[300, 0],
			],
		});
	});
});

test("a story without any day is left out", () => {
	expect(storyRecords([story({})]).stories).toEqual([]);
});

test("an account's month is shared out by attention, to the last cent, and only where there is any", () => {
	const { stories } = storyRecords([
		story({ id: "story:a", days: { memberReadingSeconds: [day(0, 3600), day(40, 3600)] } }),
		story({ id: "story:b", days: { memberReadingSeconds: [day(1, 10_800)] } }),
	]);
	const [a, b] = shareOutMonths(stories, [march(1000)]);
	expect(a?.earned[0]).toBe(250);
	expect(a?.earned[1]).toBeNaN();
	expect(b?.earned[0]).toBe(750);
});
