import { constants, rmSync, statSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import Database from "better-sqlite3";
import type { MissingPicture } from "#contract/library.ts";
import { message, type Words } from "#domain/words/message.ts";
import { checkFileInBackground } from "../database/check.ts";
import { SCHEMA_VERSION } from "../database/migrations/index.ts";
import { StudioError } from "../errors.ts";
import { DATABASE_FILE, databaseFiles } from "../lifecycle/files.ts";
import { inspectFile } from "../lifecycle/inspect.ts";
import { shownPictures } from "./assets.ts";
import { BACKUP_FOLDER } from "./files.ts";
import { storyCount, takePictures, unpackPictures } from "./pictures.ts";

export interface BroughtBack {
	/** The library's file, whole, not in its place yet. */
	part: string;
	stories: number;
	/** Pictures that came out of the backup, or from the folder of the library that it is a backup of. */
	media: number;
	/** Pictures that stories show and that are now in no folder. */
	missing: MissingPicture[];
}

/** Folder of the library whose own backup a file is; `null` for any other file. */
export function ownLibrary(file: string): string | null {
	const folder = dirname(file);
	return basename(folder) === BACKUP_FOLDER ? dirname(folder) : null;
}

/**
 * Copies a backup file and checks the copy; nothing is opened where the file lies.
 * @returns the version of the library in it
 * @throws {StudioError} NOT_FOUND, UNREADABLE_FILE, UNSUPPORTED_FORMAT when the file is no backup or its copy is not sound
 */
export async function copySound(file: string, part: string): Promise<number> {
	const unreadable = (reason: Words) =>
		new StudioError("UNREADABLE_FILE", "The file is no sound backup", { file, reason });
	const found = inspectFile(file);
	if (found.state === "absent") throw new StudioError("NOT_FOUND", "There is no such file", { file });
	if (found.state === "damaged") throw unreadable(found.reason);
	if (found.schemaVersion > SCHEMA_VERSION)
		throw new StudioError("UNSUPPORTED_FORMAT", "A newer Inkhour wrote this backup", {
			file,
			reason: message("Library format {{found}}, this version reads up to {{known}}", {
				found: found.schemaVersion,
				known: SCHEMA_VERSION,
			}),
		});
	if (databaseFiles(file).some((companion) => companion.endsWith("-wal") && statSync(companion).size > 0))
		throw unreadable(message("It is the file of a library that is in use, and what was written last is not in it yet"));
	await copyFile(file, part, constants.COPYFILE_FICLONE);
	const { findings } = await checkFileInBackground(part);
	if (findings[0] !== undefined) throw unreadable(findings[0]);
	return found.schemaVersion;
}

/**
 * Makes a library's file of a backup, beside the place it is meant for, and puts its pictures into the library's folder,
 * which exists. The one way to put any backup back: one made to a file and one of a library's own folder. Pictures that a
 * backup leaves out are taken from the library it lies in.
 * @throws {StudioError} NOT_FOUND, UNREADABLE_FILE, UNSUPPORTED_FORMAT, WRITE_FAILED, DISK_FULL; pictures may have been added then
 */
export async function bringBack(file: string, directory: string): Promise<BroughtBack> {
	const part = join(directory, `${DATABASE_FILE}.restored`);
	rmSync(part, { force: true });
	try {
		await copySound(file, part);
		const restored = new Database(part);
		try {
			const unpacked = await unpackPictures(restored, directory, file);
			const { missing } = shownPictures(restored, directory);
			const library = ownLibrary(file);
			const names = missing.map(({ assetId }) => assetId);
			const taken = library === null ? 0 : await takePictures(names, library, directory);
			return {
				part,
				stories: storyCount(restored),
				media: unpacked + taken,
				missing: taken === 0 ? missing : shownPictures(restored, directory).missing,
			};
		} finally {
			restored.close();
		}
	} catch (error) {
		rmSync(part, { force: true });
		throw error;
	}
}
