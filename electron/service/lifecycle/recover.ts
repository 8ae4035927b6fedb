import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { BackupInfo, MissingPicture, RecoverInput, SalvageReport } from "#contract/library.ts";
import { type BroughtBack, bringBack } from "../backup/bring-back.ts";
import { BACKUP_FOLDER, backupPath } from "../backup/files.ts";
import { backUp, unfollowed } from "../backup/write.ts";
import type { LibraryDatabase } from "../database/open.ts";
import { StudioError } from "../errors.ts";
import { runTask } from "../threads/thread.ts";
import { buildEmpty } from "./build-empty.ts";
import { DATABASE_FILE, databaseFiles, moveAside, putInPlace, syncFile } from "./files.ts";

interface OpenLibrary {
	directory: string;
	database: LibraryDatabase;
}

/** A text that is saved meanwhile makes the backup of a moment ago an old one. */
const MOST_ATTEMPTS = 5;

/** As the writer asks for it, the file from elsewhere by its path. */
export type WayOut = Exclude<RecoverInput, { action: "restoreFile" }> | { action: "restoreFile"; file: string };
type Replacement = Exclude<WayOut, { action: "retry" }>;
type BackupWay = Extract<WayOut, { action: "restoreBackup" | "restoreFile" }>;

export const leadsToBackup = (way: WayOut): way is BackupWay =>
	way.action === "restoreBackup" || way.action === "restoreFile";

export interface Replaced {
	movedTo: string | null;
	salvage: SalvageReport | null;
	missing: MissingPicture[];
}

async function fromBackup(directory: string, way: BackupWay): Promise<BroughtBack> {
	if (way.action === "restoreFile") return bringBack(way.file, directory);
	const backup = backupPath(directory, way.backup);
	if (!backup) throw new StudioError("NOT_FOUND", "There is no such backup", { file: way.backup });
	return bringBack(backup, directory);
}

/**
 * Replaces the library file of a closed, locked library. The replacement is complete and on disk before the old file is
 * moved into the `damaged` folder; nothing is ever deleted.
 * @throws {StudioError} NOT_FOUND, UNREADABLE_FILE, DISK_FULL, …; the library is then as it was
 */
export async function replaceLibrary(directory: string, input: Replacement, now: Date): Promise<Replaced> {
	let part: string;
	let salvage: SalvageReport | null = null;
	let missing: MissingPicture[] = [];
	switch (input.action) {
		case "restoreBackup":
		case "restoreFile":
			({ part, missing } = await fromBackup(directory, input));
			break;
		case "startFresh":
			part = buildEmpty(directory, "fresh");
			break;
		case "salvage": {
			const { file, report } = await runTask("salvage", { directory });
			part = file;
			salvage = report;
			break;
		}
	}
	syncFile(part);
	const movedTo = moveAside(directory, now);
	putInPlace(part, join(directory, DATABASE_FILE));
	if (movedTo) keepBeside(directory, movedTo);
	return { movedTo, salvage, missing };
}

/**
 * Backs a sound library up as it is at the end of this call, before a backup takes its place: nothing may be written
 * between that and its closing. @throws {StudioError} CONFLICT when it is written to all the time, else as `backUp`
 */
async function backUpPresent(library: OpenLibrary, now: Date): Promise<BackupInfo> {
	const changes = library.database.prepare("SELECT total_changes()").pluck();
	for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
		const before = changes.get();
		const made = await backUp(library, "replaced", now, unfollowed());
		if (changes.get() === before) return made;
		rmSync(join(library.directory, BACKUP_FOLDER, made.name));
	}
	throw new StudioError("CONFLICT", "The library is being written to. Nothing was restored; try again in a moment");
}

/**
 * Puts a backup in the place of a sound library that is open. The library is backed up first and, whatever fails, as it was.
 * @param close closes the library; called when all that takes long is done
 * @throws {StudioError} NOT_FOUND, UNREADABLE_FILE, DISK_FULL, CONFLICT, …
 */
export async function replaceSound(
	library: OpenLibrary,
	way: BackupWay,
	now: Date,
	close: () => void,
): Promise<{ missing: MissingPicture[]; keptAs: string }> {
	const { directory } = library;
	const { part, missing } = await fromBackup(directory, way);
	const file = join(directory, DATABASE_FILE);
	try {
		const kept = await backUpPresent(library, now);
		close();
		// Closed as it should be, it has none; the new one must not find another's.
		for (const companion of databaseFiles(file).slice(1)) rmSync(companion, { force: true });
		putInPlace(part, file);
		return { missing, keptAs: kept.name };
	} catch (error) {
		rmSync(part, { force: true });
		throw error;
	}
}

/** Moves the raw texts that salvage wrote to where the damaged library lies. */
function keepBeside(directory: string, folder: string): void {
	for (const name of readdirSync(directory))
		if (name.startsWith("unreadable-") && !existsSync(join(folder, name)))
			renameSync(join(directory, name), join(folder, name));
}
