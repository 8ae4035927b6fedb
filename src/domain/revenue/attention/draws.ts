/** Possible futures of stories that are out: monthly attention, drawn from what each story's days leave open. */
import { seededRandom } from "../random.ts";
import { pausesAt, type Steps } from "../steps.ts";
import { type BoostFit, boostBetween } from "./boost.ts";
import { type Calendar, type Day, missingDays } from "./calendar.ts";
import { expectedBetween, floorBetween, logAge, spikeBetween, spikeFrom } from "./curve.ts";
import type { Hierarchy, StoryCurve } from "./hierarchy.ts";
import { countBefore, RECENT_DAYS, SIZE_GROWTH } from "./series.ts";

/** A stretch of days ahead; the first may be the rest of a running month. */
export interface Stretch {
	from: Day;
	until: Day;
}

/**
 * The local level: half-life of what it looks at, days; what of it is left after a month; its monthly wander; as how
 * many noise units "as the curve says" counts; how unsure it is, as a share of what these days alone would leave open,
 * for the curve was drawn through them too.
 */
const LOCAL = { halfLife: 20, persistence: 0.97, wander: 0.12, credibility: 3, doubt: 0.45 } as const;
/** A week with so many missing days is part of a gap. */
const GAP = 3;

/** The same text gives the same number: a story's luck must not depend on its neighbours. */
export function seedOf(text: string, seed: number): number {
	let hash = 0x811c9dc5 ^ seed;
	for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	return hash >>> 0;
}

/** Logarithm of how far the newest weeks lie from the curve, believed as far as they are many; and how unsure it is. */
function localLevel(
	curve: StoryCurve,
	hierarchy: Hierarchy,
	until: Day,
	{ calendar, boost }: Pick<Ahead, "calendar" | "boost">,
): { shift: number; spread: number } {
	const { story, map } = curve;
	const { unit, size } = hierarchy;
	const age = until - story.birth;
	const start = Math.max(0, age - RECENT_DAYS);
	let [expected, observed] = [0, 0];
	for (let from = start; from < age; from += 7) {
		const to = Math.min(age, from + 7);
		// In a gap nothing is known to have come. A missing day or two among known ones is too little to tell.
		const missing = missingDays(calendar, story.birth + from, story.birth + to);
		const seen = missing < GAP ? 1 : 1 - missing / (to - from);
		const lift = story.boostAge === null ? 1 : boostBetween(boost.size, story.boostAge, from, to);
		const weight = seen * lift * 2 ** (-(age - (from + to) / 2) / LOCAL.halfLife);
		expected += expectedBetween(map, from, to) * weight;
	}
	const { days, values, count } = story.source;
	for (let at = countBefore(days, until - RECENT_DAYS, count); at < count; at += 1)
		observed += (values[at] ?? 0) * 2 ** (-(until - (days[at] ?? 0) - 0.5) / LOCAL.halfLife);
	const credibility = expected / (expected + LOCAL.credibility * unit);
	const shift = credibility * Math.log((Math.max(0, observed) + 0.5 * unit) / (expected + 0.5 * unit));
	const seen = Math.max(1, Math.min(RECENT_DAYS, age));
	const relative = unit / Math.max(expected, unit) + 1 / (size * seen ** SIZE_GROWTH);
	return { shift: Math.max(-3, Math.min(3, shift)), spread: Math.min(1, LOCAL.doubt * Math.sqrt(relative)) };
}

/** A draw around a mean with the spread of counts; never negative. Wilson and Hilferty's cube of a normal. */
export function burst(mean: number, unit: number, relative: number, normal: number): number {
	if (!(mean > 0)) return 0;
	const inverse = unit / mean + relative;
	const root = 1 - inverse / 9 + (normal * Math.sqrt(inverse)) / 3;
	return root <= 0 ? 0 : mean * root * root * root;
}

/** Relative variance of a stretch beyond its counts. */
export const burstiness = (days: number, size: number) => 1 / (size * Math.max(1, days) ** SIZE_GROWTH);

/** What stretches have in common for all stories. */
export interface Ahead {
	stretches: readonly Stretch[];
	/** Mean weekday factor of each. */
	weekdays: Float64Array;
	/** Relative variance of each. */
	relatives: Float64Array;
	/** Which of the days so far are known. */
	calendar: Calendar;
	boost: BoostFit;
}

const GROWTHS = (steps: number) => Float64Array.from({ length: steps }, (_, step) => LOCAL.persistence ** (step + 0.5));

