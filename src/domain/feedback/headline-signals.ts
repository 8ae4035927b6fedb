/** Title signals: what was measured about each, and where a title shows it. English titles only. */
import { sentence } from "../words/message.ts";
import { claps, clicks, MEDIUM_CLICKBAIT, mediumRule, type Verdict, verdictOf } from "./sources.ts";
import { wordsOf } from "./text.ts";
import type { Evidence } from "./types.ts";

export interface Place {
	start: number;
	end: number;
}

export interface Signal {
	id: string;
	/** What the title has, in a few words. */
	name: string;
	evidence: readonly Evidence[];
	verdict: Verdict;
	/** First place that shows it, or `null`. */
	find(title: string): Place | null;
}

function match(title: string, pattern: RegExp): Place | null {
	const found = pattern.exec(title);
	return found ? { start: found.index, end: found.index + found[0].length } : null;
}

function findWord(title: string, wanted: (word: string, raw: string) => boolean): Place | null {
	for (const { text, start, end } of wordsOf(title))
		if (wanted(text.toLowerCase().replaceAll("’", "'"), text)) return { start, end };
	return null;
}

const set = (words: string) => new Set(words.split(" "));
const WE = set("we our ours us we're we've we'll we'd ourselves");
const ME = set("my mine me myself i'm i've i'd i'll");
const POINTER = set("this these here's here that that's");
const YOU = set("you your yours you're you've you'll yourself");
const ABSOLUTE = set(
	"best worst most least only first last never always every everything everyone nothing nobody ever ultimate perfect greatest biggest completely totally guaranteed impossible",
);
/** Words in -est that compare nothing. */
const NOT_SUPERLATIVE = set(
	"interest honest forest request suggest contest harvest protest invest modest arrest digest manifest guest quest conquest dishonest midwest northwest southwest everest earnest tempest latest rest nest test west chest",
);
const NEGATIVE = set(
	"bad worse worst wrong fail fails failed failing failure failures stop stopped never hate hated hates terrible awful broken kill killed killing dead death dying die lose losing lost loss problem problems mistake mistakes fear afraid scared pain painful hurt ugly stupid useless waste wasted toxic lie lies lying crisis disaster danger dangerous angry sad sick tired burnout quit ruin ruined sucks worthless avoid",
);

function absolute(word: string): boolean {
	return ABSOLUTE.has(word) || (word.length > 5 && /^[a-z]+est$/.test(word) && !NOT_SUPERLATIVE.has(word));
}

function signal(id: string, name: string, evidence: readonly Evidence[], find: Signal["find"]): Signal {
	return { id, name, evidence, verdict: verdictOf(evidence), find };
}

/** In the order in which the comparison shows them: agreed first, contested last. */
export const HEADLINE_SIGNALS: readonly Signal[] = [
	signal("number", sentence("A figure"), [clicks(7.0, 3.4, 10.7), claps(40, 6.1)], (title) => match(title, /\p{Nd}+/u)),
	signal("first-person", sentence("I or my"), [clicks(6.8, 3.2, 10.5), claps(35, 5.1)], (title) =>
		findWord(title, (word, raw) => raw === "I" || ME.has(word)),
	),
	signal("pointer", sentence("This, that or here's"), [clicks(5.6, 3.3, 8.0), claps(33, 4.0)], (title) =>
		findWord(title, (word) => POINTER.has(word)),
	),
	signal(
		"superlative",
		sentence("A superlative or absolute"),
		[clicks(5.9, 2.9, 9.0), claps(26, 4.1), mediumRule(MEDIUM_CLICKBAIT)],
		(title) => findWord(title, absolute),
	),
	signal("question", sentence("A question"), [clicks(-10.5, -13.1, -7.9), claps(-20, -5.4)], (title) =>
		match(title, /[?？]/),
	),
	signal("colon", sentence("A colon"), [clicks(-8.7, -13.0, -4.2), claps(-9, -3.1)], (title) =>
		match(title, /(?<!\d):|:(?!\d)|：/),
	),
	signal("dash", sentence("A dash"), [clicks(-6.4, -13.1, 0.8), claps(-14, -3.7)], (title) =>
		match(title, /(?<=\s)(?:-{1,3}|–)(?=\s)|(?<=\w)--(?=\w)|—/),
	),
	signal("we", sentence("We or our"), [clicks(-4.6, -7.9, -1.2), claps(-23, -3.0)], (title) =>
		findWord(title, (word, raw) => WE.has(word) && raw !== "US"),
	),
	signal("ellipsis", sentence("Three dots"), [claps(-42, -3.9)], (title) => match(title, /…|\.{3}/)),
	signal("exclamation", sentence("An exclamation mark"), [clicks(-12.0, -17.7, -5.9), claps(15, 1.5)], (title) =>
		match(title, /[!！]/),
	),
	signal("you", sentence("You or your"), [clicks(-0.6, -3.1, 2.0), claps(21, 4.9)], (title) =>
		findWord(title, (word) => YOU.has(word)),
	),
	signal("how-to", sentence("How to"), [clicks(-5.3, -12.7, 2.7), claps(18, 3.7)], (title) =>
		match(title, /\bhow to\b/i),
	),
	signal(
		"negative",
		sentence("A negative word"),
		[clicks(6.8, 4.4, 9.2), claps(-11, -2.6), mediumRule(MEDIUM_CLICKBAIT)],
		(title) => findWord(title, (word) => NEGATIVE.has(word)),
	),
];

/** @throws {Error} for an id that no signal has */
export function headlineSignal(id: string): Signal {
	const found = HEADLINE_SIGNALS.find((one) => one.id === id);
	if (!found) throw new Error(`No headline signal ${id}`);
	return found;
}
