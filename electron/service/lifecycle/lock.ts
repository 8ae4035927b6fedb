import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { z } from "zod";

/** Empty file whose operating-system lock says who holds the library. Never deleted: unlinking it would let two in. */
const LOCK_FILE = "library.lock";
/** There while a library is open: who opened it. Left behind by a crash, which is how an unclean close is noticed. */
const SESSION_FILE = "library.session";

const sessionSchema = z.object({ pid: z.int().positive() });

export interface LibraryLock {
	/** Whether the session before this one ended without closing the library. */
	unclean: boolean;
	/** Call when the library file is closed. `clean: false` keeps the mark of an unclean close. */
	release(clean: boolean): void;
}

function code(error: unknown): string {
	return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}

function takeLock(file: string): Database.Database | null {
	const lock = new Database(file, { timeout: 0 });
	try {
		lock.pragma("journal_mode = MEMORY");
		lock.exec("BEGIN EXCLUSIVE");
		return lock;
	} catch (error) {
		lock.close();
		if (code(error) === "SQLITE_BUSY") return null;
		throw error;
	}
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
		if (code(error) !== "SQLITE_NOTADB") throw error;
		// Something else wrote into it, so nobody of ours can be holding it.
		rmSync(file);
		lock = takeLock(file);
	}
	if (!lock) return { heldBy: sessionProcess(session) };
	const held = lock;
	try {
		const unclean = existsSync(session);
		writeFileSync(session, JSON.stringify({ pid: process.pid, startedAt: now.toISOString() }));
		return {
			unclean,
			release(clean) {
				if (clean) rmSync(session, { force: true });
				held.close();
			},
		};
	} catch (error) {
		held.close();
		throw error;
	}
}
