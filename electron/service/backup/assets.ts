import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { mediaDirectory } from "../media/store.ts";

/** What a picture's file is called: the SHA-256 of its bytes, so that every copy can be checked by its name. */
const ASSET_NAME = /^([0-9a-f]{64})\.[a-z0-9]{1,5}$/;

/** Whether a picture's bytes are those its name promises. */
export function isAssetSound(name: string, bytes: Buffer): boolean {
	return ASSET_NAME.exec(name)?.[1] === createHash("sha256").update(bytes).digest("hex");
}

/** Names of the pictures in a library's folder. */
export function assetNames(libraryDirectory: string): string[] {
	const folder = mediaDirectory(libraryDirectory);
	return existsSync(folder) ? readdirSync(folder).filter((name) => ASSET_NAME.test(name)) : [];
}
