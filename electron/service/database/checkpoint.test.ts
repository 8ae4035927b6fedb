import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { emptyLog } from "./checkpoint.ts";
import { type LibraryDatabase, openDatabase } from "./open.ts";

let directory: string;
let database: LibraryDatabase;

beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), "inkhour-checkpoint-"));
	database = openDatabase(join(directory, "library.sqlite"));
	database.pragma("wal_autocheckpoint = 0");
	database.exec("CREATE TABLE text (words BLOB)");
});
afterEach(() => {
	database.close();
	rmSync(directory, { recursive: true, force: true });
});

const write = (rows: number) => {
	const insert = database.prepare("INSERT INTO text VALUES (zeroblob(4000))");
	database.transaction(() => {
		for (let n = 0; n < rows; n += 1) insert.run();
	})();
};
const bytes = (suffix = "") => statSync(join(directory, `library.sqlite${suffix}`)).size;

test("a small log is emptied at once, a large one on another thread, and writing goes on meanwhile", async () => {
	write(10);
	const pragma = vi.spyOn(database, "pragma");
	await emptyLog(database);
	expect(pragma).toHaveBeenCalledTimes(1);
	expect(bytes("-wal")).toBe(0);

	write(2_000);
	expect(bytes("-wal")).toBeGreaterThan(8_000_000);
	expect(bytes()).toBeLessThan(1_000_000);
	pragma.mockClear();
	let done = false;
	const emptied = emptyLog(database).then(() => {
		done = true;
	});
	let written = 0;
	while (!done) {
		write(1);
		written += 1;
		await new Promise((resolve) => setTimeout(resolve, 2));
	}
	await emptied;
	expect(written).toBeGreaterThan(1);
	expect(bytes()).toBeGreaterThan(8_000_000);
	expect(bytes("-wal")).toBeLessThan(1_000_000);
	expect(database.prepare("SELECT COUNT(*) FROM text").pluck().get()).toBe(2_010 + written);
});
