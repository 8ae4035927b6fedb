/** What answers of Earn say of figures that are missing. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { StatsImportResult } from "#contract/stats.ts";
import { refusalMessage } from "#domain/revenue/refusal.ts";
import { addDays, daysBetween } from "#domain/stats/periods.ts";
import { english } from "#domain/words/message.ts";
import { createStudioClient, type StudioClient } from "../client.ts";
import { fixedClock } from "../clock.ts";
import { openDatabase } from "../database/open.ts";
import { createStudio, type Studio } from "../studio.ts";

const NOW = "2026-03-20T09:00:00.000Z";
let directory: string;
let studio: Studio;
let client: StudioClient;

beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), "inkhour-told-"));
	studio = createStudio({ libraryDirectory: directory, clock: fixedClock(NOW) });
	client = createStudioClient(studio.fetch);
});

afterEach(async () => {
	await studio.close();
	rmSync(directory, { recursive: true, force: true });
});

async function bring(text: string): Promise<StatsImportResult> {
	const { jobId: id } = await client.stats.startImport.mutate({ source: { type: "text", text } });
	return vi.waitFor(
		async () => {
			const { state, result } = await client.jobs.status.query({ id });
			expect(state).toBe("done");
			return result as StatsImportResult;
		},
		{ timeout: 10_000, interval: 20 },
	);
}

/** Daily earnings of two stories from a day up to another, exclusive, but for some. */
function daily(from: string, until: string, without: readonly string[]): string {
	const days = Array.from({ length: daysBetween(from, until) }, (_, at) => addDays(from, at));
	const rows = days
		.filter((day) => !without.includes(day))
		.flatMap((day) => [`${day},1a2b3c4d5e6f,A lamp,1.50`, `${day},2a2b3c4d5e6f,A ferry,0.70`]);
	return ["Date,Id,Title,Earnings", ...rows].join("\n");
}

test("days without figures are told when they come in and where their month is explained", async () => {
	const without = ["2026-01-14", "2026-01-15", "2026-02-03"];
	const { notes } = await bring(daily("2025-12-01", "2026-03-01", without));
	expect(notes).toContainEqual(expect.objectContaining({ values: expect.objectContaining({ count: 3 }) }));
	const missing = async (month: string) =>
		(await client.earn.explain.query({ month })).refusals.filter(({ code }) => code === "days-missing");
	expect(await missing("2026-02")).toEqual([
		{ code: "days-missing", month: "2026-01", days: ["2026-01-14", "2026-01-15"] },
		{ code: "days-missing", month: "2026-02", days: ["2026-02-03"] },
	]);
	expect(await missing("2026-01")).toHaveLength(1);
});

test("looking back to before the first import says when that was", async () => {
	const before = { asOf: "2026-03-19T00:00:00.000Z" };
	expect(await client.earn.projection.query(before)).toMatchObject({ refusals: [{ code: "no-earnings" }] });
	await bring("Month,Earnings\n2025-12,8.00\n2026-01,9.00\n2026-02,6.00");
	const refusals = [{ code: "imported-later", first: NOW }];
	expect(await client.earn.projection.query(before)).toMatchObject({ months: [], refusals });
	expect(await client.earn.explain.query({ month: "2026-01", ...before })).toMatchObject({
		explanation: null,
		refusals,
	});
	expect(await client.earn.whatIf.query({ assumptions: {}, ...before })).toMatchObject({ answer: null, refusals });
});

