/** A story's own words: used so often that they are names or terms rather than mistakes. */
import type { Word } from "../../text.ts";

/** Words whose spelling is the writer's business. */
export interface KnownWords {
	/** Added by the writer; lower case stands for any case. */
	dictionary: ReadonlySet<string>;
	/** Used in the story with a capital more than once, at least once where none has to be. */
	names: ReadonlySet<string>;
	/** In lower case, used again and again: a term, or always the same mistake. */
	terms: ReadonlySet<string>;
}

export const NO_KNOWN_WORDS: KnownWords = { dictionary: new Set(), names: new Set(), terms: new Set() };

/** Uses in a story from which a word with a capital counts as a name, and any other as a term. */
const NAME_USES = 2;
const TERM_USES = 3;

/** A word without the ending of a possessive. */
export const plainWord = (word: string) => word.replaceAll("’", "'").replace(/'s?$/, "");

/** Uses of words in one block; kept with it and summed by {@link StoryWords}. A word that only opens sentences is no name. */
export interface WordUses {
	capital: ReadonlyMap<string, number>;
	/** With a capital at the start of a sentence. */
	opening: ReadonlyMap<string, number>;
	lower: ReadonlyMap<string, number>;
}

export function wordUses(words: readonly Word[], sentences: readonly Word[]): WordUses {
	const capital = new Map<string, number>();
	const opening = new Map<string, number>();
	const lower = new Map<string, number>();
	let next = 0;
	for (const word of words) {
		while (next < sentences.length && (sentences[next]?.end ?? 0) <= word.start) next += 1;
		const one = plainWord(word.text);
		if (one.length < 2) continue;
		if (one.charAt(0) === one.charAt(0).toLowerCase()) add(lower, one, 1);
		else add(word.start > (sentences[next]?.start ?? 0) + 1 ? capital : opening, one, 1);
	}
	return { capital, opening, lower };
}

function add<Key>(counts: Map<Key, number>, key: Key, more: number): void {
	const now = (counts.get(key) ?? 0) + more;
	if (now === 0) counts.delete(key);
	else counts.set(key, now);
}

/** The sums of a story's blocks, of which a change costs no more than the blocks that changed. */
export class StoryWords {
	/** How often each block's content stands in the story. */
	#blocks: ReadonlyMap<WordUses, number> = new Map();
	readonly #sums = {
		capital: new Map<string, number>(),
		opening: new Map<string, number>(),
		lower: new Map<string, number>(),
	};
	#known = NO_KNOWN_WORDS;
	#dictionary: readonly string[] = [];

	/**
	 * @param uses of every block
	 * @param dictionary the writer's own words, as stored
	 * @returns the same object as before when nothing else is known
	 */
	update(uses: Iterable<WordUses>, dictionary: readonly string[] = []): KnownWords {
		const now = new Map<WordUses, number>();
		for (const one of uses) add(now, one, 1);
		const capitals = new Set<string>();
		const lowers = new Set<string>();
		for (const one of new Set([...now.keys(), ...this.#blocks.keys()])) {
			const times = (now.get(one) ?? 0) - (this.#blocks.get(one) ?? 0);
			if (times === 0) continue;
			for (const kind of ["capital", "opening", "lower"] as const)
				for (const [word, count] of one[kind]) {
					add(this.#sums[kind], word, count * times);
					(kind === "lower" ? lowers : capitals).add(word);
				}
		}
		this.#blocks = now;
		const { capital, opening, lower } = this.#sums;
		const isName = (word: string) =>
			capital.has(word) && (capital.get(word) ?? 0) + (opening.get(word) ?? 0) >= NAME_USES;
		const isTerm = (word: string) => (lower.get(word) ?? 0) >= TERM_USES;
		const names = moved(this.#known.names, capitals, isName);
		const terms = moved(this.#known.terms, lowers, isTerm);
		const own = sameWords(dictionary, this.#dictionary) ? this.#known.dictionary : new Set(dictionary);
		this.#dictionary = dictionary;
		if (names !== this.#known.names || terms !== this.#known.terms || own !== this.#known.dictionary)
			this.#known = { dictionary: own, names, terms };
		return this.#known;
	}
}

const sameWords = (a: readonly string[], b: readonly string[]) =>
	a === b || (a.length === b.length && a.every((word, at) => word === b[at]));

/** The set brought up to date about some words; itself when they belong as before. */
function moved(
	before: ReadonlySet<string>,
	words: Iterable<string>,
	belongs: (word: string) => boolean,
): ReadonlySet<string> {
	let after: Set<string> | null = null;
	for (const word of words) {
		const now = belongs(word);
		if (before.has(word) === now) continue;
		after ??= new Set(before);
		if (now) after.add(word);
		else after.delete(word);
	}
	return after ?? before;
}
