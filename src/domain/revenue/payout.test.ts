import { expect, test } from "vitest";
import { bandsOf } from "./bands.ts";
import { CASH_RULES } from "./cash.ts";
import { nextPayout } from "./payout.ts";

const MONTHS = [
	{ month: "2026-01", minor: 400 },
	{ month: "2026-02", minor: 700 },
];
const usd = (today: string, rules = CASH_RULES) => ({ currency: "USD", today, rules });

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
	expect(nextPayout(MONTHS, [], { currency: "EUR", today: "2026-03-05" })).toBeNull();
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
	const total = bandsOf(Float64Array.of(100, 200, 3000));
	expect(nextPayout(months.slice(0, 1), [{ month: "2026-02", total }], usd("2026-02-20"))).toMatchObject({
		due: { low: 0, high: 1940 },
		outcome: "depends",
	});
	// Nothing of it is due: the month is a debt itself.
	expect(nextPayout(months.slice(0, 1), [], usd("2026-02-05"))).toMatchObject({
		due: { low: -500, likely: -500, high: -500 },
		outcome: "rolls-over",
	});
});
