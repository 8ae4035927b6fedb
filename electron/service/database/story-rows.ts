import type { StoryKind, StoryStage, StorySummary } from "#contract/story.ts";

export interface StoryRow {
	row: number;
	id: string;
	medium_id: string | null;
	kind: StoryKind;
	stage: StoryStage;
	title: string;
	name: string;
	subtitle: string;
	excerpt: string;
	document: string;
	revision: number;
	words: number;
	cjk_characters: number;
	reading_seconds: number;
	canonical_url: string | null;
	medium_url: string | null;
	created_at: string;
	updated_at: string;
	published_at: string | null;
	trashed_at: string | null;
	sample: number;
	imported: number;
	pending: number;
	rebuilt_from: string | null;
}

/** What a story is called: its title, else its name in Medium's export, else nothing. */
export const STORY_NAME = `iif(story.title <> '', story.title,
  coalesce((SELECT m.name FROM story_medium m WHERE m.story_id = story.id), ''))`;

export const SUMMARY_COLUMNS = `story.row, story.id, medium_id, kind, stage, title, ${STORY_NAME} AS name, subtitle, excerpt, story.words, cjk_characters,
  reading_seconds, story.created_at, updated_at, published_at, trashed_at, sample,
  story.import_id IS NOT NULL AS imported,
  EXISTS (SELECT 1 FROM story_version v WHERE v.story_id = story.id AND v.resolution = 'pending') AS pending,
  (SELECT r.text_at FROM story_rebuilt r WHERE r.story_id = story.id) AS rebuilt_from`;

export const SHELVES = {
	all: "trashed_at IS NULL",
	drafts: "trashed_at IS NULL AND kind = 'story' AND stage <> 'published'",
	published: "trashed_at IS NULL AND kind = 'story' AND stage = 'published'",
	responses: "trashed_at IS NULL AND kind = 'response'",
	trash: "trashed_at IS NOT NULL",
} as const;
export type Shelf = keyof typeof SHELVES;

export const SORTS = {
	updated: "updated_at DESC",
	created: "created_at DESC",
	published: "published_at IS NULL, published_at DESC",
	title: "name COLLATE NOCASE",
	words: "words + cjk_characters DESC",
} as const;
export type Sort = keyof typeof SORTS;

/** A row as the window sees it. */
export function storySummary(
	row: Omit<StoryRow, "document" | "revision" | "canonical_url" | "medium_url">,
): StorySummary {
	return {
		id: row.id,
		mediumId: row.medium_id,
		kind: row.kind,
		stage: row.stage,
		title: row.title,
		name: row.name,
		subtitle: row.subtitle,
		excerpt: row.excerpt,
		words: row.words,
		cjkCharacters: row.cjk_characters,
		readingSeconds: row.reading_seconds,
		createdAt: row.created_at,
		updatedAt: row.updated_at,
		publishedAt: row.published_at,
		trashedAt: row.trashed_at,
		sample: row.sample === 1,
		imported: row.imported === 1,
		hasPendingImport: row.pending === 1,
		rebuiltFrom: row.rebuilt_from,
	};
}
