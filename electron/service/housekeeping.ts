import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { TRASH_DAYS } from "#contract/story.ts";
import { BACKUP_FOLDER, listBackups } from "./backup/files.ts";
import { backUp, unfollowed } from "./backup/write.ts";
import type { Clock } from "./clock.ts";
import { emptyLog } from "./database/checkpoint.ts";
import type { Library } from "./library.ts";
import { DATABASE_FILE } from "./lifecycle/files.ts";

const HOUR_MS = 3_600_000;
/** Age of the newest backup at which a new one is due: while the studio runs, and when it closes. */
const DUE_WHILE_RUNNING_MS = 24 * HOUR_MS;
const DUE_AT_CLOSE_MS = 6 * HOUR_MS;
/** Closing waits no longer for its backup; an unfinished one is thrown away. */
const LONGEST_AT_CLOSE_MS = 5_000;
const FIRST_ROUND_AFTER_MS = 60_000;

/** Whether the library changed since its newest backup, and that is old enough. A clock set back counts as old. */
function isBackupDue(library: Library, now: Date, dueAfterMs: number): boolean {
	const [newest] = listBackups(library.directory);
	if (!newest) return library.database.prepare("SELECT 1 FROM story LIMIT 1").get() !== undefined;
	const age = now.getTime() - Date.parse(newest.createdAt);
	if (age >= 0 && age < dueAfterMs) return false;
	const written = (...path: string[]) => {
		const file = join(library.directory, ...path);
		return existsSync(file) ? statSync(file).mtimeMs : 0;
	};
	return written(DATABASE_FILE) > written(BACKUP_FOLDER, newest.name);
}

/** Whether anything was written since the library was opened. */
function hasWritten(library: Library): boolean {
	const row = library.database.prepare<[], { changes: number }>("SELECT total_changes() AS changes").get();
	return (row?.changes ?? 0) > 0;
}

/** Deletes what has lain in the trash for its time, as far as a backup still holds it. */
export function emptyOldTrash(library: Library, now: Date): number {
	const [newest] = listBackups(library.directory);
	if (!newest) return 0;
	const before = Math.min(now.getTime() - TRASH_DAYS * 24 * HOUR_MS, Date.parse(newest.createdAt));
	return library.stories.emptyTrash(new Date(before).toISOString());
}

async function automaticBackup(library: Library, now: Date, dueAfterMs: number, signal: AbortSignal): Promise<boolean> {
	await emptyLog(library.database);
	if (!isBackupDue(library, now, dueAfterMs)) return false;
	await backUp(library, "automatic", now, unfollowed(signal));
	return true;
}

/** What happens by itself: backups of a changed library, and the end of what lies long in the trash. */
export class Housekeeping {
	readonly #library: () => Library | null;
	readonly #clock: Clock;
	readonly #log: (line: string) => void;
	readonly #stop = new AbortController();
	#round: Promise<void> = Promise.resolve();
	#timer: NodeJS.Timeout;

	constructor(library: () => Library | null, clock: Clock, log: (line: string) => void) {
		this.#library = library;
		this.#clock = clock;
		this.#log = log;
		this.#timer = this.#after(FIRST_ROUND_AFTER_MS);
	}

	/** One round. Never rejects: a full disk must not disturb the writing. */
	async round(): Promise<void> {
		const library = this.#library();
		if (!library) return;
		try {
			await automaticBackup(library, this.#clock.now(), DUE_WHILE_RUNNING_MS, this.#stop.signal);
			if (!this.#stop.signal.aborted) emptyOldTrash(library, this.#clock.now());
		} catch (error) {
			this.#log(`housekeeping: ${error instanceof Error ? error.message : String(error)}`);
		}
	}

	/** Ends the rounds and makes the backup that is due at closing. Never rejects, and takes a few seconds at most. */
	async close(): Promise<void> {
		clearTimeout(this.#timer);
		this.#stop.abort();
		await this.#round;
		const library = this.#library();
		// A session that only looked, or whose one request was refused, leaves the folder as it was.
		if (!library || !hasWritten(library)) return;
		try {
			const signal = AbortSignal.timeout(LONGEST_AT_CLOSE_MS);
			await automaticBackup(library, this.#clock.now(), DUE_AT_CLOSE_MS, signal);
		} catch (error) {
			this.#log(`backup at closing: ${error instanceof Error ? error.message : String(error)}`);
		}
	}

	#after(milliseconds: number): NodeJS.Timeout {
		return setTimeout(() => {
			this.#round = this.round();
			this.#timer = this.#after(HOUR_MS);
		}, milliseconds).unref();
	}
}
