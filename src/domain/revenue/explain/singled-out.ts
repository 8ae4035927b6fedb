/**
 * Stories whose month cannot be told with the others': one that moved the month by more than the whole of the smaller
 * month, and those paid unlike the others, as after a correction or a bonus. Told with the others, they would be taken
 * for what an hour is worth, or blown up what the days of the month did.
 */
import { type Cause, daysEffect, LARGEST, logMean } from "./change.ts";

/** One story in one month. Money in minor units, attention in hours. */
export interface Sums {
	earned: number;
	attention: number;
	/** Attention with engagement weighed in. */
	weighted: number;
}

export interface StoryInBoth {
	before: Sums;
	after: Sums;
	/** Came out in the later month. */
	isNew: boolean;
}

/** Logarithm of how far what a story was paid an hour may lie from the others: half as much again. */
const UNLIKE = Math.log(1.5);
/** What is unlike counts from this share of the smaller month on. */
const TELLING = 0.05;

/** What an hour was worth in both months for stories that are paid alike; `null` where none tells. */
export interface CommonRate {
	before: number;
	after: number;
}

const rateChange = ({ before, after }: StoryInBoth) =>
	Math.log(after.earned / after.weighted / (before.earned / before.weighted));

/** Read and paid in both months: their pay can be compared. */
const isMatched = ({ before, after }: StoryInBoth) =>
	[before.earned, after.earned, before.weighted, after.weighted].every((value) => value > 0);

const isUnread = ({ attention, earned }: Sums) => attention === 0 && earned === 0;

/** The change in pay an hour that half of the matched stories stay below, larger ones counting more; `null` without any. */
function middleChange(stories: readonly StoryInBoth[]): number | null {
	const changes = stories
		.map((story) => ({
			change: rateChange(story),
			weight: Math.sqrt(Math.min(story.before.earned, story.after.earned)),
		}))
		.sort((a, b) => a.change - b.change);
	const half = changes.reduce((sum, { weight }) => sum + weight, 0) / 2;
	let passed = 0;
	for (const { change, weight } of changes) {
		passed += weight;
		if (passed >= half) return change;
	}
	return null;
}

function commonRateOf(stories: readonly StoryInBoth[]): CommonRate | null {
	const rate = (at: "before" | "after") => {
		const sum = (of: "earned" | "weighted") => stories.reduce((total, story) => total + story[at][of], 0);
		const [earned, weighted] = [sum("earned"), sum("weighted")];
		return weighted > 0 ? earned / weighted : 0;
	};
	const [before, after] = [rate("before"), rate("after")];
	return before > 0 && after > 0 ? { before, after } : null;
}

export interface SingledOut<Story> {
	/** Told singly. */
	single: Story[];
	/** Told together. */
	together: Story[];
	/** Of those told together. */
	common: CommonRate | null;
}

/**
 * @param smaller what the smaller month earned, minor units, not below 0
 * @returns nobody singled out where the others do not tell what an hour was worth
 */
export function singleOut<Story extends StoryInBoth>(stories: readonly Story[], smaller: number): SingledOut<Story> {
	const matched = stories.filter(isMatched);
	const middle = middleChange(matched);
	const isSpike = ({ before, after }: Story) => Math.abs(after.earned - before.earned) > smaller;
	const isUnlike = (story: Story) => {
		const off = middle === null ? 0 : rateChange(story) - middle;
		const least = Math.min(story.before.earned, story.after.earned);
		return Math.abs(off) > UNLIKE && least * Math.expm1(Math.abs(off)) > TELLING * smaller;
	};
	const alike = matched.filter((story) => !isSpike(story) && !isUnlike(story));
	const common = commonRateOf(alike);
	if (!common) return { single: [], together: [...stories], common: null };
	const isOdd = (at: "before" | "after") => (story: Story) => {
		const { earned, weighted } = story[at];
		if (isUnread(story[at])) return false;
		const usual = common[at] * weighted;
		const isFar = !(earned > 0 && usual > 0) || Math.abs(Math.log(earned / usual)) > UNLIKE;
		return isFar && Math.abs(earned - usual) > TELLING * smaller;
	};
	const [wasOdd, isOddNow] = [isOdd("before"), isOdd("after")];
	const among = new Set(alike);
	const isSingle = (story: Story) =>
		isMatched(story) ? !among.has(story) : isSpike(story) || wasOdd(story) || isOddNow(story);
	return {
		single: stories.filter(isSingle),
		together: stories.filter((story) => !isSingle(story)),
		common,
	};
}

type Parts = Record<Exclude<Cause, "rest" | "engagementMix">, number>;

/**
 * The change of a story that is singled out: what all stories share counts for no more than its smaller month, the rest
 * is its own. Not rounded; adds up to the change.
 * @param days of both months
 */
export function singleParts(story: StoryInBoth, common: CommonRate, days: { before: number; after: number }): Parts {
	const { before, after, isNew } = story;
	const change = after.earned - before.earned;
	const own = isNew ? "newStories" : "backCatalogue";
	const told = (parts: Partial<Parts>): Parts => {
		const all = { rate: 0, backCatalogue: 0, newStories: 0, storyPay: 0, calendarDays: 0, ...parts };
		const sum = Object.values(all).reduce((total, part) => total + part, 0);
		return { ...all, [own]: change - sum };
	};
	if (isUnread(before) || isUnread(after)) return told({});
	if (!isMatched(story)) {
		const paid = change - (common.after * after.weighted - common.before * before.weighted);
		// Figures too small to divide by say nothing.
		return told(Math.abs(paid) < LARGEST ? { storyPay: paid } : {});
	}
	const shared = Math.min(before.earned, after.earned);
	const moved = Math.log(common.after / common.before);
	const off = rateChange(story) - moved;
	return told({
		rate: shared * moved,
		calendarDays: daysEffect(shared, days.before, days.after),
		storyPay: Math.abs(off) > UNLIKE ? off * logMean(after.earned, before.earned) : 0,
	});
}
