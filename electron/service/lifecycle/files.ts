import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync } from "node:fs";
import { basename, dirname, join } from "node:path";

export const DATABASE_FILE = "library.sqlite";
/** What SQLite keeps beside a database. They belong to it and move with it. */
const COMPANIONS = ["-wal", "-shm"] as const;
/** Where unusable libraries are kept. */
export const DAMAGED_FOLDER = "damaged";

/** Forces a file's bytes to the disk. */
export function syncFile(file: string): void {
	const handle = openSync(file, "r+");
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}

/** Forces the names in a folder to the disk. Windows neither allows nor needs it. */
export function syncFolder(folder: string): void {
	if (process.platform === "win32") return;
	const handle = openSync(folder, "r");
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}

/** Puts a finished file in its place in one step: the old one or the new one is there, never half of either. */
export function putInPlace(finished: string, target: string): void {
	syncFile(finished);
	renameSync(finished, target);
	syncFolder(dirname(target));
}

/** The files of a database that exist, itself first. */
export function databaseFiles(file: string): string[] {
	return [file, ...COMPANIONS.map((suffix) => file + suffix)].filter((name) => existsSync(name));
}

/** A time as part of a file name, safe on every system. */
export function fileStamp(now: Date): string {
	return now.toISOString().slice(0, 19).replaceAll(":", "").replaceAll("-", "");
}

/** Moves the library's database with its companions into a folder of its own. @returns that folder, or `null` when there was nothing. */
export function moveAside(directory: string, now: Date): string | null {
	const files = databaseFiles(join(directory, DATABASE_FILE));
	if (files.length === 0) return null;
	const parent = join(directory, DAMAGED_FOLDER);
	let folder = join(parent, fileStamp(now));
	for (let n = 2; existsSync(folder); n += 1) folder = join(parent, `${fileStamp(now)}-${n}`);
	mkdirSync(folder, { recursive: true });
	for (const file of files) renameSync(file, join(folder, basename(file)));
	syncFolder(folder);
	syncFolder(directory);
	return folder;
}
