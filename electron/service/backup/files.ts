import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { BackupInfo } from "#contract/library.ts";
import { fileStamp } from "../lifecycle/files.ts";
import { inspectFile } from "../lifecycle/inspect.ts";
import { picturesInside } from "./pictures.ts";

export const BACKUP_FOLDER = "backups";

const KINDS = ["manual", "automatic", "migration", "replaced"] as const satisfies readonly BackupInfo["kind"][];

/** How many of each kind are kept. What the writer made by hand is kept longest. */
const KEPT: Readonly<Record<BackupInfo["kind"], number>> = { manual: 20, automatic: 10, migration: 3, replaced: 5 };

/** What one kind may weigh together; of those that hold many pictures fewer are kept, but never less than the newest ones. */
const MOST_BYTES = 2 * 1024 ** 3;
const KEPT_AT_ANY_SIZE = 3;

/** `<number>-<time>-<kind>.sqlite`. The number grows with every backup, whatever the clock does. */
const NAME = /^(\d{6,})-(\d{8}T\d{6})-(manual|automatic|migration|replaced)\.sqlite$/;

interface BackupFile extends Omit<BackupInfo, "pictures"> {
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
		.map(({ number: _, ...info }) => ({
			...info,
			pictures: info.kind === "manual" ? picturesInside(join(directory, BACKUP_FOLDER, info.name)) : null,
		}));
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
	for (const kind of KINDS) {
		let bytes = 0;
		for (const [at, file] of files.filter((one) => one.kind === kind).entries()) {
			bytes += file.bytes;
			if (at >= KEPT[kind] || (at >= KEPT_AT_ANY_SIZE && bytes > MOST_BYTES))
				rmSync(join(directory, BACKUP_FOLDER, file.name), { force: true });
		}
	}
}
