/** Dates as files write them. An ambiguous one is refused, never guessed. */
import { calendarDate, utcDate } from "../periods.ts";

/** Order of a numeric date's parts in one column. */
export type DateOrder = "year-first" | "day-first" | "month-first" | "ambiguous";

const NUMERIC = /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})$/;
const NAMED = /^(?:([A-Za-z]{3,9})\.? (\d{1,2})|(\d{1,2})\.? ([A-Za-z]{3,9})\.?),? (\d{4})$/;
/** As spreadsheets show a day, e.g. `5-Mar-21`. */
const SHORT = /^(\d{1,2})-([A-Za-z]{3,9})-(\d{4}|\d{2})$/;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const EPOCH = /^\d{10}(\d{3})?$/;

/** 1 to 12 of an English month's name or its first three letters; 0 for anything else. */
export function monthNumber(name: string): number {
	return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** Looks at a whole column: 25/12 can only be day first, 12/25 only month first. */
export function dateOrder(column: readonly string[]): DateOrder {
	let dayFirst = false;
	let monthFirst = false;
	let numeric = false;
	for (const text of column) {
		const match = NUMERIC.exec(text.trim());
		if (!match || (match[1]?.length ?? 0) > 2) continue;
		numeric = true;
		if (Number(match[1]) > 12) dayFirst = true;
		if (Number(match[2]) > 12) monthFirst = true;
	}
	if (!numeric) return "year-first";
	if (dayFirst === monthFirst) return "ambiguous";
	return dayFirst ? "day-first" : "month-first";
}

/** A calendar date `YYYY-MM-DD`, or `null` when the text is none or may mean two. */
export function parseDate(text: string, order: DateOrder): string | null {
	const trimmed = text.trim().replace(/^(\d{4}-\d{2}-\d{2}) (?=\d{2}:)/, "$1T");
	const match = NUMERIC.exec(trimmed);
	if (match) {
		const [first, second, third] = [Number(match[1]), Number(match[2]), Number(match[3])];
		if ((match[1] ?? "").length === 4) return calendarDate(first, second, third);
		if ((match[3] ?? "").length !== 4) return null;
		if (order === "day-first") return calendarDate(third, second, first);
		if (order === "month-first") return calendarDate(third, first, second);
		return first === second ? calendarDate(third, first, second) : null;
	}
	const named = NAMED.exec(trimmed);
	if (named)
		return calendarDate(Number(named[5]), monthNumber(named[1] ?? named[4] ?? ""), Number(named[2] ?? named[3]));
	const short = SHORT.exec(trimmed);
	if (short) {
		const year = Number(short[3]);
		return calendarDate(year < 100 ? 2000 + year : year, monthNumber(short[2] ?? ""), Number(short[1]));
	}
	if (EPOCH.test(trimmed)) return epochDate(Number(trimmed));
	const iso = /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}/.exec(trimmed);
	if (!iso) return null;
	if (/(?:Z|[+-]\d{2}:?\d{2})$/.test(trimmed)) {
		const time = Date.parse(trimmed);
		return Number.isNaN(time) ? null : epochDate(time);
	}
	return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
}

/** The UTC date of an epoch in seconds or milliseconds. */
function epochDate(epoch: number): string | null {
	const instant = epochToIso(epoch);
	return instant === null ? null : instant.slice(0, 10);
}

/** ISO 8601 of an epoch in seconds or milliseconds between 2010 and 2100, else `null`. */
export function epochToIso(epoch: number): string | null {
	const ms = epoch < 100_000_000_000 ? epoch * 1000 : epoch;
	if (!Number.isFinite(ms) || ms < Date.UTC(2010, 0) || ms > Date.UTC(2100, 0)) return null;
	return new Date(ms).toISOString();
}

/**
 * The UTC day behind a timestamp that a tool printed in its own zone without saying which. Such stamps are
 * the start of a UTC day, so their hour tells the zone: an evening hour means the next date.
 */
export function utcDayOfLocalStamp(text: string): string | null {
	const match = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?$/.exec(text.trim());
	if (!match) return null;
	const date = calendarDate(Number(match[1]), Number(match[2]), Number(match[3]));
	if (!date) return null;
	const hour = Number(match[4]);
	return hour >= 12 ? utcDate(Date.parse(`${date}T00:00:00Z`) + 86_400_000) : date;
}

/** A month written into a file name, e.g. `leaderboard-2026-03-part1.json`. */
export function monthInName(fileName: string): string | null {
	const found = [...fileName.matchAll(/(?<!\d)(20\d{2})-(0[1-9]|1[0-2])(?!\d)(?!-\d{2}(?!\d))/g)];
	const months = new Set(found.map((match) => `${match[1]}-${match[2]}`));
	return months.size === 1 ? ([...months][0] ?? null) : null;
}

/** A date written into a file name: `20210305` or `2021-03-05`. */
export function dateInName(fileName: string): string | null {
	const match = /(?<!\d)(20\d{2})-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(fileName);
	return match ? calendarDate(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}
