import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import Database from "better-sqlite3";
import { APPLICATION_ID, type LibraryDatabase } from "./open.ts";

const MOST_FINDINGS = 20;

/** What `PRAGMA integrity_check` finds; empty when sound. */
export function integrityFindings(database: LibraryDatabase): string[] {
	const rows = database.prepare<[], { integrity_check: string }>(`PRAGMA integrity_check(${MOST_FINDINGS})`).all();
	return rows.map((row) => row.integrity_check).filter((finding) => finding !== "ok");
}

/** What the quicker `PRAGMA quick_check` finds; empty when sound. It does not compare indexes with their tables. */
export function quickFindings(database: LibraryDatabase): string[] {
	const rows = database.prepare<[], { quick_check: string }>(`PRAGMA quick_check(${MOST_FINDINGS})`).all();
	return rows.map((row) => row.quick_check).filter((finding) => finding !== "ok");
}

/** Number of rows that point at a row that is not there. */
export function danglingRows(database: LibraryDatabase): number {
	return database.prepare("PRAGMA foreign_key_check").all().length;
}

export interface FileCheck {
	/** Why the file cannot be trusted; empty when it can. */
	findings: string[];
	/** Rows that point at nothing. A faithful copy has as many as its source. */
	dangling: number;
}

/** Runs here and, as source text, in a worker: it may use nothing but its arguments. */
function check(open: typeof Database, file: string, applicationId: number, most: number): FileCheck {
	const database = new open(file, { readonly: true, fileMustExist: true });
	try {
		const findings = database
			.prepare<[], string>(`PRAGMA integrity_check(${most})`)
			.pluck()
			.all()
			.filter((finding) => finding !== "ok");
		if (database.pragma("application_id", { simple: true }) !== applicationId) findings.push("not an Inkhour library");
		return { findings, dangling: database.prepare("PRAGMA foreign_key_check").all().length };
	} finally {
		database.close();
	}
}

const failed = (error: unknown): FileCheck => ({
	findings: [error instanceof Error ? error.message : String(error)],
	dangling: 0,
});

/** Opens a database file and checks all of it. Never throws. */
export function checkFile(file: string): FileCheck {
	try {
		return check(Database, file, APPLICATION_ID, MOST_FINDINGS);
	} catch (error) {
		return failed(error);
	}
}

/**
 * {@link checkFile} on another thread, because the check is one statement inside SQLite and cannot be sliced. Never rejects.
 * The worker gets source text instead of a file: the bundled Electron main process has no file of its own for it.
 */
export function checkFileInBackground(file: string): Promise<FileCheck> {
	const source = `
		const { parentPort, workerData } = require("node:worker_threads");
		const check = ${check.toString()};
		parentPort.postMessage(check(require(workerData.module), workerData.file, ...workerData.rest));`;
	return new Promise((resolve) => {
		const worker = new Worker(source, {
			eval: true,
			execArgv: [],
			workerData: {
				file,
				module: createRequire(import.meta.url).resolve("better-sqlite3"),
				rest: [APPLICATION_ID, MOST_FINDINGS],
			},
		});
		worker.once("message", (result: FileCheck) => resolve(result));
		worker.once("error", (error) => resolve(failed(error)));
		worker.once("exit", () => resolve(failed("the check stopped early")));
	});
}
