/** Carries rows over from a damaged library: by SQLite as far as it comes, then from the file's pages. */
import { countStory } from "#domain/story/counts.ts";
import { parseStoryDocumentJson } from "#domain/story/parse.ts";
import type { LibraryDatabase } from "../database/open.ts";
import { type ColumnType, scanPages, type TableShape } from "./page-scan.ts";

/** Between two readable stretches, rows are tried one by one over at most this many numbers. */
const WIDEST_GAP = 20_000;
/** Derived from the stories and rebuilt, or the fresh library's own. */
const NOT_COPIED = /^(sqlite_.*|story_search.*|story_text|story_unindexed)$/;

export type Row = Record<string, unknown>;

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

export function tables(database: LibraryDatabase): { name: string; keyed: boolean }[] {
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

export function count(database: LibraryDatabase, table: string): number | null {
	try {
		return Number(database.prepare(`SELECT COUNT(*) FROM "${table}"`).pluck().get());
	} catch {
		return null;
	}
}

export interface CopiedTable {
	table: string;
	/** Rows that the damaged table says it has; `null` where the damage hides it. */
	before: number | null;
	/** Whether SQLite came to the table's end. */
	whole: boolean;
}

export function copyTable(
	damaged: LibraryDatabase,
	fresh: LibraryDatabase,
	table: string,
	keyed: boolean,
): CopiedTable {
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
export function copyFromPages(path: string, fresh: LibraryDatabase, missing: readonly string[]): Row[] {
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
