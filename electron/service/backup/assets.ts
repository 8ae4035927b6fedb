import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import type { MissingPicture } from "#contract/library.ts";
import type { LibraryDatabase } from "../database/open.ts";
import { mediaDirectory } from "../media/store.ts";

/** What a picture's file is called: the SHA-256 of its bytes, so that every copy can be checked by its name. */
const ASSET_NAME = /^([0-9a-f]{64})\.[a-z0-9]{1,5}$/;
const ASSET_IN_JSON = /"assetId":"([0-9a-f]{64}\.[a-z0-9]{1,5})"/g;

/** Whether a picture's bytes are those its name promises. */
export function isAssetSound(name: string, bytes: Buffer): boolean {
	return ASSET_NAME.exec(name)?.[1] === createHash("sha256").update(bytes).digest("hex");
}

/** Names of the pictures in a library's folder. */
export function assetNames(libraryDirectory: string): string[] {
	const folder = mediaDirectory(libraryDirectory);
	return existsSync(folder) ? readdirSync(folder).filter((name) => ASSET_NAME.test(name)) : [];
}

/** Names of the pictures that a document, as JSON, shows; one it shows twice is there twice. */
export function assetsIn(json: string): string[] {
	return [...json.matchAll(ASSET_IN_JSON)].map((match) => match[1] ?? "");
}

/**
 * How many pictures the stories of a library show, and those that are not in its folder, each with the first story that shows it.
 * @param others names of pictures that are somewhere else and count as here
 */
export function shownPictures(
	database: LibraryDatabase,
	libraryDirectory: string,
	others: readonly string[] = [],
): { shown: number; missing: MissingPicture[] } {
	const here = new Set([...assetNames(libraryDirectory), ...others]);
	const shown = new Set<string>();
	const missing: MissingPicture[] = [];
	const stories = database.prepare<[], { title: string; document: string }>(
		"SELECT title, document FROM story ORDER BY row",
	);
	for (const { title, document } of stories.iterate())
		for (const assetId of assetsIn(document)) {
			if (!shown.has(assetId) && !here.has(assetId)) missing.push({ assetId, title });
			shown.add(assetId);
		}
	return { shown: shown.size, missing };
}
