/**
 * What engagement is worth in hours of reading: earnings of stories over stretches of days are explained by hours plus
 * weights times claps, highlights, responses and follows. Ridge towards weak beliefs, never below zero.
 */

import type { Steps } from "../steps.ts";
import { solveSymmetric } from "./solve.ts";

export const ENGAGEMENTS = ["claps", "highlights", "responses", "follows"] as const;
export type Engagement = (typeof ENGAGEMENTS)[number];
export type EngagementCounts = Readonly<Record<Engagement, number>>;

/** One story over some days. */
export interface EarningRow extends Record<Engagement, number> {
	/** Money in minor units. */
	earned: number;
	/** Attention in its unit; hours where they are known. */
	attention: number;
	/** Readers behind it; `null` where not known. */
	readers: number | null;
	/** Rows of one month share it. */
	month: number;
	/** Of boosted days: they have a bonus of their own and tell nothing of weights. */
	boosted: boolean;
}

export interface EngagementWeight {
	kind: Engagement;
	/** Hours of reading that one is worth, with its 95 % interval. */
	hours: number;
	low: number;
	high: number;
	/**
	 * Stands out from nothing in the figures alone, beliefs aside, and beyond what more readers would explain. Others are
	 * part of the sum but are not named.
	 */
	named: boolean;
}

export interface WeightFit {
	weights: EngagementWeight[];
	/** Rows that had earnings and attention. */
	rows: number;
	/** Money a weighted hour of each month, by its number. */
	rates: Map<number, number>;
}

/** Hours each kind is believed to be worth before anything is seen: as unsure as it is large, for nobody publishes them. */
const BELIEF: Record<Engagement, { hours: number; spread: number }> = {
	claps: { hours: 0.02, spread: 0.02 },
	highlights: { hours: 0.03, spread: 0.03 },
	responses: { hours: 0.05, spread: 0.05 },
	follows: { hours: 0.08, spread: 0.08 },
};
const BELIEFS = ENGAGEMENTS.map((kind) => BELIEF[kind]);
const KINDS = ENGAGEMENTS.length;
/** The kinds of engagement, and readers after them. */
const COLUMNS = KINDS + 1;

/** In the order of `ENGAGEMENTS`. */
export type Hours = readonly [number, number, number, number];

const PASSES = 4;
/** Variance of a row in squared hours: a part that is there always and one that grows with the hours. */
const NOISE = { base: 0.004, growth: 0.06 } as const;
const LEAST_ROWS = 6;
/** Deviations from nothing beyond which a weight is named: with four kinds looked at, one in twenty writers sees one by chance. */
const NAMED = 2.5;
/** A row is at least so much of its error away from deciding its own fit. */
const LEAST_LEFT = 0.05;

export function weightedHours(row: EarningRow, weights: Hours): number {
	return (
		row.attention +
		weights[0] * row.claps +
		weights[1] * row.highlights +
		weights[2] * row.responses +
		weights[3] * row.follows
	);
}

/** Money a weighted hour of each month. */
function ratesBy(rows: readonly EarningRow[], weights: Hours): Map<number, number> {
	const sums = new Map<number, { earned: number; weighted: number }>();
	for (const row of rows) {
		let sum = sums.get(row.month);
		if (!sum) {
			sum = { earned: 0, weighted: 0 };
			sums.set(row.month, sum);
		}
		sum.earned += row.earned;
		sum.weighted += weightedHours(row, weights);
	}
	return new Map([...sums].map(([month, { earned, weighted }]) => [month, weighted > 0 ? earned / weighted : 0]));
}

/** Sums over the rows of one month: money, hours, and each kind of engagement. */
interface MonthSums {
	earned: number;
	hours: number;
	/** See `COLUMNS`. */
	counts: number[];
}

/** See `COLUMNS`. */
function countOf(row: EarningRow, at: number): number {
	const kind = ENGAGEMENTS[at];
	return kind ? row[kind] : (row.readers ?? 0);
}

function monthsOf(rows: readonly EarningRow[]): Map<number, MonthSums> {
	const months = new Map<number, MonthSums>();
	for (const row of rows) {
		let sums = months.get(row.month);
		if (!sums) {
			sums = { earned: 0, hours: 0, counts: new Array<number>(COLUMNS).fill(0) };
			months.set(row.month, sums);
		}
		const { counts } = sums;
		sums.earned += row.earned;
		sums.hours += row.attention;
		for (let at = 0; at < COLUMNS; at += 1) counts[at] = (counts[at] ?? 0) + countOf(row, at);
	}
	return months;
}

