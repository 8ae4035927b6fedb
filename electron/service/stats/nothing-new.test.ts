/** An import of figures that brings nothing new is in the list of sources, and changes nothing else. */
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { StatsImportResult } from "#contract/stats.ts";
import { SettableClock } from "#tests/support/clock.ts";
import { createStudioClient, type StudioClient } from "../client.ts";
import { createStudio, type Studio } from "../studio.ts";

let directory: string;
let studio: Studio;
let client: StudioClient;
let clock: SettableClock;

beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), "inkhour-nothing-new-"));
	clock = new SettableClock("2026-03-10T09:00:00.000Z");
	studio = createStudio({ libraryDirectory: join(directory, "library"), clock });
	client = createStudioClient(studio.fetch);
});

afterEach(async () => {
	await studio.close();
	rmSync(directory, { recursive: true, force: true });
});

async function bring(name: string, text: string): Promise<StatsImportResult> {
	const path = join(directory, name);
	writeFileSync(path, text);
	utimesSync(path, new Date("2026-03-09T12:00:00Z"), new Date("2026-03-09T12:00:00Z"));
	const { jobId } = await client.stats.startImport.mutate({ source: { type: "path", path } });
	const status = () => client.jobs.status.query({ id: jobId });
	await expect.poll(async () => (await status()).state).toBe("done");
	return (await status()).result as StatsImportResult;
}

const sources = async () =>
	(await client.stats.imports.query()).map(({ sourceName, observations, nothingNew, startedAt }) => [
		sourceName,
		nothingNew ? "nothing new" : observations,
		startedAt,
	]);

const MONTHS = "Month,Earnings\n2026-01,12.40\n2026-02,9.10\n";

test("each file that brought nothing new is a source with the latest time it was imported", async () => {
	await bring("a.csv", MONTHS);
	clock.advance(60_000);
	expect(await bring("a.csv", MONTHS)).toMatchObject({ importId: null, importedBefore: "2026-03-10T09:00:00.000Z" });
	clock.advance(60_000);
	expect(await bring("b.csv", `${MONTHS}\n`)).toMatchObject({ importId: null, importedBefore: null });
	clock.advance(60_000);
	await bring("a.csv", MONTHS);
	expect(await sources()).toEqual([
		["a.csv", "nothing new", "2026-03-10T09:03:00.000Z"],
		["b.csv", "nothing new", "2026-03-10T09:02:00.000Z"],
		["a.csv", 2, "2026-03-10T09:00:00.000Z"],
	]);
	const [latest] = await client.stats.imports.query();
	expect(latest).toMatchObject({ kind: "stats", undone: false, report: { observations: 0, known: 2 } });
});

test("it is not taken for an import that brought the figures, once that one counts no longer", async () => {
	const { importId } = await bring("a.csv", MONTHS);
	await bring("b.csv", `${MONTHS}\n`);
	await client.stats.setUndone.mutate({ importId: importId ?? "", undone: true });
	expect(await bring("b.csv", `${MONTHS}\n`)).toMatchObject({ observations: 2, importedBefore: null });
});

test("rows that it could not read are not said again of every month they are about", async () => {
	await bring("a.csv", "Month,Earnings\n2025-12,8.00\n2026-01,x\n2026-02,6.00\n");
	const before = await client.earn.explain.query({ month: "2026-01" });
	await bring("b.csv", "Month,Earnings\n2025-12,8.00\n2026-01,x\n2026-02,6.00\n\n");
	expect(await client.earn.explain.query({ month: "2026-01" })).toEqual(before);
});
