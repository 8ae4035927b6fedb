/**
 * Fits the headline model: ridge regression of the difference in log odds of a click on the difference in features,
 * over all pairs of headlines of one test, each pair weighted by how exactly its difference is known. Pairs with
 * different pictures count too, for less: the picture's share in the difference is not known.
 */
import type { HeadlineModel } from "#domain/feedback/headline/model.ts";
import { HEADLINE_SIGNALS } from "#domain/feedback/headline/signals.ts";
import { type Design, designOf } from "./design.ts";
import type { ShownHeadline } from "./tests-data.ts";
import type { WordVectors } from "./vectors.ts";

/** Variance of log odds between headlines that no feature explains, and between pictures. */
const HEADLINE_VARIANCE = 0.02;
const PICTURE_VARIANCE = 0.04;
/** Ridge penalties, chosen by cross-validation on the development tests and flat around these values. */
const PENALTY = { plain: 500, meaning: 1000, phrase: 1500 };
const MOST_STEPS = 300;

interface Difference {
	a: number;
	b: number;
	weight: number;
	/** Log odds of `a` less those of `b`. */
	value: number;
}

function differences(rows: readonly ShownHeadline[]): Difference[] {
	const odds = rows.map((row) => Math.log((row.clicks + 0.5) / (row.impressions - row.clicks + 0.5)));
	const variance = rows.map((row) => 1 / (row.clicks + 0.5) + 1 / (row.impressions - row.clicks + 0.5));
	const found: Difference[] = [];
	for (const test of Map.groupBy(rows.keys(), (row) => rows[row]?.test).values())
		for (const [at, a] of test.entries())
			for (const b of test.slice(at + 1)) {
				if (rows[a]?.headline === rows[b]?.headline) continue;
				const pictures = rows[a]?.image === rows[b]?.image ? 0 : 2 * PICTURE_VARIANCE;
				const total = (variance[a] ?? 0) + (variance[b] ?? 0) + 2 * HEADLINE_VARIANCE + pictures;
				// A test of n headlines has n (n − 1) / 2 pairs but tells only n − 1 things.
				found.push({ a, b, weight: 2 / test.length / total, value: (odds[a] ?? 0) - (odds[b] ?? 0) });
			}
	return found;
}

/** Weights: dense columns first, then phrases. */
type Weights = Float64Array;

function rowScores(design: Design, weights: Weights): Float64Array {
	const { dense, width, sparse } = design;
	return Float64Array.from(sparse, (phrases, row) => {
		let score = 0;
		const start = row * width;
		for (let at = 0; at < width; at += 1) score += (dense[start + at] ?? 0) * (weights[at] ?? 0);
		for (const phrase of phrases) score += weights[width + phrase] ?? 0;
		return score;
	});
}

/** Transpose of `rowScores`: what rows say, gathered by weight. */
function gather(design: Design, rows: Float64Array): Weights {
	const { dense, width, sparse, phrases } = design;
	const sum = new Float64Array(width + phrases.length);
	for (const [row, value] of rows.entries()) {
		if (value === 0) continue;
		const start = row * width;
		for (let at = 0; at < width; at += 1) sum[at] = (sum[at] ?? 0) + value * (dense[start + at] ?? 0);
		for (const phrase of sparse[row] ?? []) sum[width + phrase] = (sum[width + phrase] ?? 0) + value;
	}
	return sum;
}

function spreadOverRows(pairs: readonly Difference[], count: number, value: (pair: Difference) => number) {
	const rows = new Float64Array(count);
	for (const pair of pairs) {
		const share = pair.weight * value(pair);
		rows[pair.a] = (rows[pair.a] ?? 0) + share;
		rows[pair.b] = (rows[pair.b] ?? 0) - share;
	}
	return rows;
}

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

