import { hasCjk } from "#domain/story/scripts.ts";

/**
 * How text enters the search index and how a query is asked of it.
 *
 * FTS5's unicode61 takes a run of Chinese, Japanese or Korean for one word. Such runs are indexed as
 * overlapping pairs, so that any two or more characters are found; a single character is found as a prefix.
 */

const CJK_RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu;
const CJK = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u;

function pairs(run: string): string[] {
	const characters = [...run];
	if (characters.length === 1) return characters;
	return characters.map((character, at) => character + (characters[at + 1] ?? ""));
}

/** Text as it is indexed. */
export function indexText(text: string): string {
	if (!hasCjk(text)) return text;
	return text.replace(CJK_RUN, (run) => ` ${pairs(run).join(" ")} `);
}

/** Splits what the writer typed into words and "quoted phrases". */
export function queryTerms(query: string): { text: string; phrase: boolean }[] {
	const terms: { text: string; phrase: boolean }[] = [];
	// A NUL would end the expression in the middle of a quoted word.
	for (const match of query.replace(/\p{Cc}/gu, " ").matchAll(/"([^"]*)"?|(\S+)/g)) {
		const phrase = match[1] !== undefined;
		const text = (match[1] ?? match[2] ?? "").trim();
		if (/[\p{L}\p{N}]/u.test(text)) terms.push({ text, phrase });
	}
	return terms;
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

function matchTerm(text: string, phrase: boolean): string {
	const pieces = text
		.toWellFormed()
		.replace(CJK_RUN, (run) => ` ${run} `)
		.split(/\s+/)
		.filter((piece) => /[\p{L}\p{N}]/u.test(piece));
	if (phrase && pieces.every((piece) => !CJK.test(piece))) return quoted(pieces.join(" "));
	return pieces
		.map((piece) => {
			if (!CJK.test(piece)) return phrase ? quoted(piece) : `${quoted(piece)} *`;
			const characters = [...piece];
			if (characters.length === 1) return `${quoted(piece)} *`;
			return quoted(pairs(piece).slice(0, -1).join(" "));
		})
		.join(" AND ");
}

/** An FTS5 expression that cannot be malformed whatever was typed, or `null` when nothing searchable was. */
export function matchExpression(query: string): string | null {
	const parts = queryTerms(query).map((term) => matchTerm(term.text, term.phrase));
	return parts.length === 0 ? null : parts.join(" AND ");
}
