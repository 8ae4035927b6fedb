/** States a library can be in, and the calls that work in every one of them. */
import { z } from "zod";
import type { Message } from "#domain/words/message.ts";
import { fileSourceSchema } from "./jobs.ts";

export type LibraryStatus =
	| { state: "open"; directory: string; libraryId: string; schemaVersion: number; sample: boolean }
	/** A newer Inkhour wrote it. Nothing was touched. */
	| { state: "newer"; directory: string; schemaVersion: number; supportedVersion: number }
	/** The file is not a sound library. It is kept as it is until the writer chooses. */
	| { state: "damaged"; directory: string; reason: Message; backups: BackupInfo[] }
	/** Another Inkhour holds it. */
	| { state: "locked"; directory: string; processId: number | null }
	/** The folder cannot be read or written. */
	| { state: "unreachable"; directory: string; reason: Message };

export interface BackupInfo {
	/** File name inside the library's `backups` folder. */
	name: string;
	/** ISO 8601. */
	createdAt: string;
	bytes: number;
	/** Why it was made. `replaced`: of a sound library, before a backup was put in its place. */
	kind: "migration" | "manual" | "automatic" | "replaced";
	/** How many pictures it holds; `null`: it was made without them, and they are in the library's folder alone. */
	pictures: number | null;
}

export const recoverInputSchema = z.discriminatedUnion("action", [
	/**
	 * Puts a checked backup in place. The damaged file, or what salvage just made of it, is moved aside, never deleted; a
	 * sound library is backed up first.
	 */
	z.object({ action: z.literal("restoreBackup"), backup: z.string() }),
	/** The same with a backup file from elsewhere. */
	z.object({ action: z.literal("restoreFile"), source: fileSourceSchema }),
	/** Copies every readable row into a fresh library; the damaged file is moved aside. */
	z.object({ action: z.literal("salvage") }),
	/** Starts with an empty library; the unusable one is moved aside. */
	z.object({ action: z.literal("startFresh") }),
	/** Looks again, e.g. after the other program was closed. */
	z.object({ action: z.literal("retry") }),
]);
export type RecoverInput = z.infer<typeof recoverInputSchema>;

/** What a library holds, as a writer would count it. `rest`: what Inkhour keeps beside it, e.g. the steps that undo goes back. */
export const SALVAGED_PARTS = [
	"stories",
	"versions",
	"pictures",
	"ideas",
	"series",
	"seriesParts",
	"dates",
	"figures",
	"imports",
	"coach",
	"rest",
] as const;
export type SalvagedPart = (typeof SALVAGED_PARTS)[number];

/** What salvage could and could not carry over. */
export interface SalvageReport {
	/** Parts with anything in them, in the order of `SALVAGED_PARTS`. `lost` is `null` where the damage hides how many there were. */
	parts: { part: SalvagedPart; kept: number; lost: number | null }[];
	/**
	 * Stories whose text was lost and that have the newest whole text that was kept beside it in its place; `textAt` is when that was
	 * kept. Their parts count them as lost.
	 */
	rebuilt: { storyId: string; title: string; textAt: string }[];
	/** Rows of any part were read from the file's pages, and which of these hold what was deleted could not be told. */
	mayHoldDeleted: boolean;
	/** Texts that are not whole (`isEarlier`: a version). As they were found they lie in `file`, beside the damaged library. */
	unreadable: { storyId: string; title: string; isEarlier: boolean; file: string }[];
}

export interface RecoverResult {
	status: LibraryStatus;
	/** Folder the unusable library was moved to; `null` when nothing was moved. */
	movedTo: string | null;
	/** Present after `salvage`. */
	salvage: SalvageReport | null;
	/** Of a backup that was put back: what its stories show and neither it nor the library's folder has. */
	missing: MissingPicture[];
	/** Name of the backup that was made of a sound library before another took its place. */
	keptAs: string | null;
}

export interface VerifyReport {
	/** Everything below is as it should be. */
	ok: boolean;
	/** Findings of `PRAGMA integrity_check`; empty when sound. */
	integrity: string[];
	/** Rows that point at nothing. */
	foreignKeys: number;
	/** `disagreeing`: stories whose entry in the search index is missing or is not that of their text, and entries of no story. */
	search: { stories: number; indexed: number; disagreeing: number };
	documents: { checked: number; unreadable: { storyId: string; reason: string }[] };
	/** Pictures: `missing` files, and files that `changed` since they were added. */
	media: { checked: number; missing: string[]; changed: string[] };
	synchronous: "FULL" | string;
}

export const backupToInputSchema = z.object({
	/** Absolute path. */
	file: z.string().min(1).max(4096),
	/** Whether a backup that is already there may be replaced. No other file ever is. */
	replace: z.boolean(),
});
export type BackupToInput = z.infer<typeof backupToInputSchema>;

/** A picture that a story shows and that is in no folder. */
export interface MissingPicture {
	assetId: string;
	/** Of the first story that shows it; empty when it has none. */
	title: string;
}

/** What a backup file holds, as `library.lookIntoBackup` tells it before anything is replaced. */
export interface BackupContents {
	/** As the writer gave it. */
	file: string;
	bytes: number;
	/** Of the library in it; at most `supportedVersion`, this Inkhour's own, which it is brought up to when it is put back. */
	schemaVersion: number;
	supportedVersion: number;
	/** All of them; so many of these are in the trash. */
	stories: number;
	trashed: number;
	/** Of stats: every statement of every import. */
	figures: number;
	/** The oldest `createdAt` of its stories and when one was last changed, ISO 8601; `null` without stories. */
	from: string | null;
	to: string | null;
	/** As of `BackupInfo`. */
	pictures: number | null;
	/** Shown by stories, and neither in the file, nor beside it, nor in the folder of the library that is here now. */
	missing: MissingPicture[];
}

/** Result of the job behind `library.backupTo`: one file with the library and its pictures. */
export interface BundleReport {
	file: string;
	bytes: number;
	stories: number;
	media: number;
}

/** Result of `restore`. */
export interface RestoreReport extends BundleReport {
	/** Shown by stories, and neither in the backup nor beside it. */
	missing: MissingPicture[];
}
