import type { Migration } from "./migration.ts";

export const stories: Migration = {
	version: 1,
	name: "stories",
	sql: `
CREATE TABLE library_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE import (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('medium-archive','stats','sample','document')),
  source_name TEXT NOT NULL,
  format TEXT NOT NULL,
  sha256 TEXT,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  state TEXT NOT NULL CHECK (state IN ('running','complete','undone')),
  report TEXT
) STRICT;

CREATE TABLE story (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  medium_id TEXT UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('story','response')),
  stage TEXT NOT NULL CHECK (stage IN ('outline','draft','ready','published')),
  title TEXT NOT NULL,
  document_version INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  words INTEGER NOT NULL,
  cjk_characters INTEGER NOT NULL,
  reading_seconds INTEGER NOT NULL,
  canonical_url TEXT,
  medium_url TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  published_at TEXT,
  trashed_at TEXT,
  import_id TEXT REFERENCES import(id),
  imported_hash TEXT,
  sample INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0,1)),
  subtitle TEXT NOT NULL,
  excerpt TEXT NOT NULL,
  -- Last: it fills pages of its own, and columns behind it could only be read through all of them.
  document TEXT NOT NULL
) STRICT;
CREATE INDEX story_by_shelf ON story (trashed_at, kind, stage, updated_at DESC);
CREATE INDEX story_by_update ON story (updated_at DESC);
CREATE INDEX story_of_sample ON story (row) WHERE sample = 1;
CREATE INDEX story_by_import ON story (import_id);

CREATE TABLE story_version (
  id TEXT PRIMARY KEY,
  story_id TEXT NOT NULL REFERENCES story(id) ON DELETE CASCADE,
  origin TEXT NOT NULL CHECK (origin IN ('import','snapshot','replaced')),
  label TEXT NOT NULL,
  document TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  words INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  import_id TEXT REFERENCES import(id),
  resolution TEXT CHECK (resolution IN ('pending','kept','taken'))
) STRICT;
CREATE INDEX story_version_by_story ON story_version (story_id, created_at DESC);
CREATE INDEX story_version_by_import ON story_version (import_id);

CREATE TABLE story_text (
  row INTEGER PRIMARY KEY REFERENCES story(row) ON DELETE CASCADE,
  body TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE story_search USING fts5 (
  title, body, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2"
);

-- Stories whose text changed since they were indexed.
CREATE TABLE story_unindexed (
  row INTEGER PRIMARY KEY REFERENCES story(row) ON DELETE CASCADE
) STRICT;

CREATE TABLE media (
  asset_id TEXT PRIMARY KEY,
  mime_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  width INTEGER,
  height INTEGER,
  added_at TEXT NOT NULL
) STRICT;
`,
};
