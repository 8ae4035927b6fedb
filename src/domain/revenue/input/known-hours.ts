/** Of which days a story's hours are known, be they none: what it earned on the others tells nothing of an hour's worth. */

/** First day and the day after the last. */
export interface Days {
	from: number;
	until: number;
}

export const spansDays = ({ from, until }: Days) =>
	Array.from({ length: Math.max(1, until - from) }, (_, at) => from + at);

/** From the first to the last of them all; `null` without any. @param all each ascending */
export function dayRange(all: Iterable<readonly number[]>): Days | null {
	let [from, until] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
	for (const days of all) {
		const [first, last] = [days[0], days.at(-1)];
		if (first === undefined || last === undefined) continue;
		from = Math.min(from, first);
		until = Math.max(until, last + 1);
	}
	return from < until ? { from, until } : null;
}

/** So many days, of which hardly one is left out, are of a source that leaves out none: what lies beyond them it does not know. */
const UNBROKEN = { days: 14, share: 0.9 } as const;

const isUnbroken = (days: readonly number[], { from, until }: Days) =>
	days.length >= UNBROKEN.days && days.length >= UNBROKEN.share * (until - from);

export interface ReadDays {
	/** Day of publication; `null` when unknown. */
	published: number | null;
	/** Days that a figure of its reading tells of. */
	known: { has(day: number): boolean };
	/** Those of them that are stated one by one; ascending. */
	stated: readonly number[];
}

/**
 * Sources by day leave out days without any reading: between the first and the last day that any story has, a day that is
 * left out had none.
 * @param all days that are stated one by one, of all stories
 */
export function hoursKnown({ published, known, stated }: ReadDays, all: Days | null): (day: number) => boolean {
	const own = dayRange([stated]);
	const range = own && (isUnbroken(stated, own) ? own : all);
	return (day) =>
		known.has(day) ||
		(published !== null && day < published) ||
		(range !== null && day >= range.from && day < range.until);
}
