/** Two titles of one story compared by the headline model: who is stronger, how sure that is, and what made the difference. */

import type { Transfer } from "../sources.ts";
import type { Effect, EvidenceClass } from "../types.ts";
import { isContested, LONG_TITLE } from "./contested.ts";
import { headlineFeatures, titleWords } from "./features.ts";
import { type Belief, FAMILIES, type Family, type HeadlineModel, type TitleParts, titleParts } from "./model.ts";
import { clapsFor, type Genre, HEADLINE_SIGNALS, type Signal, transferFor } from "./signals.ts";
import { characterCount } from "./title-length.ts";

/** How much stronger the first title is, as far as the tests tell. */
export type Strength = "clearly" | "probably" | "none";

/** One thing that sets two titles apart. */
export interface Reason {
	/** A named signal with the words that show it, or everything else in the words, in the length, or in punctuation, capitals and sentences. */
	kind: "signal" | Exclude<Family, "signals">;
	/** Only of a signal. */
	signal?: Signal;
	/** Which title has the signal; of any other kind, which title it speaks for. */
	in: 0 | 1;
	/** Words that speak loudest for it, the loudest first; only of wording. */
	words?: { word: string; in: 0 | 1 }[];
	/** Which title it speaks for. */
	for: 0 | 1;
	/** Model's share in the difference of click rates, everything else being equal: the title `for` against the other, per cent, with its 95 % interval. */
	effect: Effect;
	class: EvidenceClass;
	/** Whether Medium's claps point the same way. */
	transfer: Transfer;
	/** `false` where Medium's claps point the other way, or where tests left out did not bear its kind out: shown, and never decides. */
	decides: boolean;
}

export interface HeadlineVerdict {
	strength: Strength;
	/** The stronger title; meaningless when there is none. */
	stronger: 0 | 1;
	/** Share of such pairs that the stronger title won in tests never seen in fitting, per cent. */
	wins: number;
	/** Strongest first. */
	reasons: Reason[];
	/** Why nothing is said; `null` when something is. */
	refused: "same" | "short" | "close" | "contested" | null;
}

/** Words that a title needs before it is compared. */
const LEAST_WORDS = 3;
/** Words named as reasons. */
const WORDS_NAMED = 3;
/** Standard errors to either end of a 95 % interval. */
const Z = 1.96;

const percentOf = (odds: number) => Math.round(Math.expm1(odds) * 1000) / 10;

type Parts = Readonly<Record<Family, number>>;

interface Found {
	/** Log odds by family, first title against second, as the model weighs them. */
	odds: Partial<Parts>;
	/** Standard errors of these. */
	errors: Partial<Parts>;
	kind: Reason["kind"];
	signal?: Signal;
	in?: 0 | 1;
	words?: Reason["words"];
	class: EvidenceClass;
	transfer: Transfer;
}

/** A family counts where tests left out of fitting bore it out beyond doubt. */
const isProven = ({ low }: Belief) => low > 0;

/** Log odds that are believed, first title against second. */
const shareOf = (odds: Partial<Parts>, families: HeadlineModel["families"]) =>
	FAMILIES.reduce((sum, family) => sum + families[family].slope * (odds[family] ?? 0), 0);

function reasonOf({ odds, errors, ...found }: Found, families: HeadlineModel["families"]): Reason {
	const share = shareOf(odds, families);
	const half = Math.hypot(
		...FAMILIES.flatMap((family) => {
			const { slope, low, high } = families[family];
			return [Z * slope * (errors[family] ?? 0), ((odds[family] ?? 0) * (high - low)) / 2];
		}),
	);
	const favoured = share >= 0 ? 0 : 1;
	const proven = FAMILIES.some((family) => odds[family] !== undefined && isProven(families[family]));
	return {
		...found,
		in: found.in ?? favoured,
		for: favoured,
		effect: {
			measure: "clickThrough",
			percent: percentOf(Math.abs(share)),
			low: percentOf(Math.abs(share) - half),
			high: percentOf(Math.abs(share) + half),
		},
		decides: found.transfer !== "differs" && proven,
	};
}

