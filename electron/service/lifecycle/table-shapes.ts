/** What the rows of each table and the entries of each index look like, by the schema of a new library. */
import Database from "better-sqlite3";
import type { LibraryDatabase } from "../database/open.ts";
import type { ColumnType, TableShape } from "./page-scan.ts";

const TYPES: readonly string[] = ["INTEGER", "TEXT", "REAL", "BLOB"] satisfies ColumnType[];

type TextKind = "list" | "object" | "time" | "other";

function textKind(text: string): TextKind {
	if (/^\d{4}-\d\d-\d\dT/.test(text)) return "time";
	try {
		const value: unknown = JSON.parse(text);
		if (Array.isArray(value)) return "list";
		return typeof value === "object" && value !== null ? "object" : "other";
	} catch {
		return "other";
	}
}

/** Where tables are told apart by nothing else: a column, and what its texts are, which the schema does not say. */
const TEXTS: Readonly<Record<string, readonly [column: string, kind: TextKind]>> = {
	plan_change: ["cells", "list"],
	setting: ["value", "list"],
	coach_memory: ["memory", "object"],
	story_rebuilt: ["text_at", "time"],
	library_meta: ["value", "other"],
};

/** Whether a row of a table would be taken by its declaration, asked of an empty copy of it. */
function admission(
	probe: LibraryDatabase,
	{ name, columns }: Omit<TableShape, "admits">,
	sql: string,
): TableShape["admits"] {
	probe.exec(sql);
	const names = columns.map((column) => `"${column.name}"`).join(", ");
	const insert = probe.prepare(`INSERT INTO "${name}" (${names}) VALUES (${columns.map(() => "?").join(", ")})`);
	const empty = probe.prepare(`DELETE FROM "${name}"`);
	const [column, kind] = TEXTS[name] ?? [];
	const at = columns.findIndex((one) => one.name === column);
	return (values) => {
		if (at >= 0 && textKind(String(values[at])) !== kind) return false;
		try {
			insert.run(columns.map((_, n) => values[n] ?? null));
			return true;
		} catch {
			return false;
		} finally {
			empty.run();
		}
	};
}

type Columns = TableShape["columns"];

const typeOf = (declared: string): Columns[number]["type"] =>
	TYPES.includes(declared) ? (declared as ColumnType) : "ANY";

/** In the order of the record: in a table without rowids its key comes first. */
function columnsOf(fresh: LibraryDatabase, table: string, keyed: boolean): Columns {
	const columns = fresh
		.prepare<[string], { name: string; type: string; notnull: number; pk: number }>(
			'SELECT name, type, "notnull", pk FROM pragma_table_info(?)',
		)
		.all(table)
		.map(({ name, type, notnull, pk }) => ({
			name,
			type: typeOf(type),
			notNull: notnull === 1,
			isRowid: !keyed && pk === 1 && type === "INTEGER",
			place: pk === 0 ? Number.POSITIVE_INFINITY : pk,
		}));
	const inOrder = keyed ? columns.toSorted((a, b) => (a.place === b.place ? 0 : a.place - b.place)) : columns;
	return inOrder.map(({ place: _, ...column }) => column);
}

/** Entries of a table's indexes; the last column is the rowid, or the key, of the row. */
function indexShapes(fresh: LibraryDatabase, { name: table, keyed, columns }: TableShape): TableShape[] {
	const entries = fresh.prepare<[string], { cid: number; name: string | null }>(
		"SELECT cid, name FROM pragma_index_xinfo(?)",
	);
	return fresh
		.prepare<[string], { name: string; origin: string }>("SELECT name, origin FROM pragma_index_list(?)")
		.all(table)
		.filter(({ origin }) => !(keyed && origin === "pk"))
		.map(({ name }) => ({
			name,
			keyed: true,
			columns: entries.all(name).map((entry) => {
				const column = columns.find((one) => one.name === entry.name);
				if (column && !column.isRowid) return column;
				const type = entry.cid === -1 || column ? "INTEGER" : "ANY";
				return { name: entry.name ?? "rowid", type, notNull: type === "INTEGER", isRowid: false };
			}),
		}));
}

/** Shapes of all tables and indexes, also of those that nothing is copied from: what they hold is not to be taken for others' rows. */
export function tableShapes(fresh: LibraryDatabase): { shapes: TableShape[]; close: () => void } {
	const probe = new Database(":memory:");
	probe.pragma("foreign_keys = OFF");
	const tables = fresh
		.prepare<[], { name: string; type: string; wr: number; sql: string | null }>(
			`SELECT list.name, list.type, list.wr, declared.sql FROM pragma_table_list AS list
       LEFT JOIN sqlite_schema AS declared ON declared.type = 'table' AND declared.name = list.name
       WHERE list.schema = 'main' AND list.type IN ('table', 'shadow')`,
		)
		.all();
	const shapes = tables.flatMap(({ name, type, wr, sql }): TableShape[] => {
		const keyed = wr === 1;
		const shape = { name, keyed, columns: columnsOf(fresh, name, keyed) };
		const table = type === "table" && sql !== null ? { ...shape, admits: admission(probe, shape, sql) } : shape;
		return [table, ...indexShapes(fresh, shape)];
	});
	return { shapes, close: () => probe.close() };
}
