/** Months that are not known between others: they count as unknown, never as nothing. */
import { type Message, message } from "../../words/message.ts";
import { MONTH_DAYS } from "../attention/calendar.ts";
import type { Stretch } from "../attention/draws.ts";

/** Whole months that lie between two days. */
const monthsBetween = (from: number, until: number) => Math.max(0, Math.round((until - from) / MONTH_DAYS));

export interface Gaps {
	/** How many months before each of the known ones are not known. */
	before: readonly number[];
	/** How many between the last known one and the first ahead. */
	ahead: number;
}

/** @param months oldest first */
export function gapsOf(months: readonly Stretch[], ahead: readonly Stretch[]): Gaps {
	const last = months.at(-1);
	const first = ahead[0];
	return {
		before: months.map(({ from }, at) => monthsBetween(months[at - 1]?.until ?? from, from)),
		ahead: last && first ? monthsBetween(last.until, first.from) : 0,
	};
}

/** Those after the last gap; none when the gap is at the end. */
export function sinceGap<Month extends Stretch>(months: readonly Month[], { before, ahead }: Gaps): readonly Month[] {
	return ahead > 0
		? []
		: months.slice(
				Math.max(
					0,
					before.findLastIndex((missing) => missing > 0),
				),
			);
}

/** One month of the calendar: its place among the known ones, or `null` where it is not known. */
export interface Slot extends Stretch {
	known: number | null;
}

/** All months from the first known one to the last, unknown ones in equal parts of the days between. */
export function slotsOf(months: readonly Stretch[]): Slot[] {
	const { before } = gapsOf(months, []);
	return months.flatMap(({ from, until }, at): Slot[] => {
		const missing = before[at] ?? 0;
		const start = months[at - 1]?.until ?? from;
		const edge = (part: number) => start + Math.round(((from - start) * part) / missing);
		const unknown = Array.from({ length: missing }, (_, part) => ({
			from: edge(part),
			until: edge(part + 1),
			known: null,
		}));
		return [...unknown, { from, until, known: at }];
	});
}

/** What is made of months that are not known, as a sentence; `null` where there are none, or nothing is projected from them. */
export function gapMessage({
	missing: count,
	months,
}: {
	missing: number;
	months: readonly unknown[];
}): Message | null {
	if (count === 0 || months.length === 0) return null;
	return message(
		"{{count}} months in between are not known, and count neither as nothing nor as anything else. The months before them still tell their level, for less. Payouts are reckoned after them only, for what was carried over is not known; the swing from month to month is that of the newest months with none missing between.",
		{
			count,
			defaultValue_one:
				"{{count}} month in between is not known, and counts neither as nothing nor as anything else. The months before it still tell their level, for less. Payouts are reckoned after it only, for what was carried over is not known; the swing from month to month is that of the newest months with none missing between.",
		},
	);
}

/** How many months are not known, between known ones and up to the first ahead. */
export const missingMonths = ({ before, ahead }: Gaps): number => before.reduce((sum, one) => sum + one, ahead);
