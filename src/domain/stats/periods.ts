/** Calendar arithmetic on `YYYY-MM-DD` dates and `YYYY-MM` months. No clock, no zone of this machine. */
import type { Period, Zone } from "./observation.ts";

const DAY_MS = 86_400_000;

const pad = (value: number, width = 2) => String(value).padStart(width, "0");

/** The date of an instant in UTC. */
export function utcDate(epochMs: number): string {
	return new Date(epochMs).toISOString().slice(0, 10);
}

/** `null` unless year, month and day are a date of the calendar between 2010 and 2100. */
export function calendarDate(year: number, month: number, day: number): string | null {
	if (!(year >= 2010 && year <= 2100)) return null;
	const date = new Date(Date.UTC(year, month - 1, day));
	if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
	return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

export function addDays(date: string, days: number): string {
	return utcDate(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS);
}

/** Days from one date to another. */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** Days since 1970-01-01. */
export const dayNumber = (date: string): number => daysBetween("1970-01-01", date.slice(0, 10));

/** The date of a day number. */
export const dateOfDay = (day: number): string => utcDate(day * DAY_MS);

export const monthOf = (date: string): string => date.slice(0, 7);

/** `month` is `YYYY-MM`. */
export function addMonths(month: string, count: number): string {
	const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
	return `${pad(Math.floor(index / 12), 4)}-${pad((index % 12) + 1)}`;
}

export function daysInMonth(month: string): number {
	return daysBetween(`${month}-01`, `${addMonths(month, 1)}-01`);
}

export const lifetime = (zone: Zone = "UTC"): Period => ({ grain: "lifetime", start: null, end: null, zone });

export function monthPeriod(month: string, zone: Zone): Period {
	return { grain: "month", start: `${month}-01`, end: `${addMonths(month, 1)}-01`, zone };
}

export function dayPeriod(date: string, zone: Zone): Period {
	return { grain: "day", start: date, end: addDays(date, 1), zone };
}

/** The UTC hour an instant lies in. */
export function hourPeriod(epochMs: number): Period {
	const hour = (ms: number) => `${new Date(ms).toISOString().slice(0, 13)}:00Z`;
	const start = Math.floor(epochMs / 3_600_000) * 3_600_000;
	return { grain: "hour", start: hour(start), end: hour(start + 3_600_000), zone: "UTC" };
}
