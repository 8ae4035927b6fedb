import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { salvage } from "#tests/support/damaged-pages.ts";
import { directory, file, handle, inOpenLibrary } from "#tests/support/open-library.ts";
import { danglingRows } from "../database/check.ts";
import { runTask } from "../threads/thread.ts";

inOpenLibrary();

const MANY = 250_000;

test("ideas and parts of series stay, with their days, when the story that was begun from them is lost", async () => {
	handle.library()!.database.exec(`
    PRAGMA foreign_keys = OFF;
    INSERT INTO idea (id, title, topic, story_id, created_at, updated_at) VALUES ('i', 'Idea', 'garden', 'lost', 'a', 'a');
    INSERT INTO series (id, title, created_at, updated_at) VALUES ('s', 'Series', 'a', 'a');
    INSERT INTO series_part (id, series_id, position, title, story_id, created_at) VALUES
      ('p', 's', 0, 'Part', 'lost', 'a'), ('of-none', 'lost', 0, 'Part of a series that is lost', NULL, 'a');
    INSERT INTO plan_entry (id, date, idea_id) VALUES ('di', '2026-12-01', 'i');
    INSERT INTO plan_entry (id, date, part_id) VALUES ('dp', '2026-12-02', 'p'), ('dn', '2026-12-03', 'of-none');
    INSERT INTO plan_entry (id, date, story_id) VALUES ('ds', '2026-12-04', 'lost');
  `);
	handle.close();
	const { report } = await salvage(readFileSync(file));
	const { database } = handle.library()!;
	const rows = (sql: string) => database.prepare(sql).raw().all();
	expect(rows("SELECT id, story_id FROM idea")).toEqual([["i", null]]);
	expect(rows("SELECT id, story_id FROM series_part")).toEqual([["p", null]]);
	expect(rows("SELECT id FROM plan_entry ORDER BY id")).toEqual([["di"], ["dp"]]);
	expect(danglingRows(database)).toBe(0);
	expect(report.parts).toContainEqual({ part: "ideas", kept: 1, lost: 0 });
	expect(report.parts).toContainEqual({ part: "seriesParts", kept: 1, lost: 1 });
});

/** Less than a list of so many rows takes. */
const LITTLE_MB = 16;

test("a large ledger whose list of series is lost is checked and salvaged in little memory", async () => {
	handle.library()!.database.exec(`
    PRAGMA foreign_keys = OFF;
    INSERT INTO import (id, kind, source_name, format, started_at, state) VALUES ('i', 'stats', 'a', 'b', 'c', 'complete');
    INSERT INTO observation (series, period_start, period_end, observed_at, value, rounding, provisional, import_id, source_row)
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${MANY})
      SELECT i % 1000, '2026-01-01', '2026-01-02', '2026-01-03', i, 'exact', 0, 'i', i FROM n;
  `);
	handle.close();
	const { dangling } = await runTask("check", { file, depth: "full" }, { memoryMb: LITTLE_MB });
	expect(dangling).toBe(MANY);
	const { report } = await runTask("salvage", { directory }, { memoryMb: LITTLE_MB });
	expect(report.parts).toContainEqual({ part: "figures", kept: 0, lost: MANY });
}, 60_000);
