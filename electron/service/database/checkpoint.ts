import { statSync } from "node:fs";
import Database from "better-sqlite3";
import type { TaskOutcome } from "../threads/tasks.ts";
import { runTask } from "../threads/thread.ts";
import type { LibraryDatabase } from "./open.ts";

/** A log that is moved here and now in a few milliseconds; starting a thread would take longer. */
const QUICKLY_MOVED_BYTES = 1024 ** 2;
/** The thread waits no longer for a moment in which nobody writes. */
const PATIENCE_MS = 1_000;

const logBytes = (file: string) => statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;

/** Runs in a thread. First what keeps nobody from writing, then the emptied log is cut. */
export function checkpointTask({ file }: { file: string }): TaskOutcome<"checkpoint"> {
	const database = new Database(file, { fileMustExist: true, timeout: PATIENCE_MS });
	try {
		database.pragma("synchronous = FULL");
		database.pragma("wal_checkpoint(PASSIVE)");
		database.pragma("wal_checkpoint(TRUNCATE)");
	} finally {
		database.close();
	}
	return { value: null };
}

/**
 * Writes what only the log holds into the library file, so that its time says when it last changed. A large log is moved
 * on another thread; what cannot be moved stays in the log, where it is as safe.
 */
export async function emptyLog(database: LibraryDatabase): Promise<void> {
	if (logBytes(database.name) > QUICKLY_MOVED_BYTES)
		await runTask("checkpoint", { file: database.name }).catch(() => null);
	if (database.open && logBytes(database.name) <= QUICKLY_MOVED_BYTES) database.pragma("wal_checkpoint(TRUNCATE)");
}
