/** On which day a story was boosted, by the writer's word or else by the source's. */

/** ISO date; `none` where the writer says there was none; `null` where the writer says nothing. */
export type BoostMark = string | null;

export const NO_BOOST = "none";

/** @param boostedAt ISO 8601, of the source @returns ISO date in UTC, or `null` */
export function boostDay(mark: BoostMark, boostedAt: string | null): string | null {
	if (mark === null) return boostedAt?.slice(0, 10) ?? null;
	return mark === NO_BOOST ? null : mark;
}
