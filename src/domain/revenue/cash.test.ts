import { expect, test } from "vitest";
import { CASH_RULES, carriedInto, cashCalendar, cashRulesFor } from "./cash.ts";

const ahead = [{ month: "2026-11" }, { month: "2026-12" }];

test("too little rolls over, and is paid with the next month by the tenth of the month after it", () => {
	const calendar = cashCalendar(ahead, [Float64Array.of(400, 1200), Float64Array.of(700, 300)], {
		carried: 0,
	});
	expect(calendar.map(({ month, by, chance }) => ({ month, by, chance }))).toEqual([
		{ month: "2026-11", by: "2026-12-10", chance: 0.5 },
		{ month: "2026-12", by: "2027-01-10", chance: 0.5 },
	]);
	expect(calendar[1]?.paid.p97_5).toBeGreaterThan(1000);
	expect(calendar[1]?.carried.p97_5).toBeGreaterThan(280);
});

test("nothing is lost: what is paid and what is left is what was earned and carried", () => {
	const calendar = cashCalendar(ahead, [Float64Array.of(400), Float64Array.of(500)], { carried: 300 });
	expect(calendar.map(({ paid, carried }) => [paid.p50, carried.p50])).toEqual([
		[0, 700],
		[1200, 0],
	]);
});

test("withholding is taken off what is paid, not off the threshold", () => {
	const rules = { ...CASH_RULES, withheld: 0.3 };
	const calendar = cashCalendar(ahead.slice(0, 1), [Float64Array.of(1000)], { carried: 0, rules });
	expect(calendar[0]).toMatchObject({ chance: 1, paid: { p50: 700 } });
});

test("a debt of corrections is shown as one, and paid off first", () => {
	const [first, second] = cashCalendar(ahead, [Float64Array.of(400), Float64Array.of(1500)], { carried: -600 });
	expect(first).toMatchObject({ chance: 0, paid: { p50: 0 }, carried: { p2_5: -200, p97_5: -200 } });
	expect(second).toMatchObject({ chance: 1, paid: { p50: 1300 } });
});

test("a running month that corrections take below nothing leaves its debt to the next", () => {
	const [first, second] = cashCalendar(ahead, [Float64Array.of(-900), Float64Array.of(1500)], { carried: 300 });
	expect(first).toMatchObject({ chance: 0, carried: { p50: -600 } });
	expect(second).toMatchObject({ chance: 0, carried: { p50: 900 } });
});

test("without a least payout nothing is still no payout", () => {
	const rules = { ...CASH_RULES, thresholdMinor: 0 };
	const calendar = cashCalendar(ahead, [Float64Array.of(0), Float64Array.of(5)], {
		carried: 0,
		rules,
	});
	expect(calendar.map(({ chance, paid }) => [chance, paid.p50])).toEqual([
		[0, 0],
		[1, 5],
	]);
});

test("the least payout of another currency is the writer's to say, and not known until then", () => {
	const given = { leastPayout: 1500, otherLeastPayouts: { EUR: 900 }, payoutDay: 12, taxWithheld: 0.3 };
	expect(cashRulesFor("USD", given)).toEqual({ thresholdMinor: 1500, day: 12, withheld: 0.3 });
	expect(cashRulesFor("EUR", given)).toEqual({ thresholdMinor: 900, day: 12, withheld: 0.3 });
	expect(cashRulesFor("GBP", given)).toBeNull();
});

test("what is carried from known months", () => {
	expect(carriedInto([400, 700, 100])).toBe(100);
	expect(carriedInto([400, 500])).toBe(900);
	expect(carriedInto([])).toBe(0);
	expect(carriedInto([-500, 1200])).toBe(700);
	expect(carriedInto([1200, -500])).toBe(-500);
});
