/** Imports as the window and the command line see them. */
import { z } from "zod";
import type { MediumNote } from "#domain/medium/notes.ts";
import type { MediumPublication } from "#domain/medium/profile.ts";
import type { KindReason } from "#domain/medium/response.ts";
import type { StoryDocument } from "#domain/story/schema.ts";
import { fileSourceSchema } from "./jobs.ts";
import { type StoryKind, storyIdSchema } from "./story.ts";

/** Why a file of an archive was left out, or a story was not changed. */
export type ImportReason =
	/** Addresses, sessions, accounts: never opened. */
	| "private"
	/** A page of the export without work of the writer. */
	| "notStories"
	| "foreign"
	| "empty"
	/** `detail`: the file that was taken instead. */
	| "olderCopy"
	/** The archive holds several files of this very name, and another of them was taken. */
	| "sameName"
	/** A second profile, feed or list of publications. `detail`: the one that was read. */
	| "samePage"
	/** The library holds a text from a later export. `detail`: its date. */
	| "olderExport"
	| "inTrash"
	| "unsafeName"
	| "symbolicLink"
	| "encrypted"
	| "tooLarge"
	| "suspiciousRatio"
	| "unsupportedCompression"
	/** `detail`: what the reader said. */
	| "damaged"
	/** The file ends before its text does; what the library has of the story stays. */
	| "cutShort"
	| "unreadableAmount";

export interface SkippedFile {
	file: string;
	reason: ImportReason;
	detail: string;
}

/**
 * - `added`, `updated`, `unchanged`: as they say.
 * - `beside`: the writer edited the text; Medium's newer one waits beside it.
 */
export type ImportOutcome = "added" | "updated" | "unchanged" | "beside";

/** A page of the export that was read and holds no story's text. `count`: stories it speaks of; 0 for a profile. */
export interface ReadPage {
	file: string;
	kind: "earnings" | "profile" | "publications" | "feed";
	count: number;
	/**
	 * Names of the stories it speaks of that are not in the library, of an earnings page. Missing in reports of before
	 * December 2026.
	 */
	notInLibrary?: string[];
}

/** One post file that was read. */
export interface ImportedFile {
	file: string;
	outcome: ImportOutcome;
	storyId: string;
	/** Its own, else Medium's name for it, else its first words; empty for one without words. */
	title: string;
	kind: StoryKind;
	stage: "draft" | "published";
	kindReason: KindReason;
	notes: MediumNote[];
}

export interface ImportCounts {
	/** Published stories the export holds. */
	stories: number;
	drafts: number;
	/** Published responses. */
	responses: number;
	added: number;
	updated: number;
	unchanged: number;
	beside: number;
	skipped: number;
}

export interface ImportedEarnings {
	stories: number;
	totalMinor: number;
	currency: string;
	/** Medium wrote whole units only: each figure may be off by half a unit. */
	rounded: boolean;
	/** Statements that were new to the ledger. */
	added: number;
}

export interface ImportReport {
	/** `null` when the library held everything already: then only that and when it was imported is kept. */
	importId: string | null;
	/** In what is kept of an import that brought nothing new. */
	nothingNew?: true;
	source: { name: string; format: "zip" | "folder" | "file" };
	/** `YYYY-MM-DD`; newest date found. */
	exportedOn: string | null;
	profile: {
		handle: string | null;
		name: string;
		userId: string | null;
		publications: MediumPublication[];
	} | null;
	counts: ImportCounts;
	/** `null` when the archive has no Partner Program pages. */
	earnings: ImportedEarnings | null;
	files: ImportedFile[];
	pages: ReadPage[];
	skipped: SkippedFile[];
}

/** One line of the list of past imports. */
export interface PastImport {
	id: string;
	sourceName: string;
	startedAt: string;
	finishedAt: string | null;
	state: "running" | "complete" | "undone";
	/** It changed nothing, so there is nothing to undo; `startedAt` is of the latest time. */
	nothingNew: boolean;
	counts: ImportCounts | null;
}

/** What undoing an import did. Stories the writer edited since are kept as they are. */
export interface UndoResult {
	removed: number;
	restored: number;
	kept: { storyId: string; title: string }[];
}

/** A newer text from Medium that waits beside the writer's own. */
export interface PendingText {
	versionId: string;
	storyId: string;
	importedAt: string;
	/** `YYYY-MM-DD` of the export it came from. */
	exportedOn: string | null;
	document: StoryDocument;
}

export const startImportInputSchema = z.object({ source: fileSourceSchema });
export const importIdSchema = z.uuid();
export const resolvePendingInputSchema = z.object({
	storyId: storyIdSchema,
	versionId: z.uuid(),
	choice: z.enum(["taken", "kept"]),
	/** Revision of the writer's text that was compared. */
	baseRevision: z.int().nonnegative(),
});

/** Needed to take a choice between two texts back. */
export const undoResolveSchema = z.object({
	versionId: z.uuid(),
	/** Version that holds the writer's text after Medium's was taken. */
	replacedVersionId: z.uuid().nullable(),
	importedHash: z.string().nullable(),
});

export interface ResolveResult {
	/** Revision of the story after the choice. */
	revision: number;
	undo: z.infer<typeof undoResolveSchema>;
}

export const reopenPendingInputSchema = z.object({
	storyId: storyIdSchema,
	/** Revision after the choice. */
	baseRevision: z.int().nonnegative(),
	undo: undoResolveSchema,
});
