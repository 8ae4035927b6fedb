/** Marks of an axis from zero: equal steps of 1, 2, 2.5 or 5 times a power of ten. */

const STEPS = [1, 2, 2.5, 5] as const;

/**
 * Whole numbers from 0 to the first at or above `highest`, in the smallest round step that needs at most `most` steps.
 * @param highest of what is drawn, zero or more
 */
export function roundTicks(highest: number, most = 5): number[] {
	for (let power = 1; ; power *= 10)
		for (const factor of STEPS) {
			const step = factor * power;
			const count = Math.max(1, Math.ceil(highest / step));
			if (Number.isInteger(step) && count <= most) return Array.from({ length: count + 1 }, (_, at) => at * step);
		}
}
