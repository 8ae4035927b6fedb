/** The M4 competition's measures. */

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Symmetric mean absolute percentage error, per cent. */
export function smape(forecast: readonly number[], actual: readonly number[]): number {
	const parts = actual.map((value, at) => {
		const expected = forecast[at] ?? 0;
		const size = Math.abs(value) + Math.abs(expected);
		return size === 0 ? 0 : (200 * Math.abs(value - expected)) / size;
	});
	return sum(parts) / actual.length;
}

/** Mean absolute change from one season to the next inside the known series; errors are measured in it. */
export function seasonalChange(known: readonly number[], period: number): number {
	const changes = known.slice(period).map((value, at) => Math.abs(value - (known[at] ?? 0)));
	return sum(changes) / Math.max(1, changes.length);
}

/** Mean absolute scaled error. */
export function mase(forecast: readonly number[], actual: readonly number[], scale: number): number {
	return sum(actual.map((value, at) => Math.abs(value - (forecast[at] ?? 0)))) / actual.length / scale;
}

/** Mean scaled interval score of a central 95 % interval. */
export function msis(
	intervals: readonly { low: number; high: number }[],
	actual: readonly number[],
	scale: number,
): number {
	const parts = actual.map((value, at) => {
		const { low, high } = intervals[at] ?? { low: 0, high: 0 };
		return high - low + 40 * Math.max(0, low - value) + 40 * Math.max(0, value - high);
	});
	return sum(parts) / actual.length / scale;
}
