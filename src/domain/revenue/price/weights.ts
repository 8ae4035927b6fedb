/**
 * What engagement is worth in hours of reading: earnings of stories over stretches of days are explained by hours plus
 * weights times claps, highlights, responses and follows. Ridge towards weak beliefs, never below zero.
 */

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
	/** Rows of one month share it. */
	month: number;
	/** Boosted stories have a bonus of their own and do not tell about weights. */
	boosted: boolean;
}

export interface EngagementWeight {
	kind: Engagement;
	/** Hours of reading that one is worth, with its 95 % interval. */
	hours: number;
	low: number;
	high: number;
	/** Stands out from nothing in the figures alone, beliefs aside. Others are part of the sum but are not named. */
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

/** In the order of `ENGAGEMENTS`. */
export type Hours = readonly [number, number, number, number];

const PASSES = 4;
/** Variance of a row in squared hours: a part that is there always and one that grows with the hours. */
const NOISE = { base: 0.004, growth: 0.06 } as const;
const LEAST_ROWS = 6;
/** Deviations from nothing beyond which a weight is named: with four kinds looked at, one in twenty writers sees one by chance. */
const NAMED = 2.5;

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
	counts: readonly [number, number, number, number];
}

function monthsOf(rows: readonly EarningRow[]): Map<number, MonthSums> {
	const months = new Map<number, { earned: number; hours: number; counts: [number, number, number, number] }>();
	for (const row of rows) {
		let sums = months.get(row.month);
		if (!sums) {
			sums = { earned: 0, hours: 0, counts: [0, 0, 0, 0] };
			months.set(row.month, sums);
		}
		const { counts } = sums;
		sums.earned += row.earned;
		sums.hours += row.attention;
		counts[0] += row.claps;
		counts[1] += row.highlights;
		counts[2] += row.responses;
		counts[3] += row.follows;
	}
	return months;
}

/**
 * Normal equations of the rows for all four kinds, each row weighed by how exactly it is known. The month's rate is
 * solved with the weights, not after them: what a row earned of its month, beyond its share of the hours, is explained
 * by the engagement it had beyond its share of the hours. Rate and weights taken in turns crawl, for both can explain
 * the same money.
 */
function equationsOf(rows: readonly EarningRow[], months: ReadonlyMap<number, MonthSums>, weights: Hours) {
	const matrix = new Float64Array(KINDS * KINDS);
	const right = new Float64Array(KINDS);
	eachRow(rows, months, weights, (beyond, rest, weight) => {
		for (let i = 0; i < KINDS; i += 1) {
			const pull = weight * (beyond[i] ?? 0);
			if (pull === 0) continue;
			right[i] = (right[i] ?? 0) + pull * rest;
			for (let j = 0; j < KINDS; j += 1) matrix[i * KINDS + j] = (matrix[i * KINDS + j] ?? 0) + pull * (beyond[j] ?? 0);
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
	const beyond = [0, 0, 0, 0];
	for (const row of rows) {
		const month = months.get(row.month);
		if (!month || month.earned <= 0 || month.hours <= 0) continue;
		const weight = 1 / (NOISE.base + NOISE.growth * row.attention);
		const rest = (row.earned / month.earned) * month.hours - row.attention;
		const share = row.attention / month.hours;
		const { counts } = month;
		const engaged = weights[0] * counts[0] + weights[1] * counts[1] + weights[2] * counts[2] + weights[3] * counts[3];
		const scale = month.hours / (month.hours + engaged);
		beyond[0] = scale * (row.claps - share * counts[0]);
		beyond[1] = scale * (row.highlights - share * counts[1]);
		beyond[2] = scale * (row.responses - share * counts[2]);
		beyond[3] = scale * (row.follows - share * counts[3]);
		use(beyond, rest, weight);
	}
}

/**
 * How many deviations from nothing the figures alone put each weight, whatever was believed of it. Deviations are
 * those of the errors that were seen (White, 1980), because noise that grows with the hours is common.
 */
function standingOut(rows: readonly EarningRow[], months: ReadonlyMap<number, MonthSums>, weights: Hours): number[] {
	const { matrix, right } = equationsOf(rows, months, weights);
	const kinds = ENGAGEMENTS.map((_, at) => at).filter((at) => (matrix[at * KINDS + at] ?? 0) > 0);
	const system = kinds.map((at) => kinds.map((other) => matrix[at * KINDS + other] ?? 0));
	const { x } = solveSymmetric(
		system,
		kinds.map((at) => right[at] ?? 0),
	);
	const inverse = kinds.map(
		(_, column) =>
			solveSymmetric(
				system,
				kinds.map((_, row) => (row === column ? 1 : 0)),
			).x,
	);
	const seen = kinds.map(() => 0);
	eachRow(rows, months, weights, (beyond, rest, weight) => {
		const error = rest - kinds.reduce((sum, at, place) => sum + (x[place] ?? 0) * (beyond[at] ?? 0), 0);
		for (const place of kinds.keys()) {
			const pull = kinds.reduce((sum, at, other) => sum + (inverse[place]?.[other] ?? 0) * (beyond[at] ?? 0), 0);
			seen[place] = (seen[place] ?? 0) + (weight * error * pull) ** 2;
		}
	});
	return ENGAGEMENTS.map((_, at) => {
		const place = kinds.indexOf(at);
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

/** @returns `null` with too few rows: hours alone then count */
export function fitWeights(all: readonly EarningRow[]): WeightFit | null {
	const rows = all.filter((row) => !row.boosted && row.earned > 0 && row.attention > 0);
	if (rows.length < LEAST_ROWS) return null;
	let weights: Hours = [BELIEF.claps.hours, BELIEF.highlights.hours, BELIEF.responses.hours, BELIEF.follows.hours];
	let variances = [0, 0, 0, 0];
	const months = monthsOf(rows);
	for (let pass = 0; pass < PASSES; pass += 1) {
		const noise = scaleOf(rows, ratesBy(rows, weights), weights);
		({ weights, variances } = solveWeights(equationsOf(rows, months, weights), noise));
	}
	const outstanding = standingOut(rows, months, weights);
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

/** Hours each kind is worth, in the order of `ENGAGEMENTS`; nothing without a fit. */
export function hoursOf(fit: WeightFit | null): Hours {
	const of = (at: number) => fit?.weights[at]?.hours ?? 0;
	return [of(0), of(1), of(2), of(3)];
}
