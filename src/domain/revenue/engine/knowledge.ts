/** From stories' days to what the engine reads: engagement weighed into hours, and the money an hour was worth. */
import { type Portfolio, portfolioOf, type StoryAttention, storiesBefore } from "../attention/series.ts";
import { drawRates, fitRate, type RateFit, type RateWeek, type RuleEpoch } from "../price/filter.ts";
import { type EarningRow, fitWeights, type Hours, hoursOf, type WeightFit, weightedHours } from "../price/weights.ts";
import { type Lifted, type SharedEffect, sharedEffect } from "../shared-effect.ts";
import { pausesAt, type Steps } from "../steps.ts";
import type { Knowledge } from "./history.ts";
import type { StoryRecord } from "./story-record.ts";

const WEEK = 7;
/** Weeks whose rows share a rate while engagement weights are fitted. */
const RATE_WEEKS = 4;
/** With more days than this, rows of four weeks tell enough, and take a quarter of the time. */
const MANY_DAYS = 50_000;

/** The record itself stands behind its attention: `values` are hours without engagement. */
interface Known extends StoryAttention {
	record: StoryRecord;
}

function asKnown(record: StoryRecord): Known {
	const { id, published, boosted, days, attention } = record;
	return { id, published, boosted, days, values: attention, count: days.length, record };
}

const isBoostedOn = ({ boosted }: StoryRecord, day: number) => boosted !== null && day >= boosted;

/** A row for every so many weeks, counted back from the newest day: in longer ones hours and engagement go more alike. */
function rowsOf({ record, count }: Known, until: number, weeks: number, rows: EarningRow[]): void {
	const { days, attention, earned, untimed, readers, claps, highlights, responses, follows } = record;
	let row: EarningRow | null = null;
	let rowWeek = 0;
	for (let at = 0; at < count; at += 1) {
		const money = earned[at] ?? Number.NaN;
		if (Number.isNaN(money) || untimed[at]) continue;
		const week = -weeks * Math.floor((until - 1 - (days[at] ?? 0)) / (weeks * WEEK));
		const isBoosted = isBoostedOn(record, days[at] ?? 0);
		if (row === null || rowWeek !== week || row.boosted !== isBoosted) {
			rowWeek = week;
			const month = -Math.floor(-week / RATE_WEEKS);
			const engagement = { claps: 0, highlights: 0, responses: 0, follows: 0 };
			row = { month, boosted: isBoosted, earned: 0, attention: 0, readers: 0, ...engagement };
			rows.push(row);
		}
		row.earned += money;
		row.attention += attention[at] ?? 0;
		const read = readers[at] ?? Number.NaN;
		row.readers = row.readers === null || Number.isNaN(read) ? null : row.readers + read;
		row.claps += claps[at] ?? 0;
		row.highlights += highlights[at] ?? 0;
		row.responses += responses[at] ?? 0;
		row.follows += follows[at] ?? 0;
	}
}

/** What boosted days earned, over what their hours would have earned otherwise: for each story with some. */
function bonusesOf(stories: readonly (readonly EarningRow[])[], { rates }: WeightFit, hours: Hours): Lifted[] {
	return stories.flatMap((rows) => {
		let [earned, usual] = [0, 0];
		for (const row of rows) {
			const rate = rates.get(row.month) ?? 0;
			if (!row.boosted || rate <= 0) continue;
			earned += row.earned;
			usual += rate * weightedHours(row, hours);
		}
		return earned > 0 && usual > 0 ? [{ seen: Math.log(earned / usual), explained: Math.log1p }] : [];
	});
}

/**
 * Attention with engagement weighed in, and boosted days as they were paid; the record's own column when neither counts
 * anything.
 * @param bonus factor on boosted days, less 1
 */
function weighed(known: Known, hours: Hours, bonus: number): ArrayLike<number> {
	const { record, count } = known;
	const values = engaged(known, hours);
	if (bonus === 0 || record.boosted === null) return values;
	return Float64Array.from({ length: count }, (_, at) => {
		const paid = isBoostedOn(record, record.days[at] ?? 0) ? 1 + bonus : 1;
		return paid * (values[at] ?? 0);
	});
}

function engaged({ record, count }: Known, hours: Hours): ArrayLike<number> {
	const { attention, claps, highlights, responses, follows } = record;
	const [clap, highlight, response, follow] = hours;
	if (clap + highlight + response + follow === 0) return attention;
	const values = new Float64Array(count);
	for (let at = 0; at < count; at += 1)
		values[at] =
			(attention[at] ?? 0) +
			clap * (claps[at] ?? 0) +
			highlight * (highlights[at] ?? 0) +
			response * (responses[at] ?? 0) +
			follow * (follows[at] ?? 0);
	return values;
}