/** Conjugate gradients on the normal equations; deterministic. */
function solve(design: Design, pairs: readonly Difference[]): Weights {
	const { width, signalCount, shapeCount, phrases, sparse } = design;
	const size = width + phrases.length;
	const penalty = new Float64Array(size).fill(PENALTY.phrase);
	penalty.fill(PENALTY.plain, 0, signalCount + shapeCount).fill(PENALTY.meaning, signalCount + shapeCount, width);
	const apply = (weights: Weights) => {
		const scores = rowScores(design, weights);
		const rows = spreadOverRows(pairs, sparse.length, ({ a, b }) => (scores[a] ?? 0) - (scores[b] ?? 0));
		return gather(design, rows).map((value, at) => value + (penalty[at] ?? 0) * (weights[at] ?? 0));
	};
	const weights = new Float64Array(size);
	let residual = gather(
		design,
		spreadOverRows(pairs, sparse.length, (pair) => pair.value),
	);
	let direction = residual.slice();
	let squares = dot(residual, residual);
	const enough = squares * 1e-12;
	for (let step = 0; step < MOST_STEPS && squares > enough; step += 1) {
		const moved = apply(direction);
		const length = squares / dot(direction, moved);
		for (let at = 0; at < size; at += 1) weights[at] = (weights[at] ?? 0) + length * (direction[at] ?? 0);
		residual = residual.map((value, at) => value - length * (moved[at] ?? 0));
		const next = dot(residual, residual);
		direction = residual.map((value, at) => value + (next / squares) * (direction[at] ?? 0));
		squares = next;
	}
	return weights;
}

const round = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits;

/** Weights rounded to so many digits; those below `least` are left out. */
function table(
	keys: readonly string[],
	value: (at: number) => number,
	{ digits, least }: { digits: number; least: number },
): Map<string, number> {
	const entries = keys.map((key, at): [string, number] => [key, round(value(at), digits)]);
	return new Map(entries.filter(([, weight]) => Math.abs(weight) >= least));
}

const DIGITS = { signal: 5, shape: 5 };
const WORD = { digits: 2, least: 0.01 };
const PHRASE = { digits: 3, least: 0.002 };
/** Of the words with a vector, the most frequent ones get a weight: the rest are 1.4 % of the words of headlines. */
export const WORDS_KEPT = 16_000;

export type FittedWeights = Omit<HeadlineModel, "errors" | "families" | "verdicts">;

/** Everything about some tests that a fit needs, worked out once. */
export interface Regression {
	rows: readonly ShownHeadline[];
	vectors: WordVectors;
	design: Design;
	pairs: readonly Difference[];
}

export function regressionOf(rows: readonly ShownHeadline[], vectors: WordVectors): Regression {
	return { rows, vectors, design: designOf(rows, vectors), pairs: differences(rows) };
}

/** @param times how often each test counts, by its id; each once unless told */
export function fitTo(
	{ rows, vectors, design, pairs }: Regression,
	times?: ReadonlyMap<string, number>,
): FittedWeights {
	const counted = times
		? pairs.map((pair) => ({ ...pair, weight: pair.weight * (times.get(rows[pair.a]?.test ?? "") ?? 0) }))
		: pairs;
	const weights = solve(design, counted);
	const { width, signalCount, shapeCount, spread } = design;
	const unscaled = weights.subarray(0, width).map((value, at) => value / (spread[at] ?? 1));
	const direction = unscaled.subarray(signalCount + shapeCount);
	return {
		signals: Object.fromEntries(HEADLINE_SIGNALS.map(({ id }, at) => [id, round(unscaled[at] ?? 0, DIGITS.signal)])),
		shape: [...unscaled.subarray(signalCount, signalCount + shapeCount)].map((value) => round(value, DIGITS.shape)),
		words: table(
			vectors.words.slice(0, WORDS_KEPT),
			(at) => {
				const vector = vectors.vectorOf(vectors.words[at] ?? "");
				return vector ? direction.reduce((sum, value, dimension) => sum + value * (vector[dimension] ?? 0), 0) : 0;
			},
			WORD,
		),
		phrases: table(design.phrases, (at) => weights[width + at] ?? 0, PHRASE),
	};
}

export const fitHeadlines = (rows: readonly ShownHeadline[], vectors: WordVectors): FittedWeights =>
	fitTo(regressionOf(rows, vectors));
