/** The model judged on tests it was not fitted to, and what its differences turn out to be worth there. */
import type { HeadlineModel } from "#domain/feedback/headline/model.ts";
import { type Difference, decisiveDifference, differenceOf } from "#domain/feedback/headline/verdict.ts";
import { type FittedWeights, fitHeadlines } from "./fit.ts";
import type { HeadlinePair, ShownHeadline } from "./tests-data.ts";
import type { WordVectors } from "./vectors.ts";

export const FOLDS = 10;

/** Same fold for the same test, whatever else is in the file (FNV-1a). */
function foldOf(test: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < test.length; at += 1) hash = Math.imul(hash ^ test.charCodeAt(at), 0x01000193) >>> 0;
	return hash % FOLDS;
}

/** A pair with what a model that did not see its test says about it. */
export interface ReadPair extends HeadlinePair, Difference {}

/** A pair with the difference a verdict may rest on, in log odds. */
export interface JudgedPair extends ReadPair {
	decisive: number;
}

export function judge(pairs: readonly ReadPair[], families: HeadlineModel["families"]): JudgedPair[] {
	return pairs.map((pair) => ({ ...pair, decisive: decisiveDifference(pair, families) }));
}

const believed = { slope: 1, low: 1, high: 1 };
/** A fit of which nothing is known yet. */
export const UNJUDGED = {
	errors: { signals: {}, length: 0, form: 0, wording: 0 },
	families: { signals: believed, length: believed, form: believed, wording: believed },
	verdicts: { slope: 1, clearly: 1, probably: 1 },
};

/** The tests are of one news site: the genre whose evidence is the tests' own. */
export function readPairs(
	weights: FittedWeights,
	rows: readonly ShownHeadline[],
	pairs: readonly HeadlinePair[],
): ReadPair[] {
	const model: HeadlineModel = { ...UNJUDGED, ...weights };
	const title = (row: number) => rows[row]?.headline ?? "";
	return pairs.map((pair) => ({ ...pair, ...differenceOf(model, [title(pair.a), title(pair.b)], "news") }));
}

/** Every pair read by a model fitted to the other nine tenths of the tests. */
export function crossValidate(
	rows: readonly ShownHeadline[],
	pairs: readonly HeadlinePair[],
	vectors: WordVectors,
	onFold: (fold: number) => void = () => {},
): ReadPair[] {
	return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
		const held = pairs.filter((pair) => foldOf(pair.test) === fold);
		if (held.length === 0) return [];
		const weights = fitHeadlines(
			rows.filter((row) => foldOf(row.test) !== fold),
			vectors,
		);
		onFold(fold);
		return readPairs(weights, rows, held);
	});
}
