import type { Statement } from "better-sqlite3";
import type { LibraryDatabase } from "./open.ts";

const prepared = new WeakMap<LibraryDatabase, Map<string, Statement<unknown[], unknown>>>();

/** A statement that is compiled once for a database, for what runs thousands of times. Never change its mode (`pluck`, `raw`). */
export function statement<Row>(database: LibraryDatabase, sql: string): Statement<unknown[], Row> {
	let known = prepared.get(database);
	if (!known) {
		known = new Map();
		prepared.set(database, known);
	}
	let found = known.get(sql);
	if (!found) {
		found = database.prepare<unknown[], unknown>(sql);
		known.set(sql, found);
	}
	return found as Statement<unknown[], Row>;
}