/**
 * Normal equations of the rows, each weighed by how exactly it is known. The month's rate is solved with the weights, not
 * after them: what a row earned of its month, beyond its share of the hours, is explained by the engagement it had beyond
 * its share of the hours. Rate and weights taken in turns crawl, for both can explain the same money.
 * @param columns how many of `COLUMNS`, from the first on: the four kinds, or readers with them
 */
function equationsOf(
	rows: readonly EarningRow[],
	months: ReadonlyMap<number, MonthSums>,
	weights: Hours,
	columns: number = KINDS,
) {
	const matrix = new Float64Array(columns * columns);
	const right = new Float64Array(columns);
	eachRow(rows, months, weights, (beyond, rest, weight) => {
		for (let i = 0; i < columns; i += 1) {
			const pull = weight * (beyond[i] ?? 0);
			if (pull === 0) continue;
			right[i] = (right[i] ?? 0) + pull * rest;
			for (let j = 0; j < columns; j += 1)
				matrix[i * columns + j] = (matrix[i * columns + j] ?? 0) + pull * (beyond[j] ?? 0);
		}
	});
	return { matrix, right };
}

/** Calls `use` with each row's engagement beyond its share, its money beyond its share in hours, and its weight. */
function eachRow(
	rows: readonly EarningRow[],
	months: ReadonlyMap<number, MonthSums>,
	weights: Hours,
	use: (beyond: readonly number[], rest: number, weight: number) => void,
): void {
	const beyond = new Array<number>(COLUMNS).fill(0);
	for (const row of rows) {
		const month = months.get(row.month);
		if (!month || month.earned <= 0 || month.hours <= 0) continue;
		const weight = 1 / (NOISE.base + NOISE.growth * row.attention);
		const rest = (row.earned / month.earned) * month.hours - row.attention;
		const share = row.attention / month.hours;
		const { counts } = month;
		const engaged = weights.reduce((sum, hours, at) => sum + hours * (counts[at] ?? 0), 0);
		const scale = month.hours / (month.hours + engaged);
		for (let at = 0; at < COLUMNS; at += 1) beyond[at] = scale * (countOf(row, at) - share * (counts[at] ?? 0));
		use(beyond, rest, weight);
	}
}

/**
 * How many deviations from nothing the figures alone put each weight, whatever was believed of it. Readers stand beside
 * the kinds where most rows know them, and those rows alone are asked then: all engagement comes with readers, and one
 * that is worth nothing would stand for whatever else does. Deviations are those of the errors that were seen, because noise that grows with the hours is
 * common, and a row that decides its own fit is not taken at its word (White, 1980; MacKinnon and White's HC3, 1985).
 */
function standingOut(all: readonly EarningRow[], weights: Hours): number[] {
	const counted = all.filter(({ readers }) => readers !== null);
	const [rows, columns] = 2 * counted.length > all.length ? [counted, COLUMNS] : [all, KINDS];
	const months = monthsOf(rows);
	const { matrix, right } = equationsOf(rows, months, weights, columns);
	const used = Array.from(right.keys()).filter((at) => (matrix[at * columns + at] ?? 0) > 0);
	const system = used.map((at) => used.map((other) => matrix[at * columns + other] ?? 0));
	const { x } = solveSymmetric(
		system,
		used.map((at) => right[at] ?? 0),
	);
	const inverse = used.map(
		(_, column) =>
			solveSymmetric(
				system,
				used.map((_, row) => (row === column ? 1 : 0)),
			).x,
	);
	const seen = used.map(() => 0);
	const pulls = new Float64Array(used.length);
	eachRow(rows, months, weights, (beyond, rest, weight) => {
		let [explained, leverage] = [0, 0];
		for (let place = 0; place < used.length; place += 1) {
			const own = beyond[used[place] ?? 0] ?? 0;
			let pull = 0;
			for (let other = 0; other < used.length; other += 1)
				pull += (inverse[place]?.[other] ?? 0) * (beyond[used[other] ?? 0] ?? 0);
			pulls[place] = pull;
			explained += (x[place] ?? 0) * own;
			leverage += weight * pull * own;
		}
		const unseen = (rest - explained) / Math.max(LEAST_LEFT, 1 - leverage);
		for (let place = 0; place < used.length; place += 1)
			seen[place] = (seen[place] ?? 0) + (weight * unseen * (pulls[place] ?? 0)) ** 2;
	});
	return ENGAGEMENTS.map((_, at) => {
		const place = used.indexOf(at);
		const variance = seen[place] ?? 0;
		return variance > 0 ? (x[place] ?? 0) / Math.sqrt(variance) : 0;
	});
}

