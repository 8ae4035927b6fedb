import { dropEmergencyCopy, keepEmergencyCopy } from "./emergency.ts";
import { takenAt } from "./taken-copies.ts";

/** The emergency copy that one page keeps of its own text. */
export class OwnCopy {
	readonly #newId: string;
	#mayBeThere: boolean;
	/** What was kept last. */
	#kept: { storyId: string | null; at: string; document: string } | null = null;

	/** @param newId what the story of a blank page is called when it comes into the library. @param isThere the page began with one */
	constructor(newId: string, isThere: boolean) {
		this.#newId = newId;
		this.#mayBeThere = isThere;
	}

	/** The window's storage is slow: it is asked only when a copy may lie there. */
	drop(storyId: string | null): void {
		if (this.#mayBeThere) dropEmergencyCopy(storyId);
		this.#mayBeThere = false;
		this.#kept = null;
	}

	/** Whether there is a copy of this very text now. */
	keep(storyId: string | null, document: string, baseRevision: number): boolean {
		// Another window may be at work on this very copy, or have saved it.
		if (this.#kept?.document === document && this.#kept.storyId === storyId) return true;
		this.#mayBeThere = true;
		const at = new Date().toISOString();
		const whose = storyId === null ? { newId: this.#newId } : {};
		// What the storage did not take is tried again.
		const isKept = keepEmergencyCopy(storyId, { document, baseRevision, at, ...whose });
		if (isKept) this.#kept = { storyId, at, document };
		return isKept;
	}

	/** When another window saved the very text that is on the page now; `null` when none did. */
	takenElsewhere(now: () => string): string | null {
		if (!this.#kept) return null;
		const { storyId, at, document } = this.#kept;
		const savedAt = takenAt(storyId, at);
		return savedAt !== null && document === now() ? savedAt : null;
	}
}
