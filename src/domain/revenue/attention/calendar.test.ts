import { expect, test } from "vitest";
import { calendarOf, countedDays, weekdayMean, weekdayOf } from "./calendar.ts";

const FROM = 19_000;
const daily = (days: number, value: (day: number) => number) => {
	const all = Array.from({ length: days }, (_, at) => FROM + at);
	return { days: all, values: all.map(value), count: days };
};

test("a day without anything is unknown where such days are rare, and nothing where they are common", () => {
	const gap = calendarOf([daily(100, (day) => (day === FROM + 40 ? 0 : 5))], FROM, FROM + 100);
	expect([...gap.missing]).toEqual([FROM + 40]);
	expect(countedDays(gap, FROM + 40, FROM + 41)).toBe(0);
	const quiet = calendarOf([daily(100, (day) => (day % 3 === 0 ? 5 : 0))], FROM, FROM + 100);
	expect(quiet.missing.size).toBe(0);
});

test("a long silence in a quiet portfolio is a gap", () => {
	const silent = (day: number) => day >= FROM + 40 && day < FROM + 75;
	const { missing } = calendarOf([daily(120, (day) => (silent(day) || day % 2 ? 0 : 4))], FROM, FROM + 120);
	expect(missing.has(FROM + 50)).toBe(true);
	expect(missing.size).toBeGreaterThanOrEqual(35);
	expect(missing.size).toBeLessThanOrEqual(37);
});

test("weekdays are learned, shrunk and one on the mean", () => {
	const busy = (day: number) => (weekdayOf(day) === 3 ? 20 : 10);
	const factors = (days: number) => calendarOf([daily(days, busy)], FROM, FROM + days).weekdays;
	const [short, long] = [factors(28), factors(700)];
	expect(Math.abs((long[3] ?? 0) - 20 / (80 / 7))).toBeLessThan(0.1);
	expect(short[3]).toBeGreaterThan(1.05);
	expect(short[3]).toBeLessThan(long[3] ?? 0);
	for (const one of [short, long]) expect(one.reduce((sum, factor) => sum + factor, 0)).toBeCloseTo(7);
	expect(weekdayMean({ weekdays: long }, FROM, FROM + 7)).toBeCloseTo(1);
	expect(weekdayMean({ weekdays: long }, FROM, FROM)).toBe(1);
});
