import { expect, test } from "vitest";
import { bring, client, earnedIn, inEmptyLibrary, project, reopen } from "#tests/support/revenue-studio.ts";

inEmptyLibrary();

test("months before a gap count, the gap as unknown, and the running month after it is projected", async () => {
	const rows = ["2025-05,30.00", "2025-06,25.00", "2025-07,28.00", "2025-08,4.00", "2026-01,26.00"];
	await bring(`Month,Earnings\n${rows.join("\n")}\n2026-03,14.00`);
	const answer = await client.earn.projection.query({ months: 6 });
	expect(answer.missing).toBe(5);
	expect(answer.history.map(({ month }) => month)).toEqual(["2025-05", "2025-06", "2025-07", "2025-08", "2026-01"]);
	expect(answer.months.map(({ month }) => month)).toEqual(
		["03", "04", "05", "06", "07", "08"].map((month) => `2026-${month}`),
	);
	expect(answer.months[0]?.toDate).toBe(1400);
	// The first month ahead is the second after the newest complete one: one month ahead is not what is told.
	expect(answer.firstAhead).toBe(2);
	expect(answer.backtest?.rows.map(({ horizon }) => horizon)).toEqual([5, 6]);
	// What was carried over before the gap is not known.
	expect(answer.payout).toMatchObject({ month: "2026-03", rolledOver: 0 });
});

test("a debt of corrections is told, and carried from month to month in the payouts", async () => {
	await bring("Month,Earnings\n2025-10,30.00\n2025-11,25.00\n2025-12,28.00\n2026-01,26.00\n2026-02,-80.00");
	const { owed, cash, payout } = await project();
	expect(owed).toBe(8000);
	expect(cash?.[0]?.carried.p10).toBeLessThan(-4000);
	expect(cash?.[0]?.chance).toBeLessThan(0.2);
	expect(cash?.[1]?.carried.p50).toBeGreaterThan(cash?.[0]?.carried.p50 ?? 0);
	expect(payout).toMatchObject({ month: "2026-03", rolledOver: -8000 });
});

test("what was carried over before a gap is not known either where nothing can be projected", async () => {
	await reopen("2026-03-05T09:00:00.000Z");
	await bring("Month,Earnings\n2025-05,8.00\n2026-02,6.00");
	expect(await project()).toMatchObject({
		months: [],
		refusals: [{ code: "few-months", have: 2 }],
		missing: 8,
		payout: { month: "2026-02", rolledOver: 0, outcome: "rolls-over" },
	});
});

test("a negative correction lowers its month, and a month may end below nothing", async () => {
	await bring(
		"Month,Earnings\n2025-11,$20.00\n2025-12,$10.00\n2026-01,$12.00\n2026-01,-$4.00\n2026-02,-$6.00\n2026-03,-$1.00",
	);
	const answer = await project();
	expect(answer.history.map(({ minor }) => minor)).toEqual([2000, 1000, 800, -600]);
	expect(answer.months[0]).toMatchObject({ month: "2026-03", toDate: -100 });
	for (const { total, cumulative } of answer.months)
		for (const value of [...Object.values(total), ...Object.values(cumulative)])
			expect(Number.isSafeInteger(value) && value >= 0).toBe(true);
	expect(answer.payout).toMatchObject({ month: "2026-03", rolledOver: 200 });
	const overview = await client.earn.overview.query();
	expect(earnedIn(overview, "2026-02")).toBe(-600);
	const { explanation } = await client.earn.explain.query({ month: "2026-02" });
	expect(explanation).toMatchObject({ earned: -600, total: -1400 });
});
