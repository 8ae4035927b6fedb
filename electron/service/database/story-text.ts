import { countPlainText } from "#domain/story/counts.ts";
import type { StoryDocument } from "#domain/story/schema.ts";
import { plainText, storyExcerpt, storySubtitle, storyTitle } from "#domain/story/text.ts";
import { countText } from "#domain/story/words.ts";
import { indexText } from "./search-text.ts";

/** Text, or its UTF-8: so another thread hands it over, and SQLite takes it, without a conversion. */
export type Utf8Text = string | Uint8Array;

/** A document as its row: the JSON and what a list shows of it. */
export interface StoryColumns<Text = string> {
	json: Text;
	title: string;
	subtitle: string;
	excerpt: string;
	words: number;
	cjk: number;
	/** Reading time. */
	seconds: number;
}

/** What the search index holds of a document. */
export interface IndexedText<Text = string> {
	body: Text;
	indexedTitle: string;
	indexedBody: Text;
}

/** Everything derived from a document. Plain data, so that a worker can prepare it. */
export interface StoryText<Text = string> extends StoryColumns<Text>, IndexedText<Text> {}

function indexedText(document: StoryDocument, body: string, hasCjk: boolean): IndexedText {
	return { body, indexedTitle: indexText(storyTitle(document)), indexedBody: hasCjk ? indexText(body) : body };
}

/** Derives what the search index holds. */
export function prepareIndexedText(document: StoryDocument): IndexedText {
	return indexedText(document, plainText(document), true);
}

/** Derives everything that is stored beside a document. */
export function prepareStoryText(document: StoryDocument): StoryText {
	const body = plainText(document);
	const all = countText(body);
	const counts = countPlainText(document, all);
	return {
		json: JSON.stringify(document),
		title: storyTitle(document),
		subtitle: storySubtitle(document),
		excerpt: storyExcerpt(document),
		words: counts.words,
		cjk: counts.cjkCharacters,
		seconds: counts.readingSeconds,
		...indexedText(document, body, all.cjkCharacters > 0),
	};
}
