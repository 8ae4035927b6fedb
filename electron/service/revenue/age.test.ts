import { expect, test } from "vitest";
import { bring, client, inEmptyLibrary, NOW, project, reopen } from "#tests/support/revenue-studio.ts";
import { inventedStories, storyMonthsTable } from "#tests/support/stats-files.ts";

inEmptyLibrary();

test("what is drawn from figures of years ago is told as outdated, without payouts, unless they are looked back to", async () => {
	await reopen("2022-02-10T09:00:00.000Z");
	await bring("Month,Earnings\n2021-11,30.00\n2021-12,25.00\n2022-01,28.00");
	const then = await project();
	expect(then).toMatchObject({ age: { monthsSince: 0, outdated: false }, payout: { month: "2022-01" } });
	expect(then.cash).toHaveLength(3);
	await reopen(NOW);
	const now = await project();
	expect(now).toMatchObject({ age: { monthsSince: 49, outdated: true }, payout: null, cash: null });
	expect(now.months).toEqual(then.months);
	expect(await client.earn.projection.query({ asOf: "2022-02-10T10:00:00.000Z", refined: false })).toEqual(then);
});

test("six months told of figures that are outdated hold this month too; what is left in stories is not told", async () => {
	await bring(storyMonthsTable(inventedStories(30, "2026-02"), "2026-02", 8));
	const question = { month: "2026-02" };
	expect(Object.keys((await client.earn.explain.query(question)).remaining)).not.toEqual([]);
	await reopen("2026-06-10T09:00:00.000Z");
	const age = { monthsSince: 3, old: true, outdated: true };
	const answer = await project(6);
	expect(answer).toMatchObject({ age, cash: null, payout: null });
	expect(answer.months.map(({ month }) => month)).toEqual(
		["03", "04", "05", "06", "07", "08"].map((one) => `2026-${one}`),
	);
	expect(await client.earn.explain.query(question)).toMatchObject({ asOf: "2026-02-28", age, remaining: {} });
	expect(await client.earn.whatIf.query({ assumptions: { rate: 2 } })).toMatchObject({ asOf: "2026-02-28", age });
});

test("figures that a clock gone wrong let in are left out until their day comes, and it is said", async () => {
	await bring("Month,Earnings\n2025-12,$10.00\n2026-01,$12.00\n2026-02,$11.00");
	const alone = await project();
	await reopen("2030-01-20T09:00:00.000Z");
	await bring("Month,Earnings\n2030-01,$900.00");
	await reopen(NOW);
	const answer = await project();
	expect(answer.months).toEqual(alone.months);
	expect(answer.refusals).toContainEqual({ code: "future-figures", day: "2026-03-20" });
});

test("the table of stories offers no month that is still to come", async () => {
	const rows = (month: string) => `Month,Id,Earnings\n${month},a1b2c3d4e5f6,$9.00`;
	await bring(rows("2026-02"));
	await reopen("2030-01-20T09:00:00.000Z");
	await bring(rows("2030-01"));
	expect((await client.earn.stories.query({ month: null })).months).toEqual(["2030-01", "2026-02"]);
	await reopen(NOW);
	expect((await client.earn.stories.query({ month: null })).months).toEqual(["2026-02"]);
	expect((await client.earn.stories.query({ month: "2030-01" })).rows).toEqual([]);
});
