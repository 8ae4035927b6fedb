import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { IMPORT_AS_ARCHIVE } from "#contract/import-words.ts";
import type { StatsSource } from "#contract/stats.ts";
import { StudioError } from "../errors.ts";
import type { Uploads } from "../uploads.ts";

/** Far above any stats file; a larger one is something else. */
const MAX_BYTES = 64 * 1024 ** 2;

export interface StatsText {
	text: string;
	/** Hex. */
	sha256: string;
	/** File name for the writer, without its folder. */
	name: string;
	/** When the file was last written; `null` for what came without a date. */
	modifiedAt: Date | null;
}

/** @throws {StudioError} UNSUPPORTED_FORMAT for bytes that are no text */
function decode(bytes: Buffer, name: string): string {
	const [first, second] = bytes;
	try {
		if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le", { fatal: true }).decode(bytes);
		if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be", { fatal: true }).decode(bytes);
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		// A spreadsheet of an older Windows; real binary files hold NULs.
		if (bytes.includes(0)) throw new StudioError("UNSUPPORTED_FORMAT", "The file is not text", { file: name });
		return new TextDecoder("windows-1252").decode(bytes);
	}
}

/** Where the text of stats is: what a thread needs to read it. */
export type StatsPlace = { type: "text"; text: string } | { type: "file"; path: string; modifiedAt: Date | null };

/** @throws {StudioError} NOT_FOUND */
export async function locateStats(source: StatsSource, uploads: Uploads): Promise<StatsPlace> {
	if (source.type === "text") return source;
	const path = await uploads.resolve(source);
	// What came through the browser has the date of its arrival; the window says the file's own.
	const modifiedAt =
		source.type === "path"
			? (statSync(path, { throwIfNoEntry: false })?.mtime ?? null)
			: source.modifiedAt === undefined
				? null
				: new Date(source.modifiedAt);
	return { type: "file", path, modifiedAt };
}

/** Reads what the writer gave. @throws {StudioError} UNREADABLE_FILE, UNSUPPORTED_FORMAT */
export function readStats(place: StatsPlace): StatsText {
	const hash = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");
	if (place.type === "text") return { text: place.text, sha256: hash(place.text), name: "", modifiedAt: null };
	const name = basename(place.path);
	const info = statSync(place.path);
	if (!info.isFile())
		throw new StudioError("UNREADABLE_FILE", "Stats come as a file, and this is none", {
			file: name,
			advice: IMPORT_AS_ARCHIVE,
		});
	if (info.size > MAX_BYTES)
		throw new StudioError("UNREADABLE_FILE", "The file is over 64 MB, larger than any stats file", { file: name });
	const bytes = readFileSync(place.path);
	if (bytes.toString("latin1", 0, 4) === "PK\u0003\u0004")
		throw new StudioError("UNSUPPORTED_FORMAT", "This is a zip file, not saved stats", {
			file: name,
			advice: IMPORT_AS_ARCHIVE,
		});
	return { text: decode(bytes, name), sha256: hash(bytes), name, modifiedAt: place.modifiedAt };
}
