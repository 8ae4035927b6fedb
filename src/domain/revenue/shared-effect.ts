/**
 * Something that may have lifted a few stories by about as much: how much, drawn towards nothing, and whether knowing it
 * would have helped to tell stories it was not learned from. It never takes away.
 */

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
	/** Mean factor it explains, with its 95 % interval. */
	factor: number;
	low: number;
	high: number;
	/** Share of the squared error of unseen stories that it takes away; below 0 it would have done harm. */
	benefit: number;
	/** The benefit stands out from chance. Otherwise the effect counts as none. */
	shown: boolean;
}

const LEAST_STORIES = 5;
/** Stories of evidence that "nothing" counts as. */
const PRIOR_STORIES = 4;
const STANDS_OUT = 2;
/** Bounds of ln(1 + size), and when the search between them ends. */
const LARGEST_LOG = 6;
const CLOSE = 1e-4;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

const meanOf = (values: readonly number[]) =>
	values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Least squares with stories of nothing beside them, by golden section in ln(1 + size). */
function sizeOf(stories: readonly Lifted[]): number {
	const cost = (log: number) => {
		const logs = stories.map(({ explained }) => explained(Math.expm1(log)));
		const misses = stories.reduce((sum, { seen }, at) => sum + (seen - (logs[at] ?? 0)) ** 2, 0);
		return misses + PRIOR_STORIES * meanOf(logs) ** 2;
	};
	let [low, high] = [0, LARGEST_LOG];
	while (high - low > CLOSE) {
		const [a, b] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
		if (cost(a) <= cost(b)) high = b;
		else low = a;
	}
	return low <= CLOSE ? 0 : Math.expm1((low + high) / 2);
}

/** @returns `null` with too few stories to try it on each other */
export function sharedEffect(all: readonly Lifted[]): SharedEffect | null {
	const stories = all.filter(({ seen }) => Number.isFinite(seen));
	const count = stories.length;
	if (count < LEAST_STORIES) return null;
	const size = sizeOf(stories);
	const gains = stories.map(({ seen, explained }, at) => {
		const others = stories.filter((_, other) => other !== at);
		return seen ** 2 - (seen - explained(sizeOf(others))) ** 2;
	});
	const gain = meanOf(gains);
	const spread = Math.sqrt(gains.reduce((sum, one) => sum + (one - gain) ** 2, 0) / (count - 1));
	const plain = meanOf(stories.map(({ seen }) => seen ** 2));
	const log = meanOf(stories.map(({ explained }) => explained(size)));
	const squares = stories.reduce((sum, { seen, explained }) => sum + (seen - explained(size)) ** 2, 0);
	const half = 1.96 * Math.sqrt(squares / (count - 1) / (count + PRIOR_STORIES));
	return {
		stories: count,
		size,
		factor: Math.exp(log),
		low: Math.exp(Math.max(0, log - half)),
		high: Math.exp(log + half),
		benefit: plain > 0 ? gain / plain : 0,
		shown: size > 0 && gain > (STANDS_OUT * spread) / Math.sqrt(count),
	};
}
