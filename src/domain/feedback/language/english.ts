/** What the English rules share: words in lower case, who speaks them, phrases, and putting one word in another's place. */
import type { BlockReading } from "../block-rule.ts";
import type { Word } from "../text.ts";

export interface EnglishWord extends Word {
	/** Lower case, with straight apostrophes. */
	lower: string;
	/** Inside quotation marks: somebody's words, not the writer's. */
	quoted: boolean;
	/** Index into the reading's sentences. */
	sentence: number;
}

const READ = new WeakMap<BlockReading, EnglishWord[]>();

/** The words of a block as the English rules need them; worked out once a reading. */
export function englishWords(reading: BlockReading): EnglishWord[] {
	const known = READ.get(reading);
	if (known) return known;
	const quotes = quotedRanges(reading.text);
	let quote = 0;
	let sentence = 0;
	const words = reading.words.map((word): EnglishWord => {
		while (quote < quotes.length && (quotes[quote]?.end ?? 0) <= word.start) quote += 1;
		while (sentence + 1 < reading.sentences.length && (reading.sentences[sentence + 1]?.start ?? 0) <= word.start)
			sentence += 1;
		const quoted = (quotes[quote]?.start ?? Number.POSITIVE_INFINITY) <= word.start;
		return { ...word, lower: word.text.toLowerCase().replaceAll("’", "'"), quoted, sentence };
	});
	READ.set(reading, words);
	return words;
}

/** Stretches between quotation marks, in order. A straight mark without a partner in its line quotes nothing. */
function quotedRanges(text: string): { start: number; end: number }[] {
	const ranges: { start: number; end: number }[] = [];
	let straight = -1;
	let curly = -1;
	for (let at = 0; at < text.length; at += 1) {
		const character = text.charAt(at);
		if (character === "\n") {
			if (curly !== -1) ranges.push({ start: curly, end: at });
			straight = curly = -1;
		} else if (character === '"' && curly === -1) {
			if (straight !== -1) ranges.push({ start: straight, end: at + 1 });
			straight = straight === -1 ? at : -1;
		} else if (character === "“" && curly === -1) curly = at;
		else if (character === "”" && curly !== -1) {
			ranges.push({ start: curly, end: at + 1 });
			curly = -1;
		}
	}
	if (curly !== -1) ranges.push({ start: curly, end: text.length });
	return ranges;
}

/** Whether only a little white space stands between two words: no punctuation, no new line. */
export function adjoin(text: string, first: Word | undefined, second: Word | undefined): boolean {
	if (!first || !second || second.start - first.end > 2 || second.start <= first.end) return false;
	for (let at = first.end; at < second.start; at += 1) {
		const character = text.charAt(at);
		if (character !== " " && character !== "\u00a0") return false;
	}
	return true;
}

export interface PhraseMatch<T> {
	/** Indexes into the words. */
	first: number;
	last: number;
	value: T;
}

/** Phrases found word by word: the longest that fits, each word in at most one. Time grows with the text alone. */
export class PhraseBook<T> {
	readonly #byFirst = new Map<string, { words: string[]; value: T }[]>();

	/** @param phrases lower case, straight apostrophes, words with one space between */
	constructor(phrases: Iterable<readonly [phrase: string, value: T]>) {
		for (const [phrase, value] of phrases) {
			const words = phrase.split(" ");
			const first = words[0] ?? "";
			const list = this.#byFirst.get(first);
			if (list) list.push({ words, value });
			else this.#byFirst.set(first, [{ words, value }]);
		}
		for (const list of this.#byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
	}

	*matches(text: string, words: readonly EnglishWord[]): Generator<PhraseMatch<T>> {
		for (let at = 0; at < words.length; at += 1) {
			const found = this.#byFirst.get(words[at]?.lower ?? "")?.find((one) => fits(text, words, at, one.words));
			if (!found) continue;
			const last = at + found.words.length - 1;
			yield { first: at, last, value: found.value };
			at = last;
		}
	}
}

function fits(text: string, words: readonly EnglishWord[], at: number, phrase: readonly string[]): boolean {
	for (let n = 1; n < phrase.length; n += 1)
		if (words[at + n]?.lower !== phrase[n] || !adjoin(text, words[at + n - 1], words[at + n])) return false;
	return true;
}

/** A word in the capitals of the one whose place it takes. */
export function inCaseOf(original: string, replacement: string): string {
	const letters = original.match(/\p{L}/gu) ?? [];
	if (letters.length > 1 && !letters.some((letter) => letter !== letter.toUpperCase()))
		return replacement.toUpperCase();
	const first = letters[0] ?? "";
	return first !== first.toLowerCase() ? replacement.charAt(0).toUpperCase() + replacement.slice(1) : replacement;
}

/** "a" or "an", by the sound a word begins with. */
export function articleFor(word: string): "a" | "an" {
	const lower = word.toLowerCase();
	if (/^(?:hour|honest|honou?r|heir)/.test(lower)) return "an";
	if (/^(?:uni(?!n|m)|use|usu|eu|one|once|ubi)/.test(lower)) return "a";
	return /^[aeiou]/.test(lower) ? "an" : "a";
}

export interface Exchange {
	start: number;
	end: number;
	replacement: string;
}

/**
 * What puts `replacement` in the place of the words from `first` to `last`; empty takes them out. The next word takes a
 * capital over and an article before is mended. `null` when taking out would leave a hole (no word follows in the sentence).
 */
export function exchange(
	text: string,
	words: readonly EnglishWord[],
	first: number,
	last: number,
	replacement: string,
): Exchange | null {
	const from = words[first];
	const to = words[last];
	if (!from || !to) return null;
	let { start } = from;
	let { end } = to;
	let put = inCaseOf(text.slice(start, end), replacement);
	if (replacement === "") {
		const next = words[last + 1];
		const gap = next && text.slice(to.end, Math.min(next.start, to.end + 4));
		if (!next || !gap || next.sentence !== to.sentence || !/^,? {1,2}$|^,?\u00a0$/.test(gap)) return null;
		// ", of course, " leaves one comma; in the middle of a sentence a comma after it has to have one before.
		const opens = from.start === 0 || words[first - 1]?.sentence !== from.sentence;
		if (gap.startsWith(",") && !opens) return null;
		end = next.end;
		put = opens ? inCaseOf(from.text, next.text) : next.text;
	}
	const before = words[first - 1];
	if (before && (before.lower === "a" || before.lower === "an") && adjoin(text, before, from)) {
		const article = articleFor(put);
		if (article !== before.lower) {
			start = before.start;
			put = `${inCaseOf(before.text.length > 1 || before.text === "a" ? before.text : "An", article)}${text.slice(before.end, from.start)}${put}`;
		}
	}
	return { start, end, replacement: put };
}
