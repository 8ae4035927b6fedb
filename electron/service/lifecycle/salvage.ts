import {
	closeSync,
	copyFileSync,
	existsSync,
	openSync,
	readSync,
	rmSync,
	statSync,
	writeFileSync,
	writeSync,
} from "node:fs";
import { basename, join } from "node:path";
import Database from "better-sqlite3";
import { SALVAGED_PARTS, type SalvagedPart, type SalvageReport } from "#contract/library.ts";
import { countStory } from "#domain/story/counts.ts";
import { parseStoryDocumentJson } from "#domain/story/parse.ts";
import { type LibraryDatabase, openDatabase } from "../database/open.ts";
import type { TaskOutcome } from "../threads/tasks.ts";
import { buildEmpty } from "./build-empty.ts";
import { DATABASE_FILE, databaseFiles } from "./files.ts";
import { type ColumnType, scanPages, type TableShape } from "./page-scan.ts";

/** Between two readable stretches, rows are tried one by one over at most this many numbers. */
const WIDEST_GAP = 20_000;
/** Derived from the stories and rebuilt, or the fresh library's own. */
const NOT_COPIED = /^(sqlite_.*|story_search.*|story_text|story_unindexed)$/;
const HEADER_BYTES = 100;

/** What a row of a table is to the writer; every other table is `rest`. */
const PART_OF_TABLE: Readonly<Record<string, SalvagedPart>> = {
	story: "stories",
	story_version: "versions",
	media: "pictures",
	idea: "ideas",
	series: "series",
	series_part: "seriesParts",
	plan_entry: "dates",
	observation: "figures",
	import: "imports",
	coach_memory: "coach",
};

type Row = Record<string, unknown>;

