import { expect, test } from "vitest";
import { ATTENTION_BELIEFS, attentionDays, attentionScale, hoursPerRead, type RawDay, type RawStory } from "./hours.ts";

const raw = (day: number, figures: Partial<RawDay>): RawDay => ({
	day,
	memberReadingSeconds: null,
	memberReads: null,
	reads: null,
	views: null,
	...figures,
});
const story = (id: string, days: RawDay[], readingMinutes: number | null = 5): RawStory => ({
	id,
	readingMinutes,
	days,
});

test("hours are taken as they are, before anything else", () => {
	const one = story("a", [raw(1, { memberReadingSeconds: 7200, memberReads: 3, reads: 90, views: 900 })]);
	expect(attentionDays(one, attentionScale([one]))).toEqual([{ day: 1, hours: 2, basis: "hours" }]);
});

test("member reads count as long as stories with both figures say, a longer story more", () => {
	// Members read four fifths of the length: 4 of 5 minutes.
	const known = story("known", [raw(1, { memberReadingSeconds: 4 * 60 * 10_000, memberReads: 10_000 })]);
	const [short, long] = [
		story("short", [raw(1, { memberReads: 60 })]),
		story("long", [raw(1, { memberReads: 60 })], 10),
	];
	const scale = attentionScale([known, short, long]);
	expect(scale.ofLength.value).toBeCloseTo(0.8, 2);
	expect(attentionDays(short, scale)[0]).toMatchObject({ basis: "memberReads" });
	expect(attentionDays(short, scale)[0]?.hours).toBeCloseTo(4, 1);
	expect(attentionDays(long, scale)[0]?.hours).toBeCloseTo(8, 1);
});

test("a story's own hours a read are believed the more reads it has", () => {
	const few = story("few", [raw(1, { memberReadingSeconds: 3600, memberReads: 2 })]);
	const many = story("many", [raw(1, { memberReadingSeconds: 3600 * 500, memberReads: 1000 })]);
	const other = story("other", [raw(1, { memberReadingSeconds: 180 * 100_000, memberReads: 100_000 })]);
	const scale = attentionScale([few, many, other]);
	expect(hoursPerRead(many, scale)).toBeGreaterThan(0.45);
	expect(hoursPerRead(few, scale)).toBeLessThan(0.15);
});

test("reads and views come last, by the shares they usually have; nothing is nothing", () => {
	const scale = attentionScale([]);
	const hours = (figures: Partial<RawDay>) => attentionDays(story("a", [raw(1, figures)]), scale)[0]?.hours ?? 0;
	expect(hours({ reads: 100 })).toBeCloseTo(hours({ memberReads: 100 }) * ATTENTION_BELIEFS.memberReads.value);
	expect(hours({ views: 100 })).toBeCloseTo(hours({ reads: 100 }) * ATTENTION_BELIEFS.reads.value);
	expect(attentionDays(story("a", [raw(1, {})]), scale)).toEqual([]);
	expect(attentionDays(story("a", [raw(1, { views: Number.NaN, reads: 4 })]), scale)[0]?.basis).toBe("reads");
});
