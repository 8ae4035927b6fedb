/** How much hangs on little: shares of the money by story, topic and month of publication. */
import { offsetOf } from "../level-model.ts";

export interface Share {
	key: string;
	/** Minor units and share of the whole, 0 to 1. */
	minor: number;
	share: number;
}

export interface Concentration {
	/** Largest first. */
	shares: Share[];
	/** Number of equal parts that would be as concentrated (inverse Herfindahl). */
	effective: number;
	/** Least number of parts that bring half of the money. */
	half: number;
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** @returns `null` when nothing was earned */
export function concentrationOf(parts: Iterable<readonly [key: string, minor: number]>): Concentration | null {
	const sums = new Map<string, number>();
	for (const [key, minor] of parts) sums.set(key, (sums.get(key) ?? 0) + minor);
	// A part that was corrected below nothing is no share of what came in.
	const earning = [...sums].filter(([, minor]) => minor > 0);
	const total = sumOf(earning.map(([, minor]) => minor));
	if (total <= 0) return null;
	const shares = earning
		.map(([key, minor]): Share => ({ key, minor, share: minor / total }))
		.sort((a, b) => b.minor - a.minor || (a.key < b.key ? -1 : 1));
	let [half, sum] = [0, 0];
	while (sum < total / 2) {
		sum += shares[half]?.minor ?? total;
		half += 1;
	}
	return { shares, effective: 1 / shares.reduce((squares, { share }) => squares + share * share, 0), half };
}

/** Deviation of the month's logarithm from one month to the next: how much income swings; `null` for fewer than three months. */
export function swingOf(months: readonly number[]): number | null {
	if (months.length < 3) return null;
	const earned = months.map((value) => Math.max(0, value));
	const offset = offsetOf(earned) || 1;
	const logs = earned.map((value) => Math.log(value + offset));
	const steps = logs.slice(1).map((log, at) => log - (logs[at] ?? 0));
	return Math.sqrt(steps.reduce((sum, step) => sum + step * step, 0) / steps.length);
}
