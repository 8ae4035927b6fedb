import type { Migration } from "./migration.ts";

export const coach: Migration = {
	version: 4,
	name: "coach",
	sql: `
CREATE TABLE coach_memory (
  story_id TEXT PRIMARY KEY REFERENCES story(id) ON DELETE CASCADE,
  memory TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
};
