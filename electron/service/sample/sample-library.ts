/** The library as the generator means it: every story with its place in time. Pure; the same clock gives the same library. */
import type { StoryStage } from "#contract/story.ts";
import { storySubject } from "#domain/stats/observation.ts";
import { addDays, addMonths, monthOf } from "#domain/stats/periods.ts";
import { countStory } from "#domain/story/counts.ts";
import type { StoryDocument, StoryImage } from "#domain/story/schema.ts";
import type { PublishedSample } from "./figures.ts";
import { chance, seededUuid } from "./random.ts";
import { type SampleStory, sampleDocument } from "./sample-story.ts";
import { CRAFT_STORIES } from "./texts/craft.ts";
import { PROGRAM_STORIES } from "./texts/programs.ts";
import { DRAFTS, RESPONSES, TRASHED } from "./texts/unpublished.ts";
import { WALK_STORIES } from "./texts/walks.ts";
import { WEEK_STORIES } from "./texts/weeks.ts";

/** Begins every Medium id of the sample, so that none can be taken for a real one. */
export const SAMPLE_MEDIUM_PREFIX = "5a301e";
/** Names a publication that cannot be mistaken for a real one. */
export const SAMPLE_PUBLICATION = "The Invented Gazette";

export interface PlacedStory {
	id: string;
	key: string;
	mediumId: string | null;
	kind: "story" | "response";
	stage: StoryStage;
	document: StoryDocument;
	createdAt: string;
	updatedAt: string;
	publishedAt: string | null;
	trashedAt: string | null;
	tags: readonly string[];
	appeal: number;
}

const HISTORY_MONTHS = 18;

const at = (date: string, hour: number) => `${date}T${String(hour).padStart(2, "0")}:30:00.000Z`;

/** First day of the figures: 18 months before the month of `today`. */
export function firstDay(today: string): string {
	return `${addMonths(monthOf(today), -HISTORY_MONTHS)}-01`;
}

/** Parts of a series in order, everything else between them, as a writer with several interests would publish. */
function publishingOrder(): SampleStory[] {
	const rooms = [WALK_STORIES, PROGRAM_STORIES, CRAFT_STORIES, WEEK_STORIES].map((stories) => [...stories]);
	const order: SampleStory[] = [];
	while (rooms.some((stories) => stories.length > 0))
		for (const stories of rooms) {
			const next = stories.shift();
			if (next) order.push(next);
		}
	return order;
}

function placed(
	story: SampleStory,
	rest: Partial<PlacedStory> & Pick<PlacedStory, "createdAt" | "document">,
): PlacedStory {
	return {
		id: seededUuid(`story ${story.key}`),
		key: story.key,
		mediumId: null,
		kind: "story",
		stage: "draft",
		updatedAt: rest.createdAt,
		publishedAt: null,
		trashedAt: null,
		tags: story.tags,
		appeal: story.appeal,
		...rest,
	};
}

const mediumId = (key: string) => `${SAMPLE_MEDIUM_PREFIX}${chance(`medium ${key}`).hex(6)}`;

/** @param now ISO 8601 */
export function placeStories(now: string, pictures: ReadonlyMap<string, StoryImage>): PlacedStory[] {
	const today = now.slice(0, 10);
	const start = firstDay(today);
	const order = publishingOrder();
	const span = (Date.parse(today) - Date.parse(start)) / 86_400_000 - 10;
	const published = order.map((story, index) => {
		const date = addDays(start, 4 + Math.round((index / (order.length - 1)) * span));
		return placed(story, {
			document: sampleDocument(story, pictures),
			stage: "published",
			mediumId: mediumId(story.key),
			createdAt: at(addDays(date, -9), 7),
			updatedAt: at(date, 8),
			publishedAt: at(date, 9),
		});
	});
	const drafts = DRAFTS.map((story, index) =>
		placed(story, {
			document: sampleDocument(story, pictures),
			stage: story.stage,
			createdAt: at(addDays(today, -20 + index * 3), 7),
			updatedAt: at(addDays(today, -1 - index), 8),
		}),
	);
	const responses = RESPONSES.map((text, index) => {
		const key = `response-${index + 1}`;
		const date = addDays(today, -40 + index * 11);
		return placed(
			{ key, tags: [], appeal: 0, text },
			{
				document: sampleDocument({ text }, pictures),
				kind: "response",
				stage: "published",
				mediumId: mediumId(key),
				createdAt: at(date, 18),
				publishedAt: at(date, 18),
			},
		);
	});
	const trashed = TRASHED.map((story, index) =>
		placed(story, {
			document: sampleDocument(story, pictures),
			createdAt: at(addDays(today, -30), 20),
			trashedAt: at(addDays(today, -4 - index * 9), 9),
		}),
	);
	return [...published, ...drafts, ...responses, ...trashed];
}

/** What of the stories the figures are made of. */
export function publishedSamples(stories: readonly PlacedStory[]): PublishedSample[] {
	return stories.flatMap(({ key, mediumId: id, publishedAt, kind, document, appeal }) => {
		const subject = id && storySubject(id);
		return subject && publishedAt && kind === "story"
			? [
					{
						key,
						subject,
						published: publishedAt.slice(0, 10),
						readingSeconds: countStory(document).readingSeconds,
						appeal,
					},
				]
			: [];
	});
}
