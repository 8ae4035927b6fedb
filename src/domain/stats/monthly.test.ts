import { expect, test } from "vitest";
import { elapsedShare, monthlyFigures } from "./monthly.ts";
import type { Statement } from "./observation.ts";
import { dayPeriod, lifetime, monthPeriod } from "./periods.ts";

const one = (changes: Partial<Statement>): Statement => ({
	subject: "account",
	metric: "earnings",
	definition: "earnings-month",
	period: monthPeriod("2026-01", "UTC"),
	value: 100,
	currency: "USD",
	rounding: "exact",
	provisional: false,
	row: 1,
	observedAt: "2026-03-15T12:00:00.000Z",
	importId: "a",
	...changes,
});

test("a stated month stands before sums, and a lifetime total is no month", () => {
	const months = monthlyFigures(
		[
			one({ value: 500 }),
			one({ subject: "story:0123456789ab", value: 300 }),
			one({ period: dayPeriod("2026-01-04", "UTC"), value: 20 }),
			one({ period: lifetime(), value: 9000 }),
			one({ subject: "story:0123456789ab", value: 40, period: monthPeriod("2026-02", "UTC") }),
			one({ subject: "story:abcdef012345", value: 50, period: monthPeriod("2026-02", "UTC") }),
		],
		"earnings",
	);
	expect(months.map(({ month, value, basis, state }) => [month, value, basis, state])).toEqual([
		["2026-01", 500, "stated", "complete"],
		["2026-02", 90, "stories", "complete"],
	]);
});

test("a month seen before its end is running; one whose day is not known is partial", () => {
	const [running] = monthlyFigures([one({ period: monthPeriod("2026-03", "UTC"), provisional: true })], "earnings");
	expect(running).toMatchObject({ state: "running", until: "2026-03-15" });
	expect(elapsedShare(running!)).toBeCloseTo(14 / 31);
	const [partial] = monthlyFigures(
		[one({ period: monthPeriod("2026-03", "UTC"), provisional: true, observedAt: "2026-04-01T00:00:00.000Z" })],
		"earnings",
	);
	expect(partial?.state).toBe("partial");
});

test("days make a month, unless its first or last weeks are missing", () => {
	const days = ["2026-01-20", "2026-02-01", "2026-02-27", "2026-03-14"].map((day) =>
		one({ subject: "story:0123456789ab", period: dayPeriod(day, "UTC"), value: 10 }),
	);
	expect(monthlyFigures(days, "earnings").map(({ month, value, state }) => [month, value, state])).toEqual([
		["2026-01", 10, "partial"],
		["2026-02", 20, "complete"],
		["2026-03", 10, "running"],
	]);
});

test("the newer of two definitions of one month counts once", () => {
	const months = monthlyFigures(
		[
			one({ value: 500 }),
			one({ value: 510, definition: "earnings-as-reported", observedAt: "2026-03-20T00:00:00.000Z" }),
		],
		"earnings",
	);
	expect(months.map(({ value }) => value)).toEqual([510]);
});
