/** The account's months as the engine takes them: those that are complete, and how far the running one is final. */

import type { MonthFigure } from "../../stats/monthly.ts";
import { addMonths, dayNumber } from "../../stats/periods.ts";
import type { KnownAhead, RunningMonth } from "../engine/engine.ts";
import type { KnownMonth } from "../engine/history.ts";
import { type Completion, finalUntil } from "../provisional.ts";

export interface AccountMonths {
	/** Complete ones, oldest first. */
	months: readonly KnownMonth[];
	running: RunningMonth | null;
}

export const monthSpan = (month: string) => ({
	from: dayNumber(`${month}-01`),
	until: dayNumber(`${addMonths(month, 1)}-01`),
});

/** Newest look at a month. */
const observedOn = ({ sums, until }: MonthFigure) =>
	[until, ...sums.map(({ newest }) => newest.observedAt.slice(0, 10))].sort().at(-1) ?? until;

/** Days of a month that a figure of the whole month so far holds, newest days counted as far as they usually are in. */
function daysIn(from: number, until: number, observed: number, { shares }: Completion): number {
	let days = 0;
	for (let day = from; day < Math.min(until, observed + 1); day += 1) days += shares[observed - day] ?? 1;
	return Math.min(until - from, Math.round(days));
}

/** Days without figures, where there are any. */
const lacking = (missing: number) => (missing > 0 ? { missing } : {});

function runningOf(figure: MonthFigure, completion: Completion): RunningMonth {
	const { month, basis, sums } = figure;
	const { from, until } = monthSpan(month);
	const observed = dayNumber(observedOn(figure));
	if (basis === "stated" || basis === "stories")
		return {
			month,
			from,
			until,
			knownUntil: from + daysIn(from, until, observed, completion),
			toDate: figure.value,
			provisional: 0,
		};
	const provisional = sums.filter((one) => one.provisional).map(({ start }) => dayNumber(start ?? ""));
	const committed = provisional.length > 0 ? Math.min(...provisional) : null;
	const final = Math.min(until, dayNumber(figure.until), finalUntil(observed, committed, completion));
	const knownUntil = Math.max(from, final);
	const toDate = sums
		.filter(({ start }) => dayNumber(start ?? "") < knownUntil)
		.reduce((sum, { value }) => sum + value, 0);
	const missing = figure.missing.filter((day) => dayNumber(day) < knownUntil).length;
	return { month, from, until, knownUntil, toDate, provisional: figure.value - toDate, ...lacking(missing) };
}

/** Whether a figure tells of the whole account, however much of the month. */
export const ofAccount = ({ state }: MonthFigure): boolean => state !== "some-stories";

/** @param all oldest first, one currency; those of some stories only have no part in it. */
export function accountMonths(all: readonly MonthFigure[], completion: Completion): AccountMonths {
	const figures = all.filter(ofAccount);
	const months = figures
		.filter(({ state }) => state === "complete")
		.map(
			({ month, value, missing }): KnownMonth => ({ month, ...monthSpan(month), value, ...lacking(missing.length) }),
		);
	const last = figures.at(-1);
	const begun = last && last.state !== "complete" ? last : null;
	// A month of which the beginning is missing tells no pace.
	if (!begun || (begun.state === "partial" && !isOver(begun))) return { months, running: null };
	const running = runningOf(begun, completion);
	if (running.knownUntil < running.until) return { months, running };
	const { month, from, until, missing = 0 } = running;
	return { months: [...months, { month, from, until, value: begun.value, ...lacking(missing) }], running: null };
}

/** Stated whole, though it may still change. */
const isOver = ({ sums, until, month }: MonthFigure) =>
	until === `${addMonths(month, 1)}-01` && sums.some(({ provisional }) => provisional);

/** The months to be projected: the running one first, if there is one. */
export function monthsAhead({ months, running }: AccountMonths, count: number): KnownAhead[] {
	const last = months.at(-1);
	const first = running?.month ?? (last && addMonths(last.month, 1));
	if (first === undefined) return [];
	return Array.from({ length: count }, (_, at) => {
		const month = addMonths(first, at);
		return { month, ...monthSpan(month) };
	});
}
