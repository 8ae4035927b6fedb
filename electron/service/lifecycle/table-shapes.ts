/** What the rows of each table look like, by the schema of a new library. */
import Database from "better-sqlite3";
import type { LibraryDatabase } from "../database/open.ts";
import type { CellValue, ColumnType, TableShape } from "./page-scan.ts";

const TYPES: readonly string[] = ["INTEGER", "TEXT", "REAL", "BLOB"] satisfies ColumnType[];

/** Columns that hold JSON, which the schema does not say. */
const JSON_COLUMNS: Readonly<Record<string, string>> = { plan_change: "cells" };

function isJson(value: CellValue | undefined): boolean {
	try {
		JSON.parse(String(value));
		return true;
	} catch {
		return false;
	}
}

/** Whether a row of a table would be taken by its declaration, asked of an empty copy of it. */
function admission(
	probe: LibraryDatabase,
	{ name, columns }: Omit<TableShape, "admits">,
	sql: string,
): TableShape["admits"] {
	probe.exec(sql);
	const insert = probe.prepare(`INSERT INTO "${name}" VALUES (${columns.map(() => "?").join(", ")})`);
	const empty = probe.prepare(`DELETE FROM "${name}"`);
	const json = columns.findIndex((column) => column.name === JSON_COLUMNS[name]);
	return (values) => {
		if (json >= 0 && !isJson(values[json])) return false;
		try {
			insert.run(columns.map((_, at) => values[at] ?? null));
			return true;
		} catch {
			return false;
		} finally {
			empty.run();
		}
	};
}

/** Shapes of all tables with rowids, also of those that nothing is copied from: their rows are not to be taken for others'. */
export function tableShapes(fresh: LibraryDatabase): { shapes: TableShape[]; close: () => void } {
	const probe = new Database(":memory:");
	probe.pragma("foreign_keys = OFF");
	const tables = fresh
		.prepare<[], { name: string; type: string; sql: string | null }>(
			`SELECT list.name, list.type, declared.sql FROM pragma_table_list AS list
       LEFT JOIN sqlite_schema AS declared ON declared.type = 'table' AND declared.name = list.name
       WHERE list.schema = 'main' AND list.wr = 0 AND list.type IN ('table', 'shadow')`,
		)
		.all();
	const columnsOf = fresh.prepare<[string], { name: string; type: string; notnull: number; pk: number }>(
		'SELECT name, type, "notnull", pk FROM pragma_table_info(?)',
	);
	const shapes = tables.map(({ name, type, sql }): TableShape => {
		const columns = columnsOf.all(name).map((column) => ({
			name: column.name,
			type: TYPES.includes(column.type) ? (column.type as ColumnType) : ("ANY" as const),
			notNull: column.notnull === 1,
			isRowid: column.pk === 1 && column.type === "INTEGER",
		}));
		const shape = { name, columns };
		return type === "table" && sql !== null ? { ...shape, admits: admission(probe, shape, sql) } : shape;
	});
	return { shapes, close: () => probe.close() };
}
