import { countStory } from "#domain/story/counts.ts";
import type { StoryDocument } from "#domain/story/schema.ts";
import { plainText, storyExcerpt, storySubtitle, storyTitle } from "#domain/story/text.ts";
import { indexText } from "./search-text.ts";

/** A document as its row: the JSON and what a list shows of it. */
export interface StoryColumns {
	json: string;
	title: string;
	subtitle: string;
	excerpt: string;
	words: number;
	cjk: number;
	/** Reading time. */
	seconds: number;
}

/** What the search index holds of a document. */
export interface IndexedText {
	body: string;
	indexedTitle: string;
	indexedBody: string;
}

/** Everything derived from a document. Plain data, so that a worker can prepare it. */
export interface StoryText extends StoryColumns, IndexedText {}

/** Derives what the search index holds. */
export function prepareIndexedText(document: StoryDocument): IndexedText {
	const body = plainText(document);
	return { body, indexedTitle: indexText(storyTitle(document)), indexedBody: indexText(body) };
}

/** Derives everything that is stored beside a document. */
export function prepareStoryText(document: StoryDocument): StoryText {
	const counts = countStory(document);
	return {
		json: JSON.stringify(document),
		title: storyTitle(document),
		subtitle: storySubtitle(document),
		excerpt: storyExcerpt(document),
		words: counts.words,
		cjk: counts.cjkCharacters,
		seconds: counts.readingSeconds,
		...prepareIndexedText(document),
	};
}
