import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { LogKeeper } from "./log-keeper.ts";
import { openDatabase } from "./open.ts";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "inkhour-log-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("what was written while the log was kept is in the file afterwards, and commits keep it short again", async () => {
	const file = join(folder, "library.sqlite");
	const database = openDatabase(file);
	database.exec("CREATE TABLE line (text TEXT)");
	const keeper = new LogKeeper(database);
	const write = database.prepare("INSERT INTO line VALUES (?)");
	for (let n = 0; n < 300; n += 1) write.run("x".repeat(20_000));
	expect(statSync(file).size).toBeLessThan(1_000_000);
	await keeper.flush();
	await keeper.stop();
	expect(statSync(file).size).toBeGreaterThan(6_000_000);
	expect(database.pragma("wal_autocheckpoint", { simple: true })).toBe(1000);
	expect(database.prepare("SELECT COUNT(*) FROM line").pluck().get()).toBe(300);
	database.close();
});
