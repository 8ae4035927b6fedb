/** Title signals: what was measured about each, and where a title shows it. English titles only. */
import { sentence } from "../../words/message.ts";
import {
	claps,
	clicks,
	clicksHere,
	MEDIUM_CLICKBAIT,
	mediumRule,
	type Transfer,
	transferOf,
	type Verdict,
	verdictOf,
} from "../sources.ts";
import { wordsOf } from "../text.ts";
import type { Evidence } from "../types.ts";

/** What kind of story the title is for; some signals change sign with it. */
export const GENRES = ["tutorial", "essay", "news"] as const;
export type Genre = (typeof GENRES)[number];

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
	/** Whether what clicks say is what Medium's claps say. */
	transfer: Transfer;
	/**
	 * Change of claps, per cent, in publications of one kind where it was reported apart: tutorials are those of data
	 * science and how-to tags, essays those of the other publications. Reported without intervals.
	 */
	byGenre: Readonly<Partial<Record<Genre, number>>>;
	/** First place that shows it, or `null`. */
	find(title: string): Place | null;
}

/** Titles are read this far: longer ones are no titles. */
const LONGEST = 400;

function match(title: string, pattern: RegExp): Place | null {
	const found = pattern.exec(title.slice(0, LONGEST));
	return found ? { start: found.index, end: found.index + found[0].length } : null;
}

