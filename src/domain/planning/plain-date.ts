/**
 * Calendar dates without a clock or a zone: `YYYY-MM-DD`, proleptic Gregorian, years 1 to 9999.
 * Arithmetic is done on day numbers, so that daylight saving cannot move anything.
 */
import { z } from "zod";

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

export const plainDateSchema = z
	.string()
	.refine((text) => isPlainDate(text), { message: "Not a calendar date" })
	.brand<"PlainDate">();

/** Sorts as text. */
export type PlainDate = z.infer<typeof plainDateSchema>;

export interface DateParts {
	year: number;
	/** 1 to 12. */
	month: number;
	/** 1 to 31. */
	day: number;
}

/** Monday is 1, Sunday 7, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

export function isLeapYear(year: number): boolean {
	return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
	if (month === 2) return isLeapYear(year) ? 29 : 28;
	return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isPlainDate(text: string): boolean {
	const match = PATTERN.exec(text);
	if (!match) return false;
	const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
	return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The date a text names, or `null` when there is no such day. */
export function parsePlainDate(text: string): PlainDate | null {
	const parsed = plainDateSchema.safeParse(text);
	return parsed.success ? parsed.data : null;
}

/** @throws {RangeError} when there is no such day between the years 1 and 9999 */
export function plainDate(year: number, month: number, day: number): PlainDate {
	const pad = (value: number, length: number) => String(value).padStart(length, "0");
	const date = parsePlainDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
	if (date === null) throw new RangeError(`No such day: ${year}-${month}-${day}`);
	return date;
}

export function dateParts(date: PlainDate): DateParts {
	return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

const DAYS_PER_ERA = 146_097;
const EPOCH_OFFSET = 719_468;

/** Days since 1970-01-01. Years are counted from March so that the leap day comes last. */
export function dayNumber(date: PlainDate): number {
	const { year, month, day } = dateParts(date);
	const shifted = month <= 2 ? year - 1 : year;
	const era = Math.floor(shifted / 400);
	const yearOfEra = shifted - era * 400;
	const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
	const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return era * DAYS_PER_ERA + dayOfEra - EPOCH_OFFSET;
}

/** @throws {RangeError} outside the years 1 to 9999 */
export function fromDayNumber(days: number): PlainDate {
	const shifted = days + EPOCH_OFFSET;
	const era = Math.floor(shifted / DAYS_PER_ERA);
	const dayOfEra = shifted - era * DAYS_PER_ERA;
	const yearOfEra = Math.floor(
		(dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
	);
	const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
	const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
	const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
	return plainDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

export function addDays(date: PlainDate, days: number): PlainDate {
	return fromDayNumber(dayNumber(date) + days);
}

/** The same day of another month; the last day where that month is shorter. */
export function addMonths(date: PlainDate, months: number): PlainDate {
	const { year, month, day } = dateParts(date);
	const index = year * 12 + (month - 1) + months;
	const targetYear = Math.floor(index / 12);
	const targetMonth = (index % 12) + 1;
	return plainDate(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
	return dayNumber(to) - dayNumber(from);
}

export function weekdayOf(date: PlainDate): Weekday {
	const index = (((dayNumber(date) + 3) % 7) + 7) % 7;
	return WEEKDAYS[index] ?? 1;
}

/**
 * The calendar day it is at an instant.
 * @param timeZone IANA name; the machine's own zone when left out
 */
export function plainDateAt(instant: Date, timeZone?: string): PlainDate {
	if (timeZone === undefined) return plainDate(instant.getFullYear(), instant.getMonth() + 1, instant.getDate());
	const parts = new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", {
		timeZone,
		year: "numeric",
		month: "numeric",
		day: "numeric",
	}).formatToParts(instant);
	const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
	return plainDate(read("year"), read("month"), read("day"));
}
