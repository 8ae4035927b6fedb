/** States a library can be in, and the calls that work in every one of them. */
import { z } from "zod";

export type LibraryStatus =
	| { state: "open"; directory: string; libraryId: string; schemaVersion: number; sample: boolean }
	/** A newer Inkhour wrote it. Nothing was touched. */
	| { state: "newer"; directory: string; schemaVersion: number; supportedVersion: number }
	/** The file is not a sound library. It is kept as it is until the writer chooses. */
	| { state: "damaged"; directory: string; reason: string; backups: BackupInfo[] }
	/** Another Inkhour holds it. */
	| { state: "locked"; directory: string; processId: number | null }
	/** The folder cannot be read or written. */
	| { state: "unreachable"; directory: string; reason: string };

export interface BackupInfo {
	/** File name inside the library's `backups` folder. */
	name: string;
	/** ISO 8601. */
	createdAt: string;
	bytes: number;
	/** Why it was made. */
	kind: "migration" | "manual" | "automatic";
}

export const recoverInputSchema = z.discriminatedUnion("action", [
	/** Puts a checked backup in place; the damaged file is moved aside, never deleted. */
	z.object({ action: z.literal("restoreBackup"), backup: z.string() }),
	/** Copies every readable row into a fresh library; the damaged file is moved aside. */
	z.object({ action: z.literal("salvage") }),
	/** Starts with an empty library; the unusable one is moved aside. */
	z.object({ action: z.literal("startFresh") }),
	/** Looks again, e.g. after the other program was closed. */
	z.object({ action: z.literal("retry") }),
]);
export type RecoverInput = z.infer<typeof recoverInputSchema>;

export interface VerifyReport {
	ok: boolean;
	/** Findings of `PRAGMA integrity_check`; empty when sound. */
	integrity: string[];
	/** Rows that point at nothing. */
	foreignKeys: number;
	search: { stories: number; indexed: number; disagreeing: number };
	documents: { checked: number; unreadable: { storyId: string; reason: string }[] };
	synchronous: "FULL" | string;
}
