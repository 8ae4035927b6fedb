import type { Migration } from "./migration.ts";

/**
 * `stats_story.boosted_at`: when Medium first boosted a story, as a source says. `boost_mark`: what the writer says of it,
 * one row a time it was said, so that an earlier answer can be looked back to. `word` is a day (`YYYY-MM-DD`), `none`, or
 * empty where the source counts again.
 */
export const boosts: Migration = {
	version: 6,
	name: "boosts",
	sql: `
ALTER TABLE stats_story ADD COLUMN boosted_at TEXT;

CREATE TABLE boost_mark (
  row INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  word TEXT NOT NULL CHECK (word IN ('', 'none') OR word GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  marked_at TEXT NOT NULL
) STRICT;
`,
};
