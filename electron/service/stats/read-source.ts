import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
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

/** Reads what the writer gave. @throws {StudioError} NOT_FOUND, UNREADABLE_FILE, UNSUPPORTED_FORMAT */
export async function readStatsSource(source: StatsSource, uploads: Uploads): Promise<StatsText> {
	const hash = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");
	if (source.type === "text") return { text: source.text, sha256: hash(source.text), name: "", modifiedAt: null };
	const path = await uploads.resolve(source);
	const name = basename(path);
	const info = await stat(path);
	if (!info.isFile())
		throw new StudioError("UNREADABLE_FILE", "Stats come as a file, and this is none", { file: name });
	if (info.size > MAX_BYTES)
		throw new StudioError("UNREADABLE_FILE", "The file is over 64 MB, larger than any stats file", { file: name });
	const bytes = await readFile(path);
	return {
		text: decode(bytes, name),
		sha256: hash(bytes),
		name,
		modifiedAt: source.type === "path" ? info.mtime : null,
	};
}
