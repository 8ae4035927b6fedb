/** Titles as rows of numbers: standardised signals, shape and word meaning, and which phrases each has. */
import { headlineFeatures } from "#domain/feedback/headline/features.ts";
import { HEADLINE_SIGNALS } from "#domain/feedback/headline/signals.ts";
import type { ShownHeadline } from "./tests-data.ts";
import type { WordVectors } from "./vectors.ts";

/** Tests a phrase has to occur in. */
const LEAST_TESTS = 5;

export interface Design {
	/** Signals, then shape, then dimensions of meaning; row after row. */
	dense: Float64Array;
	width: number;
	signalCount: number;
	shapeCount: number;
	/** Divisor of each dense column; its mean has no influence, since only differences count. */
	spread: Float64Array;
	phrases: readonly string[];
	/** Indices of `phrases`, by row. */
	sparse: readonly Int32Array[];
}

/** Sum of the vectors of a title's words, divided by the root of their number. */
function meaning(words: readonly string[], vectors: WordVectors): Float64Array {
	const sum = new Float64Array(vectors.dimensions);
	for (const word of words) {
		const vector = vectors.vectorOf(word);
		if (vector) for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + (vector[at] ?? 0);
	}
	const root = Math.sqrt(Math.max(1, words.length));
	return sum.map((value) => value / root);
}

/** Square root of the mean squared distance from the column's mean; of several columns together when `columns` > 1. */
function spreadOf(dense: Float64Array, width: number, first: number, columns: number): number {
	const rows = dense.length / width;
	let squares = 0;
	for (let column = first; column < first + columns; column += 1) {
		let sum = 0;
		for (let row = 0; row < rows; row += 1) sum += dense[row * width + column] ?? 0;
		for (let row = 0; row < rows; row += 1) squares += ((dense[row * width + column] ?? 0) - sum / rows) ** 2;
	}
	return Math.sqrt(squares / (rows * columns)) || 1;
}

/** @param rows phrases are chosen by these; a later design of other rows is not needed, the model itself scores them */
export function designOf(rows: readonly ShownHeadline[], vectors: WordVectors): Design {
	const features = rows.map((row) => headlineFeatures(row.headline));
	const signals = HEADLINE_SIGNALS.map(({ id }) => id);
	const shapeCount = features[0]?.shape.length ?? 0;
	const width = signals.length + shapeCount + vectors.dimensions;
	const dense = new Float64Array(rows.length * width);
	for (const [row, one] of features.entries()) {
		const cells = dense.subarray(row * width, (row + 1) * width);
		for (const [at, id] of signals.entries()) cells[at] = one.signals.includes(id) ? 1 : 0;
		cells.set(one.shape, signals.length);
		cells.set(meaning(one.words, vectors), signals.length + shapeCount);
	}
	const spread = new Float64Array(width);
	const plain = signals.length + shapeCount;
	for (let column = 0; column < plain; column += 1) spread[column] = spreadOf(dense, width, column, 1);
	spread.fill(spreadOf(dense, width, plain, vectors.dimensions), plain);
	for (let cell = 0; cell < dense.length; cell += 1) dense[cell] = (dense[cell] ?? 0) / (spread[cell % width] ?? 1);

	const tests = new Map<string, Set<string>>();
	for (const [row, one] of features.entries())
		for (const phrase of one.phrases) {
			const seen = tests.get(phrase) ?? new Set();
			tests.set(phrase, seen.add(rows[row]?.test ?? ""));
		}
	const phrases = [...tests].filter(([, seen]) => seen.size >= LEAST_TESTS).map(([phrase]) => phrase);
	const places = new Map(phrases.map((phrase, at) => [phrase, at]));
	const sparse = features.map((one) => Int32Array.from(one.phrases.flatMap((phrase) => places.get(phrase) ?? [])));
	return { dense, width, signalCount: signals.length, shapeCount, spread, phrases, sparse };
}
