/** Stories not written yet: how many, how good, and what they bring in each stretch of days. */
import { type Random, seededRandom } from "../random.ts";
import type { Steps } from "../steps.ts";
import { boostBetween } from "./boost.ts";
import { type Day, MONTH_DAYS } from "./calendar.ts";
import { type CurveParameters, floorBetween, logAge, spikeBetween, spikeFrom } from "./curve.ts";
import { type Ahead, burst, burstiness, type Stretch } from "./draws.ts";
import type { Hierarchy, StoryCurve } from "./hierarchy.ts";
import { countBefore } from "./series.ts";

/** How a planned story differs from a usual one. */
export interface PlannedLikeness {
	/** Logarithms of factors on its beginning, by what they come from. */
	shifts: Readonly<Record<string, number>>;
	/** What is left of the spread of beginnings, as a factor. */
	spread: number;
}

/** A story that is to come out. */
export interface PlannedDay {
	day: Day;
	/** `null` is a usual story. */
	as: PlannedLikeness | null;
}

export interface Publishing {
	/** Stories a month, planned ones among them; `null` takes the writer's own pace of the last months. */
	cadence: number | null;
	/** A month with more of them than its pace has no others. */
	planned: readonly PlannedDay[];
	/** Days on which stories come out on top of the pace. */
	extra: readonly Day[];
	/** Changes that a what-if makes to new stories: factors on attention, and on the floor. */
	attention: number;
	floor: number;
	/** Factor on the chance that a new story is boosted. */
	boosts: number;
	/** How stories that come out before a day do; `null` where no day makes a difference. */
	before: { day: Day; as: Publishing } | null;
}

export const USUAL_PUBLISHING: Publishing = {
	cadence: null,
	planned: [],
	extra: [],
	attention: 1,
	floor: 1,
	boosts: 1,
	before: null,
};

/** Months whose pace counts, and what the pace counts as before any is seen: stories and months. */
const PACE = { months: 9, stories: 0.5, prior: 0.25 } as const;
/** Overdispersion of stories a month. */
const COUNT_SIZE = 6;
/** Newer stories tell more about the next one: half-life in stories. */
const RECENCY_STORIES = 50;
const MOST_A_MONTH = 60;

/** Marsaglia and Tsang's gamma draw, scale 1. */
export function gammaDraw(shape: number, random: Random): number {
	if (shape < 1) return gammaDraw(shape + 1, random) * Math.max(1e-300, random.uniform()) ** (1 / shape);
	const d = shape - 1 / 3;
	const c = 1 / Math.sqrt(9 * d);
	for (let tries = 0; tries < 64; tries += 1) {
		const x = random.normal();
		const v = (1 + c * x) ** 3;
		if (v > 0 && Math.log(1 - random.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
	}
	return shape;
}

function poissonDraw(mean: number, random: Random): number {
	if (mean > 100) return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()));
	const limit = Math.exp(-mean);
	let [product, count] = [random.uniform(), 0];
	while (product > limit) {
		product *= random.uniform();
		count += 1;
	}
	return count;
}

/** Days whose attention says how well a story began. */
const BEGINNING = 28;
/**
 * Spread of beginnings in logarithms before any is seen, and as how many stories it counts. The mean of a month to come
 * grows with the square of the spread, which a dozen stories tell badly: a writer's own is believed slowly.
 */
const SPREAD = { deviation: 1.3, stories: 12 } as const;
/** As many deviations above the middle a beginning may lie: how long the tail is, few stories tell. */
const HIGHEST_DEVIATION = 2;
/** As many stories as the common distribution of shapes counts beside the writer's own ones. */
const COMMON_SHAPES = 6;
/** Step in logarithms over which a slope is taken. */
const SLOPE_STEP = 0.01;
/** Stories that are told of at least, so that a few unsure ones move the mean little. */
const LEAST_TOLD = 0.5;
/** How far a shape may lie from the story it is taken from, as a share of their spread. */
const BLUR = 0.3;

/** How a new story may begin and how it may go on: the writer's own stories, newer ones first in weight. */
export interface StoryPool {
	/** Stories seen from their first day: logarithm of attention in the first four weeks, oldest story first. */
	beginnings: number[];
	/** Their shapes: logarithms of decay and floor. */
	shapes: [logDecay: number, logFloor: number][];
	/** Sums of weights up to each. */
	cumulative: Float64Array;
	mean: number;
	/** As how many stories seen from their first day all of them count for the mean. */
	told: number;
	deviation: number;
}

