/** Pictures inside a backup: a table of their bytes beside the library's own tables. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import Database from "better-sqlite3";
import type { LibraryDatabase } from "../database/open.ts";
import { StudioError } from "../errors.ts";
import type { JobContext } from "../jobs.ts";
import { mediaDirectory } from "../media/store.ts";
import { turn } from "../turn.ts";
import { writeWhole } from "../write-whole.ts";
import { assetNames, isAssetSound } from "./assets.ts";

const hasTable = (database: LibraryDatabase) =>
	database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'backup_media'").get() !== undefined;

export const storyCount = (database: LibraryDatabase): number =>
	Number(database.prepare("SELECT COUNT(*) FROM story").pluck().get());

/** How many pictures a backup holds; `null` when it was made without them, or cannot be read. */
export function picturesInside(file: string): number | null {
	let backup: LibraryDatabase | undefined;
	try {
		backup = new Database(file, { readonly: true, fileMustExist: true });
		return hasTable(backup) ? Number(backup.prepare("SELECT COUNT(*) FROM backup_media").pluck().get()) : null;
	} catch {
		return null;
	} finally {
		backup?.close();
	}
}

/**
 * Puts the pictures of a library's folder into a copy of its database that has no name yet. The copy is not flushed.
 * @returns what the copy holds. @throws {StudioError} CANCELLED
 */
export async function packPictures(
	part: string,
	libraryDirectory: string,
	job: Pick<JobContext, "progress" | "breathe">,
): Promise<{ stories: number; media: number }> {
	const names = assetNames(libraryDirectory);
	const copy = new Database(part);
	try {
		copy.pragma("synchronous = OFF");
		copy.exec("CREATE TABLE backup_media (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT");
		const insert = copy.prepare("INSERT INTO backup_media (name, bytes) VALUES (?, ?)");
		for (const [at, name] of names.entries()) {
			job.progress({ done: at, total: names.length, item: name });
			insert.run(name, readFileSync(join(mediaDirectory(libraryDirectory), name)));
			await job.breathe();
		}
		return { stories: storyCount(copy), media: names.length };
	} finally {
		copy.close();
	}
}

/** Whether a picture lies in a folder, byte for byte. */
function isThere(path: string, bytes: Buffer): boolean {
	return existsSync(path) && statSync(path).size === bytes.length && readFileSync(path).equals(bytes);
}

/**
 * The pictures inside a backup, one after the other, each as its name promises.
 * @param file what the backup is called, for the failure. @throws {StudioError} UNREADABLE_FILE
 */
export function* soundPictures(backup: LibraryDatabase, file: string): Generator<{ name: string; bytes: Buffer }> {
	if (!hasTable(backup)) return;
	const names = backup.prepare<[], string>("SELECT name FROM backup_media ORDER BY name").pluck().all();
	const read = backup.prepare<[string], Buffer>("SELECT bytes FROM backup_media WHERE name = ?").pluck();
	for (const name of names) {
		const bytes = read.get(name) ?? Buffer.alloc(0);
		if (!isAssetSound(name, bytes))
			throw new StudioError("UNREADABLE_FILE", "A picture in the backup is not what its name says", {
				file,
				place: basename(name),
			});
		yield { name, bytes };
	}
}

/**
 * Writes the pictures of a backup into a library's folder, as far as they are not there, and takes them out of the database,
 * one after the other: together they would hold the event loop. The database is not flushed.
 * @param file what the backup is called, for the failure
 * @returns how many there were. @throws {StudioError} UNREADABLE_FILE
 */
export async function unpackPictures(
	restored: LibraryDatabase,
	libraryDirectory: string,
	file: string,
): Promise<number> {
	if (!hasTable(restored)) return 0;
	const folder = mediaDirectory(libraryDirectory);
	await mkdir(folder, { recursive: true });
	restored.pragma("synchronous = OFF");
	restored.pragma("journal_mode = MEMORY");
	const remove = restored.prepare("DELETE FROM backup_media WHERE name = ?");
	let count = 0;
	for (const { name, bytes } of soundPictures(restored, file)) {
		if (!isThere(join(folder, name), bytes)) await writeWhole(join(folder, name), bytes);
		remove.run(name);
		count += 1;
		await turn();
	}
	restored.exec("DROP TABLE backup_media");
	restored.exec("VACUUM");
	return count;
}

/**
 * Copies pictures that a library lacks from another library's folder, as far as they are there and sound.
 * @returns how many
 */
export async function takePictures(names: readonly string[], from: string, to: string): Promise<number> {
	let taken = 0;
	for (const name of names) {
		const source = join(mediaDirectory(from), name);
		const bytes = existsSync(source) ? readFileSync(source) : null;
		if (!bytes || !isAssetSound(name, bytes)) continue;
		await mkdir(mediaDirectory(to), { recursive: true });
		await writeWhole(join(mediaDirectory(to), name), bytes);
		taken += 1;
	}
	return taken;
}
