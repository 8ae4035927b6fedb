import { closeSync, copyFileSync, existsSync, openSync, readSync, rmSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { SALVAGED_PARTS, type SalvagedPart, type SalvageReport } from "#contract/library.ts";
import { shownPictures } from "../backup/assets.ts";
import { type LibraryDatabase, openDatabase } from "../database/open.ts";
import type { TaskOutcome } from "../threads/tasks.ts";
import { buildEmpty } from "./build-empty.ts";
import { dropDangling } from "./dangling.ts";
import { DATABASE_FILE, databaseFiles } from "./files.ts";
import { hasWholeFreeList } from "./page-scan.ts";
import { putBeside, rebuildLost } from "./rebuild.ts";
import { type Living, livingTexts, takeRemnants } from "./remnants.ts";
import { type CopiedTable, copiedTables, copyFromPages, copyTable, rowCount } from "./salvage-rows.ts";
import { SetAside } from "./set-aside.ts";
import { WriteError } from "./write-error.ts";

const HEADER_BYTES = 100;

/** What a row of a table is to the writer; every other table is `rest`. */
const PART_OF_TABLE: Readonly<Record<string, SalvagedPart>> = {
	story: "stories",
	story_version: "versions",
	idea: "ideas",
	series: "series",
	series_part: "seriesParts",
	plan_entry: "dates",
	observation: "figures",
	import: "imports",
	coach_memory: "coach",
};

/** A copy to read from: opening a damaged file may change it. A broken header is replaced by a sound library's. */
function workingCopy(directory: string, fresh: string): { copy: string; hasOwnHeader: boolean } {
	let hasOwnHeader = true;
	const file = join(directory, DATABASE_FILE);
	const copy = join(directory, `${DATABASE_FILE}.work`);
	for (const left of databaseFiles(copy)) rmSync(left, { force: true });
	for (const part of databaseFiles(file))
		if (!part.endsWith("-shm")) copyFileSync(part, copy + part.slice(file.length));
	if (statSync(copy).size > HEADER_BYTES) {
		const header = Buffer.alloc(HEADER_BYTES);
		const source = openSync(copy, "r+");
		readSync(source, header, 0, HEADER_BYTES, 0);
		if (!header.toString("latin1").startsWith("SQLite format 3\0")) {
			hasOwnHeader = false;
			const sound = openSync(fresh, "r");
			readSync(sound, header, 0, HEADER_BYTES, 0);
			closeSync(sound);
			// Pages in the file, no free list: https://www.sqlite.org/fileformat2.html#the_database_header
			header.writeUInt32BE(Math.ceil(statSync(copy).size / 4096), 28);
			header.fill(0, 32, 40);
			writeSync(source, header, 0, HEADER_BYTES, 0);
		}
		closeSync(source);
	}
	return { copy, hasOwnHeader };
}

/** What was saved last may lie beside the file; its pages are read only once they are in it. */
function moveLogIn(copy: string): void {
	let database: LibraryDatabase | undefined;
	try {
		database = new Database(copy);
		database.unsafeMode(true);
		database.pragma("wal_checkpoint(TRUNCATE)");
	} catch {
		// The log stays where it is, and SQLite may still read it.
	} finally {
		database?.close();
	}
}

/** A table's rows as one text, to see whether they were changed. */
const rowsOf = (database: LibraryDatabase, table: string) =>
	JSON.stringify(database.prepare(`SELECT * FROM "${table}"`).all());

/** What a new library holds of itself, by table. */
const givenRows = (fresh: LibraryDatabase): Map<string, string> =>
	new Map(
		copiedTables(fresh)
			.filter(({ name }) => rowCount(fresh, name) !== 0)
			.map(({ name }) => [name, rowsOf(fresh, name)]),
	);

/** Pictures are files of their own; no row is written of them. */
const TABLE_OF_NOTHING = "media";

/**
 * Adds tables up to parts and leaves out what is empty and lost nothing; all of it where nothing at all was kept.
 * @param given what the new library held before anything was copied: that was not saved from the old one
 * @param pictures that the saved stories show: files, which salvage leaves where they are
 * @param made rows by table that salvage put there itself: an earlier text for a story whose own is lost, …
 */
function toParts(
	fresh: LibraryDatabase,
	given: ReadonlyMap<string, string>,
	copied: readonly CopiedTable[],
	pictures: { shown: number; missing: readonly unknown[] },
	made: Readonly<Record<string, number>>,
): SalvageReport["parts"] {
	const rows = copied.filter(({ table }) => table !== TABLE_OF_NOTHING);
	const counted = rows.map(({ table, before }) => {
		const isGiven = before === null && given.has(table) && rowsOf(fresh, table) === given.get(table);
		const kept = isGiven ? 0 : (rowCount(fresh, table) ?? 0) - (made[table] ?? 0);
		return { table, kept, lost: before === null ? null : Math.max(0, before - kept) };
	});
	if (counted.every(({ kept, lost }) => kept === 0 && lost === null)) return [];
	return SALVAGED_PARTS.flatMap((part): SalvageReport["parts"] => {
		const { shown, missing } = pictures;
		if (part === "pictures") return shown === 0 ? [] : [{ part, kept: shown - missing.length, lost: missing.length }];
		const own = counted.filter(({ table }) => (PART_OF_TABLE[table] ?? "rest") === part);
		const kept = own.reduce((sum, table) => sum + table.kept, 0);
		const lost = own.reduce<number | null>(
			(sum, table) => (sum === null || table.lost === null ? null : sum + table.lost),
			0,
		);
		return kept > 0 || lost !== 0 ? [{ part, kept, lost }] : [];
	});
}

interface CopiedLibrary {
	copied: CopiedTable[];
	/** What SQLite did not read: whether anything of it may have been deleted, and ids of the stories. */
	fromPages: { any: boolean; stories: Set<string> };
	/** Those of them whose text is an earlier one than the lost, as far as is known. */
	earlier: Set<string>;
}

/** Fills the new library's tables from a copy of the damaged one. */
function copyAll(copy: string, fresh: LibraryDatabase, aside: SetAside, knowsDeleted: boolean): CopiedLibrary {
	const copied: CopiedTable[] = [];
	let living: Living = { stories: null, versions: null };
	let damaged: LibraryDatabase | undefined;
	try {
		damaged = new Database(copy);
		// Lets SQLite open a file that is shorter than its header says, and a schema with faults.
		damaged.unsafeMode(true);
		damaged.pragma("writable_schema = ON");
		const there = new Set(copiedTables(damaged).map((table) => table.name));
		for (const table of copiedTables(fresh))
			if (there.has(table.name)) copied.push(copyTable(damaged, fresh, table, aside));
		living = livingTexts(damaged);
	} catch (error) {
		if (error instanceof WriteError) throw error;
		// Not even its list of tables, or a table's columns, can be read: only its pages can.
	} finally {
		damaged?.close();
	}
	const whole = new Set(copied.filter((table) => table.whole).map(({ table }) => table));
	const others = copiedTables(fresh).filter(({ name }) => !whole.has(name));
	const missing = new Set(others.map(({ name }) => name));
	const fromPages = copyFromPages(copy, fresh, missing, aside);
	const { taken, earlier, unsure } = takeRemnants(copy, fresh, missing, living, knowsDeleted);
	for (const { name } of others)
		if (!copied.some(({ table }) => table === name)) copied.push({ table: name, before: null, whole: false });
	return {
		copied,
		fromPages: { any: fromPages.any || unsure, stories: fromPages.stories.union(taken) },
		earlier,
	};
}

/**
 * Fills a new library, whose foreign keys are off, with what can be read of a damaged one, in one transaction.
 * @param copy path of a copy of the damaged file
 * @param knowsDeleted whether the file tells which of its pages hold what was deleted
 * @returns `fromPages`: whether anything that may have been deleted is from pages that SQLite did not read; `beside`: how many texts of stories were made versions
 * @throws what SQLite or the system says when the new library or a text set aside cannot be written
 */
export function fill(
	fresh: LibraryDatabase,
	copy: string,
	aside: SetAside,
	knowsDeleted: boolean,
): { copied: CopiedTable[]; fromPages: boolean; rebuilt: SalvageReport["rebuilt"]; beside: number } {
	try {
		return fresh.transaction(() => {
			const { copied, fromPages, earlier } = copyAll(copy, fresh, aside, knowsDeleted);
			const beside = putBeside(fresh, aside, fromPages.stories, earlier);
			const rebuilt = rebuildLost(fresh, aside);
			dropDangling(fresh);
			fresh.exec("INSERT OR IGNORE INTO story_unindexed (row) SELECT row FROM story");
			return { copied, fromPages: fromPages.any, rebuilt, beside };
		})();
	} catch (error) {
		throw error instanceof WriteError ? error.cause : error;
	}
}

/**
 * Copies every readable row of a damaged library into a fresh one beside it. The damaged file is only read.
 * @returns the path of the fresh file, and what was lost
 */
function salvageLibrary(directory: string): { file: string; report: SalvageReport } {
	const file = buildEmpty(directory, "salvaged");
	const report: SalvageReport = { parts: [], rebuilt: [], mayHoldDeleted: false, unreadable: [] };
	const fresh = openDatabase(file);
	const given = givenRows(fresh);
	try {
		if (!existsSync(join(directory, DATABASE_FILE))) return { file, report };
		const { copy, hasOwnHeader } = workingCopy(directory, file);
		moveLogIn(copy);
		const knowsDeleted = hasOwnHeader && hasWholeFreeList(copy);
		fresh.pragma("foreign_keys = OFF");
		const aside = new SetAside(directory);
		const { copied, fromPages, rebuilt, beside } = fill(fresh, copy, aside, knowsDeleted);
		report.rebuilt = rebuilt;
		report.mayHoldDeleted = !knowsDeleted && fromPages;
		for (const left of databaseFiles(copy)) rmSync(left, { force: true });
		report.unreadable = aside.report(fresh, new Set(report.rebuilt.map(({ storyId }) => storyId)));
		report.parts = toParts(fresh, given, copied, shownPictures(fresh, directory), {
			story: rebuilt.length,
			story_version: beside,
		});
		return { file, report };
	} finally {
		fresh.close();
	}
}

/** Runs in a thread: no statement on a damaged file is known to end soon. */
export function salvageTask({ directory }: { directory: string }): TaskOutcome<"salvage"> {
	return { value: salvageLibrary(directory) };
}
