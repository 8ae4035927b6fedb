import { constants, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import Database from "better-sqlite3";
import type { BackupToInput, BundleReport } from "#contract/library.ts";
import type { Words } from "#domain/words/message.ts";
import { checkFileInBackground } from "../database/check.ts";
import { SCHEMA_VERSION } from "../database/migrations/index.ts";
import type { LibraryDatabase } from "../database/open.ts";
import { StudioError } from "../errors.ts";
import type { JobContext } from "../jobs.ts";
import type { Library } from "../library.ts";
import { DATABASE_FILE, putInPlace, syncFolder } from "../lifecycle/files.ts";
import { inspectFile } from "../lifecycle/inspect.ts";
import { mediaDirectory } from "../media/store.ts";
import { assertOutside } from "../outside.ts";
import { assetNames, isAssetSound } from "./assets.ts";
import { checkAndPlace, copyDatabase } from "./write.ts";

function storyCount(database: LibraryDatabase): number {
	return Number(database.prepare("SELECT COUNT(*) FROM story").pluck().get());
}

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
	const part = `${target}.part`;
	const names = assetNames(library.directory);
	try {
		await copyDatabase(library.database, part, job);
		const bundle = new Database(part);
		let stories: number;
		try {
			bundle.exec("CREATE TABLE backup_media (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT");
			const insert = bundle.prepare("INSERT INTO backup_media (name, bytes) VALUES (?, ?)");
			for (const [at, name] of names.entries()) {
				job.progress({ done: at, total: names.length, item: name });
				insert.run(name, readFileSync(join(mediaDirectory(library.directory), name)));
				await job.breathe();
			}
			stories = storyCount(bundle);
		} finally {
			bundle.close();
		}
		await checkAndPlace(part, target, library.database);
		return { file: target, bytes: statSync(target).size, stories, media: names.length };
	} catch (error) {
		rmSync(part, { force: true });
		throw error;
	}
}

/**
 * Brings a library back from a backup file into a folder that has none. Takes the files of {@link writeBundle} and the
 * ones in a library's own `backups` folder.
 * @throws {StudioError} NOT_FOUND, UNREADABLE_FILE, UNSUPPORTED_FORMAT, WRITE_FAILED; the folder then has no library
 */
export async function restoreBundle(file: string, directory: string): Promise<BundleReport> {
	const unreadable = (reason: Words) =>
		new StudioError("UNREADABLE_FILE", "The file is no sound backup; nothing was restored", { file, reason });
	const found = inspectFile(file);
	if (found.state === "absent") throw new StudioError("NOT_FOUND", "There is no such file", { file });
	if (found.state === "damaged") throw unreadable(found.reason);
	if (found.schemaVersion > SCHEMA_VERSION)
		throw new StudioError("UNSUPPORTED_FORMAT", "A newer Inkhour wrote this backup", { file });
	const target = join(directory, DATABASE_FILE);
	if (existsSync(target))
		throw new StudioError("WRITE_FAILED", "The folder holds a library already; restore into a new one", {
			file: directory,
		});
	const { findings } = await checkFileInBackground(file);
	if (findings[0] !== undefined) throw unreadable(findings[0]);
	const isNew = !existsSync(directory);
	mkdirSync(mediaDirectory(directory), { recursive: true });
	const part = `${target}.restored`;
	try {
		await copyFile(file, part, constants.COPYFILE_FICLONE);
		const restored = new Database(part);
		let report: BundleReport;
		try {
			const media = unpackMedia(restored, directory);
			report = { file, bytes: statSync(file).size, stories: storyCount(restored), media };
		} finally {
			restored.close();
		}
		putInPlace(part, target);
		return report;
	} catch (error) {
		rmSync(part, { force: true });
		if (isNew) rmSync(directory, { recursive: true, force: true });
		throw error;
	}
}

/** Writes the pictures of a backup into the library's folder and takes them out of the database. @returns how many */
function unpackMedia(restored: LibraryDatabase, directory: string): number {
	const hasMedia = restored.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'backup_media'").get();
	if (!hasMedia) return 0;
	const folder = mediaDirectory(directory);
	let written = 0;
	const rows = restored.prepare<[], { name: string; bytes: Buffer }>("SELECT name, bytes FROM backup_media");
	for (const { name, bytes } of rows.iterate()) {
		if (!isAssetSound(name, bytes))
			throw new StudioError("UNREADABLE_FILE", "A picture in the backup is not what its name says", {
				file: basename(name),
			});
		writeFileSync(join(folder, name), bytes, { flush: true });
		written += 1;
	}
	syncFolder(folder);
	restored.exec("DROP TABLE backup_media");
	restored.exec("VACUUM");
	return written;
}
