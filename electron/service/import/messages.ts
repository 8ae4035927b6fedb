/** What the reading worker and the service say to each other. */
import type { StudioFailure } from "#contract/errors.ts";
import type { AheadLink } from "./ahead.ts";
import type { PackedItem, ReadEnd } from "./reader.ts";

export interface ReaderInput {
	path: string;
	/** Name to show, when the path is that of an upload. */
	name: string;
	/** Of an uploaded folder: paths of files that are in the writer's folder and not here. */
	withheld?: readonly string[];
}

/** What one of several readers has to read: every `of`th group of stories, from its own number on. */
export interface ReaderShare {
	index: number;
	of: number;
}

/** What a reader starts with. `ahead`: the thread that opens the archive for it and unpacks; without one it does so itself. */
export interface ReaderStart extends ReaderInput {
	share: ReaderShare;
	ahead: AheadLink | null;
}

export type ReaderMessage =
	| { type: "open"; name: string; format: "zip" | "folder" | "file"; total: number }
	/** `turn`: the next reader's stories come now. `buffers`: where the texts are; to be given back. */
	| { type: "items"; items: PackedItem[]; turn: boolean; buffers: ArrayBuffer[] }
	| { type: "end"; end: ReadEnd }
	| { type: "failed"; failure: StudioFailure };

/** Asks for the next batch, with the buffers of one that is stored, or to let go of the archive and end. */
export type ReaderRequest = { type: "more"; buffers: ArrayBuffer[] } | { type: "stop" };
