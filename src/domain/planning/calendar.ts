/** A month as a grid of whole weeks, and weeks by ISO 8601. */
import {
	addDays,
	dateParts,
	dayNumber,
	daysInMonth,
	type PlainDate,
	plainDate,
	WEEKDAYS,
	type Weekday,
	weekdayOf,
} from "./plain-date.ts";

export interface MonthDay {
	date: PlainDate;
	/** `false` for the days of the neighbouring months that fill the first and last week. */
	inMonth: boolean;
}

interface WeekInfo {
	firstDay: number;
}

/** The day a week starts on where this locale is spoken; Monday when the platform does not know. */
export function weekStart(locale: string): Weekday {
	const known: Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo } = new Intl.Locale(locale);
	const firstDay = (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay;
	return WEEKDAYS.find((day) => day === firstDay) ?? 1;
}

export function firstOfMonth(date: PlainDate): PlainDate {
	const { year, month } = dateParts(date);
	return plainDate(year, month, 1);
}

export function lastOfMonth(date: PlainDate): PlainDate {
	const { year, month } = dateParts(date);
	return plainDate(year, month, daysInMonth(year, month));
}

/** First day of the week a date lies in. */
export function startOfWeek(date: PlainDate, start: Weekday): PlainDate {
	return addDays(date, -((weekdayOf(date) - start + 7) % 7));
}

export function endOfWeek(date: PlainDate, start: Weekday): PlainDate {
	return addDays(startOfWeek(date, start), 6);
}

/** The weeks that touch the month of `date`: four to six rows of seven days. */
export function monthGrid(date: PlainDate, start: Weekday): MonthDay[][] {
	const { year, month } = dateParts(date);
	const first = startOfWeek(firstOfMonth(date), start);
	const last = endOfWeek(lastOfMonth(date), start);
	const weeks: MonthDay[][] = [];
	for (let at = dayNumber(first); at <= dayNumber(last); at += 7) {
		const opening = addDays(first, at - dayNumber(first));
		weeks.push(
			WEEKDAYS.map((day) => {
				const shown = addDays(opening, day - 1);
				const parts = dateParts(shown);
				return { date: shown, inMonth: parts.year === year && parts.month === month };
			}),
		);
	}
	return weeks;
}

/** Week number by ISO 8601: weeks start on Monday, and a week belongs to the year its Thursday lies in. */
export function isoWeek(date: PlainDate): { year: number; week: number } {
	const thursday = addDays(startOfWeek(date, 1), 3);
	const { year } = dateParts(thursday);
	return { year, week: Math.floor((dayNumber(thursday) - dayNumber(plainDate(year, 1, 1))) / 7) + 1 };
}
