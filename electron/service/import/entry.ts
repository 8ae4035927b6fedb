import type { ImportReason, SkippedFile } from "#contract/imports.ts";

/** One readable file of an archive. Its name is only ever looked at, never used on a disk. */
export interface ArchiveEntry {
	/** Path inside the archive, forward slashes. */
	path: string;
	/** Its bytes, unpacked; good until the archive is read again. Throws `EntryError`. */
	read(): Uint8Array;
}

export interface Archive {
	format: "zip" | "folder" | "file";
	name: string;
	entries: ArchiveEntry[];
	/** Entries that are never opened, with the reason. */
	refused: SkippedFile[];
	/** To be told before the first is read: which entries will be read, in this order, each once or not at all. */
	expect?(order: readonly ArchiveEntry[]): void;
	close(): void;
}

/** One file cannot be read; the others may. */
export class EntryError extends Error {
	override readonly name = "EntryError";
	readonly reason: ImportReason;
	readonly detail: string;
	constructor(reason: ImportReason, detail = "") {
		super(`${reason} ${detail}`.trim());
		this.reason = reason;
		this.detail = detail;
	}
}

const utf8 = new TextDecoder("utf-8");

/** Text of a file: UTF-8, with or without a byte order mark; wrong bytes become U+FFFD. */
export function decodeText(bytes: Uint8Array): string {
	return utf8.decode(bytes);
}
