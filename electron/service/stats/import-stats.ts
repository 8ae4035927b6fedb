import { randomUUID } from "node:crypto";
import type { StartStatsImport, StatsImportResult, StatsReport } from "#contract/stats.ts";
import type { Clock } from "../clock.ts";
import { NOTHING_NEW, READABLE_REPORT } from "../database/report.ts";
import { StudioError } from "../errors.ts";
import { namedAsGiven } from "../given-name.ts";
import type { JobContext } from "../jobs.ts";
import type { Library } from "../library.ts";
import type { Uploads } from "../uploads.ts";
import { furthestDay } from "./parse-source.ts";
import { ParsedFile } from "./parse-task.ts";
import { locateStats } from "./read-source.ts";

/** Milliseconds one slice may hold the event loop, its commit not counted. */
const SLICE_MS = 6;
/** Statements looked up between two turns. */
const LOOKS = 250;

interface Services {
	library: Library;
	uploads: Uploads;
	clock: Clock;
}

async function parse({ uploads, clock }: Services, input: StartStatsImport, job: JobContext): Promise<ParsedFile> {
	const { source, ...options } = input;
	if (options.asOf && options.asOf > furthestDay(clock.now()))
		throw new StudioError("INVALID_INPUT", "The day the file was made on is still to come");
	const place = await locateStats(source, uploads);
	const open = () => ParsedFile.open({ place, options, now: clock.now() }, job.signal);
	return source.type === "text" ? open() : namedAsGiven(source, open);
}

/** What a source holds. Nothing is written. */
export async function previewStats(services: Services, input: StartStatsImport, job: JobContext): Promise<StatsReport> {
	const parsed = await parse(services, input, job);
	await parsed.end();
	return { ...parsed.summary.report, importedBefore: importedBefore(services.library, parsed.summary, input) };
}

/** Figures of a source that were taken or known. */
const figuresIn = ({ observations, known }: StatsReport) => observations + known;

/**
 * When the same file came in before, with all that it says now: what is left out of it depends on the month and the day
 * it is given, and on today. As of another day that is given it says something else.
 */
function importedBefore(
	library: Library,
	{ sha256, report: now }: ParsedFile["summary"],
	{ asOf }: Pick<StartStatsImport, "asOf">,
): string | null {
	const rows = library.database
		.prepare<[string], { started_at: string; report: string | null }>(
			`SELECT started_at, ${READABLE_REPORT} AS report FROM import i
       WHERE kind = 'stats' AND state = 'complete' AND NOT ${NOTHING_NEW} AND sha256 = ? ORDER BY started_at DESC`,
		)
		.all(sha256);
	const saysAll = (before: StatsReport | null) =>
		before !== null &&
		(before.month ?? null) === (now.month ?? null) &&
		(!asOf || before.asOf === now.asOf) &&
		figuresIn(before) >= figuresIn(now);
	return rows.find(({ report }) => saysAll(JSON.parse(report ?? "null")))?.started_at ?? null;
}

/** Gives items to `work` for a few milliseconds at a time, each time in one transaction, with a turn of the event loop between. */
async function inSlices<Item>(
	library: Library,
	items: readonly Item[],
	job: JobContext,
	work: (item: Item) => void,
): Promise<void> {
	let at = 0;
	const slice = library.database.transaction(() => {
		for (const until = performance.now() + SLICE_MS; at < items.length && performance.now() < until; at += 1) {
			const item = items[at];
			if (item !== undefined) work(item);
		}
	});
	while (at < items.length) {
		slice.immediate();
		await job.breathe();
	}
}

/** Whether a source says anything the ledger does not know. Looks in slices and writes nothing. */
async function bringsNews(ledger: Library["observations"], parsed: ParsedFile, job: JobContext): Promise<boolean> {
	for await (const part of parsed.observations()) {
		for (let from = 0; from < part.length; from += LOOKS)
			if (ledger.hasNew(parsed.summary.asOf, part.slice(from, from + LOOKS))) return true;
			else await job.breathe();
	}
	for await (const part of parsed.stories()) {
		for (let from = 0; from < part.length; from += LOOKS)
			if (ledger.hasNewFacts(part.slice(from, from + LOOKS))) return true;
			else await job.breathe();
	}
	return false;
}

/** Writes what a source says. What it adds counts only once its import is complete. @returns how many statements were new */
async function append(library: Library, importId: string, parsed: ParsedFile, job: JobContext): Promise<number> {
	const { observations: ledger } = library;
	const { asOf, name, counts } = parsed.summary;
	const add = ledger.appender(importId, asOf);
	const addFacts = ledger.factsAppender(importId, asOf);
	let added = 0;
	let done = 0;
	for await (const part of parsed.observations()) {
		await inSlices(library, part, job, (one) => {
			if (add(one)) added += 1;
		});
		done += part.length;
		job.progress({ done, total: counts.observations, item: name });
	}
	for await (const part of parsed.stories()) await inSlices(library, part, job, addFacts);
	return added;
}

/**
 * Takes a source in; of one with nothing new only that it was imported is kept. It is parsed whole before
 * anything is written; what is written counts only once the import is complete, so a job that is cancelled or killed
 * adds nothing.
 */
export async function importStats(
	services: Services,
	input: StartStatsImport,
	job: JobContext,
): Promise<StatsImportResult> {
	const { library, uploads, clock } = services;
	const { database, observations: ledger } = library;
	job.progress({ done: 0, total: null, item: input.source.type === "upload" ? input.source.name : "" });
	const startedAt = clock.now().toISOString();
	const parsed = await parse(services, input, job);
	const dropUpload = async () => {
		if (input.source.type === "upload") await uploads.discard(input.source);
	};
	try {
		const { name, sha256, report } = parsed.summary;
		const before = importedBefore(library, parsed.summary, input);
		if (before !== null || !(await bringsNews(ledger, parsed, job))) {
			const known = { ...report, observations: 0, known: report.observations, importedBefore: before };
			library.imports.noteNothingNew({
				kind: "stats",
				sourceName: name,
				format: report.format,
				sha256,
				startedAt,
				finishedAt: clock.now().toISOString(),
				report: known,
			});
			await dropUpload();
			return { ...known, importId: null };
		}
		const importId = randomUUID();
		database
			.prepare(
				`INSERT INTO import (id, kind, source_name, format, sha256, started_at, state)
       VALUES (?, 'stats', ?, ?, ?, ?, 'running')`,
			)
			.run(importId, name, report.format, sha256, startedAt);
		try {
			const added = await append(library, importId, parsed, job);
			const final: StatsReport = { ...report, observations: added, known: report.observations - added };
			database
				.prepare("UPDATE import SET state = 'complete', finished_at = ?, report = ? WHERE id = ?")
				.run(clock.now().toISOString(), JSON.stringify(final), importId);
			await dropUpload();
			return { ...final, importId };
		} catch (error) {
			discard(library, importId);
			throw error;
		}
	} finally {
		await parsed.end();
	}
}

function discard(library: Library, importId: string): void {
	library.database
		.transaction(() => {
			library.observations.forget(importId);
			library.database.prepare("DELETE FROM import WHERE id = ?").run(importId);
		})
		.immediate();
}

/** Removes what a killed stats import left behind. It counted in no figure. Call when no import runs. */
export function clearUnfinishedStats(library: Library): void {
	const left = library.database
		.prepare<[], { id: string }>("SELECT id FROM import WHERE kind = 'stats' AND state = 'running'")
		.all();
	for (const { id } of left) discard(library, id);
}
