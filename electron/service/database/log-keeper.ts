import { type FileHandle, open } from "node:fs/promises";
import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type Database from "better-sqlite3";
import type { LibraryDatabase } from "./open.ts";

/** Pages that SQLite lets the log grow to before a commit empties it; its own default. */
const AUTOMATIC_PAGES = 1000;
const EVERY_MS = 2_000;
/** Pause between two flushes of the log. */
const FLUSH_EVERY_MS = 100;

/** Runs, as source text, in a worker: it may use nothing but its arguments. */
function keep(open: typeof Database, file: string, everyMs: number, onStop: (stop: () => void) => void): void {
	const database = new open(file, { fileMustExist: true, timeout: 0 });
	database.pragma("synchronous = FULL");
	const copy = () => {
		try {
			database.pragma("wal_checkpoint(PASSIVE)");
		} catch {
			// A full disk, say: the log stays as it is and nothing is lost.
		}
	};
	const timer = setInterval(copy, everyMs);
	onStop(() => {
		clearInterval(timer);
		copy();
		database.close();
	});
}

const SOURCE = `const { parentPort, workerData } = require("node:worker_threads");
(${keep.toString()})(require(workerData.sqlite), workerData.file, workerData.everyMs,
	(stop) => parentPort.once("message", () => { stop(); parentPort.close(); }));`;

/**
 * While much is written, moves what was committed from the write-ahead log into the library file on another thread:
 * a commit would otherwise do it, and hold the event loop while the disk is waited for. Commits are as durable as ever.
 * The thread starts after a while: what is written in a moment is moved once, when the writing has ended. Until then
 * the log is flushed in the background again and again, so that a durable commit has little to wait for.
 */
export class LogKeeper {
	readonly #database: LibraryDatabase;
	readonly #start: NodeJS.Timeout;
	readonly #log: Promise<FileHandle | null>;
	#flush: NodeJS.Timeout | undefined;
	#stopped = false;
	#thread: { worker: Worker; ended: Promise<void> } | null = null;

	constructor(database: LibraryDatabase) {
		this.#database = database;
		this.#automatic(0);
		this.#start = setTimeout(() => this.#running(), EVERY_MS).unref();
		// SQLite holds no locks on the log itself: another handle on it may come and go.
		this.#log = open(`${database.name}-wal`, "r+").catch(() => null);
		this.#flushLater();
	}

	/** Resolves when everything committed so far is on the disk, or cannot be flushed from here. */
	async flush(): Promise<void> {
		const log = await this.#log;
		try {
			await log?.datasync();
		} catch {
			// The next durable commit flushes the log itself, and reports what is wrong.
		}
	}

	/** Call when the writing has ended. Resolves when everything is moved and the library has been let go of. */
	async stop(): Promise<void> {
		this.#stopped = true;
		clearTimeout(this.#start);
		clearTimeout(this.#flush);
		const { worker, ended } = this.#running();
		worker.postMessage("stop");
		await ended;
		const log = await this.#log;
		await log?.close();
		this.#automatic(AUTOMATIC_PAGES);
	}

	#flushLater(): void {
		this.#flush = setTimeout(async () => {
			await this.flush();
			if (!this.#stopped) this.#flushLater();
		}, FLUSH_EVERY_MS).unref();
	}

	#running(): { worker: Worker; ended: Promise<void> } {
		this.#thread ??= this.#startThread();
		return this.#thread;
	}

	#startThread(): { worker: Worker; ended: Promise<void> } {
		const sqlite = createRequire(import.meta.url).resolve("better-sqlite3");
		const worker = new Worker(SOURCE, {
			eval: true,
			workerData: { sqlite, file: this.#database.name, everyMs: EVERY_MS },
			resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
		});
		const ended = new Promise<void>((resolve) => {
			worker.once("exit", () => resolve());
			// Without the thread commits do the work themselves, as always.
			worker.once("error", () => this.#automatic(AUTOMATIC_PAGES));
		});
		return { worker, ended };
	}

	#automatic(pages: number): void {
		if (this.#database.open) this.#database.pragma(`wal_autocheckpoint = ${pages}`);
	}
}
