import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { LibraryStatus, RecoverInput, RecoverResult } from "#contract/library.ts";
import { message } from "#domain/words/message.ts";
import { listBackups } from "./backup/files.ts";
import type { Clock } from "./clock.ts";
import { ImportRepository } from "./database/imports.ts";
import { SCHEMA_VERSION } from "./database/migrations/index.ts";
import { ObservationRepository } from "./database/observations.ts";
import type { LibraryDatabase } from "./database/open.ts";
import { PlanRepository } from "./database/plan.ts";
import { StoryRepository } from "./database/stories.ts";
import { faultMessage, StudioError, whyMessage } from "./errors.ts";
import { rollBackUnfinishedImports } from "./import/take-back.ts";
import { type LibraryLock, lockLibrary } from "./lifecycle/lock.ts";
import { openChecked } from "./lifecycle/open-checked.ts";
import { replaceLibrary } from "./lifecycle/recover.ts";

/** Everything an open library offers. One repository per table family. */
export interface Library {
	readonly directory: string;
	readonly database: LibraryDatabase;
	readonly stories: StoryRepository;
	readonly observations: ObservationRepository;
	readonly plan: PlanRepository;
	readonly imports: ImportRepository;
}

export interface LibraryHandle {
	status(): LibraryStatus;
	/** `null` unless the state is `open`. */
	library(): Library | null;
	/** A way out of every state but `open`; afterwards the same handle serves the recovered library. @throws {StudioError} */
	recover(input: RecoverInput): Promise<RecoverResult>;
	/** Told of every failed call: when the database itself is at fault, the library is closed and becomes `damaged`. */
	noticeFailure(error: unknown): void;
	/** Closes the library and lets other processes have it. */
	close(): void;
}

function buildLibrary(directory: string, database: LibraryDatabase): Library {
	const stories = new StoryRepository(database);
	const library: Library = {
		directory,
		database,
		stories,
		observations: new ObservationRepository(database),
		plan: new PlanRepository(database, stories),
		imports: new ImportRepository(database),
	};
	rollBackUnfinishedImports(library);
	return library;
}

function openStatus(library: Library): LibraryStatus {
	const { database, directory } = library;
	const id = database.prepare<[], string>("SELECT value FROM library_meta WHERE key = 'id'").pluck().get();
	const sample = database.prepare("SELECT EXISTS (SELECT 1 FROM story WHERE sample = 1)").pluck().get() === 1;
	return { state: "open", directory, libraryId: id ?? "", schemaVersion: SCHEMA_VERSION, sample };
}

/** Opens the library in a folder, making it when there never was one. Never throws: what is wrong is its status. */
export function openLibrary(directory: string, clock: Clock): LibraryHandle {
	let lock: LibraryLock | null = null;
	let library: Library | null = null;
	let problem: LibraryStatus = { state: "unreachable", directory, reason: message("The library was closed") };

	function open(): void {
		try {
			if (!lock) {
				mkdirSync(join(directory, "media"), { recursive: true });
				const locked = lockLibrary(directory, clock.now());
				if ("heldBy" in locked) {
					problem = { state: "locked", directory, processId: locked.heldBy };
					return;
				}
				lock = locked;
			}
			const opened = openChecked(directory, lock.unclean, clock.now());
			if ("status" in opened) problem = opened.status;
			else library = buildLibrary(directory, opened.database);
		} catch (error) {
			problem = { state: "unreachable", directory, reason: whyMessage(error) };
		}
		if (problem.state === "unreachable" && !library) unlock(false);
	}

	function unlock(clean: boolean): void {
		lock?.release(clean);
		lock = null;
	}

	function shut(): void {
		const closing = library;
		library = null;
		if (!closing) return;
		closing.stories.index.stop();
		try {
			closing.stories.index.catchUp();
		} catch {
			// The debt is written down; the next session pays it.
		}
		closing.database.close();
	}

	const status = (): LibraryStatus => (library ? openStatus(library) : problem);

	open();
	return {
		status,
		library: () => library,
		async recover(input) {
			if (library) throw new StudioError("INVALID_INPUT", "The library is open; there is nothing to recover");
			let outcome: Awaited<ReturnType<typeof replaceLibrary>> = { movedTo: null, salvage: null };
			if (input.action !== "retry") {
				if (!lock) throw new StudioError("LIBRARY_LOCKED", "The library cannot be changed while it cannot be held");
				outcome = await replaceLibrary(directory, input, clock.now());
			}
			open();
			return { status: status(), ...outcome };
		},
		noticeFailure(error) {
			const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
			if (!library || !(code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB")) return;
			problem = {
				state: "damaged",
				directory,
				reason: faultMessage(error),
				backups: listBackups(directory),
			};
			shut();
		},
		close() {
			const clean = library !== null || (lock !== null && !lock.unclean && problem.state !== "damaged");
			shut();
			unlock(clean);
			problem = { state: "unreachable", directory, reason: message("The library was closed") };
		},
	};
}
