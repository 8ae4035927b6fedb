/** Two titles of one story compared by the headline model: who is stronger, how sure that is, and what made the difference. */
import type { Effect, EvidenceClass } from "../types.ts";
import { headlineFeatures } from "./features.ts";
import { type HeadlineModel, type TitleParts, titleParts } from "./model.ts";
import { type Genre, HEADLINE_SIGNALS, type Signal, transferFor } from "./signals.ts";

/** How much stronger the first title is, as far as the tests tell. */
export type Strength = "clearly" | "probably" | "none";

/** One thing that sets two titles apart. */
export interface Reason {
	/** A named signal, or everything that is in the words or in the length and punctuation. */
	kind: "signal" | "wording" | "shape";
	/** Only of a signal. */
	signal?: Signal;
	/** Words that count most, strongest first; only of wording. */
	words?: { word: string; in: 0 | 1; percent: number }[];
	/** Which title has it; of wording and shape, which title it speaks for. */
	in: 0 | 1;
	/**
	 * Model's share in the difference of click rates, first title against second, per cent. The ends are those of the 95 %
	 * interval of the model's scale; how exactly the share itself is known is not in them.
	 */
	effect: Effect;
	class: EvidenceClass;
	/** `false` where Medium's claps point the other way: such a signal is shown and never decides. */
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

const percentOf = (odds: number) => Math.round(Math.expm1(odds) * 1000) / 10;

/** Effect of a share `odds` of the difference, known to `slope` (point, low, high) of what the model says. */
function effectOf(odds: number, { slope, low, high }: { slope: number; low: number; high: number }): Effect {
	const ends = [percentOf(odds * low), percentOf(odds * high)].sort((a, b) => a - b);
	return {
		measure: "clickThrough",
		percent: percentOf(odds * slope),
		low: ends[0] ?? 0,
		high: ends[1] ?? 0,
	};
}

function signalReasons(
	model: HeadlineModel,
	a: TitleParts,
	b: TitleParts,
	genre: Genre,
): { odds: number; reason: Reason }[] {
	return HEADLINE_SIGNALS.flatMap((signal) => {
		const [first, second] = [a.signals.get(signal.id), b.signals.get(signal.id)];
		if ((first === undefined) === (second === undefined)) return [];
		const odds = (first ?? 0) - (second ?? 0);
		const strongest = signal.evidence.find((one) => one.class === "abClicks") ?? signal.evidence[0];
		return [
			{
				odds,
				reason: {
					kind: "signal" as const,
					signal,
					in: first === undefined ? (1 as const) : (0 as const),
					effect: effectOf(odds, model.families.signals),
					class: strongest?.class ?? "convention",
					carries: transferFor(signal, genre) !== "differs",
				},
			},
		];
	});
}

function wordingReason(model: HeadlineModel, a: TitleParts, b: TitleParts): { odds: number; reason: Reason } | null {
	const sum = (parts: TitleParts) => [...parts.wording.values()].reduce((total, value) => total + value, 0);
	const odds = sum(a) - sum(b);
	if (odds === 0) return null;
	const words = ([a, b] as const).flatMap((parts, at) =>
		[...parts.wording]
			.filter(([word]) => !/[<>]/.test(word) && (at === 0 ? b : a).wording.get(word) === undefined)
			.map(([word, value]) => ({ word, in: at as 0 | 1, percent: percentOf(value) })),
	);
	words.sort((one, other) => Math.abs(other.percent) - Math.abs(one.percent));
	return {
		odds,
		reason: {
			kind: "wording",
			words: words.slice(0, WORDS_NAMED).filter((one) => one.percent !== 0),
			in: odds > 0 ? 0 : 1,
			effect: effectOf(odds, model.families.wording),
			class: "abClicks",
			carries: true,
		},
	};
}

/** Log odds by which the first title is ahead: all that the model sees, and without what Medium contradicts. */
function differences(model: HeadlineModel, titles: readonly [string, string], genre: Genre) {
	const [first, second] = titles.map(headlineFeatures);
	if (!first || !second) throw new Error("Two titles are compared");
	const [a, b] = [titleParts(model, first), titleParts(model, second)];
	const signals = signalReasons(model, a, b, genre);
	const contested = signals.reduce((sum, one) => sum + (one.reason.carries ? 0 : one.odds), 0);
	const all = a.total - b.total;
	return {
		a,
		b,
		signals,
		all,
		agreed: all - contested,
		short: Math.min(first.words.length, second.words.length) < LEAST_WORDS,
	};
}

/**
 * The difference a verdict may rest on, in log odds: none when the first impression turns without the signals that
 * Medium's claps contradict, and never more than what remains without them.
 */
export function decisiveDifference(model: HeadlineModel, titles: readonly [string, string], genre: Genre): number {
	const { all, agreed } = differences(model, titles, genre);
	if (Math.sign(all) !== Math.sign(agreed)) return 0;
	return Math.sign(all) * Math.min(Math.abs(all), Math.abs(agreed));
}

/** @param titles English; the caller knows the language */
export function compareHeadlines(
	model: HeadlineModel,
	titles: readonly [string, string],
	genre: Genre,
): HeadlineVerdict {
	const { a, b, signals, all, agreed, short } = differences(model, titles, genre);
	const decisive = decisiveDifference(model, titles, genre);
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
	const shape = a.shape - b.shape;
	const found = [
		...signals,
		wordingReason(model, a, b),
		shape === 0
			? null
			: {
					odds: shape,
					reason: {
						kind: "shape" as const,
						in: shape > 0 ? (0 as const) : (1 as const),
						effect: effectOf(shape, model.families.shape),
						class: "abClicks" as const,
						carries: true,
					},
				},
	].filter((one) => one !== null);
	return {
		strength,
		stronger: decisive >= 0 ? 0 : 1,
		wins: Math.round(1000 / (1 + Math.exp(-slope * distance))) / 10,
		reasons: found.sort((one, other) => Math.abs(other.odds) - Math.abs(one.odds)).map((one) => one.reason),
		refused: refused(),
	};
}
