import { expect, test } from "vitest";
import { CASH_RULES, cashCalendar } from "./cash.ts";
import { nextPayout, noPayoutMessage } from "./payout.ts";

const MONTHS = [
	{ month: "2026-01", minor: 400 },
	{ month: "2026-02", minor: 700 },
];
const usd = (today: string, rules = CASH_RULES) => ({ today, rules });

test("a month under ten dollars rolls over until it is paid with a later one", () => {
	expect(nextPayout(MONTHS, [], usd("2026-02-05"))).toMatchObject({ month: "2026-01", outcome: "rolls-over" });
	expect(nextPayout(MONTHS, [], usd("2026-03-05"))).toMatchObject({
		month: "2026-02",
		by: "2026-03-10",
		rolledOver: 400,
		due: { low: 1100, likely: 1100, high: 1100 },
		outcome: "paid",
	});
	expect(nextPayout(MONTHS, [], usd("2026-03-15"))).toBeNull();
	expect(noPayoutMessage("EUR").values).toEqual({ currency: "EUR", known: "USD" });
});

test("tax is taken off what is paid, never off what rolls over", () => {
	const taxed = { ...CASH_RULES, withheld: 0.3 };
	expect(nextPayout(MONTHS, [], usd("2026-03-05", taxed))).toMatchObject({ due: { likely: 770 }, withheld: 0.3 });
	expect(nextPayout(MONTHS, [], usd("2026-02-05", taxed))).toMatchObject({ due: { likely: 400 } });
});

test("another threshold and another day are the writer's to set", () => {
	const rules = { ...CASH_RULES, thresholdMinor: 2000, day: 20 };
	expect(nextPayout(MONTHS, [], usd("2026-03-15", rules))).toMatchObject({
		month: "2026-02",
		by: "2026-03-20",
		outcome: "rolls-over",
	});
});

test("a month corrected below nothing is paid off by the next ones", () => {
	const months = [
		{ month: "2026-01", minor: -500 },
		{ month: "2026-02", minor: 1200 },
	];
	expect(nextPayout(months, [], usd("2026-03-05"))).toMatchObject({ rolledOver: -500, outcome: "rolls-over" });
	const draws = [Float64Array.of(100, 200, 3000)];
	const calendar = cashCalendar([{ month: "2026-02" }], draws, { carried: -500 });
	expect(nextPayout(months.slice(0, 1), calendar, usd("2026-02-20"))).toMatchObject({
		rolledOver: -500,
		due: { low: 0, likely: 0, high: 2000 },
		chance: 1 / 3,
		outcome: "depends",
	});
	// Nothing of it is due: the month is a debt itself.
	expect(nextPayout(months.slice(0, 1), [], usd("2026-02-05"))).toMatchObject({
		due: { low: -500, likely: -500, high: -500 },
		outcome: "rolls-over",
	});
});

test("a month that is not known is paid as the table of payouts says, and never by less than can be paid", () => {
	const rules = { ...CASH_RULES, thresholdMinor: 30_000, withheld: 0.3 };
	const options = { carried: 400, rules };
	const draws = [Float64Array.of(10_000, 28_000, 40_000, 60_000), Float64Array.of(9000, 9000, 9000, 9000)];
	const calendar = cashCalendar([{ month: "2026-02" }, { month: "2026-03" }], draws, options) ?? [];
	const first = nextPayout(MONTHS.slice(0, 1), calendar, usd("2026-02-20", rules));
	expect(first).toMatchObject({ month: "2026-02", rolledOver: 400, chance: 0.5, outcome: "depends" });
	// The middle falls between a course that pays nothing and one that pays $282.80.
	expect(first?.due).toEqual({ low: 0, likely: 0, high: calendar[0]?.paid.p90 });
	// In the month after it, what is carried over differs from course to course.
	const second = nextPayout(MONTHS.slice(0, 1), calendar, usd("2026-03-20", rules));
	expect(second).toMatchObject({ month: "2026-03", rolledOver: 0, chance: 0.25, due: { low: 0, likely: 0 } });
	const none = cashCalendar([{ month: "2026-02" }], [Float64Array.of(100, 200)], options) ?? [];
	expect(nextPayout(MONTHS.slice(0, 1), none, usd("2026-02-20", rules))).toMatchObject({
		due: { low: 510, likely: 550, high: 590 },
		outcome: "rolls-over",
	});
});
