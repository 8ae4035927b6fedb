import Database from "better-sqlite3";
import { migrations, SCHEMA_VERSION } from "./migrations/index.ts";

export type LibraryDatabase = Database.Database;

/** Marks a file as ours (`PRAGMA application_id`): "Inkh" in ASCII. */
export const APPLICATION_ID = 0x496e6b68;

/**
 * Opens a database the only way Inkhour opens one. `synchronous=FULL` is set on every open: the package
 * reopens WAL files with NORMAL, which can lose a committed save when the power fails.
 */
export function openDatabase(file: string): LibraryDatabase {
	const database = new Database(file, { timeout: 5000 });
	try {
		database.pragma("journal_mode = WAL");
		database.pragma("synchronous = FULL");
		database.pragma("foreign_keys = ON");
		if (database.pragma("synchronous", { simple: true }) !== 2)
			throw new Error("SQLite did not accept synchronous=FULL");
		return database;
	} catch (error) {
		// Left open, it would leave its log and its index beside the file.
		database.close();
		throw error;
	}
}

export function schemaVersion(database: LibraryDatabase): number {
	return Number(database.pragma("user_version", { simple: true }));
}

/** Brings the schema up to date in one transaction; on any failure the file is as it was. */
export function migrate(database: LibraryDatabase, target: number = SCHEMA_VERSION): void {
	const from = schemaVersion(database);
	if (from >= target) return;
	database
		.transaction(() => {
			for (const migration of migrations.slice(from, target)) database.exec(migration.sql);
			database.pragma(`application_id = ${APPLICATION_ID}`);
			database.pragma(`user_version = ${target}`);
		})
		.immediate();
}
