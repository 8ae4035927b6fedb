import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Observation } from "#domain/stats/observation.ts";
import { lifetime, monthPeriod } from "#domain/stats/periods.ts";
import { ObservationRepository } from "./observations.ts";
import { type LibraryDatabase, migrate, openDatabase } from "./open.ts";

let directory: string;
let database: LibraryDatabase;
let ledger: ObservationRepository;

beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), "inkhour-ledger-"));
	database = openDatabase(join(directory, "library.sqlite"));
	migrate(database);
	for (const id of ["a", "b", "c"])
		database
			.prepare(
				"INSERT INTO import (id, kind, source_name, format, started_at, state) VALUES (?, 'stats', 'f', 'x', '2026-01-01', 'complete')",
			)
			.run(id);
	ledger = new ObservationRepository(database);
});

afterEach(() => {
	database.close();
	rmSync(directory, { recursive: true, force: true });
});

const earned = (value: number, changes: Partial<Observation> = {}): Observation => ({
	subject: "story:0123456789ab",
	metric: "earnings",
	definition: "earnings-story-to-date",
	period: lifetime(),
	value,
	currency: "USD",
	rounding: "exact",
	provisional: false,
	row: 1,
	...changes,
});

test("the same statement twice adds nothing; a restatement is a new row and becomes the latest", async () => {
	expect(ledger.append("a", "2026-01-01T00:00:00.000Z", [earned(946)])).toEqual({ added: 1, known: 0 });
	expect(ledger.append("b", "2026-01-02T00:00:00.000Z", [earned(946)])).toEqual({ added: 0, known: 1 });
	expect(ledger.append("b", "2026-01-03T00:00:00.000Z", [earned(1435)])).toEqual({ added: 1, known: 0 });
	expect((await ledger.latest()).map((one) => [one.value, one.importId])).toEqual([[1435, "b"]]);
	const kept = database.prepare<[], { value: number }>("SELECT value FROM observation ORDER BY observed_at").all();
	expect(kept.map(({ value }) => value)).toEqual([946, 1435]);
});

test("an older file imported later does not become the latest", async () => {
	ledger.append("a", "2026-02-01T00:00:00.000Z", [earned(1435)]);
	expect(ledger.append("b", "2026-01-01T00:00:00.000Z", [earned(946)])).toEqual({ added: 1, known: 0 });
	expect((await ledger.latest()).map((one) => one.value)).toEqual([1435]);
});

test("currencies, periods and definitions never meet in one figure", async () => {
	ledger.append("a", "2026-02-01T00:00:00.000Z", [
		earned(100),
		earned(100, { currency: "EUR" }),
		earned(100, { period: monthPeriod("2026-01", "UTC"), definition: "earnings-story" }),
		earned(100, { definition: "earnings-export-total", rounding: "whole" }),
	]);
	expect(await ledger.latest()).toHaveLength(4);
	expect((await ledger.latest({ grains: ["month"] }))[0]?.period).toEqual(monthPeriod("2026-01", "UTC"));
});

test("a stored statement cannot be changed; an import can be taken back whole", async () => {
	ledger.append("a", "2026-02-01T00:00:00.000Z", [earned(100)]);
	expect(() => database.prepare("UPDATE observation SET value = 1").run()).toThrow("never changed");
	ledger.forget("a");
	expect(await ledger.latest()).toEqual([]);
});

test("what was known as of a time is found through the index", () => {
	const plan = database
		.prepare<[], { detail: string }>(
			`EXPLAIN QUERY PLAN SELECT value FROM observation
       WHERE series = 1 AND period_start = '' AND period_end = '' AND observed_at <= '2026'
       ORDER BY observed_at DESC, row DESC LIMIT 1`,
		)
		.all();
	expect(plan.map((step) => step.detail)).toEqual([
		expect.stringMatching(/^SEARCH observation USING INDEX observation_by_period/),
	]);
});

test("facts are taken field by field from the newest source that states them", () => {
	const facts = {
		subject: "story:0123456789ab" as const,
		title: "Lamps",
		publishedAt: "2025-01-02T00:00:00.000Z",
		readingSeconds: 180,
		words: null,
		locked: true,
		tags: ["light"],
		boostedAt: null,
		collection: null,
		url: null,
	};
	ledger.appendFacts("a", "2026-01-01T00:00:00.000Z", [facts]);
	ledger.appendFacts("b", "2026-02-01T00:00:00.000Z", [
		{ ...facts, title: "Lamps, again", readingSeconds: null, locked: null, tags: null, words: 900 },
	]);
	expect(ledger.facts()).toEqual([{ ...facts, title: "Lamps, again", words: 900 }]);
});
