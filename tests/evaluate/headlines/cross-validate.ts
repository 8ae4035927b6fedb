/** The model judged on tests it was not fitted to, and what its differences turn out to be worth there. */
import { headlineFeatures } from "#domain/feedback/headline/features.ts";
import { type Family, type HeadlineModel, titleParts } from "#domain/feedback/headline/model.ts";
import { decisiveDifference } from "#domain/feedback/headline/verdict.ts";
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

/** A pair with what a model that did not see its test says about it, in log odds. */
export interface JudgedPair extends HeadlinePair {
	/** Difference a verdict may rest on. */
	decisive: number;
	families: Record<Family, number>;
}

const believed = { slope: 1, low: 1, high: 1 };
/** A fit of which nothing is known yet. */
export const UNJUDGED = {
	errors: { signals: {}, length: 0, form: 0, wording: 0 },
	families: { signals: believed, length: believed, form: believed, wording: believed },
	verdicts: { slope: 1, clearly: 1, probably: 1 },
};

export function judgePairs(
	weights: FittedWeights | HeadlineModel,
	rows: readonly ShownHeadline[],
	pairs: readonly HeadlinePair[],
): JudgedPair[] {
	const model: HeadlineModel = { ...UNJUDGED, ...weights };
	const parts = new Map<number, ReturnType<typeof titleParts>>();
	const partsOf = (row: number) => {
		const known = parts.get(row) ?? titleParts(model, headlineFeatures(rows[row]?.headline ?? ""));
		parts.set(row, known);
		return known;
	};
	const sum = (values: ReadonlyMap<string, number>) => [...values.values()].reduce((total, value) => total + value, 0);
	return pairs.map((pair) => {
		const [a, b] = [partsOf(pair.a), partsOf(pair.b)];
		return {
			...pair,
			// The tests are of one news site: the genre whose evidence is the tests' own.
			decisive: decisiveDifference(model, [rows[pair.a]?.headline ?? "", rows[pair.b]?.headline ?? ""], "news"),
			families: {
				signals: sum(a.signals) - sum(b.signals),
				length: a.length - b.length,
				form: a.form - b.form,
				wording: sum(a.wording) - sum(b.wording),
			},
		};
	});
}

/** Every pair judged by a model fitted to the other nine tenths of the tests. */
export function crossValidate(
	rows: readonly ShownHeadline[],
	pairs: readonly HeadlinePair[],
	vectors: WordVectors,
	onFold: (fold: number) => void = () => {},
): JudgedPair[] {
	return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
		const held = pairs.filter((pair) => foldOf(pair.test) === fold);
		if (held.length === 0) return [];
		const weights = fitHeadlines(
			rows.filter((row) => foldOf(row.test) !== fold),
			vectors,
		);
		onFold(fold);
		return judgePairs(weights, rows, held);
	});
}
