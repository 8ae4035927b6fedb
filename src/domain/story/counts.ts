/** Word count and reading time by Medium's published rule. */

import type { Block, StoryDocument } from "./schema.ts";
import { blockTextParts } from "./text.ts";
import { countText } from "./words.ts";

/** Words a minute. Source: Medium help, "Read time" (article 214991667), read autumn 2026. */
export const WORDS_PER_MINUTE = 265;
/** Chinese, Japanese and Korean characters a minute. Same source. */
export const CJK_CHARACTERS_PER_MINUTE = 500;
/** Seconds for the first picture, one less for each further one, never below the second figure. Source: Medium blog, "Read time and you". */
export const FIRST_IMAGE_SECONDS = 12;
export const LEAST_IMAGE_SECONDS = 3;

export interface StoryCounts {
	/** Words of space-separated scripts; a CJK character is counted in `cjkCharacters` instead. */
	words: number;
	cjkCharacters: number;
	images: number;
	characters: number;
	/** Seconds by Medium's rule; 0 for an empty story. */
	readingSeconds: number;
}

/** Seconds spent on `images` pictures: 12, 11, 10 … 3, 3, 3. */
export function imageSeconds(images: number): number {
	let seconds = 0;
	for (let n = 0; n < images; n += 1) seconds += Math.max(FIRST_IMAGE_SECONDS - n, LEAST_IMAGE_SECONDS);
	return seconds;
}

export interface BlockCounts {
	words: number;
	cjkCharacters: number;
	characters: number;
	images: number;
}

/** Pieces of text that a reader does not read as words: notes to self, and alt text. */
function unreadParts(block: Block): string[] {
	if (block.type === "note") return blockTextParts(block);
	return block.type === "figure" || block.type === "gallery" ? blockTextParts(block).slice(1) : [];
}

const imagesOf = (block: Block) => (block.type === "figure" ? 1 : block.type === "gallery" ? block.images.length : 0);

/** Counts of one block. Notes to self and alt text are not read by a reader and count nothing. */
export function countBlock(block: Block): BlockCounts {
	if (block.type === "note") return { words: 0, cjkCharacters: 0, characters: 0, images: 0 };
	const images = imagesOf(block);
	const parts = images > 0 ? blockTextParts(block).slice(0, 1) : blockTextParts(block);
	const counts: BlockCounts = { words: 0, cjkCharacters: 0, characters: 0, images };
	for (const part of parts) {
		const { words, cjkCharacters } = countText(part);
		counts.words += words;
		counts.cjkCharacters += cjkCharacters;
		counts.characters += part.length;
	}
	return counts;
}

/** Seconds to read words and characters alone, with their fraction, so that times of pieces add up. */
export function exactTextSeconds({ words, cjkCharacters }: { words: number; cjkCharacters: number }): number {
	return (words / WORDS_PER_MINUTE) * 60 + (cjkCharacters / CJK_CHARACTERS_PER_MINUTE) * 60;
}

export function readingSeconds(counts: { words: number; cjkCharacters: number; images: number }): number {
	return Math.round(exactTextSeconds(counts) + imageSeconds(counts.images));
}

/** Sums block counts, so that an editor can keep them per block. */
export function sumCounts(blocks: Iterable<BlockCounts>): StoryCounts {
	const total = { words: 0, cjkCharacters: 0, characters: 0, images: 0 };
	for (const counts of blocks) {
		total.words += counts.words;
		total.cjkCharacters += counts.cjkCharacters;
		total.characters += counts.characters;
		total.images += counts.images;
	}
	return { ...total, readingSeconds: readingSeconds(total) };
}

export function countStory(document: StoryDocument): StoryCounts {
	return sumCounts(document.blocks.map(countBlock));
}

/**
 * The same from the counts of the story's plain text, notes included: one long text is counted sooner than many short
 * ones. Line ends stand between its pieces, so that what is not read can be taken off again.
 */
export function countPlainText(
	document: StoryDocument,
	text: ReturnType<typeof countText>,
): Omit<StoryCounts, "characters"> {
	const counts = { ...text, images: 0 };
	for (const block of document.blocks) {
		counts.images += imagesOf(block);
		for (const part of unreadParts(block)) {
			const { words, cjkCharacters } = countText(part);
			counts.words -= words;
			counts.cjkCharacters -= cjkCharacters;
		}
	}
	return { ...counts, readingSeconds: readingSeconds(counts) };
}

/** Medium shows whole minutes, at least one. */
export function readingMinutes(seconds: number): number {
	return Math.max(1, Math.round(seconds / 60));
}
