/** Title and text as the sincerity checks read them: words, sentences, and whether the text takes a word up. */
import type { BlockContent } from "../block-content.ts";
import type { StoryContext } from "../context.ts";
import { stem, subjectStems, type Word, wordsOf } from "../text.ts";
import { baseForm, synonymsOf } from "./word-forms.ts";

export interface ReadSentence {
	text: string;
	/** Lower case, straight apostrophes. */
	words: string[];
	stems: string[];
}

/** One block, read once. */
export interface BlockWords {
	sentences: ReadSentence[];
	words: ReadonlySet<string>;
	stems: ReadonlySet<string>;
}

const plain = (word: string) => word.toLowerCase().replaceAll("’", "'");

/** Words of which the second half of a hyphenated word is one too: "best-paid" is read as best and paid. */
function parts(word: string): string[] {
	return word.includes("-") ? [word, ...word.split("-").filter((part) => part !== "")] : [word];
}

/** Stem of a word's base form: "bought" and "buying" meet. */
export const rootOf = (word: string) => stem(baseForm(plain(word).replace(/'(?:s|re|ve|ll|d|m)$/, "")));

const known = new WeakMap<BlockContent, BlockWords>();

/** A block is read this far; longer ones are no paragraphs a promise could hide in. */
const LONGEST_BLOCK = 20_000;

/** Kept as long as the block's content is. */
export function readContent(content: BlockContent): BlockWords {
	const before = known.get(content);
	if (before) return before;
	const words = new Set<string>();
	const stems = new Set<string>();
	const sentences: ReadSentence[] = [];
	let at = 0;
	for (const { text, start, end } of content.sentences) {
		if (start > LONGEST_BLOCK) break;
		const inside: string[] = [];
		for (let word = content.words[at]; word && word.start < Math.min(end, LONGEST_BLOCK); word = content.words[at]) {
			inside.push(...parts(plain(word.text)));
			at += 1;
		}
		const roots = inside.map(rootOf);
		for (const word of inside) words.add(word);
		for (const root of roots) stems.add(root);
		sentences.push({ text: text.slice(0, LONGEST_BLOCK), words: inside, stems: roots });
	}
	const read = { sentences, words, stems };
	known.set(content, read);
	return read;
}

export interface TitleWord extends Word {
	/** Lower case, straight apostrophes. */
	lower: string;
	root: string;
	/** Carries the subject: neither a small word nor a number. */
	content: boolean;
}

export interface SincerityReading {
	title: string;
	titleWords: readonly TitleWord[];
	body: readonly BlockWords[];
	context: StoryContext;
}

/** Titles are read this far: longer ones are no titles. */
const LONGEST = 400;
const readings = new WeakMap<StoryContext, SincerityReading>();

export function readTitle(title: string): TitleWord[] {
	return wordsOf(title.slice(0, LONGEST)).map((word) => ({
		...word,
		lower: plain(word.text),
		root: rootOf(word.text),
		content: subjectStems(word.text).size > 0,
	}));
}

export function readStory(context: StoryContext): SincerityReading {
	const before = readings.get(context);
	if (before) return before;
	const title = context.title?.text ?? "";
	const body = [...(context.subtitle ? [context.subtitle] : []), ...context.body];
	const reading = { title, titleWords: readTitle(title), body: body.map((one) => readContent(one.content)), context };
	readings.set(context, reading);
	return reading;
}

export const hasWord = ({ body }: SincerityReading, word: string) => body.some((one) => one.words.has(word));

const having = new WeakMap<ReadonlySet<string>, WeakMap<BlockWords, boolean>>();

/** Whether the text has any of some words; answered once a block, so `words` has to be the same set every time. */
export function hasAny({ body }: SincerityReading, words: ReadonlySet<string>): boolean {
	const answers = having.get(words) ?? new WeakMap<BlockWords, boolean>();
	having.set(words, answers);
	return body.some((one) => {
		const before = answers.get(one);
		if (before !== undefined) return before;
		const answer = !words.isDisjointFrom(one.words);
		answers.set(one, answer);
		return answer;
	});
}

export function* sentencesIn({ body }: SincerityReading): Generator<ReadSentence> {
	for (const block of body) yield* block.sentences;
}

/** Stems by which a text takes a title word up: its own, of its parts, and of words for the same thing. */
export function rootsFor(word: TitleWord): string[] {
	const roots = [word.root, ...synonymsOf(word.lower).map(rootOf)];
	for (const part of parts(word.lower)) if (part !== word.lower) roots.push(rootOf(part));
	return roots;
}

/** Whether texts take a title word up: itself, another form of it or a word for the same thing. */
function takenUp(body: readonly Pick<BlockWords, "stems">[], word: TitleWord): boolean {
	const roots = rootsFor(word);
	return body.some((one) => roots.some((root) => one.stems.has(root)));
}

export const takesUp = ({ body }: SincerityReading, word: TitleWord) => takenUp(body, word);

/** Stems of a text that no block's content holds. */
export const readWords = (text: string): ReadonlySet<string> =>
	new Set(wordsOf(text).flatMap((word) => parts(plain(word.text)).map(rootOf)));

/** {@link takesUp} in such a text. */
export const takesUpWords = (stems: ReadonlySet<string>, word: TitleWord) => takenUp([{ stems }], word);

/** {@link takesUp} in some blocks alone. */
export const takesUpIn = (contents: readonly BlockContent[], word: TitleWord) =>
	takenUp(contents.map(readContent), word);

/** Share of words the text takes up, 0 to 1; 1 when there are none. */
export function coverage(reading: SincerityReading, words: readonly TitleWord[]): number {
	if (words.length === 0) return 1;
	return words.filter((word) => takesUp(reading, word)).length / words.length;
}
