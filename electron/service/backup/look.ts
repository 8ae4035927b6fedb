import { rmSync, statSync } from "node:fs";
import Database from "better-sqlite3";
import type { BackupContents } from "#contract/library.ts";
import { SCHEMA_VERSION } from "../database/migrations/index.ts";
import { turn } from "../turn.ts";
import { assetNames, shownPictures } from "./assets.ts";
import { copySound, ownLibrary } from "./bring-back.ts";
import { picturesInside, soundPictures } from "./pictures.ts";

interface Told {
	stories: number;
	trashed: number;
	figures: number;
	from: string | null;
	to: string | null;
}

/**
 * Checks a backup file as putting it back does, pictures too, and tells what it holds. Nothing is changed or kept.
 * @param part where a copy may lie meanwhile
 * @param directory of the library that it may be put in the place of
 * @throws {StudioError} NOT_FOUND, UNREADABLE_FILE, UNSUPPORTED_FORMAT, DISK_FULL
 */
export async function lookIntoBackup(file: string, part: string, directory: string): Promise<BackupContents> {
	try {
		const schemaVersion = await copySound(file, part);
		const backup = new Database(part);
		try {
			const inside: string[] = [];
			for (const { name } of soundPictures(backup, file)) {
				inside.push(name);
				await turn();
			}
			const told = backup
				.prepare<[], Told>(
					`SELECT COUNT(*) AS stories, COUNT(trashed_at) AS trashed, (SELECT COUNT(*) FROM observation) AS figures,
           MIN(created_at) AS "from", MAX(updated_at) AS "to" FROM story`,
				)
				.get();
			const library = ownLibrary(file);
			const beside = library === null ? [] : assetNames(library);
			return {
				file,
				bytes: statSync(file).size,
				schemaVersion,
				supportedVersion: SCHEMA_VERSION,
				...(told ?? { stories: 0, trashed: 0, figures: 0, from: null, to: null }),
				pictures: picturesInside(part),
				missing: shownPictures(backup, directory, [...inside, ...beside]).missing,
			};
		} finally {
			backup.close();
		}
	} finally {
		rmSync(part, { force: true });
	}
}