/** A copy to read from: opening a damaged file may change it. A broken header is replaced by a sound library's. */
function workingCopy(directory: string, fresh: string): string {
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
	return copy;
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

/** Rows that can still be read: from the front until a fault, from the back until a fault, then one by one in between. */
function* readableRows(
	damaged: LibraryDatabase,
	table: string,
	columns: string,
	tally: { whole: boolean },
): Generator<Row> {
	let last = -Infinity;
	const forwards = damaged.prepare<[], Row>(`SELECT rowid AS "_row", ${columns} FROM "${table}" ORDER BY rowid`);
	try {
		for (const row of forwards.iterate()) {
			last = Number(row["_row"]);
			yield row;
		}
		tally.whole = true;
		return;
	} catch {
		// The rest is read from the other end.
	}
	let first = Infinity;
	const backwards = damaged.prepare<[], Row>(`SELECT rowid AS "_row", ${columns} FROM "${table}" ORDER BY rowid DESC`);
	try {
		for (const row of backwards.iterate()) {
			if (Number(row["_row"]) <= last) return;
			first = Number(row["_row"]);
			yield row;
		}
	} catch {
		// What lies between is tried row by row.
	}
	const from = Number.isFinite(last) ? last + 1 : 1;
	const to = Math.min(Number.isFinite(first) ? first - 1 : from + WIDEST_GAP, from + WIDEST_GAP);
	const single = damaged.prepare<[number], Row>(`SELECT rowid AS "_row", ${columns} FROM "${table}" WHERE rowid = ?`);
	for (let row = from; row <= to; row += 1) {
		try {
			const found = single.get(row);
			if (found) yield found;
		} catch {
			// This one is lost.
		}
	}
}

/** Rows of a table without rowids, as far as they can be read. */
function* readableKeyedRows(
	damaged: LibraryDatabase,
	table: string,
	columns: string,
	tally: { whole: boolean },
): Generator<Row> {
	try {
		yield* damaged.prepare<[], Row>(`SELECT ${columns} FROM "${table}"`).iterate();
		tally.whole = true;
	} catch {
		// Such tables are small; what came before the fault is kept.
	}
}

function tables(database: LibraryDatabase): { name: string; keyed: boolean }[] {
	return database
		.prepare<[], { name: string; wr: number; type: string }>(
			"SELECT name, wr, type FROM pragma_table_list WHERE schema = 'main'",
		)
		.all()
		.filter((table) => table.type === "table" && !NOT_COPIED.test(table.name))
		.map((table) => ({ name: table.name, keyed: table.wr === 1 }));
}

const columnNames = (database: LibraryDatabase, table: string) =>
	database.prepare<[string], string>("SELECT name FROM pragma_table_info(?)").pluck().all(table);

function count(database: LibraryDatabase, table: string): number | null {
	try {
		return Number(database.prepare(`SELECT COUNT(*) FROM "${table}"`).pluck().get());
	} catch {
		return null;
	}
}

interface CopiedTable {
	table: string;
	/** Rows that the damaged table says it has; `null` where the damage hides it. */
	before: number | null;
	/** Whether SQLite came to the table's end. */
	whole: boolean;
}

function copyTable(damaged: LibraryDatabase, fresh: LibraryDatabase, table: string, keyed: boolean): CopiedTable {
	const there = new Set(columnNames(damaged, table));
	const columns = columnNames(fresh, table).filter((column) => there.has(column));
	if (columns.length === 0) return { table, before: null, whole: false };
	const list = columns.map((column) => `"${column}"`).join(", ");
	const insert = fresh.prepare(
		`INSERT OR REPLACE INTO "${table}" (${list}) VALUES (${columns.map(() => "?").join(", ")})`,
	);
	const tally = { whole: false };
	const rows = keyed ? readableKeyedRows(damaged, table, list, tally) : readableRows(damaged, table, list, tally);
	for (const row of rows) {
		try {
			insert.run(columns.map((column) => row[column]));
		} catch {
			// Damage turned the row into one the schema forbids: it counts as lost.
		}
	}
	return { table, before: count(damaged, table), whole: tally.whole };
}

/** A table's rows as one text, to see whether they were changed. */
const rowsOf = (database: LibraryDatabase, table: string) =>
	JSON.stringify(database.prepare(`SELECT * FROM "${table}"`).all());

/** What a new library holds of itself, by table. */
const givenRows = (fresh: LibraryDatabase): Map<string, string> =>
	new Map(
		tables(fresh)
			.filter(({ name }) => count(fresh, name) !== 0)
			.map(({ name }) => [name, rowsOf(fresh, name)]),
	);

/**
 * Adds tables up to parts and leaves out what is empty and lost nothing; all of it where nothing at all was kept.
 * @param given what the new library held before anything was copied: that was not saved from the old one
 */
function toParts(
	fresh: LibraryDatabase,
	given: ReadonlyMap<string, string>,
	copied: readonly CopiedTable[],
): SalvageReport["parts"] {
	const counted = copied.map(({ table, before }) => {
		const isGiven = before === null && given.has(table) && rowsOf(fresh, table) === given.get(table);
		const kept = isGiven ? 0 : (count(fresh, table) ?? 0);
		return { table, kept, lost: before === null ? null : Math.max(0, before - kept) };
	});
	if (counted.every(({ kept, lost }) => kept === 0 && lost === null)) return [];
	return SALVAGED_PARTS.flatMap((part) => {
		const own = counted.filter(({ table }) => (PART_OF_TABLE[table] ?? "rest") === part);
		const kept = own.reduce((sum, table) => sum + table.kept, 0);
		const lost = own.reduce<number | null>(
			(sum, table) => (sum === null || table.lost === null ? null : sum + table.lost),
			0,
		);
		return kept > 0 || lost !== 0 ? [{ part, kept, lost }] : [];
	});
}

/** What a table's rows must look like. */
function shapeOf(fresh: LibraryDatabase, table: string): TableShape {
	const columns = fresh
		.prepare<[string], { name: string; type: ColumnType; notnull: number; pk: number }>(
			'SELECT name, type, "notnull", pk FROM pragma_table_info(?)',
		)
		.all(table);
	return {
		name: table,
		columns: columns.map(({ name, type, notnull, pk }) => ({
			name,
			type,
			notNull: notnull === 1,
			isRowid: pk === 1 && type === "INTEGER",
		})),
	};
}

/** A text that its row still describes: a row put together from pages of two texts does not. */
function isWholeStory(row: Row): boolean {
	try {
		const document = parseStoryDocumentJson(String(row["document"]));
		const { words, cjkCharacters } = countStory(document);
		return words === Number(row["words"]) && cjkCharacters === Number(row["cjk_characters"]);
	} catch {
		return false;
	}
}

/**
 * Takes rows from the file's pages where SQLite could not reach them. What it did reach is left as it is.
 * @param missing tables that were not read to their end
 * @returns stories whose text may be put together from two: they are in no table
 */
function copyFromPages(path: string, fresh: LibraryDatabase, missing: readonly string[]): Row[] {
	const found = new Map<string, Row[]>();
	const doubtful: Row[] = [];
	for (const { table, rowid, values } of scanPages(
		path,
		missing.map((name) => shapeOf(fresh, name)),
	)) {
		const row: Row = {};
		for (const [at, { name, isRowid }] of table.columns.entries()) row[name] = isRowid ? rowid : values[at];
		if (table.name === "story" && !isWholeStory(row)) {
			doubtful.push(row);
			continue;
		}
		const rows = found.get(table.name);
		if (rows) rows.push(row);
		else found.set(table.name, [row]);
	}
	for (const [name, rows] of found) {
		const columns = columnNames(fresh, name);
		const list = columns.map((column) => `"${column}"`).join(", ");
		const insert = fresh.prepare(
			`INSERT OR IGNORE INTO "${name}" (${list}) VALUES (${columns.map(() => "?").join(", ")})`,
		);
		// Of a text that lies in the file twice, the page given up last may not be on the list of free pages yet.
		rows.sort((a, b) => Number(b["revision"] ?? 0) - Number(a["revision"] ?? 0));
		for (const row of rows) {
			try {
				insert.run(columns.map((column) => row[column]));
			} catch {
				// The schema forbids it: it is no row of this table, or not whole.
			}
		}
	}
	const has = fresh.prepare("SELECT 1 FROM story WHERE id = ?").pluck();
	return doubtful.filter(({ id }) => has.get(id) === undefined);
}

type Unreadable = SalvageReport["unreadable"][number];

/** Writes what there is of a story's text to a file beside the library. */
function setAside(
	directory: string,
	{ id, title, document }: { id: string; title: string; document: string },
): Unreadable {
	const file = join(directory, `unreadable-${id.replace(/[^\w-]/g, "_")}.txt`);
	writeFileSync(file, document);
	return { storyId: id, title, file: basename(file) };
}

/** Takes stories whose text is no document out of the library and writes what there is of them to files. */
function setUnreadableAside(fresh: LibraryDatabase, directory: string): SalvageReport["unreadable"] {
	const unreadable: SalvageReport["unreadable"] = [];
	const stories = fresh.prepare<[], { id: string; title: string; document: string }>(
		"SELECT id, title, document FROM story",
	);
	for (const { id, title, document } of stories.all()) {
		try {
			parseStoryDocumentJson(document);
		} catch {
			unreadable.push(setAside(directory, { id, title, document }));
			fresh.prepare("DELETE FROM story WHERE id = ?").run(id);
		}
	}
	return unreadable;
}

/** Removes rows that point at a row that was lost, until none does. */
function dropDangling(fresh: LibraryDatabase): void {
	for (;;) {
		const dangling = fresh
			.prepare<[], { table: string; rowid: number | null }>("PRAGMA foreign_key_check")
			.all()
			.filter((row) => row.rowid !== null);
		if (dangling.length === 0) return;
		for (const { table, rowid } of dangling) {
			const optional = table === "story" || table === "story_version";
			fresh
				.prepare(
					optional
						? `UPDATE "${table}" SET import_id = NULL WHERE rowid = ?`
						: `DELETE FROM "${table}" WHERE rowid = ?`,
				)
				.run(rowid);
			if (optional && fresh.prepare(`SELECT 1 FROM pragma_foreign_key_check('${table}') WHERE rowid = ?`).get(rowid))
				fresh.prepare(`DELETE FROM "${table}" WHERE rowid = ?`).run(rowid);
		}
	}
}

/**
 * Copies every readable row of a damaged library into a fresh one beside it. The damaged file is only read.
 * @returns the path of the fresh file, and what was lost
 */
function salvageLibrary(directory: string): { file: string; report: SalvageReport } {
	const file = buildEmpty(directory, "salvaged");
	const report: SalvageReport = { parts: [], unreadable: [] };
	const copied: CopiedTable[] = [];
	const fresh = openDatabase(file);
	const given = givenRows(fresh);
	try {
		if (!existsSync(join(directory, DATABASE_FILE))) return { file, report };
		const copy = workingCopy(directory, file);
		moveLogIn(copy);
		let damaged: LibraryDatabase | undefined;
		try {
			damaged = new Database(copy);
			// Lets SQLite open a file that is shorter than its header says, and a schema with faults.
			damaged.unsafeMode(true);
			damaged.pragma("writable_schema = ON");
			fresh.pragma("foreign_keys = OFF");
			const there = new Set(tables(damaged).map((table) => table.name));
			for (const { name, keyed } of tables(fresh))
				if (there.has(name)) copied.push(copyTable(damaged, fresh, name, keyed));
		} catch {
			// Not even its list of tables can be read: only its pages can.
		} finally {
			damaged?.close();
		}
		const whole = new Set(copied.filter((table) => table.whole).map(({ table }) => table));
		const others = tables(fresh).filter(({ name }) => !whole.has(name));
		const doubtful = copyFromPages(
			copy,
			fresh,
			others.filter(({ keyed }) => !keyed).map(({ name }) => name),
		);
		for (const { name } of others)
			if (!copied.some(({ table }) => table === name)) copied.push({ table: name, before: null, whole: false });
		for (const left of databaseFiles(copy)) rmSync(left, { force: true });
		report.unreadable = [
			...setUnreadableAside(fresh, directory),
			...doubtful.map((row) =>
				setAside(directory, {
					id: String(row["id"]),
					title: String(row["title"]),
					document: String(row["document"]),
				}),
			),
		];
		dropDangling(fresh);
		fresh.exec("INSERT OR IGNORE INTO story_unindexed (row) SELECT row FROM story");
		report.parts = toParts(fresh, given, copied);
		return { file, report };
	} finally {
		fresh.close();
	}
}

/** Runs in a thread: no statement on a damaged file is known to end soon. */
export function salvageTask({ directory }: { directory: string }): TaskOutcome<"salvage"> {
	return { value: salvageLibrary(directory) };
}
