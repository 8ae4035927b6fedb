/** What the reading worker and the service say to each other. */
import type { StudioErrorCode, StudioErrorDetails } from "#contract/errors.ts";
import type { ReadEnd, ReadItem } from "./reader.ts";

export interface ReaderInput {
	path: string;
	/** Name to show, when the path is that of an upload. */
	name: string;
}

export type ReaderMessage =
	| { type: "open"; name: string; format: "zip" | "folder" | "file"; total: number }
	| { type: "items"; items: ReadItem[] }
	| { type: "end"; end: ReadEnd }
	| { type: "failed"; code: StudioErrorCode; message: string; details: StudioErrorDetails };

/** Asks for the next batch, or to let go of the archive and end. */
export type ReaderRequest = { type: "more" } | { type: "stop" };
