import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { LibraryStatus } from "#contract/library.ts";
import { type Message, message } from "#domain/words/message.ts";
import { listBackups } from "../backup/files.ts";
import { backUpBeforeMigration } from "../backup/write.ts";
import { quickFindings } from "../database/check.ts";
import { SCHEMA_VERSION } from "../database/migrations/index.ts";
import { type LibraryDatabase, migrate, openDatabase, schemaVersion } from "../database/open.ts";
import { faultMessage, StudioError, whyMessage } from "../errors.ts";
import { DAMAGED_FOLDER, DATABASE_FILE, databaseFiles, putInPlace } from "./files.ts";
import { inspectFile } from "./inspect.ts";

type Unusable = Exclude<LibraryStatus, { state: "open" }>;
export type OpenResult = { database: LibraryDatabase } | { status: Unusable };

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

function damaged(directory: string, reason: Message): { status: Unusable } {
	return { status: { state: "damaged", directory, reason, backups: listBackups(directory) } };
}

/** Whether the folder shows that a library was here once. */
function hadLibrary(directory: string): boolean {
	const kept = join(directory, DAMAGED_FOLDER);
	return listBackups(directory).length > 0 || (existsSync(kept) && readdirSync(kept).length > 0);
}

/** Failures of the disk or of another program. Everything else that stops an open lies in the file itself. */
const NOT_THE_FILE = /^(E[A-Z]+|SQLITE_(BUSY|LOCKED|CANTOPEN|FULL|IOERR|READONLY|PERM|NOMEM).*)$/;

function isDamage(error: unknown): boolean {
	if (error instanceof StudioError) return false;
	const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
	return code === "SQLITE_IOERR_SHORT_READ" || !NOT_THE_FILE.test(code);
}

/** Brings an old library up to date after a checked backup. @throws when either fails; the library is then as it was */
function bringUpToDate(directory: string, database: LibraryDatabase, now: Date): void {
	if (schemaVersion(database) === SCHEMA_VERSION) return;
	backUpBeforeMigration(directory, database, now);
	migrate(database);
}

/**
 * Opens the library file of a folder that is already locked, making one where there never was any.
 * Whatever is wrong is a status; no file is changed, moved or deleted then.
 * @param unclean check the whole file first, because the last session did not close it
 */
export function openChecked(directory: string, unclean: boolean, now: Date): OpenResult {
	const file = join(directory, DATABASE_FILE);
	let database: LibraryDatabase | undefined;
	const fail = (result: { status: Unusable }) => {
		database?.close();
		return result;
	};
	try {
		const found = inspectFile(file);
		if (found.state === "damaged") return damaged(directory, found.reason);
		if (found.state === "absent") {
			if (hadLibrary(directory)) return damaged(directory, message("The library file is missing"));
			putInPlace(buildEmpty(directory, "new"), file);
		}
		const newer = (version: number): { status: Unusable } => ({
			status: { state: "newer", directory, schemaVersion: version, supportedVersion: SCHEMA_VERSION },
		});
		if (found.state === "present" && found.schemaVersion > SCHEMA_VERSION) return newer(found.schemaVersion);
		database = openDatabase(file);
		const version = schemaVersion(database);
		if (version > SCHEMA_VERSION) return fail(newer(version));
		if (version < 1) return fail(damaged(directory, message("The library file states no version")));
		if (unclean) {
			const [finding] = quickFindings(database);
			if (finding) return fail(damaged(directory, faultMessage(finding)));
		}
		bringUpToDate(directory, database, now);
		// Reading one row of each proves that the schema is whole.
		database.prepare("SELECT 1 FROM story LIMIT 1").get();
		database.prepare("SELECT 1 FROM library_meta LIMIT 1").get();
		return { database };
	} catch (error) {
		return fail(
			isDamage(error)
				? damaged(directory, faultMessage(error))
				: { status: { state: "unreachable", directory, reason: whyMessage(error) } },
		);
	}
}
