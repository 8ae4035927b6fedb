/** What the figures that rules compare with are called, by their names in the registry. */
import { sentence } from "../words/message.ts";

const NAMES: Readonly<Record<string, string>> = {
	words: sentence("Words"),
	enough: sentence("Words of text from which it speaks"),
	characters: sentence("Characters"),
	sentences: sentence("Sentences"),
	letters: sentence("Letters"),
	grade: sentence("School grade from"),
	belowGrade: sentence("School grade below"),
	adverbs: sentence("Adverbs"),
	window: sentence("Words looked back"),
	subject: sentence("Times that make a subject"),
	others: sentence("Other languages"),
	seconds: sentence("Seconds"),
	share: sentence("Share, 0 to 1"),
	long: sentence("Long from"),
	veryLong: sentence("Very long from"),
	shortest: sentence("Shortest"),
	longest: sentence("Longest"),
	warn: sentence("Too long from"),
	clip: sentence("Cut from"),
	least: sentence("Least"),
	most: sentence("Most"),
};

/** Codes of languages stand for themselves: the window names them. */
const LANGUAGE = /^[a-z]{2}$/;

/** Whether a threshold is that of one language. */
export const isLanguageThreshold = (name: string): boolean => LANGUAGE.test(name);

/** An English sentence that the window translates; the bare name where there is none. */
export function thresholdName(name: string): string {
	return NAMES[name] ?? name;
}
