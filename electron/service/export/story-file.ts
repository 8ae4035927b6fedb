/** One story as one file, for saving where the writer chooses. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import type { ExportFormat } from "#contract/export.ts";
import { type AbsentThing, absentThings } from "#domain/story/export/absent.ts";
import { safeFileName } from "#domain/story/export/file-name.ts";
import type { Library } from "../library.ts";
import { mediaDirectory } from "../media/store.ts";
import { assetsOf } from "./assets.ts";
import { FORMATS, renderStory } from "./render.ts";

export interface StoryFile {
	/** With its extension: the format's, or ".zip" where pictures come with the text. */
	name: string;
	mimeType: string;
	bytes: Uint8Array;
	/** Pictures in the file. */
	media: number;
	/** Pictures the story names but the library does not have. */
	missingMedia: number;
	/** Pictures and embeds of which nobody knows the address. */
	withoutAddress: AbsentThing[];
}

/**
 * The text alone, or a zip of what the export into a folder writes: the text, and its pictures in `media`.
 * @param now the time the files of a zip state
 * @throws {StudioError} NOT_FOUND
 */
export async function storyFile(library: Library, id: string, format: ExportFormat, now: Date): Promise<StoryFile> {
	const story = library.stories.get(id);
	const { extension, mimeType } = FORMATS[format];
	const name = safeFileName(story.name);
	const pictures = new Map<string, Buffer>();
	const assets = new Set(assetsOf(story.document.blocks));
	for (const asset of assets) {
		const bytes = await readFile(join(mediaDirectory(library.directory), asset)).catch(() => null);
		if (bytes) pictures.set(asset, bytes);
	}
	const text = Buffer.from(renderStory(story, format, (asset) => pictures.has(asset)));
	const counts = {
		media: pictures.size,
		missingMedia: assets.size - pictures.size,
		withoutAddress: absentThings(story.document),
	};
	if (pictures.size === 0) return { name: name + extension, mimeType, bytes: text, ...counts };
	const zip = new ZipFile();
	zip.addBuffer(text, name + extension, { mtime: now });
	// Pictures are packed already.
	for (const [asset, bytes] of pictures) zip.addBuffer(bytes, `media/${asset}`, { mtime: now, compress: false });
	zip.end();
	return { name: `${name}.zip`, mimeType: "application/zip", bytes: await buffer(zip.outputStream), ...counts };
}
