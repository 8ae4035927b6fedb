/** Bands of a distribution: the middle, and 50, 80 and 95 % around it. */

export interface Bands {
	p2_5: number;
	p10: number;
	p25: number;
	p50: number;
	p75: number;
	p90: number;
	p97_5: number;
}

/** Value at a share of sorted numbers, between neighbours in proportion. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
	const place = (sorted.length - 1) * share;
	const below = Math.floor(place);
	const low = sorted[below] ?? 0;
	return low + ((sorted[below + 1] ?? low) - low) * (place - below);
}

/** Bands of draws in minor units, whole numbers. */
export function bandsOf(draws: ArrayLike<number>): Bands {
	return bandsOfSorted(Float64Array.from(draws).sort());
}

export function bandsOfSorted(sorted: ArrayLike<number>): Bands {
	const at = (share: number) => Math.round(quantile(sorted, share));
	return {
		p2_5: at(0.025),
		p10: at(0.1),
		p25: at(0.25),
		p50: at(0.5),
		p75: at(0.75),
		p90: at(0.9),
		p97_5: at(0.975),
	};
}

/** Continuous ranked probability score of sorted draws against what happened; in their unit, lower is better. */
export function crps(sorted: Float64Array, actual: number): number {
	const n = sorted.length;
	let error = 0;
	let spread = 0;
	for (let at = 0; at < n; at += 1) {
		const value = sorted[at] ?? 0;
		error += Math.abs(value - actual);
		spread += value * (2 * at - n + 1);
	}
	return error / n - spread / (n * n);
}
