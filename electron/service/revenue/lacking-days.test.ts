/** What answers of Earn say of months that lack days. */
import { expect, test } from "vitest";
import { lackingMessages } from "#domain/revenue/lacking-days.ts";
import { refusalMessage } from "#domain/revenue/refusal.ts";
import { addDays, daysBetween } from "#domain/stats/periods.ts";
import { english } from "#domain/words/message.ts";
import { bring, client, inEmptyLibrary, project, reopen } from "#tests/support/revenue-studio.ts";

inEmptyLibrary();

/** Daily earnings and reading of two stories from a day up to another, exclusive, but for some. */
function daily(from: string, until: string, without: (day: string) => boolean): string {
	const days = Array.from({ length: daysBetween(from, until) }, (_, at) => addDays(from, at));
	const rows = days
		.filter((day) => !without(day))
		.flatMap((day) => [`${day},1a2b3c4d5e6f,A lamp,3.00,3600`, `${day},2a2b3c4d5e6f,A ferry,1.00,1200`]);
	return ["Date,Id,Title,Earnings,Member ttr", ...rows].join("\n");
}

const lost = (day: string) => day >= "2026-02-10" && day <= "2026-02-17";

test("a month without some days is told wherever it is used, and counts at the pace of the others", async () => {
	await bring(daily("2025-10-01", "2026-03-20", lost));
	const answer = await project();
	expect(answer.history.at(-1)).toEqual({ month: "2026-02", minor: 8000, missing: 8 });
	expect(answer.history.slice(0, -1).every(({ missing }) => missing === 0)).toBe(true);
	expect(lackingMessages(answer).map(english)[0]).toBe(
		"8 days of 2026-02 have no figures: it may have earned more than is known.",
	);
	// Four dollars a day, as ever.
	const april = answer.months[1]?.total;
	expect(april?.p10).toBeLessThan(120_00);
	expect(april?.p90).toBeGreaterThan(120_00);
	expect(Math.abs(Math.log((april?.p50 ?? 0) / 120_00))).toBeLessThan(0.2);
	const overview = await client.earn.overview.query();
	expect(overview.months.find(({ month }) => month === "2026-02")).toMatchObject({ state: "complete", missing: 8 });
	const whole = await client.earn.projection.query({});
	expect(whole.backtest?.rows[0]).toMatchObject({ forecasts: 1 });
});

test("the payout of such a month may be more than is known", async () => {
	await bring(daily("2025-10-01", "2026-03-05", lost));
	await reopen("2026-03-05T09:00:00.000Z");
	expect((await project()).payout).toMatchObject({ month: "2026-02", due: { likely: 8000 }, missing: 8 });
});

test("what the days without figures took is no reading that was lost", async () => {
	await bring(daily("2025-10-01", "2026-03-20", lost));
	const { explanation, refusals } = await client.earn.explain.query({ month: "2026-02" });
	expect(explanation).toMatchObject({ lacksDays: true, total: -4400 });
	// 20 days of 31, at the same pace.
	expect(explanation?.parts.calendarDays).toBe(-4400);
	expect(refusals.map((refusal) => english(refusalMessage(refusal)))).toContainEqual(
		expect.stringMatching(/^There are no figures for 8 days of 2026-02/),
	);
});

test("a month that the account states whole is complete, whatever its days lack", async () => {
	await bring(daily("2025-10-01", "2026-03-20", lost));
	await bring("Month,Earnings\n2026-02,112.00");
	const answer = await project();
	expect(answer.history.at(-1)).toEqual({ month: "2026-02", minor: 11_200, missing: 0 });
	expect(lackingMessages(answer)).toEqual([]);
	expect(await client.earn.explain.query({ month: "2026-02" })).toMatchObject({ explanation: { lacksDays: false } });
});

test("days that the running month lacks are counted on, and said", async () => {
	await bring(daily("2025-10-01", "2026-03-20", (day) => day >= "2026-03-05" && day <= "2026-03-10"));
	const answer = await project();
	expect(answer.running).toMatchObject({ month: "2026-03", missing: 6 });
	expect(english(lackingMessages(answer).at(-1) ?? "")).toMatch(/^6 days of 2026-03 so far have no figures/);
	expect(Math.abs(Math.log((answer.months[0]?.total.p50 ?? 0) / 124_00))).toBeLessThan(0.1);
});
