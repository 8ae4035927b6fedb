/** A block's reading made of bare text, for tests. */
import type { BlockReading } from "../block-rule.ts";
import { sentencesOf, wordsOf } from "../text.ts";

export function readingOf(
	text: string,
	language: string | null = "en",
	type: BlockReading["type"] = "paragraph",
): BlockReading {
	return { type, text, language, words: wordsOf(text), sentences: sentencesOf(text) };
}
