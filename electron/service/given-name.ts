import { basename, isAbsolute } from "node:path";
import type { FileSource } from "#contract/jobs.ts";
import { StudioError } from "./errors.ts";

/**
 * Runs what reads a source. A failure names the source as it was given: by its whole path, not by the last part of it, and
 * not by the path that what was uploaded lies at.
 */
export async function namedAsGiven<T>(source: FileSource, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof StudioError)) throw error;
		const given = source.type === "path" ? source.path : source.name;
		const { code, words, details } = error;
		const named = details.file !== undefined && isAbsolute(details.file) ? basename(details.file) : details.file;
		if (named !== basename(given)) throw error;
		throw new StudioError(code, words, { ...details, file: given }, { cause: error });
	}
}
