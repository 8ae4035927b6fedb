/** Means and middles of lists. */

/** 0 of nothing. */
export const meanOf = (values: readonly number[]) =>
	values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const ascending = (values: readonly number[]) => values.toSorted((a, b) => a - b);

/** The one in the middle, of two the higher; `null` of nothing. */
export const middleOf = (values: readonly number[]) => ascending(values)[values.length >> 1] ?? null;

/** The one in the middle, of two the lower: half of them are at most that; `null` of nothing. */
export const lowerMiddleOf = (values: readonly number[]) => ascending(values)[(values.length - 1) >> 1] ?? null;
