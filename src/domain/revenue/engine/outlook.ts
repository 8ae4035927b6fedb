/** What is ahead of a portfolio in attention: stories that are out, stories not yet written, and luck they share. */
import { type BoostFit, beforeBoost, fitBoost, NO_BOOSTS, withBoost } from "../attention/boost.ts";
import { type Calendar, weekdayMean } from "../attention/calendar.ts";
import { spikeBetween } from "../attention/curve.ts";
import { type Ahead, backCatalogue, burstiness, type Stretch, seedOf } from "../attention/draws.ts";
import { fitHierarchy, type Hierarchy } from "../attention/hierarchy.ts";
import { withoutLateBursts } from "../attention/late-burst.ts";
import { newStories, type Pace, type Publishing, recentPace } from "../attention/new-stories.ts";
import { BIN, type BinnedStory, binStory, type Portfolio } from "../attention/series.ts";
import { seededRandom } from "../random.ts";
import { pausesAt, type Steps } from "../steps.ts";

export interface AttentionFit {
	hierarchy: Hierarchy;
	boost: BoostFit;
	pace: Pace;
	/** Luck that stories share. */
	luck: SharedLuck;
	calendar: Calendar;
}

export interface AttentionPaths {
	/** By stretch and path. */
	old: Float64Array[];
	fresh: Float64Array[];
	/** Draws of each story: see `storyFutures`. */
	futures: Map<string, Float64Array>;
}

/** Deviations of a month's logarithm: of luck that lasts, and of luck that the month has to itself. */
interface SharedLuck {
	lasting: number;
	passing: number;
}

/** Shared luck: how much of it lasts a month more, what is believed before any month is seen, and its bounds. */
const LUCK = { persistence: 0.95, lasting: 0.14, passing: 0.05, priorMonths: 6, least: 0.04, most: 0.4 } as const;
/** Days. */
const FOUR_WEEKS = 28;
/** Stretches a story must have before its newest one tells anything about shared luck. */
const TELLING_MONTHS = 12;

/** From ln(observed / expected) of the portfolio's late stretches, where no story was new. */
function sharedLuck(hierarchy: Hierarchy, until: number): SharedLuck {
	const observed = new Float64Array(TELLING_MONTHS + 2);
	const expected = new Float64Array(TELLING_MONTHS + 2);
	for (const { story, map } of hierarchy.curves) {
		const { bins, birth } = story;
		const [level, decay, floor] = [Math.exp(map.level), Math.exp(map.logDecay), Math.exp(map.logFloor)];
		for (let bin = 0; bin < bins.length; bin += BIN.width) {
			const [from, to] = [bins[bin + BIN.from] ?? 0, bins[bin + BIN.to] ?? 0];
			const month = Math.ceil((until - birth - (from + to) / 2) / FOUR_WEEKS) - 1;
			if (from < FOUR_WEEKS || month < 1 || month > TELLING_MONTHS) continue;
			observed[month] = (observed[month] ?? 0) + (bins[bin + BIN.observed] ?? 0);
			const shape = spikeBetween(decay, from, to, map.onset) + floor * (bins[bin + BIN.floor] ?? 0);
			expected[month] = (expected[month] ?? 0) + level * (bins[bin + BIN.exposure] ?? 0) * shape;
		}
	}
	const { unit } = hierarchy;
	const logs: number[] = [];
	for (let month = 1; month <= TELLING_MONTHS; month += 1) {
		const wanted = expected[month] ?? 0;
		if (wanted > 20 * unit) logs.push(Math.log(((observed[month] ?? 0) + unit) / (wanted + unit)));
	}
	// Steps between months: a level that is off for all of them is not luck. What a single month has to itself is taken
	// back by the next step; only what stays is luck that lasts.
	const steps = logs.slice(1).map((value, at) => Math.max(-1, Math.min(1, value - (logs[at] ?? 0))));
	const squares = steps.reduce((sum, step) => sum + step * step, 0);
	const takenBack = -steps.reduce((sum, step, at) => sum + step * (steps[at + 1] ?? 0), 0);
	const deviation = (sum: number, prior: number) => {
		const variance = (Math.max(0, sum) + LUCK.priorMonths * prior ** 2) / (steps.length + LUCK.priorMonths);
		return Math.min(LUCK.most, Math.max(LUCK.least, Math.sqrt(variance)));
	};
	return { lasting: deviation(squares - 2 * takenBack, LUCK.lasting), passing: deviation(takenBack, LUCK.passing) };
}

