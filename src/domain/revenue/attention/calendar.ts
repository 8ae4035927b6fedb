/** Days as they count: unknown ones not at all, weekdays as much as they usually bring. */
import { QUIET_SHARE } from "../../stats/missing-days.ts";

/** Days are whole numbers since 1970-01-01. */
export type Day = number;

/** Mean days of a month. */
export const MONTH_DAYS = 30.44;

/** Daily values of one story. */
export interface DailyValues {
	/** Ascending. A day that is absent had nothing, unless no story had anything. */
	days: ArrayLike<Day>;
	values: ArrayLike<number>;
	/** How many of them are known; later ones are not looked at. */
	count: number;
}

export interface Calendar {
	from: Day;
	until: Day;
	/** Days within of which nothing is known at all. */
	missing: ReadonlySet<Day>;
	/** Factor of each day of the week; 1970-01-01, a Thursday, is day 0. */
	weekdays: readonly number[];
	/** Sums of factors over known days before each day from `from` on. */
	sums: Float64Array;
}

/** Silent days in a row that are a gap even in a quiet portfolio. */
const LONG_SILENCE = 30;
/** Weeks that "every weekday is alike" counts as, and how far a weekday may be off. */
const WEEKDAY = { priorWeeks: 10, least: 0.3, most: 3, cap: 3 } as const;

/** Sum over stories of each day from `from` on. */
function dailyTotals(stories: readonly DailyValues[], from: Day, until: Day): Float64Array {
	const totals = new Float64Array(Math.max(0, until - from));
	for (const { days, values, count } of stories)
		for (let at = 0; at < count; at += 1) {
			const place = (days[at] ?? 0) - from;
			if (place >= 0 && place < totals.length) totals[place] = (totals[place] ?? 0) + (values[at] ?? 0);
		}
	return totals;
}

/**
 * Days on which no story has anything are unknown, not zero: unless the whole portfolio is so quiet that such days are
 * common; then only long silences are.
 */
function missingIn(totals: Float64Array, from: Day): Set<Day> {
	const first = totals.findIndex((total) => total > 0);
	const missing = new Set<Day>();
	if (first < 0) return missing;
	let silent = 0;
	for (let at = first; at < totals.length; at += 1) if (!((totals[at] ?? 0) > 0)) silent += 1;
	const least = silent / (totals.length - first) <= QUIET_SHARE ? 1 : LONG_SILENCE;
	let run = 0;
	for (let at = first; at <= totals.length; at += 1) {
		if (at < totals.length && !((totals[at] ?? 0) > 0)) {
			run += 1;
			continue;
		}
		if (run >= least) for (let day = at - run; day < at; day += 1) missing.add(from + day);
		run = 0;
	}
	return missing;
}

export const weekdayOf = (day: Day) => ((day % 7) + 7) % 7;

/** Each weekday against the mean of the seven days around it, drawn towards 1 while weeks are few; their mean is 1. */
function weekdayFactors(totals: Float64Array, from: Day, missing: ReadonlySet<Day>): number[] {
	const sums = new Array<number>(7).fill(0);
	const counts = new Array<number>(7).fill(0);
	for (let at = 3; at + 3 < totals.length; at += 1) {
		let [around, known] = [0, true];
		for (let near = at - 3; near <= at + 3; near += 1) {
			around += totals[near] ?? 0;
			known &&= !missing.has(from + near);
		}
		if (!known || around <= 0) continue;
		const weekday = weekdayOf(from + at);
		sums[weekday] = (sums[weekday] ?? 0) + Math.min(WEEKDAY.cap, (7 * (totals[at] ?? 0)) / around);
		counts[weekday] = (counts[weekday] ?? 0) + 1;
	}
	const raw = sums.map((sum, weekday) => {
		const factor = (sum + WEEKDAY.priorWeeks) / ((counts[weekday] ?? 0) + WEEKDAY.priorWeeks);
		return Math.min(WEEKDAY.most, Math.max(WEEKDAY.least, factor));
	});
	const mean = raw.reduce((sum, factor) => sum + factor, 0) / 7;
	return raw.map((factor) => factor / mean);
}

export function calendarOf(stories: readonly DailyValues[], from: Day, until: Day): Calendar {
	const totals = dailyTotals(stories, from, until);
	const missing = missingIn(totals, from);
	const weekdays = weekdayFactors(totals, from, missing);
	const sums = new Float64Array(totals.length + 1);
	for (let at = 0; at < totals.length; at += 1) {
		const factor = missing.has(from + at) ? 0 : (weekdays[weekdayOf(from + at)] ?? 1);
		sums[at + 1] = (sums[at] ?? 0) + factor;
	}
	return { from, until, missing, weekdays, sums };
}

/** Sum of factors over known days in a stretch inside the calendar. */
export function countedDays({ from, sums }: Calendar, start: Day, end: Day): number {
	const at = (day: Day) => sums[Math.min(sums.length - 1, Math.max(0, day - from))] ?? 0;
	return at(end) - at(start);
}

/** How many days of a stretch are not known. */
export function missingDays({ missing }: Pick<Calendar, "missing">, start: Day, end: Day): number {
	let count = 0;
	if (missing.size > 0) for (let day = start; day < end; day += 1) if (missing.has(day)) count += 1;
	return count;
}

/** Mean factor of days to come. */
export function weekdayMean({ weekdays }: Pick<Calendar, "weekdays">, start: Day, end: Day): number {
	const days = end - start;
	if (days <= 0) return 1;
	let sum = Math.floor(days / 7) * 7;
	for (let day = start + sum; day < end; day += 1) sum += weekdays[weekdayOf(day)] ?? 1;
	return sum / days;
}
