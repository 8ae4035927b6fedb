import { countStory } from "#domain/story/counts.ts";
import type { StoryDocument } from "#domain/story/schema.ts";
import { plainText, storyExcerpt, storySubtitle, storyTitle } from "#domain/story/text.ts";
import { indexText } from "./search-text.ts";

/** A document as its row: the JSON and everything derived from it. Plain data, so that a worker can prepare it. */
export interface StoryText {
	json: string;
	title: string;
	subtitle: string;
	excerpt: string;
	words: number;
	cjk: number;
	/** Reading time. */
	seconds: number;
	body: string;
	indexedTitle: string;
	indexedBody: string;
}

/** Derives what is stored beside a document. */
export function prepareStoryText(document: StoryDocument): StoryText {
	const counts = countStory(document);
	const title = storyTitle(document);
	const body = plainText(document);
	return {
		json: JSON.stringify(document),
		title,
		subtitle: storySubtitle(document),
		excerpt: storyExcerpt(document),
		words: counts.words,
		cjk: counts.cjkCharacters,
		seconds: counts.readingSeconds,
		body,
		indexedTitle: indexText(title),
		indexedBody: indexText(body),
	};
}
