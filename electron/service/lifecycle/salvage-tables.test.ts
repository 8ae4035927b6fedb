import { readFileSync, rmSync } from "node:fs";
import { expect, test } from "vitest";
import { numbers, overwrite, PAGE, pagesOf, salvage } from "#tests/support/damaged-pages.ts";
import { addStories, clock, file, handle, inOpenLibrary } from "#tests/support/open-library.ts";
import { markBoost } from "../database/boost-marks.ts";
import { danglingRows } from "../database/check.ts";
import { migrate, openDatabase } from "../database/open.ts";

inOpenLibrary();

const rowsOf = (table: string) => handle.library()!.database.prepare(`SELECT * FROM "${table}"`).all();

function addBoostMarks(): void {
	const { database } = handle.library()!;
	for (const [n, mark] of (["2026-03-01", "none", null] as const).entries())
		markBoost(database, `medium:${n}` as Parameters<typeof markBoost>[1], mark, clock.now().toISOString());
}

function addPlanChanges(): void {
	const insert = handle.library()!.database.prepare("INSERT INTO plan_change (id, made_at, cells) VALUES (?, ?, ?)");
	for (let n = 0; n < 3; n += 1) insert.run(`change-${n}`, clock.now().toISOString(), '[{"table":"idea"}]');
}

test("of two tables whose rows look alike both come back when nothing leads to them", async () => {
	addBoostMarks();
	addPlanChanges();
	const before = [rowsOf("boost_mark"), rowsOf("plan_change")];
	handle.close();
	const bytes = readFileSync(file);
	overwrite(bytes, 0, numbers(1));
	await salvage(bytes);
	expect([rowsOf("boost_mark"), rowsOf("plan_change")]).toEqual(before);
});

test("rows of a table that was read are not taken for those of one that was lost", async () => {
	addBoostMarks();
	addPlanChanges();
	const marks = rowsOf("boost_mark");
	handle.close();
	const bytes = readFileSync(file);
	for (const page of pagesOf("plan_change", "leaf")) overwrite(bytes, page, numbers(1));
	await salvage(bytes);
	expect(rowsOf("boost_mark")).toEqual(marks);
	expect(rowsOf("plan_change")).toEqual([]);
});

test("rows written before a column was added come back, beside one row that is none", async () => {
	handle.close();
	rmSync(file);
	const database = openDatabase(file);
	migrate(database, 5);
	database.prepare("INSERT INTO library_meta (key, value) VALUES ('id', 'library')").run();
	database
		.prepare(
			"INSERT INTO import (id, kind, source_name, format, started_at, state) VALUES ('i', 'stats', 'a', 'b', 'c', 'complete')",
		)
		.run();
	const insert = database.prepare(
		"INSERT INTO stats_story (subject, title, observed_at, import_id) VALUES (?, ?, ?, 'i')",
	);
	for (let n = 0; n < 20; n += 1) insert.run(`medium:${n}`, `Story ${n}`, "2026-10-01");
	migrate(database);
	const before = database.prepare("SELECT * FROM stats_story").all();
	database.close();
	const page = pagesOf("stats_story", "leaf")[0]!;
	const bytes = readFileSync(file);
	overwrite(bytes, 0, numbers(1));
	// The last cell written lies lowest; its record's first kind becomes one that is reserved.
	const lowest = page * PAGE + bytes.readUInt16BE(page * PAGE + 5);
	bytes[lowest + 3] = 10;
	await salvage(bytes);
	expect(rowsOf("stats_story")).toEqual(before.slice(0, -1));
});

test("nothing points at a story that was lost, in tables without rowids either", async () => {
	addStories(4);
	const { database } = handle.library()!;
	database.exec("INSERT INTO coach_memory (story_id, memory) SELECT id, '{}' FROM story");
	handle.close();
	const bytes = readFileSync(file);
	overwrite(bytes, pagesOf("story", "leaf")[0]!, numbers(1));
	const { stories } = await salvage(bytes);
	expect(stories.size).toBeLessThan(4);
	expect(rowsOf("coach_memory")).toHaveLength(stories.size);
	expect(danglingRows(handle.library()!.database)).toBe(0);
});

test("rows of tables without rowids come back when nothing leads to them", async () => {
	addStories(150);
	const { database, plan, stories } = handle.library()!;
	const [first] = stories.list();
	plan.setCadence([1, 4]);
	database.exec(`
    INSERT INTO coach_memory (story_id, memory) SELECT id, '{"answers":"' || hex(randomblob(900)) || '"}' FROM story;
    INSERT INTO story_medium (story_id, name, preview_title, preview_subtitle, description, exported_on)
      SELECT id, title, 'a', 'b', 'c', '2026-03-01' FROM story;
    INSERT INTO import (id, kind, source_name, format, started_at, state) VALUES ('i', 'medium-archive', 'a', 'b', 'c', 'complete');
    INSERT INTO import_change (import_id, story_id, change, revision) SELECT 'i', id, 'added', 1 FROM story;
  `);
	database
		.prepare("INSERT INTO story_rebuilt (story_id, text_at) VALUES (?, ?)")
		.run(first!.id, "2026-03-01T10:00:00.000Z");
	const tables = ["setting", "coach_memory", "story_medium", "import_change", "story_rebuilt"];
	const before = tables.map(rowsOf);
	handle.close();
	const bytes = readFileSync(file);
	// Some of these rows lie on pages between others.
	expect(pagesOf("coach_memory", "internal").length).toBeGreaterThan(0);
	overwrite(bytes, 0, numbers(1));
	await salvage(bytes);
	expect(tables.map((table) => rowsOf(table).length)).toEqual(before.map((rows) => rows.length));
	expect(tables.map(rowsOf)).toEqual(before);
});

test("of many stories half of which are gone, what points at these goes and the rest stays", async () => {
	const { database, stories } = handle.library()!;
	const at = clock.now().toISOString();
	database.transaction(() => {
		for (let n = 0; n < 500; n += 1) {
			const id = stories.insert({ document: { version: 1, blocks: [] } }, at);
			database.prepare("INSERT INTO coach_memory (story_id, memory) VALUES (?, '{}')").run(id);
		}
	})();
	database.pragma("foreign_keys = OFF");
	database.exec("DELETE FROM story WHERE row % 2 = 0");
	const left = stories.list().map(({ id }) => id);
	handle.close();
	await salvage(readFileSync(file));
	const rows = rowsOf("coach_memory") as { story_id: string }[];
	expect(rows.map(({ story_id }) => story_id).sort()).toEqual(left.sort());
});

test("a story and a version whose import was lost stay, and what else pointed at it goes", async () => {
	addStories(2);
	const { database, stories } = handle.library()!;
	for (const { id } of stories.list()) stories.versions.keep(id, "snapshot", "", clock.now().toISOString());
	database.pragma("foreign_keys = OFF");
	database.exec(`
    UPDATE story SET import_id = 'gone';
    UPDATE story_version SET import_id = 'gone';
    INSERT INTO import_change (import_id, story_id, change, revision) SELECT 'gone', id, 'added', 1 FROM story;
    DELETE FROM story WHERE row = 2;
  `);
	handle.close();
	const { stories: kept } = await salvage(readFileSync(file));
	// The lost story came back from its version.
	expect(kept.size).toBe(2);
	for (const table of ["story", "story_version"])
		expect(rowsOf(table)).toMatchObject([{ import_id: null }, { import_id: null }]);
	expect(rowsOf("import_change")).toEqual([]);
	expect(danglingRows(handle.library()!.database)).toBe(0);
});
