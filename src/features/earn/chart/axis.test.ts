import { expect, test } from "vitest";
import { addMonths } from "#domain/stats/periods.ts";
import { everyMonth, monthTicks } from "./axis.ts";

const months = (count: number) => Array.from({ length: count }, (_, at) => addMonths("2024-11", at));
const placesOf = (all: readonly string[], ticks: readonly string[]) => ticks.map((tick) => all.indexOf(tick));

test("months below a chart are named in equal steps, as many as there is room for", () => {
	expect(placesOf(months(15), monthTicks(months(15), 1000))).toEqual([0, 2, 4, 6, 8, 10, 12, 14]);
	expect(placesOf(months(15), monthTicks(months(15), 390))).toEqual([0, 3, 6, 9, 12]);
	expect(placesOf(months(5), monthTicks(months(5), 390))).toEqual([0, 1, 2, 3, 4]);
	expect(placesOf(months(36), monthTicks(months(36), 800))).toEqual([0, 4, 8, 12, 16, 20, 24, 28, 32]);
	for (let count = 0; count < 80; count += 1)
		for (let width = 0; width < 2000; width += 37) {
			const places = placesOf(months(count), monthTicks(months(count), width));
			const steps = new Set(places.slice(1).map((place, at) => place - (places[at] ?? 0)));
			expect(steps.size).toBeLessThanOrEqual(1);
			expect(places[0]).toBe(count === 0 ? undefined : 0);
			if (places.length > 1) expect(places.length * 72).toBeLessThanOrEqual(width + 72);
		}
});

test("a month that is not known has its place", () => {
	const known = [{ month: "2025-11" }, { month: "2026-02" }];
	expect(everyMonth(known, (month) => ({ month })).map(({ month }) => month)).toEqual([
		"2025-11",
		"2025-12",
		"2026-01",
		"2026-02",
	]);
	expect(everyMonth([], (month) => ({ month }))).toEqual([]);
});