const beginningOf = ({ logDecay, logFloor, fade, onset }: Omit<CurveParameters, "level">) =>
	spikeBetween(Math.exp(logDecay), 0, BEGINNING, onset) + Math.exp(logFloor) * floorBetween(0, BEGINNING, fade);

/** Slopes of the beginning's logarithm by the logarithms of decay and floor. */
function slopesOf(curve: Omit<CurveParameters, "level">): readonly [byDecay: number, byFloor: number] {
	const { logDecay, logFloor } = curve;
	const base = Math.log(beginningOf(curve));
	const by = (moved: Partial<CurveParameters>) => (Math.log(beginningOf({ ...curve, ...moved })) - base) / SLOPE_STEP;
	return [by({ logDecay: logDecay + SLOPE_STEP }), by({ logFloor: logFloor + SLOPE_STEP })];
}

/** What of a beginning's variance a story's own days leave open. */
function openVariance({ map, spread }: StoryCurve): number {
	const [l11 = 0, l21 = 0, l22 = 0, l31 = 0, l32 = 0, l33 = 0] = spread;
	const [byDecay, byFloor] = slopesOf(map);
	return (l11 + byDecay * l21 + byFloor * l31) ** 2 + (byDecay * l22 + byFloor * l32) ** 2 + (byFloor * l33) ** 2;
}

/**
 * Mean beginning of all stories whose age is known, those older than the data among them: each counts as far as its own
 * days tell how it began. A curve is drawn towards the common mean by as much as they do not, so its distance is summed
 * as it stands and divided by what was told. Older stories with their curves at face value would tell of days that
 * nobody saw.
 */
function meanBeginning({ curves, mean, deviation, fade, onset }: Hierarchy): { mean: number; told: number } {
	const usual = { logDecay: mean[1], logFloor: mean[2], fade, onset };
	const center = mean[0] + Math.log(beginningOf(usual));
	const [byDecay, byFloor] = slopesOf(usual);
	const variance = deviation[0] ** 2 + (byDecay * deviation[1]) ** 2 + (byFloor * deviation[2]) ** 2;
	const dated = byBirth(curves.filter(({ story }) => story.source.published !== null));
	let [distance, weights, told] = [0, 0, 0];
	for (const [at, curve] of dated.entries()) {
		const recency = 2 ** (-(dated.length - 1 - at) / RECENCY_STORIES);
		const own = Math.max(0, 1 - openVariance(curve) / variance);
		distance += recency * (curve.map.level + Math.log(beginningOf(curve.map)) - center);
		weights += recency * own;
		told += own;
	}
	return { mean: center + distance / Math.max(LEAST_TOLD, weights), told };
}

/** Oldest first. */
const byBirth = (curves: readonly StoryCurve[]) =>
	curves.toSorted((a, b) => a.story.birth - b.story.birth || (a.story.id < b.story.id ? -1 : 1));

export function storyPool(hierarchy: Hierarchy): StoryPool {
	const ordered = byBirth(hierarchy.curves.filter(({ story }) => !story.truncated));
	const cumulative = new Float64Array(ordered.length);
	const beginnings: number[] = [];
	let weights = 0;
	for (const [at, { map }] of ordered.entries()) {
		beginnings.push(map.level + Math.log(beginningOf(map)));
		weights += 2 ** (-(ordered.length - 1 - at) / RECENCY_STORIES);
		cumulative[at] = weights;
	}
	const { mean, told } = meanBeginning(hierarchy);
	const squares = beginnings.reduce((sum, one) => sum + (one - mean) ** 2, 0);
	const count = Math.max(0, beginnings.length - 1) + SPREAD.stories;
	return {
		beginnings,
		shapes: ordered.map(({ map }) => [map.logDecay, map.logFloor]),
		cumulative,
		mean,
		told,
		deviation: Math.sqrt((squares + SPREAD.stories * SPREAD.deviation ** 2) / count),
	};
}

function pickFrom({ cumulative }: StoryPool, random: Random): number {
	const last = cumulative.length - 1;
	return Math.min(last, countBefore(cumulative, random.uniform() * (cumulative[last] ?? 0)));
}

/** Drawn from one bell curve in logarithms: draws from the writer's own few stories bring their luck back as a habit. */
function drawBeginning(pool: StoryPool, random: Random, likeness: PlannedLikeness | null): number {
	const own = Math.min(HIGHEST_DEVIATION, random.normal());
	if (!likeness) return pool.mean + pool.deviation * own;
	const shift = Object.values(likeness.shifts).reduce((sum, one) => sum + one, 0);
	return pool.mean + shift + pool.deviation * likeness.spread * own;
}

