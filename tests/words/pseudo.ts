/**
 * A language made by code from English, to see what is not translated and what has no room for longer words: every
 * sentence in ⟦brackets⟧, its letters accented, about a third longer, its places as they are. Plural sentences have all
 * forms of the language it stands for, each beginning with the first letter of its form.
 */

/** The language the pseudo catalogue stands for: Intl writes no Latin letters in it, and its plural has four forms. */
export const PSEUDO_LANGUAGE = "ru";

const PLAIN = "abcdefghijklmnoprstuvwxyzACDEGHIKLMNOPRSTUWYZ";
const ACCENTED = "áḃćďéḟġĥíĵķĺḿńóṕŕśťúṽẃẋýźÁĆĎÉĠĤÍĶĹḾŃÓṔŔŚŤÚẂÝŹ";
const accents = new Map([...PLAIN].map((letter, at) => [letter, [...ACCENTED][at] ?? letter]));

const LONGER = 0.35;

/** Words of about a third of a sentence's length; broken like words, so that lines wrap as they would. */
const padding = (length: number) =>
	" ~~~~~".repeat(Math.ceil((length * LONGER) / 6)).slice(0, Math.ceil(length * LONGER));

/** @param form name of the plural form, if it is one */
export function pseudo(english: string, form?: string): string {
	const parts = english.split(/(\{\{[^}]*\}\}|<[^>]*>)/);
	const said = parts.map((part, at) =>
		at % 2 === 1 ? part : [...part].map((letter) => accents.get(letter) ?? letter).join(""),
	);
	return `⟦${form ? `${form[0]}:` : ""}${said.join("")}${padding(english.length)}⟧`;
}

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** The whole catalogue, from the English one. */
export function pseudoCatalogue(english: Readonly<Record<string, string>>): Record<string, string> {
	const forms = new Intl.PluralRules(PSEUDO_LANGUAGE).resolvedOptions().pluralCategories;
	return Object.fromEntries(
		Object.entries(english).flatMap(([key, sentence]) => {
			if (!PLURAL.test(key)) return [[key, pseudo(sentence)]];
			if (!key.endsWith("_other")) return [];
			const base = key.replace(PLURAL, "");
			return forms.map((form) => [`${base}_${form}`, pseudo(english[`${base}_${form}`] ?? sentence, form)]);
		}),
	);
}

/** What of a text stands outside all brackets. */
export function outsideBrackets(text: string): string {
	let depth = 0;
	let outside = "";
	for (const character of text) {
		if (character === "⟦") depth += 1;
		else if (character === "⟧") depth = Math.max(0, depth - 1);
		else if (depth === 0) outside += character;
	}
	return outside;
}
