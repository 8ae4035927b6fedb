/**
 * What sources state of stories, by day or by month, laid out day by day as the engine reads it. A month's figure keeps
 * its sum: it is spread over its days as another figure of the same story went, else along a usual story's curve.
 */

import { expectedBetween, USUAL_CURVE } from "../attention/curve.ts";
import {
	type AttentionBasis,
	type AttentionScale,
	attentionDays,
	attentionScale,
	type RawDay,
	type RawStory,
} from "../attention/hours.ts";
import { type StoryDay, type StoryRecord, storyRecord } from "../engine/story-record.ts";
import { type Days, dayRange, hoursKnown, spansDays } from "./known-hours.ts";

const READING_METRICS = ["memberReadingSeconds", "memberReads", "reads", "views"] as const;
const OTHER_ENGAGEMENT = ["highlights", "responses", "follows"] as const;
/** Fans are readers who clapped: a reader's first clap counts, the others do not. */
export const ENGINE_METRICS = [...READING_METRICS, "fans", "claps", ...OTHER_ENGAGEMENT, "earnings"] as const;
export type EngineMetric = (typeof ENGINE_METRICS)[number];

/** A figure of some days: one day, or a month as far as it was over. */
export interface SpanFigure {
	/** First day and the day after the last, since 1970-01-01. */
	from: number;
	until: number;
	/** A count, seconds, or minor units. */
	value: number;
}

/** As an array, or as whatever keeps so many in less memory. */
export interface SpanFigures extends Iterable<SpanFigure> {
	readonly length: number;
}

export interface StoryFigures {
	id: string;
	/** Day of publication; `null` when unknown. */
	published: number | null;
	/** Day from which on it was boosted; `null` without a Boost. */
	boosted: number | null;
	/** `null` when unknown. */
	readingMinutes: number | null;
	/** Each day once, ascending. */
	days: Partial<Record<EngineMetric, SpanFigures>>;
	/** Each month once, ascending. */
	months: Partial<Record<EngineMetric, SpanFigures>>;
}

type ByDay = Map<number, number>;

/** Shares of a span's days, adding up to one. */
function sharesOf({ from, until }: SpanFigure, published: number | null, like: ByDay | null): number[] {
	const days = Array.from({ length: Math.max(1, until - from) }, (_, at) => from + at);
	const weigh = (weight: (day: number) => number) => {
		const weights = days.map((day) => Math.max(0, weight(day)));
		const sum = weights.reduce((total, one) => total + one, 0);
		return sum > 0 ? weights.map((one) => one / sum) : null;
	};
	const usual = (day: number) =>
		published === null ? 1 : day < published ? 0 : expectedBetween(USUAL_CURVE, day - published, day - published + 1);
	return (like && weigh((day) => like.get(day) ?? 0)) ?? weigh(usual) ?? days.map(() => 1 / days.length);
}

function byDay(figures: StoryFigures, metric: EngineMetric, like: readonly ByDay[]): ByDay {
	const found: ByDay = new Map();
	for (const { from, value } of figures.days[metric] ?? []) found.set(from, value);
	for (const span of figures.months[metric] ?? []) {
		let stated = false;
		for (let day = span.from; day < span.until && !stated; day += 1) stated = found.has(day);
		// Days that are stated stand; a month's figure beside them says nothing more.
		if (stated) continue;
		const pattern = like.find((other) => {
			for (let day = span.from; day < span.until; day += 1) if ((other.get(day) ?? 0) > 0) return true;
			return false;
		});
		for (const [at, share] of sharesOf(span, figures.published, pattern ?? null).entries())
			found.set(span.from + at, share * span.value);
	}
	return found;
}

const sortedDays = (maps: Iterable<ByDay>) =>
	[...new Set([...maps].flatMap((map) => [...map.keys()]))].sort((a, b) => a - b);

interface Laid {
	raw: RawStory;
	reading: readonly ByDay[];
}

/** What one of a day's claps stands for: a reader who clapped, however often, or a single clap. The same for all stories. */
export type ClapUnit = "reader" | "clap";

interface Clapped {
	claps: ByDay;
	fans: ByDay;
}

/**
 * Readers where most claps lie on days that know them, else claps: two units in one column would be worth neither. A day
 * that knows its claps only has as many readers as the others have for as many claps.
 */