/**
 * Decay and floor together, as one of the writer's own stories has them: those that fade slowly seldom have a floor
 * too, and a few floors of search make the spread of floors wide without making high ones likely.
 */
function drawShape(pool: StoryPool, { mean, deviation }: Hierarchy, random: Random): [number, number] {
	const n = pool.shapes.length;
	const own = random.uniform() < n / (n + COMMON_SHAPES) ? pool.shapes[pickFrom(pool, random)] : undefined;
	const [decay, floor] = own ?? [mean[1], mean[2]];
	const [near, far] = own ? [BLUR, BLUR] : [1, Math.min(1, 1 / deviation[2])];
	return [decay + near * deviation[1] * random.normal(), floor + far * deviation[2] * random.normal()];
}

/** The best story so far may be beaten, but not by far: a few stories cannot tell how long the tail is. */
const BEYOND_BEST = 0.7;
/** A floor above this share of the first day would make every new story a fountain. */
const HIGHEST_LOG_FLOOR = Math.log(0.5);

/**
 * Stories that came out in the months before a day, and the months they are counted over.
 * @param from since when births are known
 */
export function recentPace(births: readonly Day[], from: Day, until: Day): Pace {
	const months = Math.min(PACE.months, Math.max(0, (until - from) / MONTH_DAYS));
	const start = until - months * MONTH_DAYS;
	return { stories: births.filter((birth) => birth >= start && birth < until).length, months };
}

/** Stories that came out in some months. */
export interface Pace {
	stories: number;
	months: number;
}

/** Shape and rate of the gamma distribution of stories a month. */
const paceBelief = ({ stories, months }: Pace) => ({ shape: stories + PACE.stories, rate: months + PACE.prior });

/** Stories a month that are counted on where no other pace is set. */
export function usualPace(pace: Pace): number {
	const { shape, rate } = paceBelief(pace);
	return shape / rate;
}

/** Stories of so many a month that come out in a stretch of days. */
export const publishedIn = (cadence: number, { from, until }: Stretch) => (cadence * (until - from)) / MONTH_DAYS;

/** Stories planned for each stretch of days. */
export const plannedIn = (planned: readonly PlannedDay[], stretches: readonly Stretch[]): number[] =>
	stretches.map(({ from, until }) => planned.filter(({ day }) => day >= from && day < until).length);

/** What the luck of stories with a day hangs on: the day, and which of that day's stories it is. */
function keyed(planned: readonly PlannedDay[]): (PlannedDay & { key: number })[] {
	const seen = new Map<Day, number>();
	return planned.map(({ day, as }) => {
		const before = seen.get(day) ?? 0;
		seen.set(day, before + 1);
		return { day, as, key: day ^ Math.imul(before, 0x9e3779b1) };
	});
}

/** Stories that come out on a day of their own, each as the way of its day has it. */
function datedIn(publishing: Publishing): PlannedDay[] {
	const own = [...publishing.planned, ...publishing.extra.map((day) => ({ day, as: null }))];
	const { before } = publishing;
	if (!before) return own;
	const earlier = datedIn(before.as).filter(({ day }) => day < before.day);
	return [...earlier, ...own.filter(({ day }) => day >= before.day)];
}

/** Paths drawn between two pauses. */
const PATHS_A_STEP = 16;

/**
 * Attention of stories not yet out, by stretch and path. The luck of a path does not depend on the cadence: a what-if
 * is compared story by story.
 */