/** Phrases are lower case; "I" is a word only with its capital. */
const shows = (signal: Signal, phrase: string) =>
	signal.find(phrase.replace(/(?<![\p{L}'])i(?!\p{L})/gu, "I")) !== null;
const isPhrase = (phrase: string) => !/[<>]/.test(phrase);
const wordsIn = (phrases: readonly string[]) => new Set(phrases.flatMap((phrase) => phrase.split(" "))).size;

/**
 * Signals that one title has and the other lacks, each with the words that show it: a signal whose weight is spread over
 * its words is told as one.
 * @param claimed phrases that belong to a signal, by title; filled
 */
function signalReasons(
	model: HeadlineModel,
	titles: readonly [TitleParts, TitleParts],
	genre: Genre,
	claimed: readonly [Set<string>, Set<string>],
): Found[] {
	return HEADLINE_SIGNALS.flatMap((signal): Found[] => {
		const at = titles[0].signals.has(signal.id) ? 0 : 1;
		const weight = titles[at].signals.get(signal.id);
		if (weight === undefined || titles[1 - at]?.signals.has(signal.id)) return [];
		const shown = [...titles[at].wording].filter(
			([phrase]) => isPhrase(phrase) && !claimed[at].has(phrase) && shows(signal, phrase),
		);
		for (const [phrase] of shown) claimed[at].add(phrase);
		const words = shown.reduce((sum, [, value]) => sum + value, 0);
		const sign = at === 0 ? 1 : -1;
		const odds = { signals: sign * weight, ...(words !== 0 && { wording: sign * words }) };
		const apart = wordsIn(shown.map(([phrase]) => phrase));
		const errors = {
			signals: model.errors.signals[signal.id] ?? 0,
			...(words !== 0 && { wording: model.errors.wording * Math.sqrt(apart) }),
		};
		const lift = clapsFor(signal, genre);
		const against = lift !== undefined && Math.sign(lift) !== Math.sign(sign * shareOf(odds, model.families));
		const transfer = against || transferFor(signal, genre) === "differs" ? "differs" : lift ? "carries" : "untested";
		return [{ kind: "signal", signal, in: at, odds, errors, class: "abClicks", transfer }];
	});
}

/** What else is in the words, apart for those that show a signal Medium's claps contradict. */
function wordingReasons(
	model: HeadlineModel,
	titles: readonly [TitleParts, TitleParts],
	genre: Genre,
	claimed: readonly [Set<string>, Set<string>],
): Found[] {
	return [false, true].flatMap((contested): Found[] => {
		const counted = ([0, 1] as const).map((at) =>
			[...titles[at].wording].filter(
				([phrase]) => !claimed[at].has(phrase) && isContested(phrase, genre) === contested,
			),
		);
		const sum = (at: 0 | 1) => (counted[at] ?? []).reduce((total, [, value]) => total + value, 0);
		const odds = sum(0) - sum(1);
		if (odds === 0) return [];
		const apart = ([0, 1] as const).flatMap((at) =>
			(counted[at] ?? [])
				.filter(([phrase]) => isPhrase(phrase) && titles[at === 0 ? 1 : 0].wording.get(phrase) === undefined)
				.map(([word, value]) => ({ word, in: at, odds: at === 0 ? value : -value })),
		);
		const named = apart
			.filter((one) => Math.sign(one.odds) === Math.sign(odds) && percentOf(one.odds) !== 0)
			.sort((one, other) => Math.abs(other.odds) - Math.abs(one.odds))
			.slice(0, WORDS_NAMED);
		return [
			{
				kind: "wording",
				words: named.map(({ word, in: at }) => ({ word, in: at })),
				odds: { wording: odds },
				errors: { wording: model.errors.wording * Math.sqrt(Math.max(1, wordsIn(apart.map(({ word }) => word)))) },
				class: "abClicks",
				transfer: contested ? "differs" : "untested",
			},
		];
	});
}

/** Longer titles were clicked more in the tests and clapped less on Medium once they are long. */
function lengthTransfer(odds: number, titles: readonly [string, string]): Transfer {
	const [first, second] = [characterCount(titles[0]), characterCount(titles[1])];
	if (Math.max(first, second) <= LONG_TITLE) return "untested";
	return (odds > 0 ? first > second : second > first) ? "differs" : "carries";
}

function findDifferences(model: HeadlineModel, titles: readonly [string, string], genre: Genre): Found[] {
	const [a, b] = [titleParts(model, headlineFeatures(titles[0])), titleParts(model, headlineFeatures(titles[1]))];
	const claimed = [new Set<string>(), new Set<string>()] as const;
	const signals = signalReasons(model, [a, b], genre, claimed);
	const plain = (["length", "form"] as const).flatMap((kind): Found[] => {
		const odds = a[kind] - b[kind];
		if (odds === 0) return [];
		const transfer = kind === "length" ? lengthTransfer(odds, titles) : "untested";
		return [{ kind, odds: { [kind]: odds }, errors: { [kind]: model.errors[kind] }, class: "abClicks", transfer }];
	});
	return [...signals, ...wordingReasons(model, [a, b], genre, claimed), ...plain];
}

/** Log odds by family, first title against second: all that the model sees, and without what Medium contradicts. */
export interface Difference {
	all: Parts;
	agreed: Parts;
}

function summed(found: readonly Found[]): Parts {
	const sum = (family: Family) => found.reduce((total, one) => total + (one.odds[family] ?? 0), 0);
	return { signals: sum("signals"), length: sum("length"), form: sum("form"), wording: sum("wording") };
}

export function differenceOf(model: HeadlineModel, titles: readonly [string, string], genre: Genre): Difference {
	const found = findDifferences(model, titles, genre);
	return { all: summed(found), agreed: summed(found.filter((one) => one.transfer !== "differs")) };
}

/**
 * The difference a verdict may rest on, in log odds: of families that tests left out bore out; none when the first
 * impression turns without what Medium's claps contradict, and never more than what remains without it.
 */
export function decisiveDifference({ all, agreed }: Difference, families: HeadlineModel["families"]): number {
	const proven = (parts: Parts) =>
		FAMILIES.reduce(
			(sum, family) => sum + (isProven(families[family]) ? families[family].slope * parts[family] : 0),
			0,
		);
	const [first, rest] = [proven(all), proven(agreed)];
	return Math.sign(first) === Math.sign(rest) ? Math.sign(first) * Math.min(Math.abs(first), Math.abs(rest)) : 0;
}

/** Reasons of a smaller effect, per cent, made no difference. */
const LEAST_EFFECT = 0.5;

/** @param titles English; the caller knows the language */
export function compareHeadlines(
	model: HeadlineModel,
	titles: readonly [string, string],
	genre: Genre,
): HeadlineVerdict {
	const found = findDifferences(model, titles, genre);
	const all = summed(found);
	const agreed = summed(found.filter((one) => one.transfer !== "differs"));
	const decisive = decisiveDifference({ all, agreed }, model.families);
	const { slope, clearly, probably } = model.verdicts;
	const distance = Math.abs(decisive);
	const same = titles[0].trim() === titles[1].trim();
	const short = titles.some((title) => titleWords(title).length < LEAST_WORDS);
	const strength: Strength =
		same || short ? "none" : distance >= clearly ? "clearly" : distance >= probably ? "probably" : "none";
	const seen = Math.abs(decisiveDifference({ all, agreed: all }, model.families));
	const refused = (): HeadlineVerdict["refused"] => {
		if (strength !== "none") return null;
		if (same) return "same";
		if (short) return "short";
		return seen >= probably && distance < seen ? "contested" : "close";
	};
	return {
		strength,
		stronger: decisive >= 0 ? 0 : 1,
		wins: Math.round(1000 / (1 + Math.exp(-slope * distance))) / 10,
		reasons: found
			.map((one) => reasonOf(one, model.families))
			.filter((one) => one.effect.percent >= LEAST_EFFECT)
			.sort((one, other) => other.effect.percent - one.effect.percent),
		refused: refused(),
	};
}
