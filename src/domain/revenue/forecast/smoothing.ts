/** Exponential smoothing: simple, damped trend, and the theta line; fitted by least squares of one-step errors. */
import { meanOf } from "../averages.ts";

/** Minimum of a function of one number between two bounds, golden section. */
function minimise(cost: (x: number) => number, low: number, high: number): number {
	const ratio = (Math.sqrt(5) - 1) / 2;
	let [a, b] = [low, high];
	let [c, d] = [b - ratio * (b - a), a + ratio * (b - a)];
	let [atC, atD] = [cost(c), cost(d)];
	for (let step = 0; step < 30; step += 1) {
		if (atC < atD) {
			[b, d, atD] = [d, c, atC];
			c = b - ratio * (b - a);
			atC = cost(c);
		} else {
			[a, c, atC] = [c, d, atD];
			d = a + ratio * (b - a);
			atD = cost(d);
		}
	}
	return atC < atD ? c : d;
}

/** Forecasts from every place of a series: `from(t, h)` is the forecast of value t + h made when t was the newest. */
export interface Forecaster {
	from(t: number, h: number): number;
}

/** The first level that makes the squared one-step errors least, and those errors' sum: both follow from one pass. */
function firstLevel(values: readonly number[], weight: number): { level: number; squares: number } {
	// An error is its value for a first level of zero, less the first level faded by then.
	let [level, fade] = [0, 1];
	let [errors, across, fades] = [0, 0, 0];
	for (const value of values) {
		const error = value - level;
		errors += error * error;
		across += error * fade;
		fades += fade * fade;
		level += weight * error;
		fade *= 1 - weight;
	}
	return { level: across / fades, squares: errors - (across * across) / fades };
}

/** Simple exponential smoothing, its weight and first level fitted together. */
export function fitSimple(values: readonly number[]): Forecaster {
	const weight = minimise((one) => firstLevel(values, one).squares, 0.0001, 0.9999);
	let { level } = firstLevel(values, weight);
	const levels: number[] = [];
	for (const value of values) {
		level += weight * (value - level);
		levels.push(level);
	}
	return { from: (t) => levels[t] ?? 0 };
}

/** Straight line by least squares over places 0, 1, 2 … */
export function line(values: readonly number[]): { start: number; slope: number } {
	const middle = (values.length - 1) / 2;
	const mean = meanOf(values);
	let [across, squares] = [0, 0];
	for (const [t, value] of values.entries()) {
		across += (t - middle) * (value - mean);
		squares += (t - middle) ** 2;
	}
	const slope = squares > 0 ? across / squares : 0;
	return { start: mean - slope * middle, slope };
}

/**
 * The theta method (Assimakopoulos and Nikolopoulos, 2000): half the straight line, half the smoothed line of doubled bends.
 *
 * @param trust share of the line's slope that goes on, 0 to 1
 */
export function fitTheta(values: readonly number[], trust = 1): Forecaster {
	const { start, slope } = line(values);
	const bends = fitSimple(values.map((value, t) => 2 * value - (start + slope * t)));
	return { from: (t, h) => 0.5 * (start + slope * (t + trust * h)) + 0.5 * bends.from(t, h) };
}

type Damping = [level: number, trend: number, damping: number];

const BOUNDS = { level: [0.001, 0.999], damping: [0.8, 0.98] } as const;
const STARTS: readonly Damping[] = [0.8, 0.9, 0.95, 0.98].flatMap((damping) =>
	[0.1, 0.3, 0.6, 0.9].flatMap((level) => [0.01, 0.1, 0.3].map((share): Damping => [level, level * share, damping])),
);

/** Holt's method with a damped trend (Gardner and McKenzie, 1985). */
export function fitDamped(values: readonly number[]): Forecaster {
	const { start, slope } = line(values.slice(0, 10));
	const cost = ([weight, trendWeight, damping]: Damping) => {
		if (weight <= BOUNDS.level[0] || weight >= BOUNDS.level[1] || trendWeight < 0 || trendWeight > weight)
			return Number.POSITIVE_INFINITY;
		if (damping < BOUNDS.damping[0] || damping > BOUNDS.damping[1]) return Number.POSITIVE_INFINITY;
		let [level, trend, squares] = [start - slope, slope, 0];
		for (const value of values) {
			const expected = level + damping * trend;
			const error = value - expected;
			squares += error * error;
			level = expected + weight * error;
			trend = damping * trend + trendWeight * error;
		}
		return squares;
	};
	let best: Damping = STARTS[0] ?? [0.3, 0.03, 0.9];
	let least = Number.POSITIVE_INFINITY;
	const tryOut = (candidate: Damping) => {
		const squares = cost(candidate);
		if (squares >= least) return false;
		[best, least] = [candidate, squares];
		return true;
	};
	for (const candidate of STARTS) tryOut(candidate);
	for (let step = 0.1; step > 0.005; ) {
		let moved = false;
		for (const sign of [1, -1]) {
			moved = tryOut([best[0] + sign * step, best[1], best[2]]) || moved;
			moved = tryOut([best[0], best[1] + sign * 0.3 * step, best[2]]) || moved;
			moved = tryOut([best[0], best[1], best[2] + sign * 0.2 * step]) || moved;
		}
		if (!moved) step /= 2;
	}
	const [weight, trendWeight, damping] = best;
	const states: { level: number; trend: number }[] = [];
	let [level, trend] = [start - slope, slope];
	for (const value of values) {
		const expected = level + damping * trend;
		const error = value - expected;
		level = expected + weight * error;
		trend = damping * trend + trendWeight * error;
		states.push({ level, trend });
	}
	return {
		from(t, h) {
			const state = states[t];
			if (!state) return 0;
			return state.level + (state.trend * damping * (1 - damping ** h)) / (1 - damping);
		},
	};
}

/** The mean of several forecasters. */
export function average(forecasters: readonly Forecaster[]): Forecaster {
	return { from: (t, h) => forecasters.reduce((sum, one) => sum + one.from(t, h), 0) / forecasters.length };
}
