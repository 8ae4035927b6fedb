import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { BackupInfo } from "#contract/library.ts";
import { fileStamp } from "../lifecycle/files.ts";
import { inspectFile } from "../lifecycle/inspect.ts";

export const BACKUP_FOLDER = "backups";

/** How many of each kind are kept. What the writer made by hand is kept longest. */
const KEPT: Readonly<Record<BackupInfo["kind"], number>> = { manual: 20, automatic: 10, migration: 3 };

/** `<number>-<time>-<kind>.sqlite`. The number grows with every backup, whatever the clock does. */
const NAME = /^(\d{6,})-(\d{8}T\d{6})-(manual|automatic|migration)\.sqlite$/;

interface BackupFile extends BackupInfo {
	number: number;
}

function toIso(stamp: string): string {
	return stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/, "$1-$2-$3T$4:$5:$6.000Z");
}

function readFolder(directory: string): BackupFile[] {
	const folder = join(directory, BACKUP_FOLDER);
	let names: string[];
	try {
		names = readdirSync(folder);
	} catch {
		return [];
	}
	const files: BackupFile[] = [];
	for (const name of names) {
		const match = NAME.exec(name);
		if (!match) continue;
		const [, number = "", stamp = "", kind] = match;
		files.push({
			name,
			number: Number(number),
			createdAt: toIso(stamp),
			bytes: statSync(join(folder, name)).size,
			kind: kind as BackupInfo["kind"],
		});
	}
	return files.sort((a, b) => b.number - a.number);
}

/** Backups of a library, newest first. Each was checked when it was written; it is checked again before it is restored. */
export function listBackups(directory: string): BackupInfo[] {
	return readFolder(directory)
		.filter(({ name }) => inspectFile(join(directory, BACKUP_FOLDER, name)).state === "present")
		.map(({ number: _, ...info }) => info);
}

/** Path of a backup by its name, or `null` when there is none of that name. */
export function backupPath(directory: string, name: string): string | null {
	return readFolder(directory).some((file) => file.name === name) ? join(directory, BACKUP_FOLDER, name) : null;
}

/** Path for the next backup; its folder is made. */
export function nextBackupPath(directory: string, kind: BackupInfo["kind"], now: Date): string {
	mkdirSync(join(directory, BACKUP_FOLDER), { recursive: true });
	const number = (readFolder(directory)[0]?.number ?? 0) + 1;
	return join(directory, BACKUP_FOLDER, `${String(number).padStart(6, "0")}-${fileStamp(now)}-${kind}.sqlite`);
}

/**
 * Deletes the oldest backups beyond what is kept of a kind. Call it only after a new backup was written and checked:
 * the newest of each kind always stays, so a good one is never deleted for one that was not checked.
 */
export function pruneBackups(directory: string): void {
	const files = readFolder(directory);
	for (const kind of ["manual", "automatic", "migration"] as const)
		for (const file of files.filter((one) => one.kind === kind).slice(KEPT[kind]))
			rmSync(join(directory, BACKUP_FOLDER, file.name), { force: true });
}
