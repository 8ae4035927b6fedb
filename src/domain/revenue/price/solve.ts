/** Small systems of equations. */

/**
 * Solves a symmetric positive system by elimination; the diagonal of the inverse tells how well each unknown is known.
 * A pivot of nothing counts as very small.
 */
export function solveSymmetric(
	matrix: readonly (readonly number[])[],
	right: readonly number[],
): { x: number[]; variances: number[] } {
	const n = right.length;
	const work = matrix.map((row, at) => [
		...row,
		...Array.from({ length: n }, (_, column) => (column === at ? 1 : 0)),
		right[at] ?? 0,
	]);
	for (let pivot = 0; pivot < n; pivot += 1) {
		const line = work[pivot] ?? [];
		const head = line[pivot] || 1e-12;
		for (let column = 0; column <= 2 * n; column += 1) line[column] = (line[column] ?? 0) / head;
		for (const [at, other] of work.entries()) {
			if (at === pivot) continue;
			const factor = other[pivot] ?? 0;
			for (let column = 0; column <= 2 * n; column += 1)
				other[column] = (other[column] ?? 0) - factor * (line[column] ?? 0);
		}
	}
	return {
		x: work.map((line) => line[2 * n] ?? 0),
		variances: work.map((line, at) => Math.max(0, line[n + at] ?? 0)),
	};
}
