/** A month told from its stories: why it earned other than the one before, as a whole and story by story. */
import type { KnownMonth } from "../engine/history.ts";
import type { StoryRecord } from "../engine/story-record.ts";
import { type Hours, hoursOf, type WeightFit } from "../price/weights.ts";
import { type Change, explainChange, type MonthFacts } from "./change.ts";

/** One story in both months. Money in minor units, attention in hours. */
export interface StoryChange {
	id: string;
	earned: number;
	earnedBefore: number;
	hours: number;
	hoursBefore: number;
	/** Came out in the month itself. */
	isNew: boolean;
	/** The parts add up to `earned` less `earnedBefore` exactly. */
	parts: Change["parts"];
}

export interface MonthExplanation extends Change {
	earned: number;
	earnedBefore: number;
	/** Those that earned or were read in either month, the most earning first. */
	stories: StoryChange[];
}

interface Sums {
	earned: number;
	attention: number;
	weighted: number;
}

/** @param hours hours of reading that one clap, highlight, response and follow is worth */
function sumsOf(story: StoryRecord, { from, until }: KnownMonth, hours: Hours): Sums {
	const sums: Sums = { earned: 0, attention: 0, weighted: 0 };
	const { days, attention, earned, claps, highlights, responses, follows } = story;
	for (const [at, day] of days.entries()) {
		if (day < from || day >= until) continue;
		const seen = attention[at] ?? 0;
		sums.attention += seen;
		sums.weighted +=
			seen +
			hours[0] * (claps[at] ?? 0) +
			hours[1] * (highlights[at] ?? 0) +
			hours[2] * (responses[at] ?? 0) +
			hours[3] * (follows[at] ?? 0);
		sums.earned += earned[at] || 0;
	}
	return sums;
}

const publishedIn = ({ published }: StoryRecord, { from, until }: KnownMonth) =>
	published !== null && published >= from && published < until;

function factsOf(month: KnownMonth, own: readonly [StoryRecord, Sums][], earned: number): MonthFacts {
	const facts: MonthFacts = {
		month: month.month,
		days: month.until - month.from,
		earned,
		fromStories: 0,
		attentionOut: 0,
		attentionNew: 0,
		weighted: 0,
	};
	for (const [story, sums] of own) {
		facts.fromStories += sums.earned;
		facts.weighted += sums.weighted;
		facts[publishedIn(story, month) ? "attentionNew" : "attentionOut"] += sums.attention;
	}
	return facts;
}

const NO_PARTS: Change["parts"] = {
	rate: 0,
	backCatalogue: 0,
	newStories: 0,
	engagementMix: 0,
	calendarDays: 0,
	rest: 0,
};

function storyChange(story: StoryRecord, before: KnownMonth, after: KnownMonth, then: Sums, now: Sums): StoryChange {
	const [earned, earnedBefore] = [Math.round(now.earned), Math.round(then.earned)];
	const isNew = publishedIn(story, after);
	const began = then.attention === 0 && earnedBefore === 0;
	const ended = now.attention === 0 && earned === 0;
	const unread = then.attention === 0 && now.attention === 0;
	const comesWith = began && isNew ? "newStories" : unread ? "rest" : "backCatalogue";
	return {
		id: story.id,
		earned,
		earnedBefore,
		hours: now.attention,
		hoursBefore: then.attention,
		isNew,
		// What was not read at all in one of the months came, or went, with its reading, if anything is known of that.
		parts:
			began || ended
				? { ...NO_PARTS, [comesWith]: earned - earnedBefore }
				: explainChange(factsOf(before, [[story, then]], earnedBefore), factsOf(after, [[story, now]], earned)).parts,
	};
}

/**
 * @param before the month before `after`; both complete
 * @param weights worth of engagement; `null` counts reading only
 */
export function explainMonth(
	before: KnownMonth,
	after: KnownMonth,
	stories: readonly StoryRecord[],
	weights: WeightFit | null,
): MonthExplanation {
	const hours = hoursOf(weights);
	const all = stories.map((story) => ({
		story,
		before: sumsOf(story, before, hours),
		after: sumsOf(story, after, hours),
	}));
	const change = explainChange(
		factsOf(
			before,
			all.map(({ story, before: sums }) => [story, sums]),
			Math.round(before.value),
		),
		factsOf(
			after,
			all.map(({ story, after: sums }) => [story, sums]),
			Math.round(after.value),
		),
	);
	return {
		...change,
		earned: Math.round(after.value),
		earnedBefore: Math.round(before.value),
		stories: all
			.filter(({ before, after }) => [before, after].some(({ earned, attention }) => earned !== 0 || attention > 0))
			.map(({ story, before: then, after: now }) => storyChange(story, before, after, then, now))
			.sort((a, b) => b.earned - a.earned || (a.id < b.id ? -1 : 1)),
	};
}