function clapsOf(stories: Iterable<Clapped>): { clapUnit: ClapUnit; clapsBy: (story: Clapped) => ByDay } {
	let [counted, uncounted, readers, known] = [0, 0, 0, false];
	for (const { claps, fans } of stories) {
		known ||= fans.size > 0;
		for (const [day, value] of claps) {
			const count = fans.get(day);
			if (count === undefined) uncounted += value;
			else {
				counted += value;
				readers += count;
			}
		}
	}
	if (!known || counted < uncounted) return { clapUnit: "clap", clapsBy: ({ claps }) => claps };
	const aClap = counted > 0 ? readers / counted : 0;
	const taken = (claps: ByDay) => [...claps].map(([day, value]) => [day, value * aClap] as const);
	return { clapUnit: "reader", clapsBy: ({ claps, fans }) => new Map([...taken(claps), ...fans]) };
}

/** Days of which reading is stated by itself, not as part of a month; ascending. */
function statedDays({ days }: StoryFigures): number[] {
	const stated = READING_METRICS.flatMap((metric) => [...(days[metric] ?? [])]).map(({ from }) => from);
	return [...new Set(stated)].sort((a, b) => a - b);
}

function layOut(figures: StoryFigures): Laid {
	// Figures stated by day come first: they show how the months of the others went.
	const daily = READING_METRICS.map((metric) => byDay({ ...figures, months: {} }, metric, []));
	const reading = READING_METRICS.map((metric, at) =>
		figures.months[metric]?.length ? byDay(figures, metric, daily) : (daily[at] ?? new Map()),
	);
	const [seconds, memberReads, reads, views] = reading;
	const days = sortedDays(reading).map(
		(day): RawDay => ({
			day,
			memberReadingSeconds: seconds?.get(day) ?? null,
			memberReads: memberReads?.get(day) ?? null,
			reads: reads?.get(day) ?? null,
			views: views?.get(day) ?? null,
		}),
	);
	const raw = { id: figures.id, readingMinutes: figures.readingMinutes, days };
	return { raw, reading };
}

interface Told extends Laid, Clapped {
	hours: ByDay;
	bases: readonly AttentionBasis[];
}

function toldOf(figures: StoryFigures, scale: AttentionScale): Told {
	const laid = layOut(figures);
	const days = attentionDays(laid.raw, scale);
	const hours: ByDay = new Map(days.map(({ day, hours: attention }) => [day, attention]));
	const of = (metric: EngineMetric) => byDay(figures, metric, [hours]);
	return { ...laid, hours, bases: days.map(({ basis }) => basis), claps: of("claps"), fans: of("fans") };
}

/** Share of a month's money that its known hours are to have earned, so that they tell what an hour is worth. */
const MOST_KNOWN = 0.9;

interface Earned {
	earned: ByDay;
	/** Days whose hours stand beside their money. */
	timed: ReadonlySet<number>;
}

/**
 * Money by day. A month's goes with the hours. Where those of a few days are not known, such days have as much of it as is
 * usual, for else the others would have their part; where those of more are not, none of it stands beside hours.
 */
function earnedOf(figures: StoryFigures, hours: ByDay, known: (day: number) => boolean): Earned {
	const byDays = [...(figures.days.earnings ?? [])];
	const earned = byDay(figures, "earnings", [hours]);
	const timed = new Set(byDays.map(({ from }) => from).filter(known));
	for (const span of figures.months.earnings ?? []) {
		const days = spansDays(span);
		if (byDays.some(({ from }) => from >= span.from && from < span.until)) continue;
		const unknown = days.filter((day) => !known(day));
		if (unknown.length === days.length) continue;
		if (unknown.length > 0) {
			const usual = new Map(sharesOf(span, figures.published, null).map((share, at) => [span.from + at, share]));
			const part = unknown.reduce((rest, day) => rest - (usual.get(day) ?? 0), 1);
			if (part <= MOST_KNOWN) continue;
			for (const day of days) earned.set(day, part * (earned.get(day) ?? 0));
			for (const day of unknown) earned.set(day, (usual.get(day) ?? 0) * span.value);
		}
		for (const day of days) if (known(day)) timed.add(day);
	}
	return { earned, timed };
}

