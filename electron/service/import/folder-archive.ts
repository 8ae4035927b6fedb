import { closeSync, constants, type Dirent, fstatSync, openSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { CHOOSE_WHOLE_ARCHIVE } from "#contract/import-words.ts";
import type { SkippedFile } from "#contract/imports.ts";
import { classifyExportPath, parsePostFileName } from "#domain/medium/file-name.ts";
import { isEarningsPage } from "#domain/medium/partner-program.ts";
import { message } from "#domain/words/message.ts";
import { StudioError } from "../errors.ts";
import { type Archive, type ArchiveEntry, decodeText, EntryError } from "./entry.ts";
import { MAX_DEPTH, MAX_ENTRIES, MAX_FILE_BYTES } from "./limits.ts";

/** Levels below the chosen folder, and folders of a level, in which an export is looked for. */
const EXPORT_DEPTH = 3;
const MOST_FOLDERS = 500;

/** Reads a file that must still be the plain file that was listed: a link put in its place is not followed. */
function readPlainFile(path: string): Uint8Array {
	let handle: number;
	try {
		handle = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
	} catch {
		throw new EntryError("damaged", "it could not be opened");
	}
	try {
		const stats = fstatSync(handle);
		if (!stats.isFile()) throw new EntryError("foreign");
		if (stats.size > MAX_FILE_BYTES) throw new EntryError("tooLarge", String(stats.size));
		return readFileSync(handle);
	} finally {
		closeSync(handle);
	}
}

function entry(path: string, file: string): ArchiveEntry {
	return { path, read: () => readPlainFile(file) };
}

/** Folders that no export has. */
const isStrange = (name: string) => name.startsWith(".") || name === "__MACOSX" || name === "node_modules";

/** What is in a folder that is only looked into; nothing when that is not allowed. */
function contents(folder: string): Dirent[] {
	try {
		return readdirSync(folder, { withFileTypes: true });
	} catch {
		return [];
	}
}

function subfolders(folder: string): string[] {
	return contents(folder)
		.filter((child) => child.isDirectory() && !isStrange(child.name))
		.map((child) => child.name)
		.sort();
}

/** Whether stories or earnings lie right in it, or in the folders that Medium puts them in. */
function looksLikeExport(folder: string): boolean {
	return contents(folder).some((child) => {
		if (child.isFile()) return parsePostFileName(child.name) !== null;
		if (!child.isDirectory() || isStrange(child.name)) return false;
		return contents(join(folder, child.name)).some(({ name }) => {
			const kind = classifyExportPath(`${child.name}/${name}`);
			return kind === "earnings" || (kind === "post" && parsePostFileName(name) !== null);
		});
	});
}

/**
 * Where the export is: the folder itself, or the folders nearest below it that look like one, so that an export among
 * other work does not bring that work along. Relative paths, empty for the folder itself.
 */
function exportFolders(root: string): string[] {
	let level = [""];
	for (let depth = 0; depth <= EXPORT_DEPTH && level.length > 0; depth += 1) {
		const found = level.filter((folder) => looksLikeExport(join(root, folder)));
		if (found.length > 0) return found;
		level = level.flatMap((folder) => subfolders(join(root, folder)).map((name) => posix.join(folder, name)));
		level.length = Math.min(level.length, MOST_FOLDERS);
	}
	return [""];
}

/** Whether the walk through the export in `folder` would come upon a path. */
function isWalked(path: string, folder: string): boolean {
	if (folder !== "" && !path.startsWith(`${folder}/`)) return false;
	const below = path.slice(folder === "" ? 0 : folder.length + 1).split("/");
	return below.length <= MAX_DEPTH && !below.slice(0, -1).some(isStrange);
}

/**
 * @param withheld paths of files that the window did not hand over; they are reported like the others
 * @throws {StudioError} UNSUPPORTED_FORMAT for a folder that is no export but, say, a whole disk
 */
export function openFolder(root: string, name: string, withheld: readonly string[] = []): Archive {
	const entries: ArchiveEntry[] = [];
	const refused: SkippedFile[] = [];
	let seen = 0;
	function see(): void {
		seen += 1;
		if (seen > MAX_ENTRIES)
			throw new StudioError("UNSUPPORTED_FORMAT", "The folder holds too many files to be a Medium export", {
				file: name,
				reason: message("The limit is {{most}}", { most: MAX_ENTRIES }),
				advice: CHOOSE_WHOLE_ARCHIVE,
			});
	}
	function walk(folder: string, inside: string, depth: number) {
		const children = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
		for (const child of children) {
			see();
			const path = inside === "" ? child.name : `${inside}/${child.name}`;
			if (child.isSymbolicLink()) refused.push({ file: path, reason: "symbolicLink", detail: "" });
			else if (child.isFile()) entries.push(entry(path, join(folder, child.name)));
			else if (child.isDirectory() && depth < MAX_DEPTH && !isStrange(child.name))
				walk(join(folder, child.name), path, depth + 1);
		}
	}
	const folders = exportFolders(root);
	for (const folder of folders) walk(join(root, folder), folder, 1);
	for (const path of withheld) {
		if (!folders.some((folder) => isWalked(path, folder))) continue;
		see();
		const read = (): never => {
			throw new EntryError("damaged", "it was not handed over");
		};
		entries.push({ path, read });
	}
	return { format: "folder", name, entries, refused, close: () => {} };
}

/** Whether a file's content shows that it is a page of earnings; what cannot be read is not. */
function holdsEarnings(file: ArchiveEntry): boolean {
	try {
		return isEarningsPage(decodeText(file.read()));
	} catch (error) {
		if (error instanceof EntryError) return false;
		throw error;
	}
}

/** A single post file, or a page of earnings, which has the place it has in an export: alone its name says nothing. */
export function singleFile(path: string, name: string): Archive {
	const file = entry(name, path);
	const placed = holdsEarnings(file) ? { ...file, path: `partner-program/${name}` } : file;
	return { format: "file", name, entries: [placed], refused: [], close: () => {} };
}
