import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { z } from "zod";
import { errorCode } from "../errors.ts";

/** Empty file whose operating-system lock says who holds the library. There only while somebody does. */
const LOCK_FILE = "library.lock";
/** There while a library is open: who opened it. Left behind by a crash, which is how an unclean close is noticed. */
const SESSION_FILE = "library.session";

const sessionSchema = z.object({ pid: z.int().positive() });

/**
 * How the library was left: closed as it should be, in the middle of something (its next opening checks all of it), or
 * never opened, so that its folder must be as it was found.
 */
export type SessionEnd = "closed" | "unclean" | "untouched";

export interface LibraryLock {
	/** Whether the session before this one ended without closing the library. */
	unclean: boolean;
	/** Call when the library file is closed. */
	release(end: SessionEnd): void;
}

/** Which file lies at a path: another one put in its place is another identity. */
function identity(file: string): string | null {
	const stats = statSync(file, { bigint: true, throwIfNoEntry: false });
	return stats ? `${stats.dev} ${stats.ino} ${stats.birthtimeNs}` : null;
}

function make(file: string): void {
	try {
		closeSync(openSync(file, "wx"));
	} catch (error) {
		if (errorCode(error) !== "EEXIST") throw error;
	}
}

/** @returns the held lock, `null` when another has it, `"gone"` when its file was removed by the one who had it */
function tryLock(file: string): Database.Database | null | "gone" {
	make(file);
	const before = identity(file);
	const lock = new Database(file, { timeout: 0 });
	try {
		lock.pragma("journal_mode = MEMORY");
		lock.exec("BEGIN EXCLUSIVE");
	} catch (error) {
		lock.close();
		if (errorCode(error) === "SQLITE_BUSY") return null;
		throw error;
	}
	if (before !== null && identity(file) === before) return lock;
	lock.close();
	return "gone";
}

function takeLock(file: string): Database.Database | null {
	for (;;) {
		const taken = tryLock(file);
		if (taken !== "gone") return taken;
	}
}

/**
 * Lets go and takes the file away. Removed while it is held, so that nobody can hold it then; one who had opened it
 * finds another file or none at its place and tries again. Windows removes no open file: there it goes afterwards,
 * unless somebody has opened it.
 */
function letGo(lock: Database.Database, file: string): void {
	const remove = () => {
		try {
			rmSync(file, { force: true });
		} catch {
			// A lock file nobody holds does no harm.
		}
	};
	if (process.platform !== "win32") remove();
	lock.close();
	if (process.platform === "win32") remove();
}

function sessionProcess(file: string): number | null {
	try {
		return sessionSchema.parse(JSON.parse(readFileSync(file, "utf8"))).pid;
	} catch {
		return null;
	}
}

/**
 * Takes the library for this process. The lock is SQLite's own on an empty file, so the kernel lets go of it when the
 * process dies however it dies: there is no stale lock to judge by a process id, and of two that race one gets it.
 * @returns the lock, or who holds it
 * @throws when the folder cannot be written
 */
export function lockLibrary(directory: string, now: Date): LibraryLock | { heldBy: number | null } {
	const file = join(directory, LOCK_FILE);
	const session = join(directory, SESSION_FILE);
	let lock: Database.Database | null;
	try {
		lock = takeLock(file);
	} catch (error) {
		if (errorCode(error) !== "SQLITE_NOTADB") throw error;
		// Something else wrote into it, so nobody of ours can be holding it.
		rmSync(file);
		lock = takeLock(file);
	}
	if (!lock) return { heldBy: sessionProcess(session) };
	const held = lock;
	try {
		const left = existsSync(session) ? readFileSync(session) : null;
		writeFileSync(session, JSON.stringify({ pid: process.pid, startedAt: now.toISOString() }));
		return {
			unclean: left !== null,
			release(end) {
				try {
					if (end === "closed" || (end === "untouched" && left === null)) rmSync(session, { force: true });
					else if (end === "untouched" && left !== null) writeFileSync(session, left);
				} finally {
					letGo(held, file);
				}
			},
		};
	} catch (error) {
		letGo(held, file);
		throw error;
	}
}

/** One line for a terminal: who has the library, and what to do. */
export function heldLine(processId: number | null): string {
	const holder = processId === null ? "" : ` (process ${processId})`;
	return `Another Inkhour has this library open${holder}. Close it there, then try again`;
}
