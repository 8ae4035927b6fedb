/** What the readability formulas count, block by block, so that it can be kept and summed. */
import { countText } from "#domain/story/words.ts";
import type { BlockReading } from "../block-rule.ts";
import { PROSE_TYPES } from "./language-rule.ts";
import { lettersOf } from "./sentence-rules.ts";
import { SYLLABLE_LANGUAGES, syllablesOf } from "./syllables.ts";

export interface ReadingCounts {
	/** An item of a list is one, with or without a full stop. */
	sentences: number;
	words: number;
	/** Letters and digits of the words. */
	letters: number;
	/** Spoken syllables; 0 in languages whose formula needs none. */
	syllables: number;
	/** Chinese, Japanese and Korean ones, as in every length that the coach tells. */
	characters: number;
}

export const NO_COUNTS: ReadingCounts = { sentences: 0, words: 0, letters: 0, syllables: 0, characters: 0 };

/** Counts of one block in its own language. Titles, headings, quotes, code and captions are not running text and count nothing. */
export function readingCounts(reading: BlockReading): ReadingCounts {
	if (!PROSE_TYPES.has(reading.type) || reading.sentences.length === 0) return NO_COUNTS;
	const language = reading.language ?? "";
	const counted = SYLLABLE_LANGUAGES.has(language);
	let letters = 0;
	let syllables = 0;
	for (const { text } of reading.words) {
		letters += lettersOf(text);
		if (counted) syllables += syllablesOf(text, language);
	}
	return {
		sentences: reading.sentences.length,
		words: reading.words.length,
		letters,
		syllables,
		characters: countText(reading.text).cjkCharacters,
	};
}

export function sumReadingCounts(counts: Iterable<ReadingCounts>): ReadingCounts {
	const sum = { ...NO_COUNTS };
	for (const one of counts)
		for (const name of ["sentences", "words", "letters", "syllables", "characters"] as const) sum[name] += one[name];
	return sum;
}
