/** Gives the event loop a turn between two slices of a longer answer, so that a save never waits for a page of numbers. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