test("a month that is not known names the rows that could not be read for it", async () => {
	const rows = ["2026-01,abc", "2025-12,8.00", "2026-01,1.2.3", "2026-01,x", "2026-15,7.00", "2026-02,6.00"];
	await bring(["Month,Earnings", ...rows].join("\n"));
	const january = { code: "month-unknown", month: "2026-01" };
	const unread = { code: "rows-unread", month: "2026-01", source: "", rows: [2, 4, 5] };
	expect((await client.earn.explain.query({ month: "2026-01" })).refusals).toEqual([january, unread]);
	expect((await client.earn.explain.query({ month: "2026-02" })).refusals).toEqual([january, unread]);
	expect((await client.earn.explain.query({ month: "2025-12" })).refusals).toEqual([
		{ code: "month-unknown", month: "2025-11" },
	]);
	// Pasted texts have one name, and rows of their own.
	await bring("Month,Earnings\n2025-12,8.10\n2026-01,y\n2026-02,6.00");
	expect((await client.earn.explain.query({ month: "2026-01" })).refusals).toEqual([
		january,
		unread,
		{ ...unread, rows: [3] },
	]);
	expect(english(refusalMessage({ code: "rows-unread", month: "2026-01", source: "a.csv", rows: [2, 4, 5] }))).toBe(
		"Rows 2, 4–5 of a.csv are about 2026-01 and could not be read.",
	);
});

test("a report of an import that is damaged leaves out its rows, not the answers of every import", async () => {
	await bring("Month,Earnings\n2025-12,8.00\n2026-01,x\n2026-02,6.00");
	const database = openDatabase(join(directory, "library.sqlite"));
	database.exec("UPDATE import SET report = substr(report, 1, 100)");
	database.close();
	await bring("Month,Earnings\n2025-10,8.00\n2025-11,x");
	expect((await client.earn.explain.query({ month: "2025-12" })).refusals).toEqual([
		{ code: "month-unknown", month: "2025-11" },
		{ code: "rows-unread", month: "2025-11", source: "", rows: [3] },
	]);
	expect(await client.earn.projection.query({})).toMatchObject({ history: [{ month: "2025-10" }, {}, {}] });
	expect(await client.stats.imports.query()).toMatchObject([{ report: { rejected: [{ row: 3 }] } }, { report: null }]);
	expect(await bring("Month,Earnings\n2025-12,8.00\n2026-01,x\n2026-02,6.00")).toMatchObject({ importedBefore: null });
});

test("the writer says which of two currencies counts, and from what on it is paid out", async () => {
	const euros = ["2025-10,21.00", "2025-11,25.00", "2025-12,28.00", "2026-01,26.00", "2026-02,24.00"];
	await bring(["Month,Earnings (EUR)", ...euros].join("\n"));
	await bring("Month,Earnings\n2025-12,90.00\n2026-01,80.00\n2026-02,85.00");
	const first = await client.earn.projection.query({});
	expect(first).toMatchObject({ currency: "EUR", leastPayout: null, owed: null, cash: null, payout: null });
	expect(first.refusals).toContainEqual({ code: "other-currencies", currency: "EUR", others: ["USD"], chosen: false });
	await client.settings.update.mutate({ otherLeastPayouts: { EUR: 900 } });
	const paid = await client.earn.projection.query({});
	expect(paid).toMatchObject({ leastPayout: 900, cash: [{ month: "2026-03" }, {}, {}] });
	const dollars = { currency: "USD", leastPayout: 1000, history: [{ minor: 9000 }, { minor: 8000 }, { minor: 8500 }] };
	expect(await client.earn.projection.query({ currency: "USD" })).toMatchObject(dollars);
	await client.settings.update.mutate({ countedCurrency: "USD" });
	expect(await client.earn.projection.query({})).toMatchObject(dollars);
	expect(await client.earn.explain.query({ month: "2026-02" })).toMatchObject({
		explanation: { earned: 8500 },
		refusals: expect.arrayContaining([{ code: "other-currencies", currency: "USD", others: ["EUR"], chosen: true }]),
	});
	expect(await client.earn.overview.query()).toMatchObject({ currency: "USD", currencyChosen: true });
	expect(await client.earn.overview.query()).toMatchObject({ otherCurrencies: ["EUR"] });
	// One in which nothing was earned counts nothing away.
	expect(await client.earn.projection.query({ currency: "GBP" })).toMatchObject({ currency: "EUR" });
});
