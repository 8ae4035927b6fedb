/**
 * Newest days are counted too low at first. How far a day is complete by its age is learned from how earlier days grew
 * between one look and a later one; days that are not nearly complete are provisional and left out of every fit.
 */

/** A day's figure as it was known at two times. */
export interface Revision {
	/** Age of the day when it was first looked at: 0 on the day itself. */
	age: number;
	first: number;
	/** The same day's figure much later. */
	last: number;
}

export interface Completion {
	/** Share that is in by age in days, ascending, at most 1; the last holds for all older days. */
	shares: number[];
	/** Days that were seen twice. */
	days: number;
}

/** Ages that are told apart. */
const AGES = 8;
/** Share usually in by age before anything is seen, and the days that counts as. */
const BELIEF = { shares: [0.5, 0.8, 0.95], days: 4 } as const;
/** A day with less is provisional. */
const COMPLETE = 0.97;

export function completionOf(revisions: readonly Revision[]): Completion {
	const usable = revisions.filter(({ age, first, last }) => age >= 0 && Number.isFinite(first) && last > 0);
	const shares: number[] = [];
	for (let age = 0; age < AGES; age += 1) {
		const own = usable.filter((one) => Math.floor(one.age) === age);
		const belief = BELIEF.shares[age] ?? 1;
		// Days that shrank later were complete all the same.
		const sum = own.reduce((total, { first, last }) => total + Math.min(1, Math.max(0, first) / last), 0);
		const share = (sum + BELIEF.days * belief) / (own.length + BELIEF.days);
		shares.push(Math.min(1, Math.max(shares.at(-1) ?? 0, share)));
	}
	return { shares, days: usable.length };
}

/**
 * Day after the last that is final. The source's own word counts most; without it the completion decides.
 * @param asOf day on which the figures were taken
 * @param committedUntil day after the last the source calls final; `null` when it does not say
 */
export function finalUntil(asOf: number, committedUntil: number | null, completion: Completion): number {
	if (committedUntil !== null) return Math.min(asOf, committedUntil);
	const complete = completion.shares.findIndex((share) => share >= COMPLETE);
	return asOf - (complete < 0 ? AGES : complete) + 1;
}
