/** Marks of an axis that has zero on it: equal steps of 1, 2, 2.5 or 5 times a power of ten. */

const STEPS = [1, 2, 2.5, 5] as const;

/** Steps of an axis, at most. */
const MOST = 5;

/**
 * Whole numbers from the last at or below `lowest` to the first at or above `highest`, zero among them, in the smallest
 * round step that needs few steps.
 * @param highest of what is drawn, zero or more
 * @param lowest of what is drawn, zero or less
 */
export function roundTicks(highest: number, lowest = 0): number[] {
	for (let power = 1; ; power *= 10)
		for (const factor of STEPS) {
			const step = factor * power;
			const below = Math.ceil(-lowest / step);
			const count = below + Math.max(1, Math.ceil(highest / step));
			if (Number.isInteger(step) && count <= MOST)
				return Array.from({ length: count + 1 }, (_, at) => (at - below) * step);
		}
}
