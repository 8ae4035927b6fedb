/** Stories as the window sees them. */
import { z } from "zod";
import type { StoryDocument } from "#domain/story/schema.ts";

/** Where a story stands. Ideas live in the plan until their draft is started. */
export const storyStageSchema = z.enum(["outline", "draft", "ready", "published"]);
export type StoryStage = z.infer<typeof storyStageSchema>;
export const storyKindSchema = z.enum(["story", "response"]);
export type StoryKind = z.infer<typeof storyKindSchema>;

export const storyIdSchema = z.uuid();

/** One line of the library list. */
export interface StorySummary {
	id: string;
	mediumId: string | null;
	kind: StoryKind;
	stage: StoryStage;
	/** Empty when the story has no title; show the name, else the excerpt. */
	title: string;
	/** The title, else what Medium's export called the story, else empty. Never a part of the text. */
	name: string;
	subtitle: string;
	excerpt: string;
	words: number;
	cjkCharacters: number;
	/** By Medium's rule. */
	readingSeconds: number;
	/** ISO 8601, UTC. When it was begun; of an imported story, which does not tell, the day it came out, else of the export. */
	createdAt: string;
	updatedAt: string;
	publishedAt: string | null;
	trashedAt: string | null;
	sample: boolean;
	/** It came with an export, so that `createdAt` is not when it was begun. */
	imported: boolean;
	/** A newer text from Medium is waiting beside the writer's own edits. */
	hasPendingImport: boolean;
	/** When the text was kept that stands in for one that damage took, until it is changed; `null` for every other story. */
	rebuiltFrom: string | null;
}

export interface StoryDetail extends StorySummary {
	document: StoryDocument;
	/** Grows by one with every save. */
	revision: number;
	canonicalUrl: string | null;
	mediumUrl: string | null;
}

export const createStoryInputSchema = z.object({
	title: z.string().max(1000).default(""),
	/** Chosen by who asks: asked twice, e.g. because the answer was lost, there is one story all the same. */
	id: z.uuid().optional(),
	/** JSON text of its story document, in place of an empty one with the title. */
	document: z.string().max(50_000_000).optional(),
});

export interface CreatedStory extends StoryDetail {
	/** A story of that id was there already, and is the answer as it is. */
	existed: boolean;
}

export const saveStoryInputSchema = z.object({
	id: storyIdSchema,
	/** Revision the text was based on; a different one in the library means a conflict. */
	baseRevision: z.int().nonnegative(),
	/** JSON text of a story document. Text, so that the wire does not walk a long story twice. */
	document: z.string().max(50_000_000),
});

export interface SaveResult {
	revision: number;
	/** ISO 8601; the text is on disk. */
	savedAt: string;
}

export const listStoriesInputSchema = z.object({
	/** `trash` shows only what was thrown away; every other shelf hides it. */
	shelf: z.enum(["all", "drafts", "published", "responses", "trash"]).default("all"),
	sort: z.enum(["updated", "created", "published", "title", "words"]).default("updated"),
	/** At most this many rows. */
	limit: z.int().min(1).max(20_000).default(20_000),
});

export interface ShelfCounts {
	all: number;
	drafts: number;
	published: number;
	responses: number;
	trash: number;
}

export interface SearchHit {
	id: string;
	/** As in the summary. */
	name: string;
	stage: StoryStage;
	kind: StoryKind;
	/** Text around the match; matches are wrapped in U+E000 and U+E001 so that no HTML crosses the wire. */
	snippet: string;
}

/** A text kept beside the current one: from an import, a snapshot, or replaced by the writer. */
export interface StoryVersionInfo {
	id: string;
	storyId: string;
	origin: "import" | "snapshot" | "replaced";
	label: string;
	createdAt: string;
	words: number;
	/** `pending` until the writer chooses between it and their own. */
	resolution: "pending" | "kept" | "taken" | null;
}

/** A kept text, whole. */
export interface StoryVersion extends StoryVersionInfo {
	document: StoryDocument;
}

/** Days a story stays in the trash before it is deleted for good. */
export const TRASH_DAYS = 30;

export const resolveImportInputSchema = z.object({
	versionId: z.uuid(),
	/** `take` puts the imported text in place and keeps the writer's as a version; `keep` leaves everything as it is. */
	choice: z.enum(["take", "keep"]),
});
