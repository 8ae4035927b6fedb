/** On which day a story was boosted, by the writer's word or else by the source's. */
import { plainDateAt } from "../planning/plain-date.ts";
import { type Message, message } from "../words/message.ts";

/** ISO date; `none` where the writer says there was none; `null` where the writer says nothing. */
export type BoostMark = string | null;

export const NO_BOOST = "none";

/** @param boostedAt ISO 8601, of the source @returns ISO date in UTC, or `null` */
export function boostDay(mark: BoostMark, boostedAt: string | null): string | null {
	if (mark === null) return boostedAt?.slice(0, 10) ?? null;
	return mark === NO_BOOST ? null : mark;
}

/**
 * Whether a day has not begun, and so has no Boost yet, whoever says so.
 * @param day ISO date @param last ISO date, the last day that has begun where it is said
 */
export const boostIsToCome = (day: string, last: string): boolean => day > last;

export const boostToCome = (day: string): Message =>
	message("The day of the Boost, {{day}}, is still to come", { day: { day } });

interface MarkedStory {
	now: Date;
	/** ISO 8601, of the source; `null` where it is not known. */
	publishedAt: string | null;
	/** IANA name of the writer's zone; the machine's own when left out. */
	timeZone?: string;
}

/**
 * Why a story cannot have been boosted on a day of the writer's, or `null` where it can. A source states instants, or days
 * as their midnight in UTC: the day it came out is the earlier of what both readings make of it.
 * @param day ISO date
 */
export function boostObjection(
	day: string,
	{ now, publishedAt, timeZone }: MarkedStory,
): "still-to-come" | "not-out-yet" | null {
	if (boostIsToCome(day, plainDateAt(now, timeZone))) return "still-to-come";
	if (publishedAt === null) return null;
	const utcDay = publishedAt.slice(0, 10);
	return day < utcDay && day < plainDateAt(new Date(publishedAt), timeZone) ? "not-out-yet" : null;
}
