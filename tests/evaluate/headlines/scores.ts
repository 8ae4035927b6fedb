/** Accuracy of a predictor on pairs of headlines, with intervals that respect that pairs of one test belong together. */
import { seededRandom } from "#domain/revenue/random.ts";
import type { HeadlinePair } from "./tests-data.ts";

/** Per cent. */
export interface Accuracy {
	accuracy: number;
	low: number;
	high: number;
}

/** |z| of a difference that is significant at 5 %. */
export const SIGNIFICANT = 1.96;
const RESAMPLES = 1000;

export const isSignificant = (pair: HeadlinePair) => Math.abs(pair.z) > SIGNIFICANT;

/** 1 when the predicted side had the higher click rate, 0 when the other, ½ when nothing is predicted or nothing differs. */
export function won(pair: HeadlinePair, difference: number): number {
	const agreement = difference * pair.z;
	return agreement > 0 ? 1 : agreement < 0 ? 0 : 0.5;
}

const percent = (share: number) => Math.round(share * 10_000) / 100;

/** Bootstrap over tests: whole tests are drawn, never single pairs. */
export function accuracyOf<Pair extends HeadlinePair>(
	pairs: readonly Pair[],
	difference: (pair: Pair) => number,
): Accuracy {
	const tests = [...Map.groupBy(pairs, (pair) => pair.test).values()].map((group) => ({
		pairs: group.length,
		won: group.reduce((sum, pair) => sum + won(pair, difference(pair)), 0),
	}));
	if (tests.length === 0) return { accuracy: Number.NaN, low: Number.NaN, high: Number.NaN };
	const share = (drawn: readonly { pairs: number; won: number }[]) => {
		let [all, right] = [0, 0];
		for (const one of drawn) {
			all += one.pairs;
			right += one.won;
		}
		return right / all;
	};
	const random = seededRandom(20131).uniform;
	const shares = Array.from({ length: RESAMPLES }, () =>
		share(tests.map(() => tests[Math.floor(random() * tests.length)] ?? { pairs: 0, won: 0 })),
	).sort((a, b) => a - b);
	const at = (quantile: number) => shares[Math.floor(quantile * (RESAMPLES - 1))] ?? Number.NaN;
	return { accuracy: percent(share(tests)), low: percent(at(0.025)), high: percent(at(0.975)) };
}
