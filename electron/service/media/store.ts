import { createHash } from "node:crypto";
import { mkdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { MediaAsset } from "#contract/media.ts";
import { StudioError } from "../errors.ts";
import { writeWhole } from "../write-whole.ts";
import { sniffPicture } from "./sniff.ts";
import { stripPrivate } from "./strip.ts";
import { isWholePicture } from "./whole.ts";

/** Medium takes pictures up to 25 MB; a writer's originals may be larger. */
export const MAX_PICTURE_BYTES = 64 * 1024 ** 2;
/** Decoded, a picture takes four bytes a pixel in the window. */
const MAX_PICTURE_PIXELS = 100_000_000;

export function mediaDirectory(libraryDirectory: string): string {
	return join(libraryDirectory, "media");
}

const SVG = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>/]/i;

/** Why bytes that are none of the kinds the library keeps are not taken. */
function refusal(bytes: Buffer, name: string): StudioError {
	if (bytes.length === 0) return new StudioError("UNREADABLE_FILE", "The file is empty", { file: name });
	if (SVG.test(bytes.toString("utf8", 0, 4096).replace(/^\uFEFF/, "")))
		return new StudioError(
			"UNSUPPORTED_FORMAT",
			"SVG is not taken: it can hold programs, and Medium has no place for it. Save the picture as PNG",
			{ file: name },
		);
	return new StudioError("UNSUPPORTED_FORMAT", "This is not a PNG, JPEG, GIF, WebP or AVIF picture", { file: name });
}

/** Written whole or not at all, unless it is there already. */
async function keep(directory: string, name: string, bytes: Buffer): Promise<void> {
	await mkdir(directory, { recursive: true });
	const path = join(directory, name);
	if ((await stat(path).catch(() => null))?.size !== bytes.length) await writeWhole(path, bytes);
}

/**
 * Keeps a picture in the library under the hash of its content, without what it tells about the writer.
 * @param name what to call it in an error
 * @throws {StudioError} UNSUPPORTED_FORMAT for what is no PNG, JPEG, GIF, WebP or AVIF; INVALID_INPUT when too large;
 * UNREADABLE_FILE when empty or cut short
 */
export async function storePicture(libraryDirectory: string, original: Buffer, name: string): Promise<MediaAsset> {
	if (original.length > MAX_PICTURE_BYTES)
		throw new StudioError("INVALID_INPUT", "The picture is over 64 MB", { file: name });
	const facts = sniffPicture(original);
	if (!facts) throw refusal(original, name);
	if (facts.width * facts.height > MAX_PICTURE_PIXELS)
		throw new StudioError("INVALID_INPUT", "The picture has more than 100 million pixels", { file: name });
	if (!isWholePicture(original, facts))
		throw new StudioError("UNREADABLE_FILE", "The picture is cut short: its end is missing", { file: name });
	const bytes = stripPrivate(original, facts);
	const assetId = `${createHash("sha256").update(bytes).digest("hex")}.${facts.extension}`;
	await keep(mediaDirectory(libraryDirectory), assetId, bytes);
	return { assetId, width: facts.width, height: facts.height, mimeType: facts.mimeType, bytes: bytes.length };
}

/** Keeps a picture from a file. @throws {StudioError} as `storePicture`; UNREADABLE_FILE for a folder too */
export async function storePictureFile(libraryDirectory: string, path: string): Promise<MediaAsset> {
	const name = basename(path);
	const stats = await stat(path);
	if (!stats.isFile()) throw new StudioError("UNREADABLE_FILE", "This is not a file", { file: name });
	if (stats.size > MAX_PICTURE_BYTES)
		throw new StudioError("INVALID_INPUT", "The picture is over 64 MB", { file: name });
	return storePicture(libraryDirectory, await readFile(path), name);
}