function recordOf(figures: StoryFigures, { reading, hours }: Told, claps: ByDay, all: Days | null): StoryRecord {
	const engagement = [claps, ...OTHER_ENGAGEMENT.map((metric) => byDay(figures, metric, [hours]))];
	const known = hoursKnown({ published: figures.published, known: hours, stated: statedDays(figures) }, all);
	const { earned, timed } = earnedOf(figures, hours, known);
	const readers = reading[1]?.size ? reading[1] : reading[2];
	const rows = sortedDays([hours, earned, ...engagement]).map((day): StoryDay => {
		const [claps, highlights, responses, follows] = engagement.map((counts) => counts.get(day) ?? 0);
		return {
			day,
			attention: hours.get(day) ?? 0,
			engagement: { claps: claps ?? 0, highlights: highlights ?? 0, responses: responses ?? 0, follows: follows ?? 0 },
			readers: readers?.get(day) ?? null,
			earned: earned.get(day) ?? null,
			untimed: earned.has(day) && !timed.has(day),
		};
	});
	return storyRecord({ id: figures.id, published: figures.published, boosted: figures.boosted, days: rows });
}

export interface StoryRecords {
	stories: StoryRecord[];
	/** Days of stories by what their attention was worked out from. */
	bases: Record<AttentionBasis, number>;
	clapUnit: ClapUnit;
}

const hasAny = ({ days, months }: StoryFigures, metric: EngineMetric) =>
	!!(days[metric]?.length || months[metric]?.length);

function* each<One, Other>(all: Iterable<One>, make: (one: One) => Other): Generator<Other> {
	for (const one of all) yield make(one);
}

/**
 * Stories without any day are left out. Each story is laid out anew for what is learned of all of them, and let go
 * again: the days of thousands of stories would fill the memory.
 */
export function storyRecords(all: readonly StoryFigures[]): StoryRecords {
	const scale = attentionScale(each(all, (one) => layOut(one).raw));
	const anyFans = all.some((one) => hasAny(one, "fans"));
	const clapped = anyFans ? all.filter((one) => hasAny(one, "claps") || hasAny(one, "fans")) : [];
	const { clapUnit, clapsBy } = clapsOf(each(clapped, (one) => toldOf(one, scale)));
	const counts: Record<AttentionBasis, number> = { hours: 0, memberReads: 0, reads: 0, views: 0 };
	const statedAt = dayRange(each(all, statedDays));
	const stories: StoryRecord[] = [];
	for (const figures of all) {
		const told = toldOf(figures, scale);
		for (const basis of told.bases) counts[basis] += 1;
		const record = recordOf(figures, told, clapsBy(told), statedAt);
		if (record.days.length > 0) stories.push(record);
	}
	return { stories, bases: counts, clapUnit };
}

/** Days of which the reading of any story is known; with all before them where every story came out in them. */
function readingDays(stories: readonly StoryRecord[]): Days | null {
	const range = dayRange(each(stories, ({ days, attention }) => [...days].filter((_, at) => (attention[at] ?? 0) > 0)));
	if (!range) return null;
	const whole = stories.every(({ published }) => published !== null && published >= range.from - 1);
	return { ...range, from: whole ? Number.NEGATIVE_INFINITY : range.from };
}

/**
 * Where money is known for the account only: each month shared out among stories by their attention, so that what an
 * hour was worth can be told. Nothing here says what a single story earned. A month of whose days the reading is not known
 * has none of it, unless they are few: then the others have their part.
 */
export function shareOutMonths(stories: readonly StoryRecord[], months: readonly SpanFigure[]): StoryRecord[] {
	const read = readingDays(stories);
	const rates = months.map(({ from, until, value }) => {
		const known = read ? Math.min(until, read.until) - Math.max(from, read.from) : 0;
		const part = Math.min(1, Math.max(0, known / Math.max(1, until - from)));
		let hours = 0;
		for (const { days, attention } of stories)
			for (const [at, day] of days.entries()) if (day >= from && day < until) hours += attention[at] ?? 0;
		return { from, until, rate: hours > 0 && part > MOST_KNOWN ? (part * value) / hours : Number.NaN };
	});
	return stories.map((story) => ({
		...story,
		earned: Float64Array.from(story.days, (day, at) => {
			const month = rates.find(({ from, until }) => day >= from && day < until);
			return month ? month.rate * (story.attention[at] ?? 0) : Number.NaN;
		}),
	}));
}
