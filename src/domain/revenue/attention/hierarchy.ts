/**
 * Curves of all stories together, each drawn towards what the writer's stories are usually like as far as its own days
 * leave it open (empirical Bayes). Counts are overdispersed; fits are Fisher scoring with the prior, so that a story of
 * one day has an answer too.
 */
import { pausesAt, type Steps } from "../steps.ts";
import { CURVE, type CurveParameters, logAge, NEAR_ONE, spikeBetween, spikeFrom, USUAL, USUAL_FADE } from "./curve.ts";
import { BIN, type BinnedStory } from "./series.ts";

/** Parameters in this order: level, logDecay, logFloor. */
export type Triple = [number, number, number];

export interface StoryCurve {
	story: BinnedStory;
	map: CurveParameters;
	/** Lower Cholesky factor of the posterior's covariance, row by row: 11, 21, 22, 31, 32, 33. */
	spread: readonly number[];
}

export interface Hierarchy {
	curves: StoryCurve[];
	mean: Triple;
	deviation: Triple;
	/** Share of the floors that is lost a day. */
	fade: number;
	/** Days until the power law begins. */
	onset: number;
	/** Noise unit: attention that comes in one piece. */
	unit: number;
	/** Size of the negative binomial for one day; larger is calmer. */
	size: number;
}

/** What is believed before any story is seen, and as how many stories it counts. */
const PRIOR = {
	logDecay: Math.log(USUAL.decay),
	logFloor: Math.log(USUAL.floor),
	deviation: [1.5, 0.25, 1.0] as Triple,
	weight: [0.5, 4, 6] as Triple,
};
const PASSES = 5;
const SCORING_STEPS = 4;
const SIZE_BOUNDS = [0.5, 10] as const;
/** Scoring stops when no parameter moves by more. */
const CLOSE_ENOUGH = 3e-3;

/** Variance of a bin is `unit · expected + expected² / (size · days ^ 0.7)`. */
const TINY = 1e-12;

interface Sums {
	gradient: Triple;
	information: Information;
	/** Squared errors beyond the noise unit, and what a size of 1 would bring, both relative: see `sizeFrom`. */
	excess: number;
	relative: number;
	fade: SharedSums;
	onset: SharedSums;
}

/** By the logarithm of a number that all stories share: gradient, information, and what it has in common with a story's own. */
interface SharedSums {
	gradient: number;
	information: number;
	cross: Triple;
}

type Information = [number, number, number, number, number, number];

const emptySums = (): Sums => ({
	gradient: [0, 0, 0],
	information: [0, 0, 0, 0, 0, 0],
	excess: 0,
	relative: 0,
	fade: { gradient: 0, information: 0, cross: [0, 0, 0] },
	onset: { gradient: 0, information: 0, cross: [0, 0, 0] },
});

/** Gradient and information of one story's days at a point, and how far its days lie from it. One pass, no copies. */
function addUp(bins: Float64Array, at: Triple, { unit, size, fade, onset }: Shared, into: Sums): void {
	const level = Math.exp(at[0]);
	const decay = Math.exp(at[1]);
	const floorShare = Math.exp(at[2]);
	const left = 1 - decay;
	let [g0, g1, g2, i0, i1, i2, i3, i4, i5, excess, relative] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
	let [f, ff, f0, f1, f2] = [0, 0, 0, 0, 0];
	let [o, oo, o0, o1, o2] = [0, 0, 0, 0, 0];
	let [lastLog, lastPower] = [0, 1];
	for (let bin = 0; bin < bins.length; bin += BIN.width) {
		const a = bins[bin + BIN.logFrom] ?? 0;
		const b = bins[bin + BIN.logTo] ?? 0;
		const scale = level * (bins[bin + BIN.exposure] ?? 0);
		const powerA = a === lastLog ? lastPower : Math.exp(left * a);
		const powerB = Math.exp(left * b);
		lastLog = b;
		lastPower = powerB;
		const spike = spikeFrom(onset, left, a, b, powerA, powerB);
		// The slope by the decay's logarithm.
		const bend =
			Math.abs(left) < NEAR_ONE ? onset * ((b * b - a * a) / 2) : (onset * (b * powerB - a * powerA) - spike) / left;
		const byFloor = scale * floorShare * (bins[bin + BIN.floor] ?? 0);
		const byDecay = -decay * scale * bend;
		const expected = scale * spike + byFloor;
		const growth = bins[bin + BIN.growth] ?? 1;
		const variance = unit * expected + (expected * expected) / (size * growth) + TINY;
		const weight = 1 / variance;
		const miss = (bins[bin + BIN.observed] ?? 0) - expected;
		const error = miss * weight;
		g0 += error * expected;
		g1 += error * byDecay;
		g2 += error * byFloor;
		i0 += weight * expected * expected;
		i1 += weight * byDecay * expected;
		i2 += weight * byDecay * byDecay;
		i3 += weight * byFloor * expected;
		i4 += weight * byFloor * byDecay;
		i5 += weight * byFloor * byFloor;
		const from = bins[bin + BIN.from] ?? 0;
		const to = bins[bin + BIN.to] ?? 0;
		const byFade = -fade * 0.5 * (from + to) * byFloor;
		f += error * byFade;
		ff += weight * byFade * byFade;
		f0 += weight * byFade * expected;
		f1 += weight * byFade * byDecay;
		f2 += weight * byFade * byFloor;
		const byOnset = scale * (spike - onset * ((to * powerB) / (onset + to) - (from * powerA) / (onset + from)));
		o += error * byOnset;
		oo += weight * byOnset * byOnset;
		o0 += weight * byOnset * expected;
		o1 += weight * byOnset * byDecay;
		o2 += weight * byOnset * byFloor;
		if (expected > 0) {
			// Robust: one viral bin must not make every story look wild.
			const squared = Math.min(miss * miss, 25 * (unit * expected + (expected * expected) / growth));
			excess += squared / (expected * expected) - unit / expected;
			relative += 1 / growth;
		}
	}
	into.gradient = [g0, g1, g2];
	into.information = [i0, i1, i2, i3, i4, i5];
	into.excess = excess;
	into.relative = relative;
	into.fade = { gradient: f, information: ff, cross: [f0, f1, f2] };
	into.onset = { gradient: o, information: oo, cross: [o0, o1, o2] };
}

