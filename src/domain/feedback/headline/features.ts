/** What the headline model sees of a title: named signals, its shape in figures, its words and pairs of words. English. */
import { HEADLINE_SIGNALS } from "./signals.ts";

/** Figures of a title's shape, in this order. The model keeps their means and spreads. */
export const SHAPE = [
	"characters",
	"past40",
	"past55",
	"past65",
	"past75",
	"past85",
	"past95",
	"past110",
	"commas",
	"semicolon",
	"asterisk",
	"dollar",
	"percent",
	"quotes",
	"parentheses",
	"capitals",
	"twoSentences",
	"threeSentences",
	"fullStop",
	"startsWithDigit",
	"wordLength",
	"longWords",
	"names",
	"differentWords",
] as const;

/** So many of `SHAPE`, from the first, are figures of length; the rest are of form: punctuation, sentences, capitals. */
export const LENGTH_FIGURES = 8;

export interface HeadlineFeatures {
	/** Ids of the named signals found. */
	signals: string[];
	/** One number for each of `SHAPE`. */
	shape: number[];
	/** Lower case, in order, straight apostrophes. */
	words: string[];
	/** Each different word and pair of neighbours once; `<s>` and `</s>` stand for start and end. */
	phrases: string[];
}

const WORD = /[\p{L}\p{N}]+(?:'\p{L}+)*/gu;
/** Titles are read this far: longer ones are no titles. */
const LONGEST = 400;

function straight(title: string): string {
	return title
		.slice(0, LONGEST)
		.replace(/[’‘]/g, "'")
		.replace(/[“”]/g, '"')
		.replaceAll("—", " -- ")
		.replaceAll("–", " - ");
}

/** The words of a title as the model knows them. */
export function titleWords(title: string): string[] {
	return straight(title).toLowerCase().match(WORD) ?? [];
}

const flag = (value: boolean) => (value ? 1 : 0);
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

function shapeOf(title: string, words: readonly string[]): number[] {
	const text = straight(title);
	const characters = Math.max(5, Math.min(LONGEST, title.length));
	const past = (limit: number) => Math.min(Math.max((characters - limit) / 10, 0), 1.5);
	const total = Math.max(1, words.length);
	const sentences = count(text, /[.!?]["')]?\s+\S/g);
	const letters = words.reduce((sum, word) => sum + word.length, 0);
	return [
		Math.log(characters),
		past(40),
		past(55),
		past(65),
		past(75),
		past(85),
		past(95),
		past(110),
		Math.min(count(text, /,/g), 3),
		flag(text.includes(";")),
		flag(text.includes("*")),
		flag(text.includes("$")),
		flag(text.includes("%")),
		flag(text.includes('"') || /(?:^|\s)'/.test(text)),
		flag(text.includes("(")),
		flag(/\b[A-Z]{3,}\b/.test(text)),
		flag(sentences >= 1),
		flag(sentences >= 2),
		flag(text.trimEnd().endsWith(".")),
		flag(/^\d/.test(text)),
		words.length > 0 ? letters / total : 4,
		words.filter((word) => word.length >= 8).length / total,
		Math.min(count(text, /\s[A-Z][a-z]/g) / total, 1),
		new Set(words).size / total,
	];
}

function phrasesOf(words: readonly string[]): string[] {
	const found = new Set(words);
	const framed = ["<s>", ...words, "</s>"];
	for (let at = 0; at + 1 < framed.length; at += 1) found.add(`${framed[at]} ${framed[at + 1]}`);
	return [...found];
}

export function headlineFeatures(title: string): HeadlineFeatures {
	const words = titleWords(title);
	return {
		signals: HEADLINE_SIGNALS.filter((signal) => signal.find(title.slice(0, LONGEST)) !== null).map(({ id }) => id),
		shape: shapeOf(title, words),
		words,
		phrases: phrasesOf(words),
	};
}
