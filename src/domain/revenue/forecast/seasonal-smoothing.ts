/** Exponential smoothing whose seasons move too (Holt 1957, Winters 1960), with a damped trend. */
import { indexAt, type Seasons } from "./seasonality.ts";
import { type Forecaster, line } from "./smoothing.ts";

interface Weights {
	level: number;
	trend: number;
	season: number;
	damping: number;
}

const LEVELS = [0.05, 0.15, 0.3, 0.5, 0.8];
const TRENDS = [0, 0.05, 0.2];
const SEASONS = [0, 0.05, 0.15, 0.3];
const DAMPINGS = [0.85, 0.95];
const LEAST_STEP = 0.01;

/** States after each value: level and trend, and the index that the value's place has from then on. */
interface States {
	levels: Float64Array;
	trends: Float64Array;
	indices: Float64Array;
	squares: number;
}

function run(
	values: readonly number[],
	seasons: Seasons,
	start: { level: number; trend: number },
	by: Weights,
): States {
	const n = values.length;
	const { period, kind } = seasons;
	const states: States = {
		levels: new Float64Array(n),
		trends: new Float64Array(n),
		indices: new Float64Array(n),
		squares: 0,
	};
	let { level, trend } = start;
	for (let t = 0; t < n; t += 1) {
		const index = t < period ? indexAt(seasons, t) : (states.indices[t - period] ?? 1);
		const expected = level + by.damping * trend;
		const value = values[t] ?? 0;
		const error = kind === "factor" ? value / index - expected : value - index - expected;
		states.squares += error * error;
		// Of a factor the error is a share; a level of nothing has none.
		const share = kind === "factor" ? (expected > 0 ? (index * error) / expected : 0) : error;
		states.indices[t] = kind === "factor" ? Math.max(0.01, index + by.season * share) : index + by.season * share;
		level = expected + by.level * error;
		trend = by.damping * trend + by.trend * error;
		states.levels[t] = level;
		states.trends[t] = trend;
	}
	return states;
}

const allowed = ({ level, trend, season, damping }: Weights) =>
	level > 0.001 &&
	level < 0.999 &&
	trend >= 0 &&
	trend <= level &&
	season >= 0 &&
	season <= 0.6 &&
	damping >= 0.8 &&
	damping <= 0.98;

/** @param seasons where the indices begin */
export function fitSeasonal(values: readonly number[], seasons: Seasons): Forecaster {
	const { period, kind } = seasons;
	const head = values.slice(0, Math.max(2 * period, 10));
	const plain = head.map((value, t) => (kind === "factor" ? value / indexAt(seasons, t) : value - indexAt(seasons, t)));
	const first = line(plain);
	const start = { level: first.start - first.slope, trend: first.slope };
	let best: Weights = { level: 0.3, trend: 0, season: 0.05, damping: 0.95 };
	let least = Number.POSITIVE_INFINITY;
	const tryOut = (candidate: Weights): boolean => {
		if (!allowed(candidate)) return false;
		const { squares } = run(values, seasons, start, candidate);
		if (squares >= least) return false;
		[best, least] = [candidate, squares];
		return true;
	};
	for (const level of LEVELS)
		for (const share of TRENDS)
			for (const season of SEASONS)
				for (const damping of DAMPINGS) tryOut({ level, trend: level * share, season, damping });
	for (let step = 0.08; step > LEAST_STEP; ) {
		let moved = false;
		for (const sign of [step, -step]) {
			moved = tryOut({ ...best, level: best.level + sign }) || moved;
			moved = tryOut({ ...best, trend: best.trend + 0.3 * sign }) || moved;
			moved = tryOut({ ...best, season: best.season + 0.5 * sign }) || moved;
			moved = tryOut({ ...best, damping: best.damping + 0.2 * sign }) || moved;
		}
		if (!moved) step /= 2;
	}
	const { levels, trends, indices } = run(values, seasons, start, best);
	const { damping } = best;
	return {
		from(t, h) {
			const level = (levels[t] ?? 0) + ((trends[t] ?? 0) * damping * (1 - damping ** h)) / (1 - damping);
			// The newest value of the same place in the period.
			const place = t + h - period * Math.ceil(h / period);
			const index = place < 0 ? indexAt(seasons, t + h) : (indices[place] ?? 1);
			return kind === "factor" ? level * index : level + index;
		},
	};
}
