import { existsSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";

/** Every text a library holds as a value of its own: titles, ideas, names of series and of files. None where it cannot be read. */
export function writersTexts(directory: string): Set<string> {
	const file = join(directory, "library.sqlite");
	const texts = new Set<string>();
	if (!existsSync(file)) return texts;
	const database = new Database(file, { readonly: true });
	try {
		const tables = database
			.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'")
			.pluck()
			.all();
		for (const table of tables)
			for (const row of database.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}"`).iterate())
				for (const value of Object.values(row)) if (typeof value === "string") texts.add(value.trim());
	} catch {
		// Damaged on purpose.
	} finally {
		database.close();
	}
	return texts;
}