/** Ridge towards the beliefs; weights that would be negative leave one after the other. */
function solveWeights({ matrix, right }: ReturnType<typeof equationsOf>, noise: number) {
	let active = [0, 1, 2, 3];
	for (;;) {
		const pull = active.map((at) => noise / (BELIEFS[at]?.spread ?? 1) ** 2);
		const system = active.map((at, row) =>
			active.map((other) => (matrix[at * KINDS + other] ?? 0) + (at === other ? (pull[row] ?? 0) : 0)),
		);
		const values = active.map((at, row) => (right[at] ?? 0) + (pull[row] ?? 0) * (BELIEFS[at]?.hours ?? 0));
		const { x, variances } = solveSymmetric(system, values);
		const kept = active.filter((_, row) => (x[row] ?? 0) >= 0);
		if (kept.length < active.length) {
			active = kept;
			continue;
		}
		const of = (numbers: readonly number[], at: number) => numbers[active.indexOf(at)] ?? 0;
		return {
			weights: [of(x, 0), of(x, 1), of(x, 2), of(x, 3)] as Hours,
			variances: [0, 1, 2, 3].map((at) => noise * of(variances, at)),
		};
	}
}

/**
 * Pauses between passes over the rows.
 * @returns `null` with too few rows: hours alone then count
 */
export function* fitWeights(all: readonly EarningRow[]): Steps<WeightFit | null> {
	const rows = all.filter((row) => !row.boosted && row.earned > 0 && row.attention > 0);
	if (rows.length < LEAST_ROWS) return null;
	let weights: Hours = [BELIEF.claps.hours, BELIEF.highlights.hours, BELIEF.responses.hours, BELIEF.follows.hours];
	let variances = [0, 0, 0, 0];
	const months = monthsOf(rows);
	for (let pass = 0; pass < PASSES; pass += 1) {
		const noise = scaleOf(rows, ratesBy(rows, weights), weights);
		({ weights, variances } = solveWeights(equationsOf(rows, months, weights), noise));
		yield;
	}
	const outstanding = standingOut(rows, weights);
	return {
		weights: ENGAGEMENTS.map((kind, at) => {
			const [hours, deviation] = [weights[at] ?? 0, Math.sqrt(variances[at] ?? 0)];
			const low = Math.max(0, hours - 1.96 * deviation);
			const named = (outstanding[at] ?? 0) > NAMED && hours / deviation > NAMED;
			return { kind, hours, low, high: hours + 1.96 * deviation, named };
		}),
		rows: rows.length,
		rates: ratesBy(rows, weights),
	};
}

/** Mean squared error of rows in units of their assumed variance. */
function scaleOf(rows: readonly EarningRow[], rates: ReadonlyMap<number, number>, weights: Hours): number {
	let squares = 0;
	for (const row of rows) {
		const rate = rates.get(row.month) ?? 0;
		if (rate <= 0) continue;
		const error = row.earned / rate - weightedHours(row, weights);
		squares += (error * error) / (NOISE.base + NOISE.growth * row.attention);
	}
	return Math.max(1e-6, squares / rows.length);
}

const asHours = (of: (at: number) => number): Hours => [of(0), of(1), of(2), of(3)];

/** Hours each kind is worth, in the order of `ENGAGEMENTS`; nothing without a fit. */
export const hoursOf = (fit: WeightFit | null): Hours => asHours((at) => fit?.weights[at]?.hours ?? 0);

/** As `hoursOf`; nothing for kinds that are not named. */
export const namedHours = (fit: WeightFit | null): Hours =>
	asHours((at) => (fit?.weights[at]?.named ? fit.weights[at].hours : 0));
