/**
 * Something that may have lifted a few stories by about as much: how much, drawn towards nothing as far as the stories
 * disagree (empirical Bayes), and whether knowing it would have helped to tell stories it was not learned from. What is
 * reckoned with never takes away.
 */

import { meanOf } from "./averages.ts";
import { helpOf } from "./unseen.ts";

/** One story: the logarithm of what was seen over what was expected, and the logarithm that a size would explain. */
export interface Lifted {
	seen: number;
	/** 0 for a size of 0, and growing with it. */
	explained(size: number): number;
}

export interface SharedEffect {
	stories: number;
	/** 0 is none. Fitted, whether or not it is shown. */
	size: number;
	/** Mean factor it explains: what is reckoned with, drawn towards nothing. */
	factor: number;
	/** Mean factor that the stories themselves show, with its 95 % interval (Student's). */
	seen: number;
	low: number;
	high: number;
	/** Share of the squared error of unseen stories that it takes away; below 0 it would have done harm. */
	benefit: number;
	/** The benefit stands out from chance. Otherwise the effect counts as none. */
	shown: boolean;
}

const LEAST_STORIES = 5;
/** Believed before any story is seen: deviations of effects from nothing, and of stories of one effect; logarithms. */
const EFFECTS = Math.log(2);
const LUCK = { deviation: 0.5, stories: 2 } as const;
/** Bounds of ln(1 + size), and when the search between them ends. */
const LARGEST_LOG = 6;
const CLOSE = 1e-4;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

const squaresOf = (stories: readonly Lifted[], size: number) =>
	stories.reduce((sum, { seen, explained }) => sum + (seen - explained(size)) ** 2, 0);

/**
 * Least squares, by golden section in ln(1 + size).
 * @param nothing stories of no effect beside them
 */
function fitted(stories: readonly Lifted[], nothing: number): number {
	const cost = (log: number) => {
		const size = Math.expm1(log);
		return squaresOf(stories, size) + nothing * meanOf(stories.map(({ explained }) => explained(size))) ** 2;
	};
	let [low, high] = [0, LARGEST_LOG];
	while (high - low > CLOSE) {
		const [a, b] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
		if (cost(a) <= cost(b)) high = b;
		else low = a;
	}
	return low <= CLOSE ? 0 : Math.expm1((low + high) / 2);
}

/** Drawn towards nothing by as much as the stories disagree: a belief counts as many stories as tell as little. */
function sizeOf(stories: readonly Lifted[]): number {
	const misses = squaresOf(stories, fitted(stories, 0)) + LUCK.stories * LUCK.deviation ** 2;
	return fitted(stories, misses / (stories.length - 1 + LUCK.stories) / EFFECTS ** 2);
}

/** Two-sided 95 % quantile of Student's t, Cornish and Fisher's expansion: right to 1 % from four degrees on. */
function studentOf(degrees: number): number {
	const z = 1.96;
	return (
		z +
		(z ** 3 + z) / (4 * degrees) +
		(5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2) +
		(3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * degrees ** 3)
	);
}

/** @returns `null` with too few stories to try it on each other */
export function sharedEffect(all: readonly Lifted[]): SharedEffect | null {
	const stories = all.filter(({ seen }) => Number.isFinite(seen));
	const count = stories.length;
	if (count < LEAST_STORIES) return null;
	const size = sizeOf(stories);
	const { benefit, standsOut } = helpOf(
		stories.map(({ seen, explained }, at) => {
			const others = stories.filter((_, other) => other !== at);
			return { without: seen ** 2, left: (seen - explained(sizeOf(others))) ** 2 };
		}),
	);
	const log = meanOf(stories.map(({ explained }) => explained(size)));
	const seen = meanOf(stories.map((story) => story.seen));
	const squares = stories.reduce((sum, story) => sum + (story.seen - seen) ** 2, 0);
	const half = studentOf(count - 1) * Math.sqrt(squares / (count - 1) / count);
	return {
		stories: count,
		size,
		factor: Math.exp(log),
		seen: Math.exp(seen),
		low: Math.exp(seen - half),
		high: Math.exp(seen + half),
		benefit,
		shown: size > 0 && standsOut,
	};
}
