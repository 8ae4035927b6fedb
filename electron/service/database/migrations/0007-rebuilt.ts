import type { Migration } from "./migration.ts";

/** `story_rebuilt`: stories that damage took and an earlier text brought back, until their text is next changed. */
export const rebuilt: Migration = {
	version: 7,
	name: "rebuilt",
	sql: `
-- No query used it; libraries that were migrated before it was left out have it.
DROP INDEX IF EXISTS boost_mark_by_subject;
CREATE TABLE story_rebuilt (
  story_id TEXT PRIMARY KEY REFERENCES story(id) ON DELETE CASCADE,
  text_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
};
