/** What others advise, as predictors: higher is better. None of them has seen the tests. */
import { titleWords } from "#domain/feedback/headline/features.ts";
import { HEADLINE_SIGNALS } from "#domain/feedback/headline/signals.ts";
import type { WordVectors } from "./vectors.ts";

export type Predictor = (headline: string) => number;

/** Ranks of everyday words, by how often a word is used in general English. */
const COMMON_RANK = 300;
/** Words that sellers call powerful; chosen here, a few of each kind: urgency, exclusiveness, ease, discovery, gain. */
const POWER = new Set(
	"now today hurry instantly limited exclusive only secret hidden revealed proven guaranteed free new discover ultimate best easy simple quick essential amazing incredible powerful unbelievable shocking remarkable save boost win".split(
		" ",
	),
);
const EMOTIONAL_SIGNALS = HEADLINE_SIGNALS.filter(({ id }) => id === "negative" || id === "positive");

/** 1 inside the recommended share, less the further outside it is. */
const inside = (share: number, low: number, high: number) => 1 - Math.max(0, low - share, share - high);

/**
 * Word balance, from the published description of headline analysers: 20–30 % everyday words, 10–20 % less usual ones,
 * 10–15 % emotional ones, at least one powerful word, about six words and 55 characters, a list or a how-to preferred.
 */
export function wordBalance(vectors: WordVectors): Predictor {
	const everyday = new Set(vectors.words.slice(0, COMMON_RANK));
	const usual = new Set(vectors.words.slice(0, 4000));
	const emotional = (word: string) => EMOTIONAL_SIGNALS.some((signal) => signal.find(word) !== null);
	return (headline) => {
		const words = titleWords(headline);
		const share = (test: (word: string) => boolean) => words.filter(test).length / Math.max(1, words.length);
		return (
			inside(
				share((word) => everyday.has(word)),
				0.2,
				0.3,
			) +
			inside(
				share((word) => !usual.has(word)),
				0.1,
				0.2,
			) +
			inside(share(emotional), 0.1, 0.15) +
			(words.some((word) => POWER.has(word)) ? 1 : 0) +
			(/^\d|\bhow to\b/i.test(headline) ? 1 : 0) -
			Math.abs(words.length - 6) / 6 -
			Math.abs(headline.length - 55) / 55
		);
	};
}

export const PLAIN_PREDICTORS = {
	length: (headline) => headline.length,
	sixWords: (headline) => -Math.abs(titleWords(headline).length - 6),
	fiftyFiveCharacters: (headline) => -Math.abs(headline.length - 55),
} satisfies Record<string, Predictor>;
