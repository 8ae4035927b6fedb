import type { PlanStory } from "#contract/plan.ts";
import type { StoryStage } from "#contract/story.ts";
import type { EntryState } from "#domain/planning/entry.ts";
import { type PlainDate, parsePlainDate, plainDateAt } from "#domain/planning/plain-date.ts";
import { STORY_NAME } from "../story-rows.ts";

/** Columns of the story an idea or part is linked to, and of its day on the calendar; its id is null without one. */
export const LINKED_STORY_COLUMNS = `story.id AS storyId, ${STORY_NAME} AS storyTitle, story.stage AS storyStage,
  story.words AS storyWords, story.published_at AS storyPublishedAt, story.trashed_at AS storyTrashedAt,
  story_entry.date AS storyDate`;

export interface LinkedStoryRow {
	storyId: string | null;
	storyTitle: string | null;
	storyStage: StoryStage | null;
	storyWords: number | null;
	storyPublishedAt: string | null;
	storyTrashedAt: string | null;
	storyDate: string | null;
}

/** The local day of a stored instant. */
export function localDay(instant: string): PlainDate {
	return plainDateAt(new Date(instant));
}

/** Day a story came out; `null` unless it is published and the day is known. */
export function publicationDay(stage: StoryStage | null, publishedAt: string | null): PlainDate | null {
	return stage === "published" && publishedAt !== null ? localDay(publishedAt) : null;
}

export function linkedStory(row: LinkedStoryRow): PlanStory | null {
	if (row.storyId === null || row.storyStage === null) return null;
	return {
		id: row.storyId,
		title: row.storyTitle ?? "",
		stage: row.storyStage,
		words: row.storyWords ?? 0,
		trashed: row.storyTrashedAt !== null,
		publishedOn: publicationDay(row.storyStage, row.storyPublishedAt),
	};
}

/** Where something stands: by its story while that is not in the trash. */
export function entryState(story: PlanStory | null, without: EntryState): EntryState {
	return story && !story.trashed ? story.stage : without;
}

/** The day something is planned for: its story's while that is not in the trash, else its own. */
export function plannedDay(story: PlanStory | null, own: string | null, storyDate: string | null): PlainDate | null {
	const date = story && !story.trashed ? storyDate : own;
	return date === null ? null : parsePlainDate(date);
}
