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
const MOST = { season: 0.6, damping: 0.98 } as const;

/** A season's weight and the level's share one error between them. */
const allowed = ({ level, trend, season, damping }: Weights) =>
	level > 0.001 &&
	level < 0.999 &&
	trend >= 0 &&
	trend <= level &&
	season >= 0 &&
	season <= Math.min(MOST.season, 1 - level) &&
	damping >= 0.8 &&
	damping <= MOST.damping;

/** States after each value: level and trend, and the index that the value's place has from then on. */
class States {
	readonly levels: Float64Array;
	readonly trends: Float64Array;
	readonly indices: Float64Array;
	readonly #values: Float64Array;
	readonly #first: Float64Array;
	readonly #now: Float64Array;
	readonly #start: { level: number; trend: number };

	constructor(values: readonly number[], first: readonly number[]) {
		this.#values = Float64Array.from(values);
		this.#first = Float64Array.from(first);
		this.#now = new Float64Array(first.length);
		this.levels = new Float64Array(values.length);
		this.trends = new Float64Array(values.length);
		this.indices = new Float64Array(values.length);
		const head = values.slice(0, Math.max(2 * first.length, 10));
		const { start, slope } = line(head.map((value, t) => value - (first[t % first.length] ?? 0)));
		this.#start = { level: start - slope, trend: slope };
	}

	/** Goes through the series. @returns the sum of squared one-step errors, or infinity as soon as it is above `most` */
	run(by: Weights, most: number): number {
		const [values, now] = [this.#values, this.#now];
		now.set(this.#first);
		let { level, trend } = this.#start;
		let [squares, place] = [0, 0];
		for (let t = 0; t < values.length; t += 1) {
			const index = now[place] ?? 0;
			const expected = level + by.damping * trend;
			const error = (values[t] ?? 0) - index - expected;
			squares += error * error;
			if (squares > most) return Number.POSITIVE_INFINITY;
			level = expected + by.level * error;
			trend = by.damping * trend + by.trend * error;
			now[place] = index + by.season * error;
			this.levels[t] = level;
			this.trends[t] = trend;
			this.indices[t] = now[place] ?? 0;
			place = place + 1 === now.length ? 0 : place + 1;
		}
		return squares;
	}
}

function fitted(states: States, seasonal: boolean): Weights {
	let best: Weights = { level: 0.3, trend: 0, season: 0, damping: 0.95 };
	let least = Number.POSITIVE_INFINITY;
	const tryOut = (candidate: Weights): boolean => {
		if (!allowed(candidate)) return false;
		const squares = states.run(candidate, least);
		if (squares >= least) return false;
		[best, least] = [candidate, squares];
		return true;
	};
	for (const level of LEVELS)
		for (const share of TRENDS)
			for (const season of seasonal ? SEASONS : [0])
				for (const damping of DAMPINGS) tryOut({ level, trend: level * share, season, damping });
	for (let step = 0.08; step > LEAST_STEP; ) {
		let moved = false;
		for (const sign of [step, -step]) {
			moved = tryOut({ ...best, level: best.level + sign }) || moved;
			moved = tryOut({ ...best, trend: best.trend + 0.3 * sign }) || moved;
			if (seasonal) moved = tryOut({ ...best, season: best.season + 0.5 * sign }) || moved;
			moved = tryOut({ ...best, damping: best.damping + 0.2 * sign }) || moved;
		}
		if (!moved) step /= 2;
	}
	return best;
}

/**
 * @param seasons summands on the values' scale, where the indices begin
 * @param trust share of the trend that goes on, 0 to 1
 */
export function fitSeasonal(values: readonly number[], seasons: Seasons, trust = 1): Forecaster {
	const { period } = seasons;
	const states = new States(values, seasons.indices);
	const weights = fitted(states, period > 1);
	states.run(weights, Number.POSITIVE_INFINITY);
	const { levels, trends, indices } = states;
	const { damping } = weights;
	return {
		from(t, h) {
			const level = (levels[t] ?? 0) + (trust * (trends[t] ?? 0) * damping * (1 - damping ** h)) / (1 - damping);
			// The newest value of the same place in the period.
			const place = t + h - period * Math.ceil(h / period);
			return level + (place < 0 ? indexAt(seasons, t + h) : (indices[place] ?? 0));
		},
	};
}
