import { basename } from "node:path";
import type { FileSource } from "#contract/jobs.ts";
import { StudioError } from "./errors.ts";

/** Runs what reads a source. A failure names the source as it was given: by its whole path, not by the last part of it. */
export async function namedAsGiven<T>(source: FileSource, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (source.type !== "path" || !(error instanceof StudioError)) throw error;
		const { code, words, details } = error;
		if (details.file !== basename(source.path)) throw error;
		throw new StudioError(code, words, { ...details, file: source.path }, { cause: error });
	}
}
