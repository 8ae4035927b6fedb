import { mkdirSync } from "node:fs";
import type { LibraryStatus, RecoverResult } from "#contract/library.ts";
import { message } from "#domain/words/message.ts";
import { listBackups } from "./backup/files.ts";
import type { Clock } from "./clock.ts";
import { ImportRepository } from "./database/imports.ts";
import { SCHEMA_VERSION } from "./database/migrations/index.ts";
import { ObservationRepository } from "./database/observations.ts";
import type { LibraryDatabase } from "./database/open.ts";
import { PlanRepository } from "./database/plan.ts";
import { StoryRepository } from "./database/stories.ts";
import { errorCode, PARTS_DAMAGED, StudioError, whyMessage } from "./errors.ts";
import { rollBackUnfinishedImports } from "./import/take-back.ts";
import { type LibraryLock, lockLibrary } from "./lifecycle/lock.ts";
import { openChecked } from "./lifecycle/open-checked.ts";
import { leadsToBackup, replaceLibrary, replaceSound, type WayOut } from "./lifecycle/recover.ts";
import { mediaDirectory } from "./media/store.ts";
import { turn } from "./turn.ts";

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
	/**
	 * A way out of every state; afterwards the same handle serves the recovered library. An open one can only be given up for
	 * a backup, and is then backed up itself, unless salvage made it in this session. Nothing may be reading its file.
	 * @throws {StudioError} the library is then as it was
	 */
	recover(input: WayOut): Promise<RecoverResult>;
	/** Told of every failed call: when the database itself is at fault, the library is closed and becomes `damaged`. */
	noticeFailure(error: unknown): void;
	/** Closes the library and lets other processes have it. */
	close(): void;
}

/** @throws when what an unfinished import left cannot be taken back; the database is closed then */
async function buildLibrary(directory: string, database: LibraryDatabase): Promise<Library> {
	const stories = new StoryRepository(database);
	const library: Library = {
		directory,
		database,
		stories,
		observations: new ObservationRepository(database),
		plan: new PlanRepository(database, stories),
		imports: new ImportRepository(database),
	};
	try {
		await rollBackUnfinishedImports(library, turn);
		return library;
	} catch (error) {
		stories.index.stop();
		database.close();
		throw error;
	}
}

function openStatus(library: Library): LibraryStatus {
	const { database, directory } = library;
	const id = database.prepare<[], string>("SELECT value FROM library_meta WHERE key = 'id'").pluck().get();
	const sample = database.prepare("SELECT EXISTS (SELECT 1 FROM story WHERE sample = 1)").pluck().get() === 1;
	return { state: "open", directory, libraryId: id ?? "", schemaVersion: SCHEMA_VERSION, sample };
}

/** Opens the library in a folder, making it when there never was one. Never rejects: what is wrong is its status. */
export async function openLibrary(directory: string, clock: Clock): Promise<LibraryHandle> {
	let lock: LibraryLock | null = null;
	let library: Library | null = null;
	/** Whether the library was open since it was locked. */
	let wasOpen = false;
	/** Whether the open library is what salvage made in this session. */
	let isSalvaged = false;
	let problem: LibraryStatus = { state: "unreachable", directory, reason: message("The library was closed") };

	async function open(): Promise<void> {
		try {
			if (!lock) {
				mkdirSync(directory, { recursive: true });
				const locked = lockLibrary(directory, clock.now());
				if ("heldBy" in locked) {
					problem = { state: "locked", directory, processId: locked.heldBy };
					return;
				}
				lock = locked;
			}
			const opened = await openChecked(directory, lock.unclean, clock.now());
			if ("status" in opened) problem = opened.status;
			else {
				wasOpen = true;
				mkdirSync(mediaDirectory(directory), { recursive: true });
				library = await buildLibrary(directory, opened.database);
			}
		} catch (error) {
			problem = { state: "unreachable", directory, reason: whyMessage(error) };
		}
		if (problem.state === "unreachable" && !library) unlock();
	}

	/** @param closed the library was open until now and was closed as it should be */
	function unlock(closed = false): void {
		const end = closed ? "closed" : wasOpen ? "unclean" : "untouched";
		wasOpen = false;
		lock?.release(end);
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

	await open();
	return {
		status,
		library: () => library,
		async recover(input) {
			let outcome: Omit<RecoverResult, "status"> = { movedTo: null, salvage: null, missing: [], keptAs: null };
			if (library && !leadsToBackup(input))
				throw new StudioError("INVALID_INPUT", "The library is open; there is nothing to recover");
			if (library && !isSalvaged && leadsToBackup(input)) {
				try {
					outcome = { ...outcome, ...(await replaceSound(library, input, clock.now(), shut)) };
				} finally {
					if (!library) await open();
				}
				return { status: status(), ...outcome };
			}
			if (input.action !== "retry") {
				if (!lock) throw new StudioError("LIBRARY_LOCKED", "The library cannot be changed while it cannot be held");
				const isGivenUp = library !== null;
				shut();
				try {
					outcome = { ...outcome, ...(await replaceLibrary(directory, input, clock.now())) };
				} catch (error) {
					if (isGivenUp) await open();
					throw error;
				}
				isSalvaged = input.action === "salvage";
			}
			await open();
			return { status: status(), ...outcome };
		},
		noticeFailure(error) {
			const code = errorCode(error);
			if (!library || !(code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB")) return;
			problem = {
				state: "damaged",
				directory,
				reason: PARTS_DAMAGED,
				backups: listBackups(directory),
			};
			shut();
		},
		close() {
			const wasInUse = library !== null;
			shut();
			unlock(wasInUse);
			problem = { state: "unreachable", directory, reason: message("The library was closed") };
		},
	};
}
