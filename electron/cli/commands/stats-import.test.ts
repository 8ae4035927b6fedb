import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDatabase } from "#service/database/open.ts";
import { fingerprint, folder, inCommandLibrary, library, run } from "#tests/support/command-library.ts";
import { rejectedLines } from "./stats-import.ts";

inCommandLibrary();

test("a stats file that cannot be read leaves every byte of the library, one with nothing new every figure", async () => {
	const file = (name: string, text: string) => {
		const path = join(folder, name);
		writeFileSync(path, text);
		return path;
	};
	const rows = "id,title,views\n1a2b3c4d5e6f,A lamp,120\n";
	const bring = (path: string) => run("stats", "import", path, "--library", library);
	const ledger = () => {
		const database = openDatabase(join(library, "library.sqlite"));
		const rows = ["observation", "observation_series", "stats_story"].map((table) =>
			database.prepare(`SELECT * FROM ${table}`).all(),
		);
		database.close();
		return rows;
	};
	const unreadable = file("bad.csv", "id,title,views\nnone,,x\nnone,,y\n");
	const before = fingerprint(library);
	const refused = await bring(unreadable);
	expect(refused.status).toBe(1);
	// By the whole path, so that a script over several folders knows which file is meant.
	expect(refused.err.startsWith(`${unreadable}: `)).toBe(true);
	expect(refused.err).toMatch(/Row 2: The row names no story\n$/);
	expect(refused.json.error.details.file).toBe(unreadable);
	expect(fingerprint(library)).toBe(before);

	expect((await bring(file("a.csv", rows))).json).toMatchObject({ observations: 1, known: 0 });
	const brought = ledger();
	const again = await bring(file("b.csv", `${rows}none,,x\n`));
	expect(again).toMatchObject({
		status: 0,
		json: { observations: 0, known: 1, rejected: [{ row: 3, reason: expect.any(String) }] },
	});
	expect(ledger()).toEqual(brought);
	expect((await bring(file("c.csv", rows.replace("lamp", "tide")))).json).toMatchObject({ observations: 0, known: 1 });
	expect(ledger()).not.toEqual(brought);
});

test("the help of stats import names the columns, the currency and the dates that are read", async () => {
	const { usage } = (await run("stats", "import", "--help")).json;
	for (const said of ["Member reads", "Earnings (EUR)", "25/03/2026", "--month YYYY-MM"]) expect(usage).toContain(said);
});

test("rows that follow each other with the same reason are one line, which names the file", () => {
	const reason = "It is about 2026-12, which is still to come";
	const rejected = [3, 4, 5, 8].map((row) => ({ row, reason })).concat({ row: 9, reason: "The row names no story" });
	expect(rejectedLines("a.csv", rejected)).toEqual([
		`  a.csv, rows 3 to 5: ${reason}`,
		`  a.csv, row 8: ${reason}`,
		"  a.csv, row 9: The row names no story",
	]);
});
