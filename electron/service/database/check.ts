import Database from "better-sqlite3";
import { errorCode } from "../errors.ts";
import type { TaskOutcome } from "../threads/tasks.ts";
import { runTask } from "../threads/thread.ts";
import { APPLICATION_ID, type LibraryDatabase } from "./open.ts";

const MOST_FINDINGS = 20;

export interface CheckInput {
	file: string;
	/** `quick` does not compare indexes with their tables. */
	depth: "quick" | "full";
}

export interface FileCheck {
	/** Why the file cannot be trusted; empty when it can. */
	findings: string[];
	/** Rows that point at nothing. A faithful copy has as many as its source. */
	dangling: number;
}

/** What SQLite's check finds; empty when sound. */
export function integrityFindings(database: LibraryDatabase, depth: CheckInput["depth"] = "full"): string[] {
	const pragma = depth === "full" ? "integrity_check" : "quick_check";
	return database
		.prepare<[], string>(`PRAGMA ${pragma}(${MOST_FINDINGS})`)
		.pluck()
		.all()
		.filter((finding) => finding !== "ok");
}

/** Number of rows that point at a row that is not there. */
export function danglingRows(database: LibraryDatabase): number {
	return Number(database.prepare("SELECT count(*) FROM pragma_foreign_key_check").pluck().get());
}

const failed = (error: unknown): FileCheck => ({
	findings: [error instanceof Error ? error.message : String(error)],
	dangling: 0,
});

/** Runs in a thread. Reads only: what a crash left in the log stays there. */
export function checkTask({ file, depth }: CheckInput): TaskOutcome<"check"> {
	let database: LibraryDatabase | undefined;
	try {
		database = new Database(file, { readonly: true, fileMustExist: true });
		const findings = integrityFindings(database, depth);
		if (database.pragma("application_id", { simple: true }) !== APPLICATION_ID) findings.push("not an Inkhour library");
		const dangling = depth === "full" ? danglingRows(database) : 0;
		return { value: { findings, dangling }, close: () => database?.close() };
	} catch (error) {
		database?.close();
		return { value: failed(error) };
	}
}

/** Opens a database file and checks all of it, here and now. Never throws. */
export function checkFile(file: string): FileCheck {
	const { value, close } = checkTask({ file, depth: "full" });
	close?.();
	return value;
}

/** {@link checkFile} on another thread. Never rejects. */
export async function checkFileInBackground(file: string): Promise<FileCheck> {
	return runTask("check", { file, depth: "full" }).catch(failed);
}

/** Damage is told by the integrity check; what cannot be read because of it is `otherwise`. */
export function readable<T>(read: () => T, otherwise: T): T {
	try {
		return read();
	} catch (error) {
		if (!errorCode(error).startsWith("SQLITE_CORRUPT")) throw error;
		return otherwise;
	}
}
