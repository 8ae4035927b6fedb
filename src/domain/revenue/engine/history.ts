/** Months and stories as the engine knows them, and the same as they were known at the end of an earlier month. */

import { atPace } from "../../stats/missing-days.ts";
import type { Stretch } from "../attention/draws.ts";
import type { Portfolio } from "../attention/series.ts";
import type { Steps } from "../steps.ts";

export interface KnownMonth {
	/** `YYYY-MM`. */
	month: string;
	/** First day and the day after the last, since 1970-01-01. */
	from: number;
	until: number;
	/** Money in minor units, or whatever is forecast. */
	value: number;
	/** Days of it without figures, which are not in the value; absent where there are none. */
	missing?: number;
}

/** What a month comes to at the pace of the days that are known. */
export const wholeValue = ({ from, until, value, missing = 0 }: Omit<KnownMonth, "month">): number =>
	atPace(value, until - from, missing);

/** What stories tell at some day. */
export interface Knowledge {
	portfolio: Portfolio;
	/** Draws of money a unit of attention, by stretch and path; `null` where none is known. */
	prices(stretches: readonly Stretch[], paths: number, seed: number): Float64Array[] | null;
}

export interface History<Known extends Knowledge = Knowledge> {
	/** Complete months, oldest first; some between may be unknown. */
	months: readonly KnownMonth[];
	/** With nothing from that day or later; `null` when attention is not known by story and day. */
	knownAt(until: number): Steps<Known | null>;
}