/** A number with its groups, its fraction and the sign beside it: "£18,400", "12.5 %", "$3.2m". */
const NUMBER =
	/(?:\p{Sc}[ \u00a0\u202f]?)?(?:\p{Nd}{1,3}(?:[,.'’\u00a0\u2009\u202f]\p{Nd}{3})+(?![,.]?\p{Nd}{3})|\p{Nd}+)(?:[.,]\p{Nd}+(?![.,]?\p{Nd}))?(?:(?:k|m|bn)(?![\p{L}\p{N}])|[ \u00a0\u202f]?[%\p{Sc}](?![ \u00a0]?\p{Nd}))?/iu;

function findWord(title: string, wanted: (word: string, raw: string) => boolean): Place | null {
	for (const { text, start, end } of wordsOf(title.slice(0, LONGEST)))
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
const CURIOSITY = set(
	"secret secrets happen happens happened truth until reason reasons actually really weird strange surprising surprise surprised shocking shocked unbelievable guess reveal reveals revealed hidden moment",
);
const SEEING = set(
	"watch see video photo photos picture pictures look looks looking show shows showed saw seen hear heard listen clip footage map chart",
);
const PEOPLE = set(
	"woman women man men guy guys girl girls boy boys kid kids child children mom moms mother dad father son daughter teen teens teenager baby family parents husband wife brother sister friend friends student teacher doctor cop cops actor actress comedian senator president veteran soldier soldiers grandma grandpa couple lady dude",
);
const SOMEONE = set("he she it his him her its he's she's it's himself herself");
const POSITIVE = set(
	"love loved loves loving great amazing awesome beautiful incredible wonderful happy happiness brilliant inspiring inspired hope hopeful good better win wins winning won cool fun funny hilarious smile laugh joy joyful genius adorable fantastic fabulous gorgeous brave hero heroes kind kindness proud success successful free freedom powerful epic glorious delightful",
);
const ASKING = set("what what's why how how's who who's when where which");
const OTHER_PLURAL = set("they them their they're these those");
/** Words in -ed that tell of nothing that happened. */
const NOT_PAST = set("need feed speed indeed seed weed bleed breed proceed exceed succeed hundred sacred naked");

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

function signal(
	id: string,
	name: string,
	evidence: readonly Evidence[],
	find: Signal["find"],
	byGenre: Signal["byGenre"] = {},
): Signal {
	return { id, name, evidence, verdict: verdictOf(evidence), transfer: transferOf(evidence), byGenre, find };
}

/** Change of Medium's claps, per cent, for one kind of story if that was looked at apart; `undefined` where nobody looked. */
export function clapsFor({ evidence, byGenre }: Signal, genre: Genre): number | undefined {
	return byGenre[genre] ?? evidence.find((one) => one.class === "mediumClaps")?.effect?.percent;
}

/** Whether clicks and Medium's claps agree about a signal, for one kind of story if that was looked at apart. */
export function transferFor({ evidence, transfer, byGenre }: Signal, genre: Genre): Transfer {
	const lift = byGenre[genre];
	const clicked = evidence.find((one) => one.class === "abClicks")?.effect?.percent;
	if (lift === undefined || clicked === undefined) return transfer;
	return Math.sign(lift) === Math.sign(clicked) ? "carries" : "differs";
}

/** What the evidence says of a signal for one kind of story. */
export function verdictFor(signal: Signal, genre: Genre): Verdict {
	const transfer = transferFor(signal, genre);
	if (transfer === "differs") return "mixed";
	if (transfer === "untested" || signal.byGenre[genre] === undefined) return signal.verdict;
	return (signal.byGenre[genre] ?? 0) > 0 ? "for" : "against";
}

/** In the order in which the comparison shows them: agreed first, contested last. */
export const HEADLINE_SIGNALS: readonly Signal[] = [
	signal(
		"number",
		sentence("A figure"),
		[clicks(7.0, 3.4, 10.7), { ...claps(40, 6.1), about: sentence("titles that begin with a digit") }],
		(title) => match(title, NUMBER),
	),
	signal(
		"first-person",
		sentence("I or my"),
		[clicks(6.8, 3.2, 10.5), claps(35, 5.1)],
		(title) => findWord(title, (word, raw) => raw === "I" || ME.has(word)),
		{ tutorial: 35, essay: 73 },
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
	signal(
		"colon",
		sentence("A colon"),
		[clicks(-8.7, -13.0, -4.2), claps(-9, -3.1)],
		(title) => match(title, /(?<!\d):|:(?!\d)|：/),
		{ essay: -31 },
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
	signal(
		"you",
		sentence("You or your"),
		[clicks(-0.6, -3.1, 2.0), claps(21, 4.9)],
		(title) => findWord(title, (word) => YOU.has(word)),
		{ tutorial: 26, essay: -6 },
	),
	signal(
		"how-to",
		sentence("How to"),
		[clicks(-5.3, -12.7, 2.7), claps(18, 3.7)],
		(title) => match(title, /\bhow to\b/i),
		{ tutorial: 21, essay: -21 },
	),
	signal(
		"negative",
		sentence("A negative word"),
		[clicks(6.8, 4.4, 9.2), claps(-11, -2.6), mediumRule(MEDIUM_CLICKBAIT)],
		(title) => findWord(title, (word) => NEGATIVE.has(word)),
	),
	signal("curiosity", sentence("A word of curiosity"), [clicksHere(6.9, 3.5, 10.5), claps(15, 1.3)], (title) =>
		findWord(title, (word) => CURIOSITY.has(word)),
	),
	signal("seeing", sentence("Something to see or hear"), [clicksHere(11.9, 8.5, 15.6)], (title) =>
		findWord(title, (word) => SEEING.has(word)),
	),
	signal("person", sentence("A person"), [clicksHere(5.9, 2.4, 9.3)], (title) =>
		findWord(title, (word) => PEOPLE.has(word)),
	),
	signal("event", sentence("Something that happened"), [clicksHere(8.3, 5.2, 11.6)], (title) =>
		findWord(title, (word) => /^[a-z]{2,}ed$/.test(word) && !NOT_PAST.has(word)),
	),
	signal("someone", sentence("He, she or it"), [clicksHere(4.8, 2.0, 7.9)], (title) =>
		findWord(title, (word) => SOMEONE.has(word)),
	),
	signal("they", sentence("They or these"), [clicksHere(-0.9, -4.4, 2.4)], (title) =>
		findWord(title, (word) => OTHER_PLURAL.has(word)),
	),
	signal("positive", sentence("A positive word"), [clicksHere(-3.4, -6.7, -0.1)], (title) =>
		findWord(title, (word) => POSITIVE.has(word)),
	),
	signal("question-word", sentence("It starts with a question word"), [clicksHere(-5.3, -8.8, -1.3)], (title) => {
		const [first] = wordsOf(title);
		return first && ASKING.has(first.text.toLowerCase().replaceAll("’", "'")) ? first : null;
	}),
];

/** @throws {Error} for an id that no signal has */
export function headlineSignal(id: string): Signal {
	const found = HEADLINE_SIGNALS.find((one) => one.id === id);
	if (!found) throw new Error(`No headline signal ${id}`);
	return found;
}
