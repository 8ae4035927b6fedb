/** The one source of time. Tests and the sample library pass their own. */
export interface Clock {
	now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

export function fixedClock(iso: string): Clock {
	return { now: () => new Date(iso) };
}
