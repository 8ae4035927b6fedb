/** Gives the event loop a turn between two slices of longer work, so that a save never waits for all of it. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Milliseconds one slice of a longer reading may hold the event loop. */
const SLICE_MS = 6;

/** One by one; whenever some milliseconds have passed, whoever waits for the event loop has a turn first. */
export async function* inSlices<T>(all: Iterable<T>): AsyncGenerator<T> {
	let until = performance.now() + SLICE_MS;
	for (const one of all) {
		yield one;
		if (performance.now() < until) continue;
		await turn();
		until = performance.now() + SLICE_MS;
	}
}
