/** "7 quiet ways": the number of items a title promises, and whether the text has them. */
import { type ItemCount, itemCounts } from "./items.ts";
import { LIST_NOUNS, PEOPLE } from "./list-nouns.ts";
import { promisedElsewhere } from "./number-elsewhere.ts";
import { isUnit, numberValue } from "./numbers.ts";
import { type SincerityReading, sentencesIn, type TitleWord } from "./reading.ts";
import { wordSet } from "./word-forms.ts";

/** Plural in form and no noun, or a noun that counts nothing in a list. */
const NO_NOUN = wordSet("is was has does this its us as less always perhaps plus versus across towards series news");
/** "I tried nine …", "according to three …": what was gone through is what the story is made of. */
const GATHERED = wordSet("tried tested compared asked interviewed reviewed visited ranked to");
/** What may stand between number and noun. */
const LONGEST_REACH = 3;

export interface PromisedNumber {
	/** Least and most that keep the promise: "10+" has no most, "5–7" both. */
	least: number;
	most: number;
	/** What is counted, as the title has it. */
	noun: string;
	/** A list noun, or the title begins with a figure and tells of nothing else: the items are what the story is made of. */
	isList: boolean;
	/** The noun is one of those that announce a list. */
	isListNoun: boolean;
	/** Place in the title, number to noun. */
	start: number;
	end: number;
}

const isPlural = (word: TitleWord) =>
	/[a-z]{2}s$/.test(word.lower) && !NO_NOUN.has(word.lower) && !/(?:s|u|i)s$/.test(word.lower);
const STOPS = wordSet(
	"of to in on at by for from with and or but is are was were will that which who i you we they he she it the a an my your",
);

/** The noun a number counts: a list noun within reach, else the first plural before a small word. */
function countedNoun(words: readonly TitleWord[]): TitleWord | null {
	const reach = words.slice(0, LONGEST_REACH);
	const first = reach[0];
	if (!first || isUnit(first.lower) || STOPS.has(first.lower)) return null;
	for (const word of reach) if (LIST_NOUNS.has(word.lower)) return word;
	for (const word of reach) {
		if (STOPS.has(word.lower) || isUnit(word.lower)) return null;
		if (isPlural(word)) return word;
	}
	return null;
}

/** "8 Folding Bikes Compared": what is done to the items of a list. */
const JUDGED = wordSet("compared ranked reviewed tested explained rated explored answered debunked solved sorted");

/** "2 Brothers, 1 Bakery", "3 Goats Escaped": the number tells of those in a story and announces none of its parts. */
function isTold(title: string, noun: TitleWord, words: readonly TitleWord[]): boolean {
	const next = words[words.indexOf(noun) + 1];
	return (
		PEOPLE.has(noun.lower) ||
		/^\s*(?:,|&|and\b)/.test(title.slice(noun.end)) ||
		(/[a-z]{2}ed$/.test(next?.lower ?? "") && !JUDGED.has(next?.lower ?? ""))
	);
}

/** @param words the title's */
export function promisedNumber(title: string, words: readonly TitleWord[]): PromisedNumber | null {
	for (const [index, word] of words.entries()) {
		const least = numberValue(word.lower);
		if (least === null || least < 2 || least > 100) continue;
		const before = title.slice(Math.max(0, word.start - 2), word.start);
		const after = title.slice(word.end, word.end + 3);
		if (/[$€£¥.,\d/:]\s?$/.test(before) || /^(?:\s?%|[.,:/]\d)/.test(after)) continue;
		const range = /^\s?[-–—]\s?\d/.test(after) ? numberValue(words[index + 1]?.lower ?? "") : null;
		const rest = words.slice(index + (range === null ? 1 : 2));
		const noun = countedNoun(rest);
		if (!noun) continue;
		// "Node 20 runs faster": a number behind a name is part of it.
		const named = words[index - 1];
		if (named?.content && !LIST_NOUNS.has(noun.lower) && !GATHERED.has(named.lower)) continue;
		const opens =
			(index === 0 || (index === 1 && /^(?:the|my|top|these)$/.test(words[0]?.lower ?? ""))) &&
			/^\d/.test(word.lower) &&
			!isTold(title, noun, rest);
		return {
			least,
			most: range ?? (after.startsWith("+") ? Number.POSITIVE_INFINITY : least),
			noun: noun.text,
			isList: LIST_NOUNS.has(noun.lower) || opens || GATHERED.has(words[index - 1]?.lower ?? ""),
			isListNoun: LIST_NOUNS.has(noun.lower),
			start: word.start,
			end: noun.end,
		};
	}
	return null;
}

