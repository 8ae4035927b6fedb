import { expect, test } from "vitest";
import type { Statement } from "./observation.ts";
import { dayPeriod, lifetime } from "./periods.ts";
import { joined, SumsByPeriod, sumOf } from "./sums.ts";

const views = (day: string, value: number, changes: Partial<Statement> = {}): Statement => ({
	subject: "story:0123456789ab",
	metric: "views",
	definition: "views-visitors",
	period: dayPeriod(day, "UTC"),
	value,
	currency: null,
	rounding: "exact",
	provisional: false,
	row: value,
	observedAt: "2026-03-10T00:00:00.000Z",
	importId: "a",
	...changes,
});
const later = { observedAt: "2026-03-12T00:00:00.000Z" };

test("a sum spans its periods and knows its oldest and newest statement", () => {
	const old = { observedAt: "2026-03-09T00:00:00.000Z", provisional: true };
	const all = [views("2026-03-04", 1), views("2026-03-02", 2, later), views("2026-03-03", 4, old)];
	expect(sumOf(all)).toMatchObject({
		value: 7,
		count: 3,
		provisional: true,
		start: "2026-03-02",
		end: "2026-03-05",
		oldest: old.observedAt,
		newest: { row: 2 },
	});
	expect(sumOf([])).toBeNull();
	expect(sumOf([views("2026-03-02", 3, { period: lifetime() })])).toMatchObject({ value: 3, start: null, end: null });
});

test("of statements as new the first that came is the newest, however sums of periods are joined", () => {
	const sums = new SumsByPeriod();
	const all = [views("2026-03-02", 1), views("2026-03-03", 2, later), views("2026-03-02", 4, later)];
	for (const one of all) sums.add(one);
	expect(sums.all().map(({ start, value, newest }) => [start, value, newest.row])).toEqual([
		["2026-03-02", 5, 4],
		["2026-03-03", 2, 2],
	]);
	expect(joined(sums.all())?.newest.row).toBe(2);
	expect(joined(sums.all().reverse())).toEqual(joined(sums.all()));
	expect(joined(sums.all())).toEqual(sumOf(all));
});
