/** What a length is told in. */
import { weightOf } from "./block-content.ts";

/** Characters where most of the text is Chinese, Japanese or Korean, else words. */
export type Unit = "words" | "characters";

/** Length of a text. `weight`: words, with CJK characters by their weight. */
export interface Length {
	weight: number;
	cjkCharacters: number;
}

export const unitOf = ({ weight, cjkCharacters }: Length): Unit =>
	weightOf({ words: 0, cjkCharacters }) > weight / 2 ? "characters" : "words";

/** Length in a unit; 0 for a text that is counted in the other. */
export function lengthIn(unit: Unit, length: Length): number {
	if (unit !== unitOf(length)) return 0;
	return unit === "characters" ? length.cjkCharacters : Math.round(length.weight);
}

/** Of several texts one after the other. */
export const sumLengths = (parts: readonly { weight: number; counts: { cjkCharacters: number } }[]): Length => ({
	weight: parts.reduce((sum, one) => sum + one.weight, 0),
	cjkCharacters: parts.reduce((sum, one) => sum + one.counts.cjkCharacters, 0),
});
