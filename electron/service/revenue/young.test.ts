/** What answers of Earn tell a writer with too few months for a projection. */
import { expect, test } from "vitest";
import { dailyStories } from "#tests/support/daily-figures.ts";
import { bring, client, inEmptyLibrary, project, reopen } from "#tests/support/revenue-studio.ts";

inEmptyLibrary();

test("two months and a begun one: when there will be a projection, what came in, and what stories may still bring", async () => {
	await bring(dailyStories("2026-01-01", "2026-03-19"));
	const answer = await project();
	expect(answer).toMatchObject({ months: [], refusals: [{ code: "few-months", have: 2 }], tier: { tier: "new" } });
	expect(answer.history.map(({ month }) => month)).toEqual(["2026-01", "2026-02"]);
	expect(answer.running).toMatchObject({ month: "2026-03", missing: 0 });
	const { young } = answer;
	expect(young).toMatchObject({ completedBy: "2026-03", over: false });
	expect(young?.outlook?.months.map(({ month }) => month)).toEqual(["2026-03", "2026-04", "2026-05"]);
	const all = [...answer.history, answer.running].reduce((sum, one) => sum + (one?.minor ?? 0), 0);
	expect(young?.earned.reduce((sum, { minor }) => sum + minor, 0)).toBe(all);
	expect(answer.named[young?.earned[0]?.id ?? ""]?.title).toBe("Story 1");
	expect(answer.dependence?.byStory.shares.length).toBe(6);
});

test("a month of which the beginning is missing is none of the three", async () => {
	await bring(dailyStories("2026-03-08", "2026-03-19"));
	expect(await project()).toMatchObject({
		refusals: [{ code: "few-months", have: 0 }],
		young: { completedBy: "2026-06", outlook: null },
	});
});

test("months that are over are asked for, and old figures give no outlook", async () => {
	await bring(dailyStories("2026-01-01", "2026-03-19"));
	await reopen("2026-09-01T09:00:00.000Z");
	expect((await project()).young).toMatchObject({ completedBy: "2026-03", over: true, outlook: null });
});

test("three months are a projection, and nobody is young who has no figures", async () => {
	await bring(dailyStories("2025-12-01", "2026-03-19"));
	expect(await project()).toMatchObject({ young: null, months: [{ month: "2026-03" }, {}, {}] });
	expect(await client.earn.projection.query({ asOf: "2026-01-01T00:00:00.000Z" })).toMatchObject({ young: null });
});

test("what an hour is worth is never of a day after the newest earnings", async () => {
	await bring(dailyStories("2025-12-01", "2026-03-19"));
	const { rate, asOf } = await project();
	expect(rate?.asOf).toMatch(/^2026-03-1\d$/);
	expect((rate?.asOf ?? "") <= (asOf ?? "")).toBe(true);
});
