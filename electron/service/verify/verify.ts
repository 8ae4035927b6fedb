import type { VerifyReport } from "#contract/library.ts";
import { readable } from "../database/check.ts";
import type { JobContext } from "../jobs.ts";
import type { Library } from "../library.ts";
import { runTask } from "../threads/thread.ts";

const SYNCHRONOUS = ["OFF", "NORMAL", "FULL", "EXTRA"];

/**
 * Checks everything the library promises and changes nothing but the index entries it still owed.
 * @throws {StudioError} CANCELLED
 */
export async function verifyLibrary(library: Library, job: JobContext): Promise<VerifyReport> {
	const { database, directory, stories } = library;
	while (readable(() => stories.index.catchUpOne(), false)) await job.breathe();
	const checked = await runTask("verify", { directory }, job);
	const { integrity, foreignKeys, search, documents, media } = checked;
	const synchronous = SYNCHRONOUS[Number(database.pragma("synchronous", { simple: true }))] ?? "unknown";
	const ok =
		integrity.length === 0 &&
		foreignKeys === 0 &&
		search.disagreeing === 0 &&
		search.indexed === search.stories &&
		documents.unreadable.length === 0 &&
		media.missing.length === 0 &&
		media.changed.length === 0 &&
		synchronous === "FULL";
	return { ok, ...checked, synchronous };
}
