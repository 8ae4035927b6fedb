import { existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { BackupToInput, BundleReport, RestoreReport } from "#contract/library.ts";
import { StudioError } from "../errors.ts";
import type { JobContext } from "../jobs.ts";
import type { Library } from "../library.ts";
import { DATABASE_FILE, putInPlace } from "../lifecycle/files.ts";
import { inspectFile } from "../lifecycle/inspect.ts";
import { mediaDirectory } from "../media/store.ts";
import { assertOutside } from "../outside.ts";
import { bringBack } from "./bring-back.ts";
import { writeWithPictures } from "./write.ts";

/**
 * Writes the whole library into one file: a SQLite database that is the library plus a table of its pictures. The file
 * is checked before it gets its name. A file that is already there is replaced only when asked to, and if it is a backup too.
 * @throws {StudioError} INVALID_INPUT, NOT_FOUND, WRITE_FAILED, DISK_FULL, CANCELLED; a file that was there is then as it was
 */
export async function writeBundle(
	library: Library,
	{ file: target, replace }: BackupToInput,
	job: JobContext,
): Promise<BundleReport> {
	assertOutside(library.directory, target);
	if (statSync(target, { throwIfNoEntry: false })?.isDirectory())
		throw new StudioError("WRITE_FAILED", "This is a folder; a backup is one file", { file: target });
	if (existsSync(target) && inspectFile(target).state !== "present")
		throw new StudioError("WRITE_FAILED", "The file exists and is no backup; nothing was written", { file: target });
	if (existsSync(target) && !replace)
		throw new StudioError(
			"WRITE_FAILED",
			"There is a backup of this name already; choose another, or replace it with --force",
			{
				file: target,
			},
		);
	if (!existsSync(dirname(target)))
		throw new StudioError("NOT_FOUND", "There is no such folder", { file: dirname(target) });
	const held = await writeWithPictures(library, target, job);
	return { file: target, bytes: statSync(target).size, ...held };
}

/**
 * Brings a library back from a backup file into a folder that has none. Takes the files of {@link writeBundle} and the
 * ones in a library's own `backups` folder.
 * @throws {StudioError} NOT_FOUND, UNREADABLE_FILE, UNSUPPORTED_FORMAT, WRITE_FAILED; the folder then has no library
 */
export async function restoreBundle(file: string, directory: string): Promise<RestoreReport> {
	const target = join(directory, DATABASE_FILE);
	if (existsSync(target))
		throw new StudioError("WRITE_FAILED", "The folder holds a library already; restore into a new one", {
			file: directory,
		});
	const made = mkdirSync(mediaDirectory(directory), { recursive: true });
	try {
		const { part, stories, media, missing } = await bringBack(file, directory);
		putInPlace(part, target);
		return { file, bytes: statSync(file).size, stories, media, missing };
	} catch (error) {
		if (made !== undefined) rmSync(made, { recursive: true, force: true });
		throw error;
	}
}