export function* newStories(
	hierarchy: Hierarchy,
	pace: Pace,
	publishing: Publishing,
	{ stretches, weekdays, relatives, boost }: Ahead,
	options: { paths: number; seed: number },
): Steps<Float64Array[]> {
	const { paths, seed } = options;
	const totals = stretches.map(() => new Float64Array(paths));
	const pool = storyPool(hierarchy);
	yield;
	let best = pool.mean + pool.deviation;
	for (const beginning of pool.beginnings) best = Math.max(best, beginning);
	best += BEYOND_BEST;
	const wayOf = ({ cadence, planned, attention, floor, boosts }: Publishing) => ({
		cadence,
		planned: plannedIn(planned, stretches),
		lift: Math.log(attention),
		floor,
		chance: Math.min(1, boost.chance * boosts),
	});
	const now = wayOf(publishing);
	const turn = publishing.before?.day ?? Number.NEGATIVE_INFINITY;
	const then = publishing.before ? wayOf(publishing.before.as) : now;
	const wayAt = (birth: Day) => (birth < turn ? then : now);
	const belief = paceBelief(pace);
	const { unit, size, fade, onset } = hierarchy;
	const dated = keyed(datedIn(publishing));
	for (let path = 0; path < paths; path += 1) {
		if (path % PATHS_A_STEP === PATHS_A_STEP - 1) yield;
		const random = seededRandom((seed + Math.imul(path + 1, 0x9e3779b1)) >>> 0);
		const usual = gammaDraw(belief.shape, random) / belief.rate;
		const shift = random.normal() * (pool.deviation / Math.sqrt(pool.told + 2));
		// Luck of its own, by the story's day or month: a story is as good with a Boost as without one, and no other story
		// takes its Boost away.
		const fortuneOf = (key: number) =>
			boost.chance > 0
				? seededRandom((seed + Math.imul(path + 1, 0x61c88647) + Math.imul(key, 0x7feb352d)) >>> 0)
				: null;
		const publish = (
			birth: Day,
			first: number,
			luck: Random,
			fortune: Random | null,
			likeness: PlannedLikeness | null,
			counts: boolean,
		) => {
			const { lift, floor: lasting, chance } = wayAt(birth);
			const boosted = fortune !== null && fortune.uniform() < chance;
			const beginning = Math.min(best, drawBeginning(pool, luck, likeness) + shift) + lift;
			const [decay, drawnFloor] = drawShape(pool, hierarchy, luck);
			const [logDecay, logFloor] = [Math.min(1.4, decay), Math.min(HIGHEST_LOG_FLOOR, drawnFloor)];
			// Anchored: whatever the shape, the first weeks come to what was drawn for them.
			const scale = Math.exp(beginning) / beginningOf({ logDecay, logFloor, fade, onset });
			const left = 1 - Math.exp(logDecay);
			const floor = Math.exp(logFloor) * lasting;
			let [lastLog, lastPower] = [0, 1];
			for (let step = first; step < stretches.length; step += 1) {
				const stretch = stretches[step];
				const total = totals[step];
				if (!stretch || !total || birth >= stretch.until) continue;
				const young = Math.max(0, stretch.from - birth);
				const old = stretch.until - birth;
				const a = young === 0 ? 0 : logAge(young, onset);
				const b = logAge(old, onset);
				const powerA = a === lastLog ? lastPower : Math.exp(left * a);
				const powerB = Math.exp(left * b);
				lastLog = b;
				lastPower = powerB;
				const expected = spikeFrom(onset, left, a, b, powerA, powerB) + floor * floorBetween(young, old, fade);
				const lifted = boosted ? boostBetween(boost.size, boost.age, young, old) : 1;
				const drawn = scale * lifted * expected * (weekdays[step] ?? 1);
				const relative = young > 0 ? (relatives[step] ?? 0) : burstiness(old, size);
				const brought = burst(drawn, unit, relative, luck.normal());
				if (counts) total[path] = (total[path] ?? 0) + brought;
			}
		};
		for (const { day, as, key } of dated)
			publish(day, 0, seededRandom((seed ^ Math.imul(path + 1, 0x85ebca6b) ^ key) >>> 0), fortuneOf(key), as, true);
		for (const [step, { from, until }] of stretches.entries()) {
			const countOf = ({ cadence, planned }: typeof now) => {
				const luck = seededRandom((seed + Math.imul(path + 1, 0xc2b2ae35) + Math.imul(step + 1, 0x27d4eb2f)) >>> 0);
				const rate = publishedIn(cadence ?? usual, { from, until });
				const drawn = rate > 0 ? poissonDraw((rate * gammaDraw(COUNT_SIZE, luck)) / COUNT_SIZE, luck) : 0;
				// A plan says which day some of the month's stories come out on; the others come as they usually do.
				return Math.min(MOST_A_MONTH, drawn - (planned[step] ?? 0));
			};
			const later = until > turn ? countOf(now) : 0;
			const earlier = from < turn ? countOf(then) : 0;
			const own = seededRandom((seed + Math.imul(path + 1, 0x165667b1) + Math.imul(step + 1, 0x2545f491)) >>> 0);
			const fortune = fortuneOf(-step - 1);
			// One that does not count is drawn too: those after it keep their luck.
			for (let one = 0; one < Math.max(earlier, later); one += 1) {
				const birth = from + Math.floor(own.uniform() * (until - from));
				publish(birth, step, own, fortune, null, one < (birth < turn ? earlier : later));
			}
		}
	}
	return totals;
}
