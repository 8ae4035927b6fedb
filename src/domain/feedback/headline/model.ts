/**
 * The headline model: linear in what `features.ts` sees, fitted to randomised headline tests, used only to compare
 * titles of one story with each other. `tests/evaluate/headlines/fit.ts` makes it; `resources/headlines/README.md` is
 * its data card.
 */
import { z } from "zod";
import { type HeadlineFeatures, LENGTH_FIGURES, SHAPE } from "./features.ts";

/** Parts of a title that the model weighs apart. */
export const FAMILIES = ["signals", "length", "form", "wording"] as const;
export type Family = (typeof FAMILIES)[number];

/** How far a family of weights can be believed. */
export interface Belief {
	/** Measured difference for one unit of predicted difference in tests left out of fitting. */
	slope: number;
	/** Its 95 % interval. */
	low: number;
	high: number;
}

/** Weights are log odds of a click. */
export interface HeadlineModel {
	/** Weight of each named signal, by its id. */
	signals: Readonly<Record<string, number>>;
	/** One weight for each figure of `SHAPE`. */
	shape: readonly number[];
	/** Meaning of words, from word vectors: summed over the title, divided by the root of its number of words. */
	words: ReadonlyMap<string, number>;
	/** Words and pairs of words that the tests themselves tell about. */
	phrases: ReadonlyMap<string, number>;
	/**
	 * Standard errors of what was fitted, by drawing tests anew: of each signal's weight, of a difference in length and in
	 * form, and of wording, for each word that only one of two titles has (they add up as squares).
	 */
	errors: { readonly signals: Readonly<Record<string, number>>; length: number; form: number; wording: number };
	families: Readonly<Record<Family, Belief>>;
	/** What a difference in log odds is worth. */
	verdicts: {
		/** Share of pairs won at a difference d: 1 / (1 + exp(−slope · d)). */
		slope: number;
		/** Least difference for "clearly stronger" and for "probably stronger". */
		clearly: number;
		probably: number;
	};
	/** What its verdicts came to in tests left out of fitting; absent until it is judged. */
	measured?: MeasuredVerdicts | undefined;
}

/** Per cent, with 95 % intervals by drawing tests. Significant pairs are those whose click rates differ with |z| > 1.96. */
export type MeasuredVerdicts = z.infer<typeof measuredSchema>;

const accuracySchema = z.object({ accuracy: z.number(), low: z.number(), high: z.number() });
const measuredSchema = z.object({
	pairs: z.number(),
	significantPairs: z.number(),
	/** Share of the significant pairs that are called clear; how often that is right, of all pairs and of significant ones. */
	clearly: z.object({ share: z.number(), all: accuracySchema, significant: accuracySchema }),
	/** Share of all pairs of which nothing is said. */
	refused: z.object({ share: z.number() }),
});

/** Keys by weight, joined by commas: the same weight is written once. */
const packedSchema = z.array(z.tuple([z.number(), z.string()]));
const beliefSchema = z.object({ slope: z.number(), low: z.number(), high: z.number() });

/** A model as JSON, as it lies in `resources/headlines`. */
const fileSchema = z.object({
	version: z.literal(2),
	signals: z.record(z.string(), z.number()),
	shape: z.array(z.number()).length(SHAPE.length),
	words: packedSchema,
	phrases: packedSchema,
	errors: z.object({
		signals: z.record(z.string(), z.number()),
		length: z.number(),
		form: z.number(),
		wording: z.number(),
	}),
	families: z.record(z.enum(FAMILIES), beliefSchema),
	verdicts: z.object({ slope: z.number(), clearly: z.number(), probably: z.number() }),
	measured: measuredSchema.optional(),
});

type PackedWeights = z.infer<typeof packedSchema>;

function pack(weights: ReadonlyMap<string, number>): PackedWeights {
	const groups = Map.groupBy(weights, ([, weight]) => weight);
	return [...groups].sort(([a], [b]) => a - b).map(([weight, keys]) => [weight, keys.map(([key]) => key).join(",")]);
}

const unpack = (packed: PackedWeights) =>
	new Map(packed.flatMap(([weight, keys]) => keys.split(",").map((key): [string, number] => [key, weight])));

export function packModel(model: HeadlineModel): z.infer<typeof fileSchema> {
	return {
		version: 2,
		...model,
		shape: [...model.shape],
		words: pack(model.words),
		phrases: pack(model.phrases),
	};
}

/** @throws {z.ZodError} when it is no model of this version */
export function parseModel(json: unknown): HeadlineModel {
	const { version: _, ...file } = fileSchema.parse(json);
	return { ...file, words: unpack(file.words), phrases: unpack(file.phrases) };
}

/** Contribution of each part of a title to its log odds; the parts add up to the whole. */
export interface TitleParts {
	signals: ReadonlyMap<string, number>;
	length: number;
	form: number;
	/** By word: what its meaning and the phrases it starts add. */
	wording: ReadonlyMap<string, number>;
	total: number;
}

/** The vector of a word, or of what stands before its apostrophe. */
export function lookUp<T>(word: string, find: (word: string) => T | undefined): T | undefined {
	const found = find(word);
	if (found !== undefined) return found;
	const cut = word.indexOf("'");
	return cut > 0 ? find(word.slice(0, cut)) : undefined;
}

export function titleParts(model: HeadlineModel, features: HeadlineFeatures): TitleParts {
	const signals = new Map(features.signals.map((id) => [id, model.signals[id] ?? 0]));
	let [length, form] = [0, 0];
	for (const [at, value] of features.shape.entries()) {
		const share = value * (model.shape[at] ?? 0);
		if (at < LENGTH_FIGURES) length += share;
		else form += share;
	}
	const wording = new Map<string, number>();
	const add = (word: string, value: number) => {
		if (value !== 0) wording.set(word, (wording.get(word) ?? 0) + value);
	};
	const root = Math.sqrt(Math.max(1, features.words.length));
	for (const word of features.words) add(word, (lookUp(word, (key) => model.words.get(key)) ?? 0) / root);
	for (const phrase of features.phrases) add(phrase, model.phrases.get(phrase) ?? 0);
	let total = length + form;
	for (const value of signals.values()) total += value;
	for (const value of wording.values()) total += value;
	return { signals, length, form, wording, total };
}