/** Cholesky factor of a symmetric positive matrix given as 11, 21, 22, 31, 32, 33. */
function cholesky([a, b, c, d, e, f]: readonly [number, number, number, number, number, number]) {
	const l11 = Math.sqrt(Math.max(a, 1e-12));
	const [l21, l31] = [b / l11, d / l11];
	const l22 = Math.sqrt(Math.max(c - l21 * l21, 1e-12));
	const l32 = (e - l31 * l21) / l22;
	const l33 = Math.sqrt(Math.max(f - l31 * l31 - l32 * l32, 1e-12));
	return [l11, l21, l22, l31, l32, l33] as const;
}

/** The prior's part of gradient and information. */
function addPrior({ gradient, information }: Sums, at: Triple, mean: Triple, deviation: Triple): void {
	for (const row of [0, 1, 2] as const) {
		const precision = 1 / deviation[row] ** 2;
		const place = row === 0 ? 0 : row === 1 ? 2 : 5;
		gradient[row] -= (at[row] - mean[row]) * precision;
		information[place] += precision;
	}
}

/** Solves L Lᵀ x = g. */
function solve(factor: readonly number[], [g1, g2, g3]: Triple): Triple {
	const [l11 = 1, l21 = 0, l22 = 1, l31 = 0, l32 = 0, l33 = 1] = factor;
	const y1 = g1 / l11;
	const y2 = (g2 - l21 * y1) / l22;
	const y3 = (g3 - l31 * y1 - l32 * y2) / l33;
	const x3 = y3 / l33;
	const x2 = (y2 - l32 * x3) / l22;
	return [(y1 - l21 * x2 - l31 * x3) / l11, x2, x3];
}

