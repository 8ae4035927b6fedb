/** Where a search found its words: a piece of text with the matches marked. */

const LENGTH = 160;
/** Characters shown before the first match. */
const LEAD = 40;
const LETTERS = "\\p{L}\\p{N}\\p{M}";
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

interface Folded {
	text: string;
	/** Place in the original of every UTF-16 unit of `text`, and the original's length at the end. */
	places: number[];
}

/** Lower case without diacritics, as the index folds its words, with the way back to the original. */
function fold(text: string): Folded {
	const places: number[] = [];
	let folded = "";
	let at = 0;
	for (const character of text) {
		const plain = character.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
		for (let n = 0; n < plain.length; n += 1) places.push(at);
		folded += plain;
		at += character.length;
	}
	places.push(text.length);
	return { text: folded, places };
}

const NEEDS_FOLDING = /[^\p{ASCII}]/u;

/** One pattern for all words; words of an alphabet match where a word starts. */
function pattern(terms: readonly string[]): RegExp | null {
	const parts = terms
		.map((term) => fold(term.toWellFormed()).text.replace(/\s+/g, " ").trim())
		.filter((term) => term !== "")
		.sort((a, b) => b.length - a.length)
		.map((term) => {
			const escaped = term.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replaceAll(" ", "\\s+");
			return CJK.test(term) ? escaped : `(?<![${LETTERS}])${escaped}`;
		});
	return parts.length === 0 ? null : new RegExp(parts.join("|"), "giu");
}

/** Moves a cut so that it does not split a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
	const code = text.charCodeAt(at);
	return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}

/** The next place after a space, else `most`; in a script without spaces the place itself. */
function wordStart(text: string, at: number, most: number): number {
	if (at === 0 || CJK.test(text.charAt(at))) return at;
	const gap = /\s/.exec(text.slice(at - 1, most));
	return gap ? at + gap.index : most;
}

/** Text around the first match of any term, all matches between U+E000 and U+E001. Marks in the text itself are dropped. */
export function snippet(source: string, terms: readonly string[]): string {
	const body = source.replace(/[\uE000\uE001]/g, "");
	const words = pattern(terms);
	// Folding costs more than everything else here, and most texts spell the word as it was asked for.
	const asAsked = words !== null && !/\p{M}/u.test(body) && body.search(words) >= 0;
	const isPlain = asAsked || !NEEDS_FOLDING.test(body);
	const foldable = isPlain ? null : fold(body);
	const haystack = foldable?.text ?? body;
	const place = (at: number) => foldable?.places[at] ?? at;
	const first = words ? haystack.search(words) : -1;
	const match = place(Math.max(first, 0));
	const from = wordStart(body, wholeCharacter(body, Math.max(0, match - LEAD)), match);
	const to = wholeCharacter(body, Math.min(body.length, from + LENGTH));
	let marked = "";
	let done = from;
	if (words && first >= 0)
		for (const match of haystack.slice(first).matchAll(words)) {
			const start = place(first + match.index);
			const end = place(first + match.index + match[0].length);
			if (start >= to) break;
			if (start < done || end <= start) continue;
			marked += `${body.slice(done, start)}\uE000${body.slice(start, Math.min(end, to))}\uE001`;
			done = Math.min(end, to);
		}
	marked += body.slice(done, to);
	return `${from > 0 ? "…" : ""}${marked.replace(/\s+/g, " ").trim()}${to < body.length ? "…" : ""}`;
}
