import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { isTaken, WriteError } from "./write-error.ts";

test("what is wrong with one row costs that row, what is wrong with the disk ends the salvage", () => {
	const database = new Database(":memory:");
	database.exec("CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT NOT NULL)");
	const insert = (values: string) => () => void database.exec(`INSERT INTO t VALUES (${values})`);
	expect(isTaken(insert("1, 'a'"))).toBe(true);
	expect(isTaken(insert("1, 'again'"))).toBe(false);
	expect(isTaken(insert("2, NULL"))).toBe(false);
	expect(isTaken(insert("'no number', 'a'"))).toBe(false);
	expect(isTaken(insert("3, zeroblob(1500000000)"))).toBe(false);
	database.pragma("query_only = 1");
	expect(() => isTaken(insert("4, 'a'"))).toThrow(WriteError);
	database.close();
});
