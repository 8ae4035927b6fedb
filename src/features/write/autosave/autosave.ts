/**
 * When the text is saved and what the writer is told about it. Knows no editor, no service and no clock of its
 * own, so that every order of keys, answers and failures can be tested.
 */
import type { SaveResult } from "#contract/story.ts";

/** The text is on disk this many milliseconds after the last key, give or take the save itself. */
export const QUIET_MS = 150;
/** While keys keep coming, a save starts at least this often. */
export const LONGEST_MS = 1000;
/** Waits before the next try after a failure, in milliseconds; the last one repeats. */
export const RETRY_MS = [1000, 3000, 10_000, 30_000] as const;

export interface SaveProblem {
	code: string;
	message: string;
}

export type SaveState =
	/** Everything is on disk. `at` is the time of the last save here, ISO 8601; `null` before the first. */
	| { kind: "saved"; at: string | null }
	| { kind: "waiting" }
	| { kind: "saving" }
	/** The text is on the page and, where there is room, in the emergency copy; saving is tried again. */
	| { kind: "failed"; problem: SaveProblem }
	/** Saving is out of this page's reach, and another window has saved the very text that is on it. `at`: when. */
	| { kind: "taken"; at: string }
	/** The library holds another text than the one this page started from. Nothing is saved until the writer chooses. */
	| { kind: "conflict" };

export interface Timers {
	now(): number;
	set(run: () => void, milliseconds: number): unknown;
	clear(timer: unknown): void;
}

export interface AutosaveOptions {
	/** The text as it is now. */
	read(): string;
	/** Durable when it resolves. */
	save(document: string, baseRevision: number): Promise<SaveResult>;
	problem(error: unknown): SaveProblem;
	revision: number;
	/** The text as the library has it. */
	stored: string;
	timers: Timers;
	changed(state: SaveState): void;
}

export class Autosave {
	readonly #options: AutosaveOptions;
	#state: SaveState = { kind: "saved", at: null };
	#revision: number;
	/** What was last known to be on disk. */
	#stored: string;
	#savedAt: string | null = null;
	#timer: unknown = null;
	#dirtySince: number | null = null;
	/** Grows with every change, so that one that came during a save is seen. */
	#change = 0;
	#running: Promise<void> | null = null;
	#failures = 0;

	constructor(options: AutosaveOptions) {
		this.#options = options;
		this.#revision = options.revision;
		this.#stored = options.stored;
	}

	get state(): SaveState {
		return this.#state;
	}

	get revision(): number {
		return this.#revision;
	}

	/** Whether there is text that is not on disk. */
	get unsaved(): boolean {
		return this.#dirtySince !== null;
	}

	/** The text has changed. Cheap: called on every key. */
	touch(): void {
		const { timers } = this.#options;
		const now = timers.now();
		this.#change += 1;
		this.#dirtySince ??= now;
		if (this.#state.kind === "conflict" || this.#running) return;
		// A failed save keeps its own rhythm; typing does not hammer a full disk.
		if (this.#state.kind === "failed") return;
		if (this.#state.kind !== "waiting") this.#set({ kind: "waiting" });
		this.#schedule(Math.max(0, Math.min(QUIET_MS, this.#dirtySince + LONGEST_MS - now)));
	}

	/** Saves what there is now. Resolves to whether everything is on disk. */
	async flush(): Promise<boolean> {
		for (let tries = 0; tries < 3 && this.unsaved && this.#state.kind !== "conflict"; tries += 1) {
			this.#clear();
			await (this.#running ?? this.#save());
			if (this.#state.kind === "failed") break;
		}
		return !this.unsaved;
	}

	/** The writer has chosen to keep this text: it is saved on top of `revision`. */
	keepMine(revision: number): Promise<boolean> {
		this.#revision = revision;
		// Whatever the library holds, it is not this text.
		this.#stored = "";
		this.#dirtySince ??= this.#options.timers.now();
		this.#set({ kind: "waiting" });
		return this.flush();
	}

	/** Another window has saved the text as it is here: nothing of it waits any more, until it changes. */
	taken(at: string): void {
		this.#clear();
		this.#dirtySince = null;
		this.#failures = 0;
		this.#set({ kind: "taken", at });
	}

	/** The text here is kept elsewhere: nothing of it is waiting to be saved any more. */
	forget(): void {
		this.#clear();
		this.#dirtySince = null;
	}

	/** No more saves: the page is gone. Call after `flush`. */
	stop(): void {
		this.#clear();
	}

	#set(state: SaveState): void {
		this.#state = state;
		this.#options.changed(state);
	}

	#clear(): void {
		if (this.#timer !== null) this.#options.timers.clear(this.#timer);
		this.#timer = null;
	}

	#schedule(milliseconds: number): void {
		this.#clear();
		this.#timer = this.#options.timers.set(() => {
			this.#timer = null;
			if (!this.#running) void this.#save();
		}, milliseconds);
	}

	#save(): Promise<void> {
		const running = this.#attempt().finally(() => {
			this.#running = null;
			if (this.unsaved && this.#timer === null && this.#state.kind !== "conflict") {
				if (this.#state.kind === "failed")
					this.#schedule(RETRY_MS[Math.min(this.#failures, RETRY_MS.length) - 1] ?? RETRY_MS[0]);
				else this.#schedule(QUIET_MS);
			}
		});
		this.#running = running;
		return running;
	}

	async #attempt(): Promise<void> {
		const change = this.#change;
		const started = this.#options.timers.now();
		const text = this.#options.read();
		// Typed and taken back, or only the caret moved: there is nothing to write.
		if (text === this.#stored) {
			this.#dirtySince = null;
			this.#set({ kind: "saved", at: this.#savedAt });
			return;
		}
		if (this.#state.kind !== "failed") this.#set({ kind: "saving" });
		try {
			const { revision, savedAt } = await this.#options.save(text, this.#revision);
			this.#revision = revision;
			this.#stored = text;
			this.#savedAt = savedAt;
			this.#failures = 0;
			this.#dirtySince = change === this.#change ? null : started;
			this.#set(this.#dirtySince === null ? { kind: "saved", at: savedAt } : { kind: "waiting" });
		} catch (error) {
			const problem = this.#options.problem(error);
			this.#failures += 1;
			this.#set(problem.code === "CONFLICT" ? { kind: "conflict" } : { kind: "failed", problem });
		}
	}
}