/** The factor of the covariance from that of the information: columns of its inverse, factored again. */
function covarianceFactor(factor: readonly number[]): readonly number[] {
	const [c1, c2, c3] = [solve(factor, [1, 0, 0]), solve(factor, [0, 1, 0]), solve(factor, [0, 0, 1])];
	return cholesky([c1[0], c1[1], c2[1], c1[2], c2[2], c3[2]]);
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** What stories of a writer have in common beside the distribution of their parameters. */
interface Shared {
	unit: number;
	size: number;
	fade: number;
	onset: number;
}

interface State {
	story: BinnedStory;
	at: Triple;
	factor: readonly number[];
}

/** Fisher scoring; leaves in `sums` how the days lie around the point it came from last. */
function improve(state: State, mean: Triple, deviation: Triple, shared: Shared, sums: Sums): void {
	for (let step = 0; step < SCORING_STEPS; step += 1) {
		addUp(state.story.bins, state.at, shared, sums);
		addPrior(sums, state.at, mean, deviation);
		state.factor = cholesky(sums.information);
		const [level, decay, floor] = solve(state.factor, sums.gradient);
		const length = Math.max(Math.abs(level), Math.abs(decay), Math.abs(floor));
		const damp = Math.min(1, 1.5 / Math.max(length, 1e-9));
		state.at = [
			state.at[0] + damp * level,
			clamp(state.at[1] + damp * decay, Math.log(0.2), Math.log(4)),
			clamp(state.at[2] + damp * floor, Math.log(1e-6), Math.log(1.5)),
		];
		if (length < CLOSE_ENOUGH) break;
	}
}

/** Most values that are sorted for the noise unit. */
const UNIT_SAMPLE = 4096;

/** Twentieth percentile of days that have attention: what comes in one piece. */
function noiseUnit(stories: readonly BinnedStory[]): number {
	let all = 0;
	for (const { source } of stories) all += source.count;
	const stride = Math.max(1, Math.ceil(all / UNIT_SAMPLE));
	const sample: number[] = [];
	let skip = 0;
	for (const { source } of stories) {
		let at = skip;
		for (; at < source.count; at += stride) {
			const value = source.values[at] ?? 0;
			if (value > 0) sample.push(value);
		}
		skip = at - source.count;
	}
	sample.sort((a, b) => a - b);
	return sample[Math.floor(0.2 * sample.length)] ?? 1;
}

/** Sums of one parameter over stories: posterior means, their squares with posterior variances. */
interface Moments {
	count: number;
	sum: number;
	squares: number;
}

const noMoments = (): Moments => ({ count: 0, sum: 0, squares: 0 });

function addMoment(moments: Moments, mean: number, variance: number): void {
	moments.count += 1;
	moments.sum += mean;
	moments.squares += mean * mean + variance;
}

/** Mean and deviation with the prior as extra stories. */
function momentsWith({ count, sum, squares }: Moments, prior: number, priorDeviation: number, weight: number) {
	const mean = (sum + weight * prior) / (count + weight);
	const spread = Math.max(0, squares - 2 * mean * sum + count * mean * mean);
	return { mean, deviation: Math.sqrt((spread + weight * priorDeviation ** 2) / (count + weight)) };
}

/** Size of the negative binomial of one day from how far days lie from their curves. */
const sizeFrom = (excess: number, relative: number) =>
	excess <= 0 ? SIZE_BOUNDS[1] : clamp(relative / excess, ...SIZE_BOUNDS);

function startOf(story: BinnedStory, unit: number): State {
	const [decay, floor] = [Math.exp(PRIOR.logDecay), Math.exp(PRIOR.logFloor)];
	let shape = 0;
	for (let bin = 0; bin < story.bins.length; bin += BIN.width) {
		const [from, to] = [story.bins[bin + BIN.from] ?? 0, story.bins[bin + BIN.to] ?? 0];
		const lasting = floor * (story.bins[bin + BIN.floor] ?? 0);
		shape += (story.bins[bin + BIN.exposure] ?? 0) * (spikeBetween(decay, from, to, CURVE.onset) + lasting);
	}
	const level = Math.log((story.total + 0.5 * unit) / Math.max(shape, 1e-9));
	return { story, at: [level, PRIOR.logDecay, PRIOR.logFloor], factor: [] };
}

/**
 * Belief of the floors' fade: how many logarithms it may be off, its bounds as half-lives in days, and by how much
 * luck that all stories share may move them from month to month, which looks like fading for a while.
 */
const FADE = { spread: 0.7, shortest: 60, longest: 2000, monthlyLuck: 0.1 } as const;
const MONTH_DAYS = 30;

/** Belief of the onset: how many logarithms it may be off, and its bounds in days. */
const ONSET = { spread: 0.7, shortest: 0.3, longest: 30 } as const;

/** What all stories together say of a number they share: each as far as its own parameters cannot explain the same. */
interface Told {
	gradient: number;
	information: number;
}

function addTold(into: Told, { gradient }: Sums, shared: SharedSums, factor: readonly number[]): void {
	const { cross } = shared;
	const explained = solve(factor, cross);
	into.gradient +=
		shared.gradient - (explained[0] * gradient[0] + explained[1] * gradient[1] + explained[2] * gradient[2]);
	into.information +=
		shared.information - (explained[0] * cross[0] + explained[1] * cross[1] + explained[2] * cross[2]);
}

/** The fade after one more step towards what the stories say, drawn to the belief by how little they can say. */
function nextFade(fade: number, { gradient, information }: Told, months: number): number {
	if (!(information > 0)) return fade;
	const told = Math.log(fade) + clamp(gradient / information, -1, 1);
	const luck = FADE.monthlyLuck ** 2 / (Math.max(1, months) * (fade * MONTH_DAYS) ** 2);
	const [precision, belief] = [1 / (1 / information + luck), 1 / FADE.spread ** 2];
	const log = (precision * told + belief * Math.log(USUAL_FADE)) / (precision + belief);
	return clamp(Math.exp(log), Math.LN2 / FADE.longest, Math.LN2 / FADE.shortest);
}

/** The onset after one more step, drawn to the usual one by how little the stories can say. */
function nextOnset(onset: number, { gradient, information }: Told): number {
	if (!(information > 0)) return onset;
	const told = Math.log(onset) + clamp(gradient / information, -1, 1);
	const belief = 1 / ONSET.spread ** 2;
	const log = (information * told + belief * Math.log(CURVE.onset)) / (information + belief);
	return clamp(Math.exp(log), ONSET.shortest, ONSET.longest);
}

function refreshBins({ bins }: BinnedStory, { fade, onset }: Shared): void {
	// Most bins begin where the one before ends.
	let [last, lastLog, lastLeft] = [0, 0, 1];
	for (let bin = 0; bin < bins.length; bin += BIN.width) {
		const from = bins[bin + BIN.from] ?? 0;
		const to = bins[bin + BIN.to] ?? 0;
		const logTo = logAge(to, onset);
		const left = Math.exp(-fade * to);
		bins[bin + BIN.floor] = ((from === last ? lastLeft : Math.exp(-fade * from)) - left) / fade;
		bins[bin + BIN.logFrom] = from === last ? lastLog : logAge(from, onset);
		bins[bin + BIN.logTo] = logTo;
		[last, lastLog, lastLeft] = [to, logTo, left];
	}
}

/** Months over which a story was seen. */
function monthsSeen({ bins }: BinnedStory): number {
	return ((bins[bins.length - BIN.width + BIN.to] ?? 0) - (bins[BIN.from] ?? 0)) / MONTH_DAYS;
}

/** @param stories at least one */
export function* fitHierarchy(stories: readonly BinnedStory[]): Steps<Hierarchy> {
	const unit = noiseUnit(stories);
	const states = stories.map((story) => startOf(story, unit));
	// Levels of stories older than the data are guesses about days nobody saw: they do not tell what new ones are like.
	const anyNewborn = stories.some(({ truncated }) => !truncated);
	const tellsLevel = ({ story }: State) => !anyNewborn || !story.truncated;
	const first = noMoments();
	for (const state of states) if (tellsLevel(state)) addMoment(first, state.at[0], 0);
	const levelPrior = first.sum / Math.max(1, first.count);
	let mean: Triple = [levelPrior, PRIOR.logDecay, PRIOR.logFloor];
	let deviation: Triple = [...PRIOR.deviation];
	const shared: Shared = { unit, size: 2, fade: USUAL_FADE, onset: CURVE.onset };
	let months = 0;
	for (const story of stories) months = Math.max(months, monthsSeen(story));
	const sums = emptySums();
	for (let pass = 0; pass <= PASSES; pass += 1) {
		const moments = [noMoments(), noMoments(), noMoments()] as const;
		let [excess, relative] = [0, 0];
		const fading: Told = { gradient: 0, information: 0 };
		const beginning: Told = { gradient: 0, information: 0 };
		for (const [place, state] of states.entries()) {
			if (pausesAt(place)) yield;
			if (pass > 0) refreshBins(state.story, shared);
			improve(state, mean, deviation, shared, sums);
			addTold(fading, sums, sums.fade, state.factor);
			addTold(beginning, sums, sums.onset, state.factor);
			excess += sums.excess;
			relative += sums.relative;
			const [l11 = 0, l21 = 0, l22 = 0, l31 = 0, l32 = 0, l33 = 0] = covarianceFactor(state.factor);
			if (tellsLevel(state)) addMoment(moments[0], state.at[0], l11 ** 2);
			addMoment(moments[1], state.at[1], l21 ** 2 + l22 ** 2);
			addMoment(moments[2], state.at[2], l31 ** 2 + l32 ** 2 + l33 ** 2);
		}
		// The last pass only draws stories towards what is known by then.
		if (pass === PASSES) break;
		shared.size = sizeFrom(excess, relative);
		shared.fade = nextFade(shared.fade, fading, months);
		shared.onset = nextOnset(shared.onset, beginning);
		const parts = [
			momentsWith(moments[0], levelPrior, PRIOR.deviation[0], PRIOR.weight[0]),
			momentsWith(moments[1], PRIOR.logDecay, PRIOR.deviation[1], PRIOR.weight[1]),
			momentsWith(moments[2], PRIOR.logFloor, PRIOR.deviation[2], PRIOR.weight[2]),
		] as const;
		mean = [parts[0].mean, parts[1].mean, parts[2].mean];
		deviation = [parts[0].deviation, parts[1].deviation, parts[2].deviation];
	}
	return {
		curves: states.map(({ story, at, factor }) => ({
			story,
			map: { level: at[0], logDecay: at[1], logFloor: at[2], fade: shared.fade, onset: shared.onset },
			spread: covarianceFactor(factor),
		})),
		mean,
		deviation,
		...shared,
	};
}
