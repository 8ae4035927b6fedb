/** Rows that point at a row which was lost, in a library whose foreign keys are off. */
import type { LibraryDatabase } from "../database/open.ts";

interface Reference {
	child: string;
	from: string;
	parent: string;
	to: string;
	onDelete: string;
}

const REFERENCES = `
  SELECT list.name AS child, key."from", key."table" AS parent, key."to", key.on_delete AS onDelete
  FROM pragma_table_list AS list, pragma_foreign_key_list(list.name) AS key
  WHERE list.schema = 'main' AND list.type = 'table'`;

/** The schema has no word for it: an import that a story or a version came with is never deleted on purpose. */
const CAN_DO_WITHOUT: ReadonlySet<string> = new Set(["story.import_id", "story_version.import_id"]);

/**
 * Does to each row whose parent is lost what the schema says for a parent that is deleted: the row goes too, or stays and
 * has none any more, as an idea whose draft is lost. SQLite does it table by table; no list of rows is held.
 */
export function dropDangling(fresh: LibraryDatabase): void {
	const drops = fresh
		.prepare<[], Reference>(REFERENCES)
		.all()
		.map(({ child, from, parent, to, onDelete }) => {
			const dangles = `"${from}" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "${parent}" AS p WHERE p."${to}" = "${child}"."${from}")`;
			const empties = onDelete === "SET NULL" || CAN_DO_WITHOUT.has(`${child}.${from}`);
			const sql = empties
				? `UPDATE "${child}" SET "${from}" = NULL WHERE ${dangles}`
				: `DELETE FROM "${child}" WHERE ${dangles}`;
			return { child, parent, empties, run: fresh.prepare(sql) };
		});
	// What is removed may have been a parent itself.
	let due = drops;
	while (due.length > 0) {
		const removed = new Set<string>();
		for (const { child, empties, run } of due) if (run.run().changes > 0 && !empties) removed.add(child);
		due = drops.filter(({ parent }) => removed.has(parent));
	}
}
