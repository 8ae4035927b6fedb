import type { Migration } from "./migration.ts";

/**
 * The ledger of observations. Facts that repeat (whose, what, which definition) live once in
 * `observation_series`; `observation` holds one row for every statement ever imported. What is shown comes from
 * complete imports only: an import that is running, was killed, or was undone has no part in any figure.
 */
export const observations: Migration = {
	version: 2,
	name: "observations",
	sql: `
CREATE TABLE observation_series (
  id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  metric TEXT NOT NULL,
  definition TEXT NOT NULL,
  grain TEXT NOT NULL CHECK (grain IN ('lifetime','month','week','day','hour')),
  zone TEXT NOT NULL CHECK (zone IN ('UTC','local','unstated')),
  currency TEXT NOT NULL,
  UNIQUE (subject, metric, definition, grain, zone, currency)
) STRICT;
CREATE INDEX observation_series_by_metric ON observation_series (metric, grain);

CREATE TABLE observation (
  row INTEGER PRIMARY KEY,
  series INTEGER NOT NULL REFERENCES observation_series(id),
  period_start TEXT NOT NULL,
  period_end TEXT NOT NULL,
  observed_at TEXT NOT NULL,
  value INTEGER NOT NULL,
  rounding TEXT NOT NULL CHECK (rounding IN ('exact','whole','abbreviated')),
  provisional INTEGER NOT NULL CHECK (provisional IN (0,1)),
  import_id TEXT NOT NULL REFERENCES import(id),
  source_row INTEGER NOT NULL
) STRICT;
CREATE INDEX observation_by_period ON observation (series, period_start, period_end, observed_at, row);
CREATE INDEX observation_by_import ON observation (import_id);

CREATE TRIGGER observation_is_never_changed BEFORE UPDATE ON observation
BEGIN SELECT RAISE(ABORT, 'Observations are never changed'); END;

CREATE TABLE stats_story (
  row INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  title TEXT,
  published_at TEXT,
  reading_seconds INTEGER,
  words INTEGER,
  locked INTEGER CHECK (locked IN (0,1)),
  tags TEXT,
  collection TEXT,
  url TEXT,
  observed_at TEXT NOT NULL,
  import_id TEXT NOT NULL REFERENCES import(id)
) STRICT;
CREATE INDEX stats_story_by_subject ON stats_story (subject, observed_at, row);
CREATE INDEX stats_story_by_import ON stats_story (import_id);
`,
};
