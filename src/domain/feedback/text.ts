/** Reading text for the coach: places in a block, words, sentences, and when two words are the same. */
import type { Block } from "#domain/story/schema.ts";
import { blockTextParts } from "#domain/story/text.ts";

/** The text that a tip's offsets count in: every part of the block, one a line. */
export function blockText(block: Block): string {
	return blockTextParts(block).join("\n");
}

export interface Word {
	text: string;
	/** UTF-16 offsets. */
	start: number;
	end: number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’\-_.]*/gu;
const TRAILING = new Set("'’-_.");

/** Words of space-separated scripts with their places. Agrees with the story's word count. */
export function wordsOf(text: string): Word[] {
	const words: Word[] = [];
	for (const match of text.matchAll(WORD)) {
		let length = match[0].length;
		while (TRAILING.has(match[0].charAt(length - 1))) length -= 1;
		words.push({ text: match[0].slice(0, length), start: match.index, end: match.index + length });
	}
	return words;
}

const ABBREVIATION = /(?:^|[\s(])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|vs|etc|e\.g|i\.e|cf|approx|No|Jr|Sr)\.$/;

/** The number of an item or a heading, before its words: "1." */
const LEADING_NUMBER = /^\s*\d{1,3}\.$/;
/** As long as such a number may be, with what stands before it. */
const LEADING = 8;

const ENDS = new Set(".!?…");
const WIDE_ENDS = new Set("。！？");
const CLOSERS = new Set("\"'”’)]」』");
const isSpace = (character: string) => character === "" || /\s/.test(character);

/** Sentences with their places; the ends of abbreviations, initials and leading numbers do not end one. One pass, however odd the text. */
export function sentencesOf(text: string, limit = Number.POSITIVE_INFINITY): Word[] {
	const sentences: Word[] = [];
	let start = 0;
	let at = 0;
	while (at < text.length && sentences.length < limit) {
		const character = text.charAt(at);
		const wide = WIDE_ENDS.has(character);
		if (character !== "\n" && !wide && !ENDS.has(character)) {
			at += 1;
			continue;
		}
		let end = at + 1;
		while (ENDS.has(text.charAt(end)) || WIDE_ENDS.has(text.charAt(end))) end += 1;
		const single = end === at + 1;
		while (CLOSERS.has(text.charAt(end))) end += 1;
		const ends = character === "\n" || wide || isSpace(text.charAt(end));
		const abbreviated = single && character === "." && ABBREVIATION.test(text.slice(Math.max(start, end - 8), end));
		const leads = single && end - start <= LEADING && LEADING_NUMBER.test(text.slice(start, end));
		if (ends && !abbreviated && !leads) {
			push(sentences, text, start, end);
			start = end;
		}
		at = end;
	}
	if (sentences.length < limit) push(sentences, text, start, text.length);
	return sentences;
}

function push(sentences: Word[], text: string, from: number, to: number): void {
	const raw = text.slice(from, to);
	const trimmed = raw.trim();
	if (trimmed === "") return;
	const start = from + raw.indexOf(trimmed);
	sentences.push({ text: trimmed, start, end: start + trimmed.length });
}

const EMPTY_WORDS = new Set(
	"a an the and or but if then of to in on at by for from with without about into over after before between is are was were be been being am do does did doing have has had having can could should would will shall may might must not no nor so as than too very just how what when where which who whom whose why this that these those here there it its it's he she they them his her their we us our you your yours i i'm i've me my mine one all any some every each more most best get got make makes made way ways thing things really ever never always only first last".split(
		" ",
	),
);

/** The word without its ending, so that "gardens", "gardening" and "garden" meet. English, rough on purpose. */
export function stem(word: string): string {
	const lower = word
		.toLowerCase()
		.replaceAll("’", "'")
		.replace(/'s$|'$/, "");
	// "Editor" and "edited".
	const doer = /^(.{3,}t)ors?$/.exec(lower)?.[1];
	if (doer !== undefined) return doer;
	for (const ending of [
		"ingly",
		"edly",
		"ings",
		"ing",
		"ies",
		"ied",
		"est",
		"ers",
		"ed",
		"er",
		"es",
		"ly",
		"s",
		"e",
		"y",
	])
		if (lower.length - ending.length >= 3 && lower.endsWith(ending)) {
			const cut = lower.slice(0, -ending.length);
			// "running" and "run": a doubled consonant before the ending is one.
			return /([bdfgklmnprt])\1$/.test(cut) && cut.length > 3 ? cut.slice(0, -1) : cut;
		}
	return lower;
}

/** Stems of the words that carry a text's subject. */
export function subjectStems(text: string): Set<string> {
	const stems = new Set<string>();
	for (const { text: word } of wordsOf(text))
		if (!EMPTY_WORDS.has(word.toLowerCase().replaceAll("’", "'")) && (word.length > 2 || /\p{Lu}{2}/u.test(word)))
			if (!/^\d+$/.test(word)) stems.add(stem(word));
	return stems;
}
