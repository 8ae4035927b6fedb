/** What a length is told in. */

/** Characters where most of the text is Chinese, Japanese or Korean, else words. */
export type Unit = "words" | "characters";

/** Length of a text. `weight`: words, with CJK characters by their weight. */
export interface Length {
	weight: number;
	cjkCharacters: number;
}

/** Words, where two CJK characters weigh about as one: 500 characters and 265 words take a minute each. */
export function weightOf({ words, cjkCharacters }: { words: number; cjkCharacters: number }): number {
	return words + cjkCharacters * (265 / 500);
}

export const unitOf = ({ weight, cjkCharacters }: Length): Unit =>
	weightOf({ words: 0, cjkCharacters }) > weight / 2 ? "characters" : "words";

/** {@link unitOf} what was counted word by word. */
export const unitOfCounts = (counts: { words: number; cjkCharacters: number }): Unit =>
	unitOf({ weight: weightOf(counts), cjkCharacters: counts.cjkCharacters });

/** A length in the unit it is told in. */
export function measure(length: Length): { unit: Unit; length: number } {
	const unit = unitOf(length);
	return { unit, length: unit === "characters" ? length.cjkCharacters : Math.round(length.weight) };
}

/** Of several texts one after the other. */
export const sumLengths = (parts: readonly { weight: number; counts: { cjkCharacters: number } }[]): Length => ({
	weight: parts.reduce((sum, one) => sum + one.weight, 0),
	cjkCharacters: parts.reduce((sum, one) => sum + one.counts.cjkCharacters, 0),
});
