/** What stands in the plan: an idea, a part of a series, or a story. */
import { daysBetween, type PlainDate } from "./plain-date.ts";

export const SUBJECT_TYPES = ["idea", "part", "story"] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];

/** A thing that can stand on a date. Once it has a story, the story is what stands there. */
export interface PlanSubject {
	type: SubjectType;
	id: string;
}

/** `idea` and `planned` (a part without a story) have no text yet. */
export const ENTRY_STATES = ["idea", "planned", "outline", "draft", "ready", "published"] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

export type Timing =
	| { kind: "none" }
	| {
			kind: "published";
			on: PlainDate /** Negative when it came early; `null` without a planned day. */;
			daysAfterPlan: number | null;
	  }
	| { kind: "late"; days: number }
	| { kind: "today" }
	| { kind: "ahead"; days: number };

/**
 * How a plan stands on a day.
 * @param planned day it was planned for
 * @param publishedOn day it came out, when it did
 */
export function timing(planned: PlainDate | null, publishedOn: PlainDate | null, today: PlainDate): Timing {
	if (publishedOn !== null)
		return {
			kind: "published",
			on: publishedOn,
			daysAfterPlan: planned === null ? null : daysBetween(planned, publishedOn),
		};
	if (planned === null) return { kind: "none" };
	const days = daysBetween(today, planned);
	if (days === 0) return { kind: "today" };
	return days < 0 ? { kind: "late", days: -days } : { kind: "ahead", days };
}
