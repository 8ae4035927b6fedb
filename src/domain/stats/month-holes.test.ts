import { expect, test } from "vitest";
import { monthlyFigures } from "#tests/support/monthly-figures.ts";
import type { Statement } from "./observation.ts";
import { addDays, dayPeriod, daysBetween, monthPeriod } from "./periods.ts";

const said = (changes: Partial<Statement>): Statement => ({
	subject: "story:0123456789ab",
	metric: "earnings",
	definition: "earnings-day",
	period: dayPeriod("2026-01-01", "UTC"),
	value: 10,
	currency: "USD",
	rounding: "exact",
	provisional: false,
	row: 1,
	observedAt: "2026-05-15T12:00:00.000Z",
	importId: "a",
	...changes,
});

/** Ten cents a day from the first to the last day but for some. */
const daily = (from: string, until: string, without: (day: string) => boolean, changes: Partial<Statement> = {}) =>
	Array.from({ length: daysBetween(from, until) }, (_, at) => addDays(from, at))
		.filter((day) => !without(day))
		.map((day) => said({ period: dayPeriod(day, "UTC"), ...changes }));

const lost = (day: string) => day >= "2026-03-20" && day <= "2026-03-27";
const told = (statements: readonly Statement[]) =>
	monthlyFigures(statements).map(({ month, state, value, missing }) => [month, state, value, missing.length]);

test("days that are missing within a month are told with it", () => {
	const months = monthlyFigures(daily("2026-02-01", "2026-05-01", lost));
	expect(months.map(({ month, missing }) => [month, missing.length])).toEqual([
		["2026-02", 0],
		["2026-03", 8],
		["2026-04", 0],
	]);
	expect(months[1]).toMatchObject({ state: "complete", value: 230 });
	expect(months[1]?.missing[0]).toBe("2026-03-20");
});

test("a month that a source states whole has no days missing, whatever its days", () => {
	const whole = said({ subject: "account", definition: "earnings-month", period: monthPeriod("2026-03", "UTC") });
	const days = daily("2026-02-01", "2026-05-01", lost);
	expect(told([...days, { ...whole, value: 300 }])).toEqual([
		["2026-02", "complete", 280, 0],
		["2026-03", "complete", 300, 0],
		["2026-04", "complete", 300, 0],
	]);
});

test("stories that tell the whole month stand before days of the account that do not", () => {
	const account = daily("2026-02-01", "2026-05-01", lost, { subject: "account" });
	const stories = daily("2026-02-01", "2026-05-01", () => false, { importId: "b" });
	expect(told([...account, ...stories])[1]).toEqual(["2026-03", "complete", 310, 0]);
});

test("a month of which most days are missing is not known", () => {
	const most = (day: string) => day >= "2026-03-05" && day <= "2026-03-20";
	expect(told(daily("2026-01-01", "2026-05-01", most))[2]).toEqual(["2026-03", "partial", 150, 16]);
	const half = (day: string) => day >= "2026-03-05" && day <= "2026-03-19";
	expect(told(daily("2026-01-01", "2026-05-01", half))[2]).toEqual(["2026-03", "complete", 160, 15]);
});

test("where days without figures are common, none is missing", () => {
	const every = (day: string) => Number(day.slice(8)) % 2 === 0;
	expect(told(daily("2026-02-01", "2026-05-01", every)).every(([, , , missing]) => missing === 0)).toBe(true);
});
