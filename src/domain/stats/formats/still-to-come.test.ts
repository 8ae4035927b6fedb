import { expect, test } from "vitest";
import { lines, read } from "#tests/support/stats-answers.ts";
import { english } from "../../words/message.ts";
import { withoutDaysToCome } from "./still-to-come.ts";

test("months and days still to come are set aside with the reason, the month that runs is kept", () => {
	const months = read("Month,Earnings,Reads\n2026-02,$12.00,40\n2026-03,$3.00,9\n2026-04,$8.00,30\n2026-05,lots,1");
	const kept = withoutDaysToCome(months, "2026-03-10");
	expect(lines(kept)).toEqual([
		"account earnings 2026-02-01 = 1200 USD",
		"account reads 2026-02-01 = 40",
		"account earnings 2026-03-01 = 300 USD",
		"account reads 2026-03-01 = 9",
	]);
	expect(kept.rejected.map(({ row, reason }) => [row, english(reason)])).toEqual([
		[4, "It is about 2026-04, which is still to come"],
		[5, expect.stringContaining("Earnings is not an amount of money")],
	]);
	const days = withoutDaysToCome(read("Date,Views\n2026-03-10,5\n2026-03-11,7"), "2026-03-10");
	expect(lines(days)).toEqual(["account views 2026-03-10 = 5"]);
	expect(english(days.rejected[0]?.reason ?? "")).toBe("It is about 2026-03-11, which is still to come");
});

test("a source of the past is left as it is", () => {
	const parsed = read("Month,Earnings\n2026-02,$12.00");
	expect(withoutDaysToCome(parsed, "2026-03-10")).toBe(parsed);
});
