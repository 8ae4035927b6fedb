import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { StartStatsImport, StatsImportResult, StatsReport } from "#contract/stats.ts";
import { english } from "#domain/words/message.ts";
import { createStudioClient, type StudioClient } from "../client.ts";
import { fixedClock } from "../clock.ts";
import { StudioError } from "../errors.ts";
import { createStudio, type Studio } from "../studio.ts";

let directory: string;
let studio: Studio;
let client: StudioClient;

beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), "inkhour-stats-"));
	studio = createStudio({ libraryDirectory: join(directory, "library"), clock: fixedClock("2026-03-10T09:00:00Z") });
	client = createStudioClient(studio.fetch);
});

afterEach(async () => {
	await studio.close();
	rmSync(directory, { recursive: true, force: true });
});

async function finished<Result>(jobId: string): Promise<Result> {
	for (;;) {
		const status = await client.jobs.status.query({ id: jobId });
		if (status.state === "failed") throw status.error && StudioError.from(status.error);
		if (status.state !== "running") return status.result as Result;
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}

const bring = async (input: StartStatsImport) =>
	finished<StatsImportResult>((await client.stats.startImport.mutate(input)).jobId);

function file(name: string, text: string, modified = "2026-03-09T12:00:00Z"): StartStatsImport {
	const path = join(directory, name);
	writeFileSync(path, text);
	utimesSync(path, new Date(modified), new Date(modified));
	return { source: { type: "path", path } };
}

const table = (views: number) => `id,title,views\n1a2b3c4d5e6f,A lamp,${views}\nnone,,x\n`;

test("a file comes in once, as of its date, with the rows that could not be read", async () => {
	const input = file("stats.csv", table(120), "2026-03-09T12:00:00.750Z");
	const first = await bring(input);
	expect(first).toMatchObject({
		format: "table",
		observations: 1,
		stories: 1,
		asOf: "2026-03-09T12:00:00.000Z",
		rejected: [{ row: 3 }],
		notes: [{ values: { time: { time: "2026-03-09T12:00:00.000Z" } } }],
	});
	expect(await bring({ ...file("named.csv", table(121)), asOf: "2026-03-08" })).toMatchObject({ notes: [] });
	expect(await bring(input)).toMatchObject({ observations: 0, known: 1, importId: null });
	const sources = (await client.stats.imports.query()).filter(({ sourceName }) => sourceName === "stats.csv");
	expect(sources).toMatchObject([
		{ observations: 0, nothingNew: true },
		{ observations: 1, nothingNew: false, undone: false },
	]);
});

test("a preview tells the account's months from those of stories", async () => {
	const figures = async (text: string) => {
		const { jobId } = await client.stats.startPreview.mutate({ source: { type: "text", text }, month: null });
		return (await finished<StatsReport>(jobId)).figures.map(({ metric, grain, whose, count }) => [
			metric,
			grain,
			whose,
			count,
		]);
	};
	expect(await figures("Month,Earnings\n2026-01,12.40\n2026-02,9.10\n")).toEqual([["earnings", "month", "account", 2]]);
	expect(await figures("Title,Month,Earnings\nLamps,2026-01,12.40\n")).toEqual([["earnings", "month", "stories", 1]]);
});

test("a later file restates, an undone import counts in nothing and can come back", async () => {
	await bring(file("a.csv", table(120), "2026-03-01T00:00:00Z"));
	const later = await bring(file("b.csv", table(130), "2026-03-05T00:00:00Z"));
	const shown = async () =>
		(await client.earn.stories.query({ month: null })).rows.map((row) => row.figures.views?.value);
	expect(await shown()).toEqual([130]);
	await client.stats.setUndone.mutate({ importId: later.importId ?? "", undone: true });
	expect(await shown()).toEqual([120]);
	await client.stats.setUndone.mutate({ importId: later.importId ?? "", undone: false });
	expect(await shown()).toEqual([130]);
});

test("a file without its month says more once its name has it", async () => {
	const text = JSON.stringify({
		data: {
			user: {
				postsConnection: {
					edges: [
						{
							node: {
								id: "a1b2c3d4e5f6",
								totalStats: { views: 812 },
								earnings: { monthlyEarnings: { units: 12, nanos: 500_000_000 } },
							},
						},
					],
				},
			},
		},
	});
	const first = await bring(file("stories.json", text));
	expect(first).toMatchObject({ needsMonth: true });
	const named = file("leaderboard-2026-02-part1.json", text);
	expect(await bring(named)).toMatchObject({ observations: 1, importedBefore: null });
	expect(await bring(named)).toMatchObject({ observations: 0 });
});

test("the same table is a month's for every month it is given", async () => {
	const text = "Title,Earnings\nBread,1.00\nRice,3.00\n";
	const input = file("amounts.csv", text);
	expect(await bring(input)).toMatchObject({ observations: 2, undated: true, month: null });
	for (const month of ["2026-01", "2026-02"])
		expect(await bring({ ...input, month })).toMatchObject({ observations: 2, importedBefore: null, month });
	expect(await bring({ ...input, month: "2026-02" })).toMatchObject({
		observations: 0,
		importedBefore: expect.any(String),
	});
	const months = (await client.earn.overview.query()).months.map(({ month, earnings }) => [month, earnings?.value]);
	expect(months).toEqual([
		["2026-01", 400],
		["2026-02", 400],
	]);
});

test.each([
	["months", "Month,Earnings\n2025-12,5.00\n"],
	["totals", "title,id,href,presentations,views,reads,earnings\nBread,1a2b3c4d5e6f,x,1,2,3,4.00\n"],
])("a month that is given for a file of %s is not used, and that is said truly", async (name, text) => {
	const { notes, month } = await bring({ ...file(`${name}.csv`, text), month: "2026-01" });
	expect(month).toBeNull();
	expect(notes.map(english)).toContain(
		"The month 2026-01 was not used: the file itself says when its amounts are from, or that they are totals to date.",
	);
});

test("rows about days after the day the file was made on are not taken", async () => {
	const months = file("months.csv", "Month,Earnings\n2025-12,5.00\n2026-01,6.00\n2026-02,7.00\n");
	const taken = await bring({ ...months, asOf: "2026-01-15" });
	expect(taken).toMatchObject({ observations: 2, asOf: "2026-01-15T23:59:59.000Z" });
	expect(taken.rejected.map(({ row, reason }) => [row, english(reason)])).toEqual([
		[4, "It is about 2026-02, after 2026-01-15, the day the file was made on"],
	]);
	await expect(bring({ ...months, asOf: "2025-11-30" })).rejects.toThrow(/Not one row could be read/);
});

test("a file brings what it left out once the right day is given", async () => {
	const months = file("months.csv", "Month,Earnings\n2025-12,5.00\n2026-01,6.00\n2026-02,7.00\n");
	await bring({ ...months, asOf: "2026-01-15" });
	expect(await bring({ ...months, asOf: "2026-01-15" })).toMatchObject({ importedBefore: expect.any(String) });
	const { jobId } = await client.stats.startPreview.mutate({ ...months, asOf: "2026-03-05" });
	expect(await finished<StatsReport>(jobId)).toMatchObject({ importedBefore: null });
	expect(await bring({ ...months, asOf: "2026-03-05" })).toMatchObject({ observations: 1, known: 2 });
	expect(await bring(months)).toMatchObject({ observations: 0, known: 3, importedBefore: expect.any(String) });
	const ledger = await client.earn.overview.query();
	expect(ledger.months.map(({ earnings }) => earnings?.value)).toEqual([500, 600, 700]);
});

test("a file brings the month that was still to come once it has come", async () => {
	const months = file("months.csv", "Month,Earnings\n2026-02,7.00\n2026-04,8.00\n");
	expect(await bring(months)).toMatchObject({ observations: 1, rejected: [{ row: 3 }] });
	await studio.close();
	studio = createStudio({ libraryDirectory: join(directory, "library"), clock: fixedClock("2026-05-10T09:00:00Z") });
	client = createStudioClient(studio.fetch);
	expect(await bring(months)).toMatchObject({ observations: 1, known: 1, rejected: [] });
});

test("a file is taken as of another day when that day is given, and never for newer than it is without one", async () => {
	const views = file("views.csv", "id,views\n1a2b3c4d5e6f,120\n", "2026-03-01T00:00:00Z");
	const shown = async () =>
		(await client.earn.stories.query({ month: null })).rows.map((row) => row.figures.views?.value);
	await bring(views);
	await bring(file("later.csv", "id,views\n1a2b3c4d5e6f,130\n", "2026-03-05T00:00:00Z"));
	expect(await bring(file("copy.csv", "id,views\n1a2b3c4d5e6f,120\n", "2026-03-08T00:00:00Z"))).toMatchObject({
		importId: null,
		importedBefore: expect.any(String),
	});
	expect(await shown()).toEqual([130]);
	expect(await bring({ ...views, asOf: "2026-03-08" })).toMatchObject({ observations: 1, importedBefore: null });
	expect(await shown()).toEqual([120]);
});

test("what the window hands over keeps the date it has on the writer's disk", async () => {
	const token = randomUUID();
	await studio.fetch(
		new Request(`http://studio/upload/${token}/stats.csv`, {
			method: "POST",
			headers: { "x-inkhour": "1" },
			body: table(77),
		}),
	);
	const source = { type: "upload", token, name: "stats.csv", modifiedAt: "2025-03-03T10:00:00.500Z" } as const;
	expect(await bring({ source })).toMatchObject({
		asOf: "2025-03-03T10:00:00.000Z",
		notes: [{ values: { time: { time: "2025-03-03T10:00:00.000Z" } } }],
	});
});

test("a day to come is refused as the day a file was made on", async () => {
	await expect(bring({ ...file("stats.csv", table(1)), asOf: "2031-01-01" })).rejects.toMatchObject({
		code: "INVALID_INPUT",
	});
	expect(await bring({ ...file("stats.csv", table(1)), asOf: "2026-03-10" })).toMatchObject({ observations: 1 });
});

test("a month still to come counts nowhere, and it is said why", async () => {
	const text = "Month,Earnings\n2026-02,$12.00\n2026-03,$4.00\n2026-04,$30.00\n2026-05,$31.00";
	expect(await bring(file("future.csv", text))).toMatchObject({
		observations: 2,
		asOf: "2026-03-09T12:00:00.000Z",
		rejected: [
			{ row: 4, reason: { text: "It is about {{day}}, which is still to come", values: { day: { day: "2026-04" } } } },
			{ row: 5 },
		],
	});
	const { months } = await client.earn.overview.query();
	expect(months.map(({ month, state }) => [month, state])).toEqual([
		["2026-02", "complete"],
		["2026-03", "running"],
	]);
	// A file whose own date was lost in copying is as of its newest month, never of a day to come.
	const old = file("old.csv", "Month,Earnings\n2026-03,$5.00", "2020-01-01T00:00:00Z");
	expect(await bring(old)).toMatchObject({ asOf: "2026-03-02T00:00:00.000Z" });
	const day = file("today.csv", "Date,Views\n2026-03-10,5", "2020-01-01T00:00:00Z");
	expect(await bring(day)).toMatchObject({ asOf: "2026-03-10T09:00:00.000Z" });
});

test("a preview says what would come in and writes nothing", async () => {
	const { jobId } = await client.stats.startPreview.mutate({ source: { type: "text", text: table(9) } });
	expect(await finished<StatsReport>(jobId)).toMatchObject({ observations: 1, rejected: [{ row: 3 }] });
	expect(await client.stats.imports.query()).toEqual([]);
});

test.each([
	["empty.csv", "", "UNREADABLE_FILE"],
	["cut.json", '])}while(1);</x>{"payload":{"value":[', "UNREADABLE_FILE"],
	["page.html", "<html></html>", "UNSUPPORTED_FORMAT"],
	["error.json", '{"errors":[{"message":"Forbidden"}]}', "UNREADABLE_FILE"],
])("%s is refused with its path and nothing is written", async (name, text, code) => {
	const path = join(directory, name);
	await expect(bring(file(name, text))).rejects.toMatchObject({ code, details: { file: path } });
	expect(await client.stats.imports.query()).toEqual([]);
});

test("a zip is no stats: the refusal says where an archive comes in", async () => {
	await expect(bring(file("medium-export.zip", "PK\u0003\u0004rest"))).rejects.toMatchObject({
		code: "UNSUPPORTED_FORMAT",
		details: {
			file: join(directory, "medium-export.zip"),
			advice: { text: expect.stringContaining("“Import from Medium”") },
		},
	});
});

test("an import that is cancelled leaves nothing", async () => {
	const rows = Array.from({ length: 20_000 }, (_, at) => `${(0x100000000000 + at).toString(16)},T,${at}`);
	const { jobId } = await client.stats.startImport.mutate(file("many.csv", `id,title,views\n${rows.join("\n")}`));
	await new Promise((resolve) => setTimeout(resolve, 60));
	const status = await client.jobs.cancel.mutate({ id: jobId });
	expect(status.state).toBe("cancelled");
	expect(await client.stats.imports.query()).toEqual([]);
	expect((await client.earn.stories.query({ month: null })).rows).toEqual([]);
});

test("a title names a story only when one story bears it", async () => {
	await bring(
		file(
			"ids.csv",
			"id,title,views\n1a2b3c4d5e6f,A Lamp,1\nabcdef012345,Twice,2\nabcdef012346,Twice,3",
			"2026-03-01T00:00:00Z",
		),
	);
	await bring(file("titles.csv", "Title,Claps\na lamp,50\nTwice,60", "2026-03-02T00:00:00Z"));
	const { rows } = await client.earn.stories.query({ month: null });
	const claps = Object.fromEntries(rows.map((row) => [row.subject, row.figures.claps?.value ?? null]));
	expect(claps).toEqual({
		"story:1a2b3c4d5e6f": 50,
		"story:abcdef012345": null,
		"story:abcdef012346": null,
		"title:twice": 60,
	});
});

test("a table of Boosts alone comes in once, and says of its stories when they were boosted", async () => {
	await bring(file("figures.csv", table(120)));
	const boosts = file("boosts.csv", "Id,Boosted\n1a2b3c4d5e6f,2026-03-02\n");
	const told = { observations: 0, stories: 1, importId: expect.any(String), notes: [{ values: { count: 1 } }] };
	expect(await bring(boosts)).toMatchObject(told);
	const { rows } = await client.earn.stories.query({ month: null });
	expect(rows[0]).toMatchObject({ subject: "story:1a2b3c4d5e6f", boostedOn: "2026-03-02" });
	expect(await bring({ ...file("again.csv", "Id,Boosted\n1a2b3c4d5e6f,2026-03-02\n\n") })).toMatchObject({
		importId: null,
	});
});
