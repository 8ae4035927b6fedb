import { describe, expect, test } from "vitest";
import { monthlyFigures } from "#tests/support/monthly-figures.ts";
import { elapsedShare } from "./monthly.ts";
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
	const months = monthlyFigures([
		one({ value: 500 }),
		one({ subject: "story:0123456789ab", value: 490 }),
		one({ period: dayPeriod("2026-01-04", "UTC"), value: 20 }),
		one({ period: lifetime(), value: 9000 }),
		one({ subject: "story:0123456789ab", value: 40, period: monthPeriod("2026-02", "UTC") }),
		one({ subject: "story:abcdef012345", value: 50, period: monthPeriod("2026-02", "UTC") }),
	]);
	expect(months.map(({ month, value, basis, state }) => [month, value, basis, state])).toEqual([
		["2026-01", 500, "stated", "complete"],
		["2026-02", 90, "stories", "complete"],
	]);
});

test("a month seen before its end is running; one whose day is not known is partial", () => {
	const [running] = monthlyFigures([one({ period: monthPeriod("2026-03", "UTC"), provisional: true })]);
	expect(running).toMatchObject({ state: "running", until: "2026-03-15" });
	expect(elapsedShare(running!)).toBeCloseTo(14 / 31);
	const [partial] = monthlyFigures([
		one({ period: monthPeriod("2026-03", "UTC"), provisional: true, observedAt: "2026-04-01T00:00:00.000Z" }),
	]);
	expect(partial?.state).toBe("partial");
});

test("days make a month, unless its first or last weeks are missing", () => {
	const days = ["2026-01-20", "2026-02-01", "2026-02-27", "2026-03-14"].map((day) =>
		one({ subject: "story:0123456789ab", period: dayPeriod(day, "UTC"), value: 10 }),
	);
	expect(monthlyFigures(days).map(({ month, value, state }) => [month, value, state])).toEqual([
		["2026-01", 10, "partial"],
		["2026-02", 20, "complete"],
		["2026-03", 10, "running"],
	]);
});

test("the newer of two definitions of one month counts once", () => {
	const months = monthlyFigures([
		one({ value: 500 }),
		one({ value: 510, definition: "earnings-as-reported", observedAt: "2026-03-20T00:00:00.000Z" }),
	]);
	expect(months.map(({ value }) => value)).toEqual([510]);
});

describe("months that only stories state", () => {
	const story = (subject: "a" | "b", month: string, changes: Partial<Statement> = {}) =>
		one({ subject: `story:${subject}123456789ab`, period: monthPeriod(month, "UTC"), value: 40, ...changes });
	const states = (statements: readonly Statement[]) =>
		monthlyFigures(statements).map(({ month, state }) => [month, state]);

	test("one story's month beside the account's own history is not the account's", () => {
		expect(states([one({ value: 500 }), story("a", "2026-02", { importId: "single" })])).toEqual([
			["2026-01", "complete"],
			["2026-02", "some-stories"],
		]);
	});

	test("nor are several stories', unless stories came to what the account earned where both are known", () => {
		const table = (january: number) => [
			one({ value: 500 }),
			story("a", "2026-01", { value: january }),
			story("a", "2026-02"),
			story("b", "2026-02"),
		];
		expect(states(table(300)).at(-1)).toEqual(["2026-02", "some-stories"]);
		expect(states(table(495)).at(-1)).toEqual(["2026-02", "complete"]);
	});

	test("a source that tells of one story covers the account only while no other story is known", () => {
		const [january, february] = [story("a", "2026-01"), story("a", "2026-02")];
		expect(states([january, february])).toEqual([
			["2026-01", "complete"],
			["2026-02", "complete"],
		]);
		const other = story("b", "2026-02", { importId: "other" });
		expect(states([january, february, other])).toEqual([
			["2026-01", "complete"],
			["2026-02", "complete"],
		]);
		expect(states([january, other])).toEqual([
			["2026-01", "complete"],
			["2026-02", "some-stories"],
		]);
	});

	test("a table in which a story no longer earns is still the account's", () => {
		expect(states([story("a", "2026-01"), story("b", "2026-01"), story("b", "2026-02")]).at(-1)).toEqual([
			"2026-02",
			"complete",
		]);
	});

	test("days of some stories are not the account's either", () => {
		const days = ["2026-02-01", "2026-02-28"].map((day) => story("a", "2026-02", { period: dayPeriod(day, "UTC") }));
		expect(states([one({ value: 500 }), ...days]).at(-1)).toEqual(["2026-02", "some-stories"]);
	});
});
