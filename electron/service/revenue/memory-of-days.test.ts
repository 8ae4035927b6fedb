import { expect, test } from "vitest";
import { plainDate } from "#domain/planning/plain-date.ts";
import { directory, handle, inOpenLibrary } from "#tests/support/open-library.ts";
import { SettingsStore } from "../settings.ts";
import { RevenueDesk } from "./desk.ts";

inOpenLibrary();

const STORIES = 250;
const DAYS = 1_095;
/** Less than half a million figures take as objects. */
const LITTLE_MB = 64;

/** Views and members' reads by the day, and earnings by the day or the month. */
const figures = (earned: "day" | "month") => `
  INSERT INTO import (id, kind, format, source_name, started_at, finished_at, state)
    VALUES ('many', 'stats', 'table', 'many.csv', '2026-11-23T09:00:00.000Z', '2026-11-23T09:00:00.000Z', 'complete');
  INSERT INTO observation_series (subject, metric, definition, grain, zone, currency)
    WITH RECURSIVE story(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM story WHERE n < ${STORIES - 1})
    SELECT printf('story:a1b2c3d4%04x', n), metric, definition, grain, 'UTC', currency FROM story, (
      SELECT 'views' AS metric, 'views' AS definition, 'day' AS grain, '' AS currency
      UNION SELECT 'memberReads', 'member-reads', 'day', '' UNION SELECT 'earnings', 'earnings-story', '${earned}', 'USD'
    );
  INSERT INTO observation (series, period_start, period_end, observed_at, value, rounding, provisional, import_id, source_row)
    WITH RECURSIVE day(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM day WHERE n < ${DAYS - 1})
    SELECT id, date('2023-11-01', n || ' days'), date('2023-11-01', (n + 1) || ' days'), '2026-11-23T09:00:00.000Z',
      20 + (id * 7 + n) % 30, 'exact', 0, 'many', n FROM observation_series, day WHERE grain = 'day';
  INSERT INTO observation (series, period_start, period_end, observed_at, value, rounding, provisional, import_id, source_row)
    WITH RECURSIVE month(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM month WHERE n < 35)
    SELECT id, date('2023-11-01', n || ' months'), date('2023-11-01', (n + 1) || ' months'), '2026-11-23T09:00:00.000Z',
      200, 'exact', 0, 'many', n FROM observation_series, month WHERE grain = 'month';
`;

test.each(["day", "month"] as const)(
	"years of days of hundreds of stories that earned by the %s fit into little memory",
	async (earned) => {
		handle.library()!.database.exec(figures(earned));
		const desk = new RevenueDesk(LITTLE_MB);
		const asking = { today: plainDate(2026, 11, 23), importedBy: null, currency: null };
		const { settings } = new SettingsStore(directory).get();
		const answer = await desk.ask(handle.library()!, asking, settings, { ask: "quick", months: 3, seed: 1 });
		expect(answer.months).toHaveLength(3);
		await desk.close();
	},
	60_000,
);