const keeps = ({ least, most }: PromisedNumber, count: number) => count >= least && count <= most;

/** Whether the text itself names a number that keeps the promise, and not of minutes or money. */
function saysNumber(reading: SincerityReading, promise: PromisedNumber): boolean {
	for (const { words } of sentencesIn(reading))
		for (const [at, word] of words.entries()) {
			const value = numberValue(word);
			if (value === null || !keeps(promise, value)) continue;
			const next = words[at + 1] ?? "";
			// "There were nine of us" counts nothing that the title does.
			if (next === "of" && /^(?:us|them|you)$/.test(words[at + 2] ?? "")) continue;
			const ends = next === "" || /^(?:of|were|are)$/.test(next);
			if (!isUnit(next) && (!promise.isListNoun || ends || next.endsWith("s") || (words[at + 2] ?? "").endsWith("s")))
				return true;
		}
	return false;
}

export interface NumberAnswer {
	promise: PromisedNumber;
	kept: boolean;
	/** Nearest count in the text; 0 when nothing in it can be counted. */
	found: number;
	/** The text has a list of another length: there is no doubt. */
	sure: boolean;
}

function nearest(promise: PromisedNumber, counts: readonly ItemCount[]): ItemCount | null {
	let best: ItemCount | null = null;
	const distance = (one: ItemCount) => Math.abs(one.count - promise.least);
	for (const one of counts) if (!best || distance(one) < distance(best)) best = one;
	return best;
}

/** Kinds of items nobody numbers by accident. */
const DEFINITE = new Set<ItemCount["kind"]>(["numberedHeadings", "listItems", "numberedParagraphs", "labelled"]);

/** Headings that frame a text, such as an introduction and a conclusion, whose words are not known. */
const FRAMES = 2;

/** Judged by lists alone: without them nothing is said, because the text may count in words that are not known. */
function answerElsewhere({ title, context }: SincerityReading, language: string): NumberAnswer | null {
	const promise = promisedElsewhere(title, language);
	if (!promise) return null;
	const counts = itemCounts(context).filter(({ kind }) => kind !== "ordinals");
	const kept = counts.some(({ kind, count }) =>
		kind === "headings" ? count >= promise.least && count <= promise.least + FRAMES : count === promise.least,
	);
	const listed = counts.some(({ kind, count }) => DEFINITE.has(kind) && count >= 2);
	if (!kept && !listed) return null;
	return { promise, kept, found: nearest(promise, counts)?.count ?? 0, sure: !kept };
}

/** `null` when the title promises no number, or one that a text cannot be held to. */
export function numberAnswer(reading: SincerityReading): NumberAnswer | null {
	const { code } = reading.context.language;
	if (code !== null && code !== "en") return answerElsewhere(reading, code);
	const promise = promisedNumber(reading.title, reading.titleWords);
	// Elsewhere in a title a number is a fact of the story.
	if (!promise?.isList) return null;
	const noun = promise.noun.toLowerCase().replaceAll("’", "'");
	const all = itemCounts(reading.context);
	// "Step 5" says more than how many headings there are.
	const labelled = all.filter((one) => one.noun === noun);
	const counts = labelled.length > 0 ? labelled : all;
	// A last heading without a framing word may still close the text and be no item.
	const kept = counts.some(
		({ kind, count }) => keeps(promise, count) || (kind === "headings" && keeps(promise, count - 1)),
	);
	const closest = nearest(promise, counts);
	const answer = { promise, kept, found: closest?.count ?? 0, sure: false };
	if (kept) return answer;
	const listed = counts.some(({ kind, count }) => DEFINITE.has(kind) && count >= 2);
	if (listed) return { ...answer, sure: true };
	return saysNumber(reading, promise) ? { ...answer, kept: true } : answer;
}
