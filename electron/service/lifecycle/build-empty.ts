import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { migrate, openDatabase } from "../database/open.ts";
import { DATABASE_FILE, databaseFiles } from "./files.ts";

/** Builds a new, complete library file and returns its path; the caller puts it in place. */
export function buildEmpty(directory: string, suffix: string): string {
	const part = join(directory, `${DATABASE_FILE}.${suffix}`);
	for (const left of databaseFiles(part)) rmSync(left, { force: true });
	const database = openDatabase(part);
	try {
		migrate(database);
		database.prepare("INSERT INTO library_meta (key, value) VALUES ('id', ?)").run(randomUUID());
	} finally {
		database.close();
	}
	return part;
}
