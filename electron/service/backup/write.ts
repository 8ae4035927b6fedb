import { rmSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { basename } from "node:path";
import Database from "better-sqlite3";
import type { BackupInfo } from "#contract/library.ts";
import { message } from "#domain/words/message.ts";
import { checkFile, checkFileInBackground, danglingRows, type FileCheck } from "../database/check.ts";
import type { LibraryDatabase } from "../database/open.ts";
import { StudioError } from "../errors.ts";
import type { JobContext } from "../jobs.ts";
import { putInPlace } from "../lifecycle/files.ts";
import { turn } from "../turn.ts";
import { nextBackupPath, pruneBackups } from "./files.ts";
import { packPictures } from "./pictures.ts";

/** Pages copied between two turns of the event loop: 100 × 4 kB take well under 16 ms. */
const PAGES_A_SLICE = 100;

/** Checked here and now in a few milliseconds; starting a thread would take longer. */
const QUICKLY_CHECKED_BYTES = 2 * 1024 ** 2;

/** What a long copy tells and asks while it runs. A job's context is one. */
export type CopyContext = Pick<JobContext, "progress" | "signal" | "breathe">;

/** For a copy that nobody follows. */
export const unfollowed = (signal = new AbortController().signal): CopyContext => ({
	progress: () => {},
	breathe: turn,
	signal,
});

/** @throws {StudioError} WRITE_FAILED when a copy is not as sound as its source; the copy is deleted */
function assertSound(part: string, { findings, dangling }: FileCheck, source: LibraryDatabase): void {
	const reason = findings[0] ?? (dangling > 0 && dangling > danglingRows(source) ? message("Rows were lost") : null);
	if (reason === null) return;
	rmSync(part, { force: true });
	throw new StudioError("WRITE_FAILED", "The backup did not pass its check and was thrown away", { reason });
}

/** Makes a copy that stands alone: one file, no write-ahead log beside it. */
export function standAlone(file: string): void {
	const copy = new Database(file);
	try {
		copy.pragma("journal_mode = DELETE");
	} finally {
		copy.close();
	}
}

/**
 * Copies a live database to `file` with SQLite's backup API, in slices; writes meanwhile are followed.
 * The copy is unchecked. @throws {StudioError} CANCELLED
 */
export async function copyDatabase(database: LibraryDatabase, file: string, context: CopyContext): Promise<void> {
	rmSync(file, { force: true });
	try {
		await database.backup(file, {
			progress: ({ totalPages, remainingPages }) => {
				if (context.signal.aborted) throw new StudioError("CANCELLED", "Cancelled");
				context.progress({ done: totalPages - remainingPages, total: totalPages, item: "" });
				return PAGES_A_SLICE;
			},
		});
		standAlone(file);
	} catch (error) {
		rmSync(file, { force: true });
		throw error;
	}
}

/** Checks a finished copy, a large one on another thread, and puts it in its place; a bad one is deleted. @throws {StudioError} WRITE_FAILED */
export async function checkAndPlace(part: string, target: string, source: LibraryDatabase): Promise<void> {
	const isQuick = statSync(part).size <= QUICKLY_CHECKED_BYTES;
	assertSound(part, isQuick ? checkFile(part) : await checkFileInBackground(part), source);
	// Flushed here in the background, so that what follows on the event loop finds nothing left to flush.
	const handle = await open(part, "r+");
	await handle.sync().finally(() => handle.close());
	putInPlace(part, target);
}

/**
 * Copies a library with its pictures into one file, which is checked before it gets its name: what the writer asks for,
 * in the library's own folder or elsewhere.
 * @returns what it holds. @throws {StudioError} WRITE_FAILED, DISK_FULL, CANCELLED; nothing is left then
 */
export async function writeWithPictures(
	library: { directory: string; database: LibraryDatabase },
	target: string,
	context: CopyContext,
): Promise<{ stories: number; media: number }> {
	const part = `${target}.part`;
	try {
		await copyDatabase(library.database, part, context);
		const held = await packPictures(part, library.directory, context);
		await checkAndPlace(part, target, library.database);
		return held;
	} catch (error) {
		rmSync(part, { force: true });
		throw error;
	}
}

/**
 * Backs an open library up into its own `backups` folder: copied, checked, forced to disk, then old ones go. What the
 * writer asks for holds the pictures; the others leave them out, because picture files never change.
 */
export async function backUp(
	library: { directory: string; database: LibraryDatabase },
	kind: BackupInfo["kind"],
	now: Date,
	context: CopyContext,
): Promise<BackupInfo> {
	const target = nextBackupPath(library.directory, kind, now);
	let pictures: number | null = null;
	if (kind === "manual") pictures = (await writeWithPictures(library, target, context)).media;
	else {
		const part = `${target}.part`;
		await copyDatabase(library.database, part, context);
		await checkAndPlace(part, target, library.database);
	}
	pruneBackups(library.directory);
	return { name: basename(target), createdAt: now.toISOString(), bytes: statSync(target).size, kind, pictures };
}

/** The backup before a migration: at once, because nothing may happen before it is there. @throws when it fails its check */
export function backUpBeforeMigration(directory: string, database: LibraryDatabase, now: Date): void {
	const target = nextBackupPath(directory, "migration", now);
	const part = `${target}.part`;
	rmSync(part, { force: true });
	database.prepare("VACUUM INTO ?").run(part);
	assertSound(part, checkFile(part), database);
	putInPlace(part, target);
	pruneBackups(directory);
}
