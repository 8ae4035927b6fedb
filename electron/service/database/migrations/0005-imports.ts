import type { Migration } from "./migration.ts";

/**
 * `story_medium`: what Medium's export says about a story beside its text; `name` is what it is called there, shown
 * while the text has no title. `import_change`: the journal that lets an
 * import be taken back, because the writer cancelled or undid it or because the studio stopped in the middle.
 */
export const imports: Migration = {
	version: 5,
	name: "imports",
	sql: `
CREATE TABLE story_medium (
  story_id TEXT PRIMARY KEY REFERENCES story(id) ON DELETE CASCADE,
  exported_on TEXT,
  name TEXT NOT NULL,
  preview_title TEXT NOT NULL,
  preview_subtitle TEXT NOT NULL,
  description TEXT NOT NULL,
  author_handle TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE import_change (
  import_id TEXT NOT NULL REFERENCES import(id) ON DELETE CASCADE,
  story_id TEXT NOT NULL,
  change TEXT NOT NULL CHECK (change IN ('added','updated','beside')),
  revision INTEGER NOT NULL,
  version_id TEXT,
  before TEXT,
  PRIMARY KEY (import_id, story_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_by_imported_hash ON story (imported_hash) WHERE medium_id IS NULL AND imported_hash IS NOT NULL;
`,
};
