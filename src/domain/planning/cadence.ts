/** A rhythm of publishing, such as every Tuesday and Friday, and the days of it that are still free. */
import { addDays, type PlainDate, type Weekday, weekdayOf } from "./plain-date.ts";

/**
 * Days of the rhythm from `from` to `to` (both included) that lie on or after `today` and have nothing on them.
 * @param taken days with an entry
 */
export function emptySlots(
	weekdays: readonly Weekday[],
	from: PlainDate,
	to: PlainDate,
	today: PlainDate,
	taken: ReadonlySet<PlainDate>,
): PlainDate[] {
	const slots: PlainDate[] = [];
	if (weekdays.length === 0) return slots;
	for (let date = from < today ? today : from; date <= to; date = addDays(date, 1))
		if (weekdays.includes(weekdayOf(date)) && !taken.has(date)) slots.push(date);
	return slots;
}
