/** Two titles of one story compared by the headline model: who is stronger, how sure that is, and what made the difference. */
import type { Effect, EvidenceClass } from "../types.ts";
import { isContested, LONG_TITLE } from "./contested.ts";
import { headlineFeatures } from "./features.ts";
import { type Family, type HeadlineModel, type TitleParts, titleParts } from "./model.ts";
import { type Genre, HEADLINE_SIGNALS, type Signal, transferFor } from "./signals.ts";
import { characterCount } from "./title-length.ts";

/** How much stronger the first title is, as far as the tests tell. */
export type Strength = "clearly" | "probably" | "none";

/** One thing that sets two titles apart. */
export interface Reason {
	/** A named signal, or everything that is in the words, in the length, or in punctuation, capitals and sentences. */
	kind: "signal" | Exclude<Family, "signals">;
	/** Only of a signal. */
	signal?: Signal;
	/** Words that count most, strongest first; only of wording. */
	words?: { word: string; in: 0 | 1; percent: number }[];
	/** Which title has it; where it is no signal, which title it speaks for. */
	in: 0 | 1;
	/**
	 * Model's share in the difference of click rates, everything else being equal: the title `in` against the other,
	 * per cent, with its 95 % interval.
	 */
	effect: Effect;
	class: EvidenceClass;
	/** `false` where Medium's claps point the other way: it is shown and never decides. */
	carries: boolean;
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

interface Found {
	/** Log odds, first title against second. */
	odds: number;
	reason: Reason;
}

/** Effect of `odds` with a standard error, for the title that has it; both the weight's error and its family's count. */
function effectOf(model: HeadlineModel, family: Family, odds: number, error: number): Effect {
	const { slope, low, high } = model.families[family];
	const share = odds * slope;
	const half = Math.hypot(Z * slope * error, (odds * (high - low)) / 2);
	return {
		measure: "clickThrough",
		percent: percentOf(share),
		low: percentOf(share - half),
		high: percentOf(share + half),
	};
}

function signalReasons(model: HeadlineModel, a: TitleParts, b: TitleParts, genre: Genre): Found[] {
	return HEADLINE_SIGNALS.flatMap((signal): Found[] => {
		const [first, second] = [a.signals.get(signal.id), b.signals.get(signal.id)];
		if ((first === undefined) === (second === undefined)) return [];
		const weight = first ?? second ?? 0;
		const strongest = signal.evidence.find((one) => one.class === "abClicks") ?? signal.evidence[0];
		return [
			{
				odds: first === undefined ? -weight : weight,
				reason: {
					kind: "signal",
					signal,
					in: first === undefined ? 1 : 0,
					effect: effectOf(model, "signals", weight, model.errors.signals[signal.id] ?? 0),
					class: strongest?.class ?? "convention",
					carries: transferFor(signal, genre) !== "differs",
				},
			},
		];
	});
}

/** A reason that is no signal, told for the title it speaks for. */
function reasonFor(
	model: HeadlineModel,
	kind: Exclude<Family, "signals">,
	odds: number,
	error: number,
	carries: boolean,
	words?: Reason["words"],
): Found[] {
	if (odds === 0) return [];
	const effect = effectOf(model, kind, Math.abs(odds), error);
	return [
		{ odds, reason: { kind, ...(words && { words }), in: odds > 0 ? 0 : 1, effect, class: "abClicks", carries } },
	];
}

/** What is in the words, apart for those that show a signal Medium's claps contradict. */
function wordingReasons(model: HeadlineModel, a: TitleParts, b: TitleParts, genre: Genre): Found[] {
	const sides = [a, b] as const;
	return [true, false].flatMap((carries) => {
		const counted = sides.map((parts) =>
			[...parts.wording].filter(([phrase]) => isContested(phrase, genre) !== carries),
		);
		const sum = (at: 0 | 1) => (counted[at] ?? []).reduce((total, [, value]) => total + value, 0);
		const apart = ([0, 1] as const).flatMap((at) =>
			(counted[at] ?? [])
				.filter(([phrase]) => !/[<>]/.test(phrase) && sides[1 - at]?.wording.get(phrase) === undefined)
				.map(([word, value]) => ({ word, in: at, percent: percentOf(value) })),
		);
		const different = new Set(apart.flatMap(({ word }) => word.split(" "))).size;
		apart.sort((one, other) => Math.abs(other.percent) - Math.abs(one.percent));
		const named = apart.filter((one) => one.percent !== 0).slice(0, WORDS_NAMED);
		const error = model.errors.wording * Math.sqrt(Math.max(1, different));
		return reasonFor(model, "wording", sum(0) - sum(1), error, carries, named);
	});
}

/** Longer titles were clicked more in the tests and clapped less on Medium once they are long. */
function lengthReason(model: HeadlineModel, a: TitleParts, b: TitleParts, titles: readonly [string, string]): Found[] {
	const odds = a.length - b.length;
	const [first, second] = titles.map(characterCount) as [number, number];
	const longer = odds > 0 ? first > second : second > first;
	const carries = !(longer && Math.max(first, second) > LONG_TITLE);
	return reasonFor(model, "length", odds, model.errors.length, carries);
}

/** Log odds by which the first title is ahead: all that the model sees, and without what Medium contradicts. */
function differences(model: HeadlineModel, titles: readonly [string, string], genre: Genre) {
	const [first, second] = [headlineFeatures(titles[0]), headlineFeatures(titles[1])];
	const [a, b] = [titleParts(model, first), titleParts(model, second)];
	const found = [
		...signalReasons(model, a, b, genre),
		...wordingReasons(model, a, b, genre),
		...lengthReason(model, a, b, titles),
		...reasonFor(model, "form", a.form - b.form, model.errors.form, true),
	];
	const all = a.total - b.total;
	const contested = found.reduce((sum, one) => sum + (one.reason.carries ? 0 : one.odds), 0);
	const agreed = all - contested;
	return {
		found,
		all,
		agreed,
		decisive: Math.sign(all) === Math.sign(agreed) ? Math.sign(all) * Math.min(Math.abs(all), Math.abs(agreed)) : 0,
		short: Math.min(first.words.length, second.words.length) < LEAST_WORDS,
	};
}

/**
 * The difference a verdict may rest on, in log odds: none when the first impression turns without what Medium's claps
 * contradict, and never more than what remains without it.
 */
export function decisiveDifference(model: HeadlineModel, titles: readonly [string, string], genre: Genre): number {
	return differences(model, titles, genre).decisive;
}

/** @param titles English; the caller knows the language */
export function compareHeadlines(
	model: HeadlineModel,
	titles: readonly [string, string],
	genre: Genre,
): HeadlineVerdict {
	const { found, all, agreed, decisive, short } = differences(model, titles, genre);
	const { slope, clearly, probably } = model.verdicts;
	const distance = Math.abs(decisive);
	const same = titles[0].trim() === titles[1].trim();
	const strength: Strength =
		same || short ? "none" : distance >= clearly ? "clearly" : distance >= probably ? "probably" : "none";
	const refused = (): HeadlineVerdict["refused"] => {
		if (strength !== "none") return null;
		if (same) return "same";
		if (short) return "short";
		return Math.abs(all) >= probably && Math.abs(agreed) < Math.abs(all) ? "contested" : "close";
	};
	return {
		strength,
		stronger: decisive >= 0 ? 0 : 1,
		wins: Math.round(1000 / (1 + Math.exp(-slope * distance))) / 10,
		reasons: found.sort((one, other) => Math.abs(other.odds) - Math.abs(one.odds)).map((one) => one.reason),
		refused: refused(),
	};
}
