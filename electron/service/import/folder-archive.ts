import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SkippedFile } from "#contract/imports.ts";
import { StudioError } from "../errors.ts";
import { type Archive, type ArchiveEntry, decodeText, EntryError } from "./entry.ts";
import { MAX_DEPTH, MAX_ENTRIES, MAX_FILE_BYTES } from "./limits.ts";

/** Reads a file that must still be the plain file that was listed: a link put in its place is not followed. */
function readPlainFile(path: string): string {
	let handle: number;
	try {
		handle = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
	} catch (error) {
		throw new EntryError("damaged", error instanceof Error && "code" in error ? String(error.code) : "");
	}
	try {
		const stats = fstatSync(handle);
		if (!stats.isFile()) throw new EntryError("foreign");
		if (stats.size > MAX_FILE_BYTES) throw new EntryError("tooLarge", String(stats.size));
		return decodeText(readFileSync(handle));
	} finally {
		closeSync(handle);
	}
}

function entry(path: string, file: string): ArchiveEntry {
	return { path, bytes: 0, read: () => readPlainFile(file) };
}

/** @throws {StudioError} UNSUPPORTED_FORMAT for a folder that is no export but, say, a whole disk */
export function openFolder(root: string, name: string): Archive {
	const entries: ArchiveEntry[] = [];
	const refused: SkippedFile[] = [];
	let seen = 0;
	(function walk(folder: string, inside: string, depth: number) {
		const children = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
		for (const child of children) {
			seen += 1;
			if (seen > MAX_ENTRIES)
				throw new StudioError("UNSUPPORTED_FORMAT", "The folder holds too many files to be a Medium export", {
					file: name,
					reason: `more than ${MAX_ENTRIES}`,
				});
			const path = inside === "" ? child.name : `${inside}/${child.name}`;
			if (child.isSymbolicLink()) refused.push({ file: path, reason: "symbolicLink", detail: "" });
			else if (child.isFile()) entries.push(entry(path, join(folder, child.name)));
			else if (child.isDirectory() && depth < MAX_DEPTH && child.name !== "__MACOSX" && child.name !== "node_modules")
				walk(join(folder, child.name), path, depth + 1);
		}
	})(root, "", 1);
	return { format: "folder", name, entries, refused, close: () => {} };
}

/** A single post file. */
export function singleFile(path: string, name: string, bytes: number): Archive {
	return { format: "file", name, entries: [{ ...entry(name, path), bytes }], refused: [], close: () => {} };
}
