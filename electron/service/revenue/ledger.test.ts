import { expect, test } from "vitest";
import { bring, client, earnedIn, inEmptyLibrary, project } from "#tests/support/revenue-studio.ts";
import { inventedStories, partnerDashboard, storyMonthsTable } from "#tests/support/stats-files.ts";

inEmptyLibrary();

test("a dashboard and stories' months come together: layers, payouts, what stories are left with", async () => {
	const stories = inventedStories(30, "2026-03");
	await bring(partnerDashboard(stories, "2026-03", 14, 19));
	await bring(storyMonthsTable(stories, "2026-02", 10));
	const answer = await project();
	expect(answer.months[0]).toMatchObject({ month: "2026-03" });
	expect(answer.months[0]?.toDate).toBeGreaterThan(0);
	expect(answer.cash?.map(({ by }) => by)).toEqual(["2026-04-10", "2026-05-10", "2026-06-10"]);
	expect(answer.stories.length).toBeGreaterThan(10);
	await client.settings.update.mutate({ leastPayout: 500, payoutDay: 20, taxWithheld: 0.3 });
	const later = await project();
	expect(later.months).toEqual(answer.months);
	expect(later.cash?.map(({ by }) => by)).toEqual(["2026-04-20", "2026-05-20", "2026-06-20"]);
	expect((later.cash?.[0]?.paid.p50 ?? 0) / (answer.cash?.[0]?.paid.p50 ?? 1)).toBeCloseTo(0.7, 3);
	expect(later.payout).toMatchObject({ month: "2026-02", threshold: 500, withheld: 0.3 });
});

test("the newest days that may still change are not counted as in, and it is said which", async () => {
	const day = (at: number) => Date.UTC(2025, 11, 1 + at);
	const dailyEarnings = Array.from({ length: 109 }, (_, at) => ({ periodStartedAt: day(at), amount: 20 }));
	const earnings = { dailyEarnings, lastCommittedPeriodStartedAt: Date.UTC(2026, 2, 16) };
	await bring(JSON.stringify({ data: { post: { id: "a1b2c3d4e5f6", earnings } } }));
	const answer = await project();
	expect(answer.months[0]).toMatchObject({ month: "2026-03", toDate: 16 * 20 });
	expect(answer.provisional).toEqual({ month: "2026-03", from: "2026-03-17", minor: 3 * 20 });
	expect(earnedIn(await client.earn.overview.query(), "2026-03")).toBe(19 * 20);
});

test("a second currency is left out", async () => {
	await bring("Month,Earnings\n2025-12,$10.00\n2026-01,$12.00\n2026-02,$11.00");
	const alone = await project();
	await bring("Month,Earnings\n2026-02,€900.00");
	const both = await project();
	expect(both.months).toEqual(alone.months);
	expect(both.refusals).toContainEqual({ code: "other-currencies", currency: "USD", others: ["EUR"], chosen: false });
});

test("hours that were paid in another currency are no part of what an hour was worth", async () => {
	const row = (month: string, id: string, money: string) => `${month},${id},${money},36000,2025-06-01`;
	const rows = ["2025-12", "2026-01", "2026-02"].flatMap((month) => [
		row(month, "a1b2c3d4e5f6", "$30.00"),
		row(month, "a1b2c3d4e5f7", "€10.00"),
		row(month, "a1b2c3d4e5f8", "$30.00"),
	]);
	await bring(`Month,Id,Earnings,Member ttr,Published\n${rows.join("\n")}`);
	const { rate } = await project();
	expect(rate?.likely).toBeGreaterThan(280);
	expect(rate?.likely).toBeLessThan(320);
});
