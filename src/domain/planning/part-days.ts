/** Days of a series' parts against their order. */
import type { PlainDate } from "./plain-date.ts";

export interface DatedPart {
	/** Place in the series, from 1. */
	number: number;
	date: PlainDate | null;
}

/** A part that comes before another in its series and out after it. */
export interface OvertakenPart {
	number: number;
	date: PlainDate;
}

/**
 * For each part, in the order given, the earlier one that comes out latest where that is after it; `null` where the days
 * follow the order. Parts of one day do.
 * @param parts in the order of the series
 */
export function overtakenParts(parts: readonly DatedPart[]): (OvertakenPart | null)[] {
	let latest: OvertakenPart | null = null;
	return parts.map(({ number, date }) => {
		if (date === null) return null;
		if (latest !== null && latest.date > date) return latest;
		latest = { number, date };
		return null;
	});
}