interface WeekSums {
	earned: Float64Array;
	weighted: Float64Array;
	readers: Float64Array;
	/** 1 where somebody's readers are not known. */
	uncounted: Uint8Array;
	/** Day after the newest of which money and hours are known. */
	knownUntil: number;
}

/** Weeks counted back from the newest day. */
function addWeeks(record: StoryRecord, values: ArrayLike<number>, count: number, until: number, sums: WeekSums): void {
	const { days, earned, untimed, readers } = record;
	for (let at = 0; at < count; at += 1) {
		const money = earned[at] ?? Number.NaN;
		const week = Math.floor((until - 1 - (days[at] ?? 0)) / WEEK);
		if (Number.isNaN(money) || untimed[at] || week >= sums.earned.length) continue;
		// A day of nothing tells nothing, not even that its readers are unknown.
		if (money === 0 && values[at] === 0) continue;
		sums.knownUntil = Math.max(sums.knownUntil, (days[at] ?? 0) + 1);
		sums.earned[week] = (sums.earned[week] ?? 0) + money;
		sums.weighted[week] = (sums.weighted[week] ?? 0) + (values[at] ?? 0);
		const read = readers[at] ?? Number.NaN;
		if (Number.isNaN(read)) sums.uncounted[week] = 1;
		else sums.readers[week] = (sums.readers[week] ?? 0) + read;
	}
}

function weeksOf({ earned, weighted, readers, uncounted, knownUntil }: WeekSums, until: number): RateWeek[] {
	return Array.from(earned, (money, back) => ({
		until: Math.min(knownUntil, until - back * WEEK),
		earned: money,
		weighted: weighted[back] ?? 0,
		readers: uncounted[back] ? null : (readers[back] ?? 0),
	}));
}

export interface StoryKnowledge extends Knowledge {
	portfolio: Portfolio;
	weights: WeightFit | null;
	/** What an hour of boosted reading paid over others; `null` where that cannot be tried. */
	bonus: SharedEffect | null;
	rate: RateFit | null;
}

/**
 * What could be known at a day, from nothing that came later. Pauses between stories.
 * @param from first day of the data
 */
export function* knowledgeAt(
	stories: readonly StoryRecord[],
	from: number,
	until: number,
	epochs: readonly RuleEpoch[],
	/** Changes of rules that are known to come; `null` of a day of the past, of which no later Boost is known either. */
	coming: readonly RuleEpoch[] | null = null,
): Steps<StoryKnowledge> {
	const known = storiesBefore(stories.map(asKnown), until);
	const rows: EarningRow[] = [];
	const many = known.reduce((sum, { count }) => sum + count, 0) > MANY_DAYS;
	const boosted: EarningRow[][] = [];
	for (const [place, story] of known.entries()) {
		if (pausesAt(place)) yield;
		const first = rows.length;
		rowsOf(story, until, many ? RATE_WEEKS : 1, rows);
		if (story.record.boosted !== null) boosted.push(rows.slice(first));
	}
	yield;
	const weights = yield* fitWeights(rows);
	yield;
	const hours = hoursOf(weights);
	const bonus = weights && sharedEffect(bonusesOf(boosted, weights, hours));
	const weeks = Math.max(0, Math.ceil((until - from) / WEEK));
	const sums: WeekSums = {
		earned: new Float64Array(weeks),
		weighted: new Float64Array(weeks),
		readers: new Float64Array(weeks),
		uncounted: new Uint8Array(weeks),
		knownUntil: from,
	};
	const attention: StoryAttention[] = [];
	for (const [place, story] of known.entries()) {
		if (pausesAt(place)) yield;
		const { id, published, boosted: known = null, days, count } = story;
		const boost = coming === null && known !== null && known >= until ? null : known;
		const values = weighed(story, hours, bonus?.shown ? bonus.size : 0);
		addWeeks(story.record, values, count, until, sums);
		attention.push({ id, published, boosted: boost, days, values, count });
	}
	yield;
	const rate = fitRate(
		weeksOf(sums, until),
		epochs.filter(({ day }) => day < until),
	);
	return {
		portfolio: portfolioOf(attention, from, until),
		weights,
		bonus,
		rate,
		prices: (stretches, paths, seed) => {
			const ruled = stretches.map(({ from: start, until: end }) =>
				(coming ?? []).some(({ day }) => day >= Math.max(start, until) && day < end),
			);
			return rate && drawRates(rate, ruled, paths, seed);
		},
	};
}
