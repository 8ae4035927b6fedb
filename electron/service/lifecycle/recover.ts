import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import type { RecoverInput, SalvageReport } from "#contract/library.ts";
import { backupPath } from "../backup/files.ts";
import { checkFileInBackground } from "../database/check.ts";
import { StudioError } from "../errors.ts";
import { runTask } from "../threads/thread.ts";
import { buildEmpty } from "./build-empty.ts";
import { DATABASE_FILE, moveAside, putInPlace, syncFile } from "./files.ts";

type Replacement = Exclude<RecoverInput, { action: "retry" }>;

async function checkedCopyOfBackup(directory: string, name: string): Promise<string> {
	const backup = backupPath(directory, name);
	if (!backup) throw new StudioError("NOT_FOUND", "There is no such backup", { file: name });
	const part = join(directory, `${DATABASE_FILE}.restored`);
	rmSync(part, { force: true });
	await copyFile(backup, part);
	const [finding] = (await checkFileInBackground(part)).findings;
	if (finding) {
		rmSync(part, { force: true });
		throw new StudioError("UNREADABLE_FILE", "This backup is damaged too. Nothing was changed", {
			file: name,
			reason: finding,
		});
	}
	return part;
}

/**
 * Replaces the library file of a closed, locked library. The replacement is complete and on disk before the old file is
 * moved into the `damaged` folder; nothing is ever deleted.
 * @throws {StudioError} NOT_FOUND, UNREADABLE_FILE, DISK_FULL, …; the library is then as it was
 */
export async function replaceLibrary(
	directory: string,
	input: Replacement,
	now: Date,
): Promise<{ movedTo: string | null; salvage: SalvageReport | null }> {
	let part: string;
	let salvage: SalvageReport | null = null;
	switch (input.action) {
		case "restoreBackup":
			part = await checkedCopyOfBackup(directory, input.backup);
			break;
		case "startFresh":
			part = buildEmpty(directory, "fresh");
			break;
		case "salvage": {
			const { file, report } = await runTask("salvage", { directory });
			part = file;
			salvage = report;
			break;
		}
	}
	syncFile(part);
	const movedTo = moveAside(directory, now);
	putInPlace(part, join(directory, DATABASE_FILE));
	if (movedTo) keepBeside(directory, movedTo);
	return { movedTo, salvage };
}

/** Moves the raw texts that salvage wrote to where the damaged library lies. */
function keepBeside(directory: string, folder: string): void {
	for (const name of readdirSync(directory))
		if (name.startsWith("unreadable-") && !existsSync(join(folder, name)))
			renameSync(join(directory, name), join(folder, name));
}
