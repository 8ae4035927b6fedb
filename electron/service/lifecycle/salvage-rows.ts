/** Carries rows over from a damaged library: by SQLite as far as it comes, then from the file's pages. */
import type { LibraryDatabase } from "../database/open.ts";
import { type ScannedRow, scanPages, type TableShape } from "./page-scan.ts";
import type { SetAside } from "./set-aside.ts";
import { tableShapes } from "./table-shapes.ts";
import { type Row, TABLES_OF_TEXTS, textOf, wholeRow } from "./whole-text.ts";
import { isTaken } from "./write-error.ts";

/** Between two readable stretches, rows are tried one by one over at most this many numbers. */
const WIDEST_GAP = 20_000;
/** Derived from the stories and rebuilt, or the fresh library's own. */
const NOT_COPIED = /^(sqlite_.*|story_search.*|story_text|story_unindexed)$/;

/**
 * Rows that can still be read: from the front until a fault, from the back until a fault, then one by one in between.
 * @param short columns to read of a row that cannot be read whole
 */
function* readableRows(
	damaged: LibraryDatabase,
	table: string,
	columns: string,
	tally: { whole: boolean },
	short: string | null,
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
	const singles = [columns, ...(short === null ? [] : [short])].map((list) =>
		damaged.prepare<[number], Row>(`SELECT rowid AS "_row", ${list} FROM "${table}" WHERE rowid = ?`),
	);
	for (let row = from; row <= to; row += 1)
		for (const single of singles) {
			let found: Row | undefined;
			try {
				found = single.get(row);
			} catch {
				// Of this one less can be read, or nothing.
				continue;
			}
			if (found) yield found;
			break;
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

export function copiedTables(database: LibraryDatabase): { name: string; keyed: boolean }[] {
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

export function rowCount(database: LibraryDatabase, table: string): number | null {
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

/** What the search holds of a story, where it is not behind. */
function searchedText(damaged: LibraryDatabase): (row: unknown) => string | null {
	try {
		const body = damaged
			.prepare<[unknown], Uint8Array>(
				`SELECT CAST(body AS BLOB) FROM story_text WHERE row = ? AND row NOT IN (SELECT row FROM story_unindexed)`,
			)
			.pluck();
		return (row) => {
			try {
				return textOf(body.get(row));
			} catch {
				return null;
			}
		};
	} catch {
		return () => null;
	}
}

/** Copies a table's rows as far as SQLite can read them; a text that is not whole is set aside. */
export function copyTable(
	damaged: LibraryDatabase,
	fresh: LibraryDatabase,
	{ name: table, keyed }: { name: string; keyed: boolean },
	aside: SetAside,
): CopiedTable {
	const there = new Set(columnNames(damaged, table));
	const columns = columnNames(fresh, table).filter((column) => there.has(column));
	if (columns.length === 0) return { table, before: null, whole: false };
	const quoted = columns.map((column) => `"${column}"`);
	const insert = fresh.prepare(
		`INSERT OR REPLACE INTO "${table}" (${quoted.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
	);
	const hasTexts = TABLES_OF_TEXTS.has(table);
	const read = quoted
		.map((column) => (hasTexts && column === '"document"' ? `CAST(document AS BLOB) AS document` : column))
		.join(", ");
	const searched = searchedText(damaged);
	const tally = { whole: false };
	// A story's text fills pages of its own, and comes last: without those pages the rest of the row can be read.
	const short = table === "story" ? quoted.filter((column) => column !== '"document"').join(", ") : null;
	const rows = keyed
		? readableKeyedRows(damaged, table, read, tally)
		: readableRows(damaged, table, read, tally, short);
	for (const row of rows) {
		const sound = hasTexts ? wholeRow(table, row, table === "story" ? searched(row["_row"]) : null) : row;
		// Damage may have turned the row into one the schema forbids: it counts as lost.
		const isKept = sound !== null && isTaken(() => insert.run(columns.map((column) => sound[column])));
		if (hasTexts && !isKept) aside.put(table, row);
	}
	return { table, before: rowCount(damaged, table), whole: tally.whole };
}

/** Of a story that lies in the file twice, the page given up last may not be on the list of free pages yet. */
const newerStory = (columns: readonly string[]) =>
	`ON CONFLICT (id) DO UPDATE SET ${columns.map((column) => `"${column}" = excluded."${column}"`).join(", ")}
   WHERE excluded.revision > story.revision`;

/** Puts a row into a table of the new library; one that is there stays, but for a story of a lower revision. Gives how many were put. */
export function insertsInto(fresh: LibraryDatabase, { name: table, columns }: TableShape): (row: Row) => number {
	const names = columns.map(({ name }) => name);
	const values = `(${names.map((column) => `"${column}"`).join(", ")}) VALUES (${names.map(() => "?").join(", ")})`;
	const statement = fresh.prepare(
		table === "story"
			? `INSERT INTO story ${values} ${newerStory(names)}`
			: `INSERT OR IGNORE INTO "${table}" ${values}`,
	);
	return (row) => statement.run(names.map((name) => row[name])).changes;
}

/** A row found in the file's pages by the names of its columns; a text as its bytes. */
export function rowOf({ table, rowid, values }: ScannedRow): Row {
	const row: Row = {};
	for (const [at, { name, isRowid }] of table.columns.entries()) row[name] = isRowid ? rowid : (values[at] ?? null);
	if (TABLES_OF_TEXTS.has(table.name)) row["document"] = Buffer.from(String(row["document"]));
	return row;
}

/**
 * Takes rows from the file's pages where SQLite could not reach them. What it did reach is left as it is; a text that is
 * not whole, or that its table does not take, is set aside.
 * @param missing tables that were not read to their end
 * @returns `any`: whether it took any; `stories`: ids of those from pages, of each the newest whole row, which may be one
 * that was given up
 */
export function copyFromPages(
	path: string,
	fresh: LibraryDatabase,
	missing: ReadonlySet<string>,
	aside: SetAside,
): { any: boolean; stories: Set<string> } {
	const stories = new Set<string>();
	let any = false;
	if (missing.size === 0) return { any, stories };
	const given = new Set(fresh.prepare<[], string>("SELECT id FROM story").pluck().all());
	const { shapes, close } = tableShapes(fresh);
	const wanted = shapes.filter(({ name }) => missing.has(name));
	const inserts = new Map(wanted.map((shape) => [shape.name, insertsInto(fresh, shape)]));
	try {
		for (const found of scanPages(path, shapes, missing)) {
			const { table } = found;
			const row = rowOf(found);
			if (table.name === "story" && given.has(String(row["id"]))) continue;
			const hasTexts = TABLES_OF_TEXTS.has(table.name);
			const sound = hasTexts ? wholeRow(table.name, row, null) : row;
			const put = (whole: Row) => {
				const changes = inserts.get(table.name)?.(whole) ?? 0;
				any ||= changes > 0;
			};
			const isKept = sound !== null && isTaken(() => put(sound));
			if (hasTexts && !isKept) aside.put(table.name, row);
			else if (table.name === "story") stories.add(String(row["id"]));
		}
		return { any, stories };
	} finally {
		close();
	}
}
