import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { LibraryStatus } from "#contract/library.ts";
import { type Message, message } from "#domain/words/message.ts";
import { listBackups } from "../backup/files.ts";
import { backUpBeforeMigration } from "../backup/write.ts";
import { type CheckInput, checkTask, type FileCheck } from "../database/check.ts";
import { SCHEMA_VERSION } from "../database/migrations/index.ts";
import { type LibraryDatabase, migrate, openDatabase, schemaVersion } from "../database/open.ts";
import { errorCode, PARTS_DAMAGED, StudioError, whyMessage } from "../errors.ts";
import { openTask } from "../threads/thread.ts";
import { buildEmpty } from "./build-empty.ts";
import { DAMAGED_FOLDER, DATABASE_FILE, databaseFiles, putInPlace } from "./files.ts";
import { inspectFile } from "./inspect.ts";

type Unusable = Exclude<LibraryStatus, { state: "open" }>;
export type OpenResult = { database: LibraryDatabase } | { status: Unusable };

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
	const code = errorCode(error);
	return code === "SQLITE_IOERR_SHORT_READ" || !NOT_THE_FILE.test(code);
}

/** Brings an old library up to date after a checked backup. @throws when either fails; the library is then as it was */
function bringUpToDate(directory: string, database: LibraryDatabase, now: Date): void {
	if (schemaVersion(database) === SCHEMA_VERSION) return;
	backUpBeforeMigration(directory, database, now);
	migrate(database);
}

/** What SQLite has beside the file while it is open. */
const companions = (file: string) => databaseFiles(file).filter((name) => name !== file);

/** Checked here and now in a few milliseconds; starting a thread would take longer. */
const QUICKLY_CHECKED_BYTES = 4 * 1024 ** 2;

/**
 * Checks a file that was not closed, a large one on another thread. Only reads, and keeps the file open until `end`: who
 * opens it meanwhile need not read the log anew.
 */
async function checkUnclosed(file: string): Promise<{ finding: string | undefined; end: () => Promise<void> }> {
	const before = companions(file);
	const input = { file, depth: "quick" as const };
	const bytes = databaseFiles(file).reduce((sum, name) => sum + statSync(name).size, 0);
	const check = bytes > QUICKLY_CHECKED_BYTES ? await openTask("check", input) : checkNow(input);
	const [finding] = check.value.findings;
	if (finding === undefined) return { finding, end: check.end };
	await check.end();
	for (const name of companions(file)) if (!before.includes(name)) rmSync(name, { force: true });
	return { finding, end: async () => {} };
}

function checkNow(input: CheckInput): { value: FileCheck; end: () => Promise<void> } {
	const { value, close } = checkTask(input);
	return { value, end: async () => close?.() };
}

/**
 * Opens the library file of a folder that is already locked, making one where there never was any.
 * Whatever is wrong is a status; no file is changed, moved or deleted then, and none is left.
 * @param unclean check the whole file first, because the last session did not close it
 */
export async function openChecked(directory: string, unclean: boolean, now: Date): Promise<OpenResult> {
	const file = join(directory, DATABASE_FILE);
	let database: LibraryDatabase | undefined;
	let endCheck = async () => {};
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
		if (found.state === "present" && (unclean || companions(file).length > 0)) {
			const { finding, end } = await checkUnclosed(file);
			if (finding !== undefined) return damaged(directory, PARTS_DAMAGED);
			endCheck = end;
		}
		database = openDatabase(file);
		const version = schemaVersion(database);
		if (version > SCHEMA_VERSION) return fail(newer(version));
		if (version < 1) return fail(damaged(directory, message("The library file states no version")));
		bringUpToDate(directory, database, now);
		// Reading one row of each proves that the schema is whole.
		database.prepare("SELECT 1 FROM story LIMIT 1").get();
		database.prepare("SELECT 1 FROM library_meta LIMIT 1").get();
		return { database };
	} catch (error) {
		return fail(
			isDamage(error)
				? damaged(directory, PARTS_DAMAGED)
				: { status: { state: "unreachable", directory, reason: whyMessage(error) } },
		);
	} finally {
		await endCheck();
	}
}
