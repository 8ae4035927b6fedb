import type { Migration } from "./migration.ts";

export const plan: Migration = {
	version: 3,
	name: "plan",
	sql: `
CREATE TABLE idea (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  topic TEXT NOT NULL,
  angle TEXT NOT NULL DEFAULT '',
  audience TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  effort TEXT CHECK (effort IN ('short','medium','long')),
  story_id TEXT REFERENCES story(id) ON DELETE SET NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  dropped_at TEXT,
  sample INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0,1))
) STRICT;
CREATE UNIQUE INDEX idea_by_story ON idea (story_id) WHERE story_id IS NOT NULL;

CREATE TABLE series (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  promise TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  dropped_at TEXT,
  sample INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0,1))
) STRICT;

CREATE TABLE series_part (
  id TEXT PRIMARY KEY,
  series_id TEXT NOT NULL REFERENCES series(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  promise TEXT NOT NULL DEFAULT '',
  story_id TEXT REFERENCES story(id) ON DELETE SET NULL,
  created_at TEXT NOT NULL,
  dropped_at TEXT
) STRICT;
CREATE INDEX series_part_by_series ON series_part (series_id, position);
CREATE UNIQUE INDEX series_part_by_story ON series_part (story_id) WHERE story_id IS NOT NULL AND dropped_at IS NULL;

CREATE TABLE plan_entry (
  id TEXT PRIMARY KEY,
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  idea_id TEXT UNIQUE REFERENCES idea(id) ON DELETE CASCADE,
  part_id TEXT UNIQUE REFERENCES series_part(id) ON DELETE CASCADE,
  story_id TEXT UNIQUE REFERENCES story(id) ON DELETE CASCADE,
  CHECK ((idea_id IS NOT NULL) + (part_id IS NOT NULL) + (story_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX plan_entry_by_date ON plan_entry (date);

CREATE INDEX story_by_publication ON story (published_at) WHERE published_at IS NOT NULL;

CREATE TABLE plan_change (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  made_at TEXT NOT NULL,
  cells TEXT NOT NULL
) STRICT;
`,
};
