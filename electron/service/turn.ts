/** Gives the event loop a turn between two slices of longer work, so that a save never waits for all of it. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
