import { constants } from "node:fs";
import { access, copyFile, mkdir, open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { ExportFolderInput, ExportReport } from "#contract/export.ts";
import type { StoryDetail } from "#contract/story.ts";
import { absentThings } from "#domain/story/export/absent.ts";
import { safeFileName } from "#domain/story/export/file-name.ts";
import { StudioError } from "../errors.ts";
import type { JobContext } from "../jobs.ts";
import type { Library } from "../library.ts";
import { mediaDirectory } from "../media/store.ts";
import { assertOutside } from "../outside.ts";
import { writeWhole } from "../write-whole.ts";
import { assetsOf } from "./assets.ts";
import { FORMATS, renderStory } from "./render.ts";

/** An export says within its first lines which story it is of. */
const HEAD_BYTES = 8_192;

async function exists(path: string): Promise<boolean> {
	return access(path, constants.F_OK).then(
		() => true,
		() => false,
	);
}

async function isExportOf(path: string, storyId: string): Promise<boolean> {
	const handle = await open(path, "r");
	try {
		const head = Buffer.alloc(HEAD_BYTES);
		const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0);
		return head.toString("utf8", 0, bytesRead).includes(storyId);
	} finally {
		await handle.close();
	}
}

const sameName = (name: string) => name.normalize("NFC").toLowerCase();

/** Names that differ on file systems that take upper and lower case for the same, and never hide a file that is not ours. */
class FileNames {
	readonly #taken = new Set<string>();
	readonly #directory: string;
	readonly #extension: string;
	/** Names that are there already, by their lower case. */
	readonly #existing: ReadonlyMap<string, string>;
	constructor(directory: string, extension: string, existing: readonly string[]) {
		this.#directory = directory;
		this.#extension = extension;
		this.#existing = new Map(existing.map((name) => [sameName(name), name]));
	}

	async next(story: StoryDetail): Promise<string> {
		const base = safeFileName(story.name);
		// An id begins with its time, which stories of one import share.
		for (const name of [base, `${base} ${story.id.slice(-8)}`, `${base} ${story.id}`]) {
			const file = name + this.#extension;
			const key = sameName(file);
			const existing = this.#existing.get(key);
			if (this.#taken.has(key)) continue;
			if (existing !== undefined && !(await isExportOf(join(this.#directory, existing), story.id))) continue;
			this.#taken.add(key);
			return existing ?? file;
		}
		throw new StudioError("WRITE_FAILED", "A file that is no export of this story is in the way", {
			file: join(this.#directory, base + this.#extension),
		});
	}
}

/**
 * Writes stories into a folder, one file each, with their pictures in `media`. Exporting again replaces the files of the
 * same stories and touches no other file.
 * @throws {StudioError} INVALID_INPUT, NOT_FOUND, WRITE_FAILED, DISK_FULL, CANCELLED; files finished before stay
 */
export async function exportToFolder(
	library: Library,
	input: ExportFolderInput,
	job: JobContext,
): Promise<ExportReport> {
	const { directory, format } = input;
	const ids = input.stories === "all" ? library.stories.list("all", "created").map((story) => story.id) : input.stories;
	for (const id of ids) library.stories.summary(id);
	assertOutside(library.directory, directory);
	if ((await stat(directory).catch(() => null))?.isDirectory() === false)
		throw new StudioError("WRITE_FAILED", "This is a file; an export needs a folder", { file: directory });
	await mkdir(directory, { recursive: true });
	const names = new FileNames(directory, FORMATS[format].extension, await readdir(directory));
	const media = mediaDirectory(library.directory);
	const copied = new Map<string, boolean>();
	const report: ExportReport = { directory, format, files: [], media: 0, missingMedia: [], withoutAddress: [] };
	for (const [at, id] of ids.entries()) {
		const story = library.stories.get(id);
		job.progress({ done: at, total: ids.length, item: story.name });
		for (const asset of assetsOf(story.document.blocks)) {
			if (copied.has(asset)) continue;
			const isHere = await exists(join(media, asset));
			if (isHere) {
				await mkdir(join(directory, "media"), { recursive: true });
				await copyFile(join(media, asset), join(directory, "media", asset));
				report.media += 1;
			} else report.missingMedia.push(asset);
			copied.set(asset, isHere);
		}
		const file = await names.next(story);
		await writeWhole(
			join(directory, file),
			renderStory(story, format, (asset) => copied.get(asset) === true),
		);
		report.files.push({ storyId: id, title: story.name, file });
		const things = absentThings(story.document);
		if (things.length > 0) report.withoutAddress.push({ storyId: id, title: story.name, things });
		await job.breathe();
	}
	return report;
}
