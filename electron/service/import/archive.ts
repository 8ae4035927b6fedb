import { lstatSync, realpathSync, statSync } from "node:fs";
import { basename } from "node:path";
import { CHOOSE_WHOLE_ARCHIVE, DOWNLOAD_AGAIN } from "#contract/import-words.ts";
import { message } from "#domain/words/message.ts";
import { StudioError } from "../errors.ts";
import type { Archive } from "./entry.ts";
import { openZip } from "./zip-archive.ts";

/** What reads folders brings the reading of posts with it: a thread that unpacks a zip starts sooner without. */
const folders = () => import("./folder-archive.ts");

/**
 * Opens a zip, a folder or a single post file.
 * @param withheld of a folder that was handed over: paths of files that stayed where they were
 * @throws {StudioError} NOT_FOUND, UNREADABLE_FILE, UNSUPPORTED_FORMAT
 */
export async function openArchive(path: string, withheld: readonly string[] = []): Promise<Archive> {
	const name = basename(path);
	try {
		// What the writer chose may be a link itself; links inside are never followed.
		const real = lstatSync(path).isSymbolicLink() ? realpathSync(path) : path;
		const stats = statSync(real);
		if (stats.isDirectory()) return (await folders()).openFolder(real, name, withheld);
		if (!stats.isFile())
			throw new StudioError("UNSUPPORTED_FORMAT", "This is no file and no folder", {
				file: name,
				advice: CHOOSE_WHOLE_ARCHIVE,
			});
		if (stats.size === 0)
			throw new StudioError("UNREADABLE_FILE", "The file is empty", { file: name, advice: DOWNLOAD_AGAIN });
		if (/\.html?$/i.test(name)) return (await folders()).singleFile(real, name);
		return await openZip(real, name);
	} catch (error) {
		const code = error instanceof Error && "code" in error ? error.code : "";
		if (code === "ENOENT" || code === "ENOTDIR")
			throw new StudioError("NOT_FOUND", "There is no such file or folder", {
				file: name,
				advice: message("It was moved, renamed or deleted meanwhile: choose it where it is now."),
			});
		if (code === "EACCES" || code === "EPERM")
			throw new StudioError("UNREADABLE_FILE", "The file or folder may not be read", {
				file: name,
				advice: message("Give yourself the right to read it, or choose a copy in a folder of yours."),
			});
		throw error;
	}
}
