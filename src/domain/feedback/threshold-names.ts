/** What the figures that rules compare with are called, by their names in the registry. */
import { sentence } from "../words/message.ts";
import type { Rule } from "./types.ts";

const NAMES: Readonly<Record<string, string>> = {
	words: sentence("Words of the story from which it speaks"),
	enough: sentence("Words of text from which it speaks"),
	enoughCharacters: sentence("Characters of text from which it speaks"),
	grade: sentence("School grade from"),
	belowGrade: sentence("School grade below"),
	window: sentence("Words looked back"),
};

/** Codes of languages stand for themselves: the window names them. */
const LANGUAGE = /^[a-z]{2}$/;

/** Whether a threshold is that of one language. */
export const isLanguageThreshold = (name: string): boolean => LANGUAGE.test(name);

/** An English sentence that the window translates; the bare name where there is none. */
export function thresholdName(rule: Pick<Rule, "thresholdNames">, name: string): string {
	return rule.thresholdNames?.[name] ?? NAMES[name] ?? name;
}
