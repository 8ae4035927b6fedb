/** Daily attention of stories as the model reads it: what was seen, over which days, of which age. */
import { type Calendar, calendarOf, countedDays, type DailyValues, type Day } from "./calendar.ts";
import { CURVE, floorBetween, logAge, USUAL_FADE } from "./curve.ts";

/** Attention in one unit for all stories: hours of member reading where they are known, else reads, else views. */
export interface StoryAttention extends DailyValues {
	id: string;
	/** `null` when unknown: the story then counts as older than the data. */
	published: Day | null;
	/** Day from which on it was boosted; `null` or absent without a Boost. */
	boosted?: Day | null;
}

export interface Portfolio {
	calendar: Calendar;
	stories: readonly StoryAttention[];
}

export function portfolioOf(stories: readonly StoryAttention[], from: Day, until: Day): Portfolio {
	return { calendar: calendarOf(stories, from, until), stories };
}

/** Everything from before a day, without a copy. Stories published later are not in it. */
export function storiesBefore<Story extends StoryAttention>(stories: readonly Story[], until: Day): Story[] {
	return stories.flatMap((story) => {
		if ((story.published ?? Number.NEGATIVE_INFINITY) >= until) return [];
		const count = countBefore(story.days, until, story.count);
		return count === 0 ? [] : count === story.count ? [story] : [{ ...story, count }];
	});
}

/** How many of ascending days lie before one; the first `count` are looked at. */
export function countBefore(days: ArrayLike<Day>, until: Day, count = days.length): number {
	let [low, high] = [0, count];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((days[middle] ?? 0) < until) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Stories published this soon after the data begin may be older than they look. */
const TRUNCATION_DAYS = 2;
/** A story of whose first days none is known began unseen, as one older than the data did. */
const FIRST_DAYS = 7;
/** Longer stretches average out some of their bursts. */
export const SIZE_GROWTH = 0.7;

/**
 * A stretch of ages, as eight numbers in a row of `BinnedStory.bins`: ages from and to in days, share of its days that
 * count, attention observed, the logarithms of 1 + age / onset at both ends, integral of the floor (of the usual onset and
 * half-life, until a fit learns others), days ^ 0.7.
 */
export const BIN = {
	from: 0,
	to: 1,
	exposure: 2,
	observed: 3,
	logFrom: 4,
	logTo: 5,
	floor: 6,
	growth: 7,
	width: 8,
} as const;

export interface BinnedStory {
	id: string;
	/** Day of age 0. */
	birth: Day;
	/** Older than the data, of unknown age, or begun while nothing was known: its first days were not seen. */
	truncated: boolean;
	bins: Float64Array;
	/** Age at which it was boosted, or is going to be, days; `null` without a Boost. */
	boostAge: number | null;
	/** Its days; the newest tell its level now. */
	source: StoryAttention;
	total: number;
}

const EARLY_EDGES = [0, 1, 2, 4, 7, 14, 28];
const LATE_STEP = 28;
/** Age given to a story of unknown age on the first day it is seen. */
const UNKNOWN_AGE = 90;
export const RECENT_DAYS = 60;

function edgesUpTo(age: number): number[] {
	const edges = EARLY_EDGES.filter((edge) => edge < age);
	for (let edge = 28 + LATE_STEP; edge < age; edge += LATE_STEP) edges.push(edge);
	return [...edges, age];
}

/** @returns `null` for a story that begins after the data */
export function binStory(story: StoryAttention, calendar: Calendar): BinnedStory | null {
	const { from, until } = calendar;
	const { days, values, count } = story;
	const first = count > 0 ? (days[0] ?? from) : from;
	const birth = story.published ?? Math.min(first, until) - UNKNOWN_AGE;
	if (birth >= until) return null;
	const start = Math.max(birth, from);
	const begunInData = story.published !== null && birth >= from + TRUNCATION_DAYS;
	const truncated = !begunInData || countedDays(calendar, birth, Math.min(until, birth + FIRST_DAYS)) === 0;
	const bins: number[] = [];
	let [begin, place, total] = [start, countBefore(days, start, count), 0];
	for (const edge of edgesUpTo(until - birth)) {
		const end = Math.min(birth + edge, until);
		if (end <= begin) continue;
		let observed = 0;
		for (; place < count && (days[place] ?? 0) < end; place += 1) observed += values[place] ?? 0;
		// A correction takes away from the days around it, and no more than there was.
		observed = Math.max(0, observed);
		const exposure = countedDays(calendar, begin, end) / (end - begin);
		const [young, old] = [begin - birth, end - birth];
		if (exposure > 0)
			bins.push(
				young,
				old,
				exposure,
				observed,
				logAge(young, CURVE.onset),
				logAge(old, CURVE.onset),
				floorBetween(young, old, USUAL_FADE),
				(old - young) ** SIZE_GROWTH,
			);
		total += observed;
		begin = end;
	}
	const { boosted = null } = story;
	const boostAge = boosted === null ? null : Math.max(0, boosted - birth);
	return { id: story.id, birth, truncated, boostAge, bins: Float64Array.from(bins), source: story, total };
}
