/** A month told from its stories: why it earned other than the one before, as a whole and story by story. */
import type { KnownMonth } from "../engine/history.ts";
import type { StoryRecord } from "../engine/story-record.ts";
import { type Hours, namedHours, type WeightFit } from "../price/weights.ts";
import {
	CAUSES,
	type Cause,
	type Change,
	canSplit,
	explainChange,
	type MonthFacts,
	NO_PARTS,
	roundToSum,
} from "./change.ts";
import { type CommonRate, type StoryInBoth, type Sums, singleOut, singleParts } from "./singled-out.ts";

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
	/** Days of either month have no figures: what that took or gave is part of what the number of days did. */
	lacksDays: boolean;
	/** Those that earned or were read in either month, the most earning first. */
	stories: StoryChange[];
}

/**
 * What most of a story's change comes from, with its part; `null` where that is not known, or nothing changed.
 * @param undated stories of which it is not known whether they are new, and so not what their change comes from
 */
export function mainCause(story: StoryChange, undated: readonly string[]): [Cause, number] | null {
	const { earned, earnedBefore, hours, hoursBefore, isNew, parts } = story;
	const change = earned - earnedBefore;
	if (change === 0 || undated.includes(story.id) || (hours + hoursBefore === 0 && !isNew)) return null;
	const causes = Object.entries(parts) as [Cause, number][];
	return causes.toSorted((a, b) => Math.sign(change) * (b[1] - a[1]))[0] ?? null;
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

/** Days that can have brought anything: what is missing brought nothing that is known. */
const knownDays = ({ from, until, missing = 0 }: KnownMonth) => until - from - missing;

const publishedIn = ({ published }: StoryRecord, { from, until }: KnownMonth) =>
	published !== null && published >= from && published < until;

function factsOf(month: KnownMonth, own: readonly (readonly [StoryRecord, Sums])[], earned: number): MonthFacts {
	const facts: MonthFacts = {
		month: month.month,
		days: knownDays(month),
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

interface Told extends StoryInBoth {
	story: StoryRecord;
}

const asBefore = (all: readonly Told[]) => all.map(({ story, before }) => [story, before] as const);
const asAfter = (all: readonly Told[]) => all.map(({ story, after }) => [story, after] as const);

/** @param common what an hour is worth for the others, where the story is singled out */
function storyChange(one: Told, before: KnownMonth, after: KnownMonth, common: CommonRate | null): StoryChange {
	const { story, before: then, after: now, isNew } = one;
	const [earned, earnedBefore] = [Math.round(now.earned), Math.round(then.earned)];
	const change = earned - earnedBefore;
	const began = then.attention === 0 && earnedBefore === 0;
	const ended = now.attention === 0 && earned === 0;
	const unread = then.attention === 0 && now.attention === 0;
	const comesWith = began && isNew ? "newStories" : unread ? "rest" : "backCatalogue";
	const parts = () => {
		// What was not read at all in one of the months came, or went, with its reading, if anything is known of that.
		if (began || ended) return { ...NO_PARTS, [comesWith]: change };
		if (common) return roundToSum({ ...NO_PARTS, ...singleParts(one, common, daysOf(before, after)) }, change);
		return explainChange(factsOf(before, asBefore([one]), earnedBefore), factsOf(after, asAfter([one]), earned)).parts;
	};
	return {
		id: story.id,
		earned,
		earnedBefore,
		hours: now.attention,
		hoursBefore: then.attention,
		isNew,
		parts: parts(),
	};
}

const daysOf = (before: KnownMonth, after: KnownMonth) => ({
	before: knownDays(before),
	after: knownDays(after),
});

/** What the stories' parts come to; what none of them has a cause for, or no story earned, is the rest. */
function partsOf(stories: readonly StoryChange[], total: number): Change["parts"] {
	const parts = { ...NO_PARTS };
	for (const cause of CAUSES) if (cause !== "rest") for (const story of stories) parts[cause] += story.parts[cause];
	return { ...parts, rest: total - Object.values(parts).reduce((sum, part) => sum + part, 0) };
}

/**
 * The change of a month is that of its stories, each split by itself, and what belongs to none: so both tell the same.
 * @param before the month before `after`; both complete
 * @param weights worth of engagement; `null` counts reading only, as do kinds that are not named: what cannot be told from
 * nothing is no cause, and is part of what an hour is worth
 */
export function explainMonth(
	before: KnownMonth,
	after: KnownMonth,
	stories: readonly StoryRecord[],
	weights: WeightFit | null,
): MonthExplanation {
	const hours = namedHours(weights);
	const all = stories.map(
		(story): Told => ({
			story,
			before: sumsOf(story, before, hours),
			after: sumsOf(story, after, hours),
			isNew: publishedIn(story, after),
		}),
	);
	const [earned, earnedBefore] = [Math.round(after.value), Math.round(before.value)];
	const tells = (some: readonly Told[]) =>
		canSplit(factsOf(before, asBefore(some), earnedBefore), factsOf(after, asAfter(some), earned));
	const { single, together, common } = singleOut(all, Math.max(0, Math.min(earned, earnedBefore)));
	const isApart = common !== null && tells(together);
	const singled = new Set(isApart ? single : []);
	const changes = all
		.filter((one) => [one.before, one.after].some(({ earned: money, attention }) => money !== 0 || attention > 0))
		.map((one) => storyChange(one, before, after, singled.has(one) ? common : null))
		.sort((a, b) => b.earned - a.earned || (a.id < b.id ? -1 : 1));
	const [split, total] = [isApart || tells(all), earned - earnedBefore];
	return {
		from: before.month,
		to: after.month,
		split,
		total,
		parts: split ? partsOf(changes, total) : { ...NO_PARTS, rest: total },
		earned,
		earnedBefore,
		lacksDays: [before, after].some(({ missing = 0 }) => missing > 0),
		stories: changes,
	};
}
