/**
 * What window and coach worker say to each other. The window says what changed and never sends a whole text twice; the
 * worker answers block by block, the blocks named as `first` before everything else. A newer change takes the place of
 * the work on an older one. Answers carry the words they are about, so that the window can tell stale ones.
 */
import type { CoachSettings, StoryChange } from "#domain/feedback/engine/engine.ts";
import type { GrammarDialect } from "#domain/feedback/language/grammar/dialects.ts";
import type { StoryFeedback } from "#domain/feedback/story-feedback.ts";
import type { Tip } from "#domain/feedback/types.ts";
import type { GrammarFailure } from "../grammar/protocol.ts";

export type ToWorker =
	/** Another story comes; nothing is known of its blocks. */
	| { kind: "reset" }
	/** In force from now on; every block is answered again where its findings change. */
	| ({ kind: "settings"; dialect: GrammarDialect } & CoachSettings)
	/** The studio answers again: what could not be loaded for the grammar checker may be there now. */
	| { kind: "retry" }
	/** What would the rules say of these titles? `request` comes back with the answer. */
	| { kind: "titles"; request: number; titles: readonly string[] }
	| ({
			kind: "change";
			/** Grows with every change. */
			revision: number;
			/** Blocks the writer is at or has in sight, the most urgent first. */
			first: readonly string[];
	  } & StoryChange);

/**
 * The checker of spelling and grammar: being loaded for the first English text, at work, or not to be had: just now; no
 * longer asked for until the studio answers anew; or on this machine.
 */
export type GrammarState = "loading" | "ready" | "unloaded" | GrammarFailure;

export type FromWorker =
	/** Findings of blocks, each whole: they take the place of what was known of the block. */
	| { kind: "blocks"; revision: number; blocks: readonly BlockAnswer[] }
	/** What is said of the story: the parts that are not as they were told last. */
	| { kind: "story"; revision: number; changed: Partial<StoryFeedback> }
	/** About titles that were asked about, in their order. */
	| { kind: "titles"; request: number; tips: readonly (readonly Tip[])[] }
	| { kind: "grammar"; state: GrammarState }
	/** Of much text to check for grammar, how many per cent are; `null` when it is done. Told in steps. */
	| { kind: "checked"; percent: number | null }
	/** Everything about this revision is answered but for grammar, which comes as it is checked. */
	| { kind: "done"; revision: number; workMs: number };

export interface BlockAnswer {
	blockId: string;
	tips: readonly Tip[];
}

/** One end of the line. A `Worker`, a worker's own scope and a `MessagePort` all are one. */
export interface Line<Sent, Heard> {
	postMessage(message: Sent): void;
	addEventListener(type: "message", listener: (event: { data: Heard }) => void): void;
}