/** What Boosts bring, learned from how stories went before theirs. */
function* boostOf(stories: readonly BinnedStory[]): Steps<BoostFit> {
	if (stories.every(({ boostAge }) => boostAge === null)) return NO_BOOSTS;
	const before = stories.flatMap((story) => beforeBoost(story) ?? []);
	return before.length === 0 ? NO_BOOSTS : fitBoost(yield* fitHierarchy(before), stories);
}

/** @returns `null` when no story has any attention */
export function* fitAttention({ stories, calendar }: Portfolio): Steps<AttentionFit | null> {
	const binned: BinnedStory[] = [];
	for (const [place, story] of stories.entries()) {
		if (pausesAt(place)) yield;
		const one = binStory(story, calendar);
		if (one && one.total > 0 && one.bins.length > 0) binned.push(one);
	}
	// The same stories in another order are the same portfolio.
	binned.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
	if (binned.length === 0) return null;
	const boost = yield* boostOf(binned);
	const hierarchy = yield* fitHierarchy(binned.map((story) => withBoost(withoutLateBursts(story), boost.size)));
	// The day a story came out is known even where its first days were not seen.
	const births = binned.filter(({ source }) => source.published !== null).map(({ birth }) => birth);
	const first = births.reduce((least, birth) => Math.min(least, birth), calendar.from);
	return {
		hierarchy,
		boost,
		pace: recentPace(births, first, calendar.until),
		luck: sharedLuck(hierarchy, calendar.until),
		calendar,
	};
}

export interface DrawOptions {
	paths: number;
	/** Draws kept of each story; paths pick among them. */
	futures: number;
	seed: number;
}

export function* drawAttention(
	fit: AttentionFit,
	publishing: Publishing,
	stretches: readonly Stretch[],
	options: DrawOptions,
): Steps<AttentionPaths> {
	const ahead: Ahead = {
		stretches,
		weekdays: Float64Array.from(stretches, ({ from, until }) => weekdayMean(fit.calendar, from, until)),
		relatives: Float64Array.from(stretches, ({ from, until }) => burstiness(until - from, fit.hierarchy.size)),
		calendar: fit.calendar,
		boost: fit.boost,
	};
	const { totals: old, futures } = yield* backCatalogue(fit.hierarchy, ahead, options);
	const fresh = yield* newStories(fit.hierarchy, fit.pace, publishing, ahead, options);
	const random = seededRandom(seedOf("shared", options.seed));
	for (let path = 0; path < options.paths; path += 1) {
		let [lasting, variance] = [0, 0];
		for (let step = 0; step < stretches.length; step += 1) {
			lasting = LUCK.persistence * lasting + fit.luck.lasting * random.normal();
			variance = LUCK.persistence ** 2 * variance + fit.luck.lasting ** 2;
			const passing = fit.luck.passing * random.normal();
			// Luck takes as much as it gives: its mean is 1 however far ahead.
			const factor = Math.exp(lasting + passing - (variance + fit.luck.passing ** 2) / 2);
			const [out, unwritten] = [old[step], fresh[step]];
			if (out) out[path] = (out[path] ?? 0) * factor;
			if (unwritten) unwritten[path] = (unwritten[path] ?? 0) * factor;
		}
	}
	return { old, fresh, futures };
}