/** Attention of one story in each stretch: `count` draws, future after future. */
export function storyFutures(
	curve: StoryCurve,
	hierarchy: Hierarchy,
	{ stretches, weekdays, relatives, calendar, boost }: Ahead,
	count: number,
	seed: number,
): Float64Array {
	const { story, map, spread } = curve;
	const random = seededRandom(seedOf(story.id, seed));
	const until = stretches[0]?.from ?? 0;
	const age = until - story.birth;
	const recent = Math.max(0, age - RECENT_DAYS);
	const known = expectedBetween(map, recent, age);
	const local = localLevel(curve, hierarchy, until, { calendar, boost });
	const { unit } = hierarchy;
	const [l11 = 0, l21 = 0, l22 = 0, l31 = 0, l32 = 0, l33 = 0] = spread;
	const steps = stretches.length;
	const fades = GROWTHS(steps);
	const { onset } = map;
	const logsFrom = Float64Array.from(stretches, ({ from }) => logAge(from - story.birth, onset));
	const logsTo = Float64Array.from(stretches, (one) => logAge(one.until - story.birth, onset));
	const floors = Float64Array.from(stretches, (one) =>
		floorBetween(one.from - story.birth, one.until - story.birth, map.fade),
	);
	const { boostAge } = story;
	const lifts = Float64Array.from(stretches, (one) =>
		boostAge === null ? 1 : boostBetween(boost.size, boostAge, one.from - story.birth, one.until - story.birth),
	);
	const recentFloor = floorBetween(recent, age, map.fade);
	const futures = new Float64Array(count * steps);
	for (let future = 0; future < count; future += 1) {
		const [z1, z2, z3] = [random.normal(), random.normal(), random.normal()];
		const decay = Math.exp(Math.min(1.4, map.logDecay + l21 * z1 + l22 * z2));
		const floor = Math.exp(Math.min(0.4, map.logFloor + l31 * z1 + l32 * z2 + l33 * z3));
		const left = 1 - decay;
		// Anchored: whatever the drawn shape, the newest days come to what the best curve says they are.
		const shape = spikeBetween(decay, recent, age, onset) + floor * recentFloor;
		const scale = age > 0 && known > 0 ? known / Math.max(1e-300, shape) : Math.exp(map.level + l11 * z1);
		const shift = local.shift + local.spread * random.normal();
		let [walk, lastLog, lastPower] = [0, Number.NaN, 0];
		for (let step = 0; step < steps; step += 1) {
			walk += LOCAL.wander * random.normal() - LOCAL.wander ** 2 / 2;
			const a = logsFrom[step] ?? 0;
			const b = logsTo[step] ?? 0;
			const powerA = a === lastLog ? lastPower : Math.exp(left * a);
			const powerB = Math.exp(left * b);
			lastLog = b;
			lastPower = powerB;
			const expected = spikeFrom(onset, left, a, b, powerA, powerB) + floor * (floors[step] ?? 0);
			const mean =
				scale * (lifts[step] ?? 1) * expected * (weekdays[step] ?? 1) * Math.exp(shift * (fades[step] ?? 0) + walk);
			futures[future * steps + step] = burst(mean, unit, relatives[step] ?? 0, random.normal());
		}
	}
	return futures;
}

/** Draws of each story and their sums; see `storyFutures`. */
export interface BackCatalogue {
	/** By stretch and path. */
	totals: Float64Array[];
	futures: Map<string, Float64Array>;
}

/** Sum over stories of one future each, by stretch and path. */
export function* backCatalogue(
	hierarchy: Hierarchy,
	ahead: Ahead,
	options: { paths: number; futures: number; seed: number },
): Steps<BackCatalogue> {
	const { paths, futures: count, seed } = options;
	const steps = ahead.stretches.length;
	// Path after path, so that a path's stretches lie beside each other.
	const sums = new Float64Array(paths * steps);
	const futures = new Map<string, Float64Array>();
	for (const [place, curve] of hierarchy.curves.entries()) {
		if (pausesAt(place)) yield;
		const own = storyFutures(curve, hierarchy, ahead, count, seed);
		futures.set(curve.story.id, own);
		const picks = seededRandom(seedOf(curve.story.id, seed + 1));
		for (let path = 0; path < paths; path += 1) {
			const start = Math.floor(picks.uniform() * count) * steps;
			const into = path * steps;
			for (let step = 0; step < steps; step += 1)
				sums[into + step] = (sums[into + step] ?? 0) + (own[start + step] ?? 0);
		}
	}
	const totals = ahead.stretches.map((_, step) =>
		Float64Array.from({ length: paths }, (_, path) => sums[path * steps + step] ?? 0),
	);
	return { totals, futures };
}
