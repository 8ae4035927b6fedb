/**
 * Money a weighted hour, as it drifts: a local level in logarithms, followed week by week, that loosens its belief
 * where a rule changed or where its own surprises pile up.
 */
import { seededRandom } from "../random.ts";

export interface RateWeek {
	/** Day after its last known one, days since 1970-01-01. */
	until: number;
	/** Minor units. */
	earned: number;
	/** Weighted attention. */
	weighted: number;
	/** How many readers stand behind it, for how exactly it is known; `null` when nothing tells. */
	readers: number | null;
}

/** A change of the program's rules; the writer can edit them. */
export interface RuleEpoch {
	/** First day it holds. */
	day: number;
	text: string;
}

export interface RatePoint {
	until: number;
	/** Logarithm of minor units a unit of weighted attention, and its variance. */
	log: number;
	variance: number;
}

export interface RateChange {
	day: number;
	/** `epoch`: a rule said so; `seen`: the figures say so. */
	kind: "epoch" | "seen";
}

export interface RateFit {
	points: RatePoint[];
	changes: RateChange[];
	/** Deviation of a month's drift, in logarithms. */
	monthlyDrift: number;
}

const DRIFT = 0.0012;
const OBSERVATION = { readers: 1.2, base: 0.001, unknown: 0.01 } as const;
/** Belief before the first week: wide enough that the first week decides. */
const FIRST_VARIANCE = 0.64;
const LOOSEN = 0.12;
/** Standardised surprises beyond half a deviation add up; past this sum something changed. */
const CUSUM = { slack: 0.5, limit: 3.6 } as const;
/** Days. */
const FOUR_WEEKS = 28;
const MONTHLY_DRIFT = { prior: 0.07, priorMonths: 6, least: 0.04, most: 0.25 } as const;

/** @returns `null` without a week that has both money and attention */
export function fitRate(weeks: readonly RateWeek[], epochs: readonly RuleEpoch[]): RateFit | null {
	const usable = weeks.filter((week) => week.earned > 0 && week.weighted > 0).sort((a, b) => a.until - b.until);
	const first = usable[0];
	if (!first) return null;
	let log = Math.log(first.earned / first.weighted);
	let variance: number = FIRST_VARIANCE;
	let [up, down] = [0, 0];
	let before = first.until - 7;
	const points: RatePoint[] = [];
	const changes: RateChange[] = [];
	// Variance of each week as it was believed before the week was seen.
	const believed: number[] = [];
	for (const week of usable) {
		variance += DRIFT * Math.max(1, (week.until - before) / 7);
		const epoch = epochs.find(({ day }) => day > before && day <= week.until);
		if (epoch && points.length > 0) {
			variance += LOOSEN;
			changes.push({ day: epoch.day, kind: "epoch" });
			[up, down] = [0, 0];
		}
		const noise =
			week.readers === null ? OBSERVATION.unknown : OBSERVATION.readers / Math.max(1, week.readers) + OBSERVATION.base;
		const surprise = (Math.log(week.earned / week.weighted) - log) / Math.sqrt(variance + noise);
		up = Math.max(0, up + surprise - CUSUM.slack);
		down = Math.max(0, down - surprise - CUSUM.slack);
		if (points.length > 3 && Math.max(up, down) > CUSUM.limit) {
			variance += LOOSEN;
			changes.push({ day: before, kind: "seen" });
			[up, down] = [0, 0];
		}
		believed.push(variance);
		const gain = variance / (variance + noise);
		log += gain * (Math.log(week.earned / week.weighted) - log);
		variance *= 1 - gain;
		points.push({ until: week.until, log, variance });
		before = week.until;
	}
	return { points: smoothed(points, believed), changes, monthlyDrift: driftOf(points) };
}

/** What later weeks say of earlier ones (Rauch, Tung and Striebel, 1965); the newest stays as it is. */
function smoothed(points: readonly RatePoint[], believed: readonly number[]): RatePoint[] {
	const found = points.slice();
	for (let at = points.length - 2; at >= 0; at -= 1) {
		const [own, next] = [points[at], found[at + 1]];
		const ahead = believed[at + 1];
		if (!own || !next || !ahead) continue;
		const pull = own.variance / ahead;
		found[at] = {
			until: own.until,
			log: own.log + pull * (next.log - own.log),
			variance: own.variance + pull * pull * (next.variance - ahead),
		};
	}
	return found;
}

function driftOf(points: readonly RatePoint[]): number {
	const monthly = points.filter((_, at) => (points.length - 1 - at) % 4 === 0);
	const steps = monthly.slice(1).map((point, at) => {
		const before = monthly[at] ?? point;
		// Over weeks that are not known it drifted for longer than a month.
		return (point.log - before.log) / Math.sqrt(Math.max(1, (point.until - before.until) / FOUR_WEEKS));
	});
	const squares = steps.reduce((sum, step) => sum + Math.min(step * step, 0.09), 0);
	const { prior, priorMonths, least, most } = MONTHLY_DRIFT;
	const drift = Math.sqrt((squares + priorMonths * prior ** 2) / (steps.length + priorMonths));
	return Math.min(most, Math.max(least, drift));
}

/** The rate over some past days: the mean of the weeks in it, in logarithms. `null` when it has none. */
export function rateOver(fit: RateFit, from: number, until: number): number | null {
	const inside = fit.points.filter((point) => point.until > from && point.until <= until + 3);
	if (inside.length === 0) return null;
	return Math.exp(inside.reduce((sum, point) => sum + point.log, 0) / inside.length);
}

/**
 * Rates of coming stretches, by stretch and path; a path's rate wanders.
 * @param ruled whether a rule changes in a stretch: the rate may then jump, as far as the filter lets it
 */
export function drawRates(fit: RateFit, ruled: readonly boolean[], paths: number, seed: number): Float64Array[] {
	const last = fit.points.at(-1) ?? { log: 0, variance: 0 };
	const random = seededRandom(seed);
	// Luck of its own: the other paths wander as they would without a change.
	const jumps = seededRandom((seed ^ 0x5bd1e995) >>> 0);
	const draws = ruled.map(() => new Float64Array(paths));
	for (let path = 0; path < paths; path += 1) {
		let log = last.log + Math.sqrt(last.variance) * random.normal();
		for (const [step, stretch] of draws.entries()) {
			log += fit.monthlyDrift * random.normal();
			if (ruled[step]) log += Math.sqrt(LOOSEN) * jumps.normal();
			stretch[path] = Math.exp(log);
		}
	}
	return draws;
}
