/**
 * The shape of a story's attention over its age: a power law that fades, and a floor that hardly does (search, links).
 * λ(a) = e^level · [ (1 + a/τ)^−decay + floor · 2^(−a/halfLife) ] a day, age a in days.
 */

/** Days: how soon the power law begins, and the half-life of the floor, as long as nothing is known of them. */
export const CURVE = { onset: 1.8, floorHalfLife: 540 } as const;

export const USUAL_FADE = Math.LN2 / CURVE.floorHalfLife;
/** What a usual story is like: what is believed before any is seen, and what lifts are reckoned on. */
export const USUAL = { decay: 1.2, floor: 0.003 } as const;
/** Near decay 1 the difference of powers loses its digits; its limit is the logarithm. */
export const NEAR_ONE = 1e-4;

/** Logarithm of 1 + age / onset. */
export const logAge = (age: number, onset: number) => Math.log1p(age / onset);

/**
 * Integral of the power law from powers that are known already.
 * @param onset days until it begins
 * @param left 1 − decay
 * @param logFrom and @param logTo `logAge` of both ends
 * @param powerFrom and @param powerTo e ^ (left · log)
 */
export function spikeFrom(
	onset: number,
	left: number,
	logFrom: number,
	logTo: number,
	powerFrom: number,
	powerTo: number,
): number {
	if (Math.abs(left) < NEAR_ONE) return onset * (logTo - logFrom + (left * (logTo * logTo - logFrom * logFrom)) / 2);
	return (onset * (powerTo - powerFrom)) / left;
}

/** Integral of the power law between two ages, in days of first-day attention. */
export function spikeBetween(decay: number, from: number, to: number, onset: number): number {
	const [a, b, left] = [logAge(from, onset), logAge(to, onset), 1 - decay];
	return spikeFrom(onset, left, a, b, Math.exp(left * a), Math.exp(left * b));
}

/**
 * Integral of a floor of 1 between two ages.
 * @param fade share that it loses a day
 */
export function floorBetween(from: number, to: number, fade: number): number {
	return (Math.exp(-fade * from) - Math.exp(-fade * to)) / fade;
}

/** What one story is like. */
export interface CurveParameters {
	/** Logarithm of attention on the first day. */
	level: number;
	logDecay: number;
	/** Logarithm of the floor as a share of the first day. */
	logFloor: number;
	/** Share of the floor that is lost a day; one for all stories of a writer. */
	fade: number;
	/** Days until the power law begins; one for all stories of a writer. */
	onset: number;
}

/** A usual story whose attention is 1 a day as it begins. */
export const USUAL_CURVE: CurveParameters = {
	level: 0,
	logDecay: Math.log(USUAL.decay),
	logFloor: Math.log(USUAL.floor),
	fade: USUAL_FADE,
	onset: CURVE.onset,
};

/** Expected attention between two ages. */
export function expectedBetween(
	{ level, logDecay, logFloor, fade, onset }: CurveParameters,
	from: number,
	to: number,
): number {
	const floor = Math.exp(logFloor) * floorBetween(from, to, fade);
	return Math.exp(level) * (spikeBetween(Math.exp(logDecay), from, to, onset) + floor);
}
