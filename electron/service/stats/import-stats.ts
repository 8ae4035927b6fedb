import { randomUUID } from "node:crypto";
import type { StartStatsImport, StatsImportResult, StatsReport } from "#contract/stats.ts";
import type { ParsedStats } from "#domain/stats/formats/format.ts";
import type { Clock } from "../clock.ts";
import type { JobContext } from "../jobs.ts";
import type { Library } from "../library.ts";
import type { Uploads } from "../uploads.ts";
import { parseSource } from "./parse-source.ts";
import { readStatsSource } from "./read-source.ts";

/** Statements written between two turns of the event loop. */
const SLICE = 250;

interface Services {
	library: Library;
	uploads: Uploads;
	clock: Clock;
}

/** What a source holds. Nothing is written. */
export async function previewStats(services: Services, input: StartStatsImport): Promise<StatsReport> {
	const text = await readStatsSource(input.source, services.uploads);
	const { report } = parseSource(text, input, services.clock.now());
	const before = importedBefore(services.library, text.sha256, input.month ?? null);
	return { ...report, importedBefore: before };
}

function importedBefore(library: Library, sha256: string, month: string | null): string | null {
	const row = library.database
		.prepare<[string], { started_at: string; report: string | null }>(
			`SELECT started_at, report FROM import
       WHERE kind = 'stats' AND state = 'complete' AND sha256 = ? ORDER BY started_at DESC LIMIT 1`,
		)
		.get(sha256);
	if (!row) return null;
	const report = JSON.parse(row.report ?? "null") as StatsReport | null;
	// The same file with a month it lacked before says more than it did.
	return report?.needsMonth && month !== null ? null : row.started_at;
}

/** Whether a source says anything the ledger does not know. Looks in slices and writes nothing. */
async function bringsNews(
	ledger: Library["observations"],
	parsed: ParsedStats,
	asOf: string,
	job: JobContext,
): Promise<boolean> {
	for (let from = 0; from < parsed.observations.length; from += SLICE) {
		if (ledger.hasNew(asOf, parsed.observations.slice(from, from + SLICE))) return true;
		await job.breathe();
	}
	return ledger.hasNewFacts(parsed.stories);
}

/**
 * Takes a source in; one with nothing new leaves the library as it was, byte for byte. It is parsed whole before anything is written; what is written counts only once the import is
 * complete, so a job that is cancelled or killed adds nothing.
 */
export async function importStats(
	services: Services,
	input: StartStatsImport,
	job: JobContext,
): Promise<StatsImportResult> {
	const { library, uploads, clock } = services;
	const { database, observations: ledger } = library;
	job.progress({ done: 0, total: null, item: input.source.type === "upload" ? input.source.name : "" });
	const text = await readStatsSource(input.source, uploads);
	const now = clock.now();
	const { parsed, asOf, report } = parseSource(text, input, now);
	const before = importedBefore(library, text.sha256, input.month ?? null);
	if (before !== null)
		return { ...report, importId: null, observations: 0, known: report.observations, importedBefore: before };

	if (!(await bringsNews(ledger, parsed, asOf, job)))
		return { ...report, importId: null, observations: 0, known: report.observations };

	const importId = randomUUID();
	database
		.prepare(
			`INSERT INTO import (id, kind, source_name, format, sha256, started_at, state)
       VALUES (?, 'stats', ?, ?, ?, ?, 'running')`,
		)
		.run(importId, text.name, parsed.format, text.sha256, now.toISOString());
	const discard = database.transaction(() => {
		ledger.forget(importId);
		database.prepare("DELETE FROM import WHERE id = ?").run(importId);
	});
	try {
		let added = 0;
		const total = parsed.observations.length;
		const append = database.transaction((from: number) => {
			added += ledger.append(importId, asOf, parsed.observations.slice(from, from + SLICE)).added;
		});
		for (let done = 0; done < total; done += SLICE) {
			append.immediate(done);
			job.progress({ done: Math.min(done + SLICE, total), total, item: text.name });
			await job.breathe();
		}
		const appendFacts = database.transaction((from: number) =>
			ledger.appendFacts(importId, asOf, parsed.stories.slice(from, from + SLICE)),
		);
		for (let done = 0; done < parsed.stories.length; done += SLICE) {
			appendFacts.immediate(done);
			await job.breathe();
		}
		const final: StatsReport = { ...report, observations: added, known: total - added };
		database
			.prepare("UPDATE import SET state = 'complete', finished_at = ?, report = ? WHERE id = ?")
			.run(clock.now().toISOString(), JSON.stringify(final), importId);
		if (input.source.type === "upload") await uploads.discard(input.source);
		return { ...final, importId };
	} catch (error) {
		discard.immediate();
		throw error;
	}
}

/** Removes what a killed stats import left behind. It counted in no figure. Call when no import runs. */
export function clearUnfinishedStats(library: Library): void {
	const left = library.database
		.prepare<[], { id: string }>("SELECT id FROM import WHERE kind = 'stats' AND state = 'running'")
		.all();
	for (const { id } of left)
		library.database
			.transaction(() => {
				library.observations.forget(id);
				library.database.prepare("DELETE FROM import WHERE id = ?").run(id);
			})
			.immediate();
}
