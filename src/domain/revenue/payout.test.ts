import { expect, test } from "vitest";
import { nextPayout } from "./payout.ts";

test("a month under ten dollars rolls over until it is paid with a later one", () => {
	const months = [
		{ month: "2026-01", minor: 400 },
		{ month: "2026-02", minor: 700 },
	];
	expect(nextPayout(months, [], "USD", "2026-02-05")).toMatchObject({ month: "2026-01", outcome: "rolls-over" });
	expect(nextPayout(months, [], "USD", "2026-03-05")).toMatchObject({
		month: "2026-02",
		by: "2026-03-10",
		rolledOver: 400,
		outcome: "paid",
	});
	expect(nextPayout(months, [], "USD", "2026-03-15")).toBeNull();
	expect(nextPayout(months, [], "EUR", "2026-03-05")).toBeNull();
});
