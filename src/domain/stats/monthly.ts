/** Months of the account, each from the best statements there are about it. */
import type { Metric, Statement, Subject } from "./observation.ts";
import { addDays, addMonths, daysBetween, daysInMonth, monthOf } from "./periods.ts";

/** Stated for the month itself, or summed from days or stories because nothing states it. */
export type MonthBasis = "stated" | "days" | "stories" | "story-days";

/**
 * `running`: holds the month up to a day. `partial`: its beginning is missing, or it is not known how much of it is in the
 * figure. `some-stories`: a sum of stories that need not be all that earned in it.
 */
export type MonthState = "complete" | "running" | "partial" | "some-stories";

export interface MonthFigure {
	/** `YYYY-MM`. */
	month: string;
	value: number;
	basis: MonthBasis;
	/** What it was taken or summed from. */
	statements: Statement[];
	state: MonthState;
	/** First day that is not in the figure. */
	until: string;
}

/** Days by which a first day may miss the first of its month and the month still counts as whole. */
const LATE_START_DAYS = 4;

const sorted = (texts: readonly string[]) => [...texts].sort();

function newestPerPeriod(statements: readonly Statement[]): Statement[] {
	// Two maps, not one of joined keys: of a hundred thousand statements the joining is most of the work.
	const bySubject = new Map<Subject, Map<string | null, number>>();
	const newest: Statement[] = [];
	for (const one of statements) {
		let places = bySubject.get(one.subject);
		if (!places) {
			places = new Map();
			bySubject.set(one.subject, places);
		}
		const place = places.get(one.period.start);
		const known = place === undefined ? undefined : newest[place];
		if (place === undefined || !known) places.set(one.period.start, newest.push(one) - 1);
		else if (one.observedAt >= known.observedAt) newest[place] = one;
	}
	return newest;
}

function statedMonth(month: string, statements: Statement[], basis: "stated" | "stories"): MonthFigure {
	const end = `${addMonths(month, 1)}-01`;
	const observedOn = sorted(statements.map((one) => one.observedAt)).at(-1) ?? "";
	const over = observedOn >= `${end}T00:00:00.000Z`;
	const provisional = statements.some((one) => one.provisional);
	return {
		month,
		value: statements.reduce((sum, one) => sum + one.value, 0),
		basis,
		statements,
		state: !over ? "running" : provisional ? "partial" : "complete",
		until: over ? end : observedOn.slice(0, 10),
	};
}

function summedDays(statements: readonly Statement[], basis: "days" | "story-days"): MonthFigure[] {
	const byMonth = Map.groupBy(statements, (one) => monthOf(one.period.start ?? ""));
	const starts = sorted(statements.map((one) => one.period.start ?? ""));
	const first = starts[0] ?? "";
	const last = starts.at(-1) ?? "";
	return [...byMonth].map(([month, days]) => {
		const end = `${addMonths(month, 1)}-01`;
		const late = monthOf(first) === month && daysBetween(`${month}-01`, first) > LATE_START_DAYS;
		const ends = monthOf(last) === month && daysBetween(addDays(last, 1), end) > 0;
		const open = ends && days.some((one) => one.provisional || one.observedAt < `${end}T00:00:00.000Z`);
		// A last month whose final days are absent may just have been quiet, unless more than a few are.
		const cut = ends && daysBetween(addDays(last, 1), end) > LATE_START_DAYS;
		return {
			month,
			value: days.reduce((sum, one) => sum + one.value, 0),
			basis,
			statements: days,
			state: late ? "partial" : open || cut ? "running" : "complete",
			until: open || cut ? addDays(last, 1) : end,
		} satisfies MonthFigure;
	});
}

/** Share of what the account earned that its stories must have come to for their sums to stand for it. */
const COVERING_SHARE = 0.9;

/** Whether stories' sums came to what the account is stated to have, over the months that both tell of. */
function sumsCover(account: Map<string, MonthFigure>, sums: readonly MonthFigure[]): boolean {
	if (account.size === 0) return true;
	let [stated, summed] = [0, 0];
	for (const { month, value, state } of sums) {
		const whole = account.get(month);
		if (whole?.state !== "complete" || state !== "complete") continue;
		stated += whole.value;
		summed += value;
	}
	return stated > 0 && summed >= COVERING_SHARE * stated;
}

/** Tells months that stories' sums stand for from those of which only some stories are known. */
function coverageOf(byStory: readonly Statement[]): (figure: MonthFigure) => boolean {
	const subjectsOf = Map.groupBy(byStory, (one) => one.importId);
	const breadth = new Map([...subjectsOf].map(([id, list]) => [id, new Set(list.map(({ subject }) => subject)).size]));
	const since = new Map<Subject, string>();
	for (const { subject, period } of byStory) {
		const month = monthOf(period.start ?? "");
		const known = since.get(subject);
		if (known === undefined || month < known) since.set(subject, month);
	}
	return ({ month, statements }) => {
		// A source of several stories leaves out those that earned nothing.
		if (statements.some(({ importId }) => (breadth.get(importId) ?? 0) > 1)) return true;
		const told = new Set(statements.map(({ subject }) => subject));
		return [...since].every(([subject, first]) => first > month || told.has(subject));
	};
}

/**
 * Monthly figures of one metric, oldest first. Each month comes from one basis only: the account's month, else the sum
 * of its days, else the sum of its stories. That sum stands for the account only when the source tells of several
 * stories or every story known by then is in it, and, beside figures of the account itself, when such sums came to those.
 * Lifetime totals are never turned into months. Give one currency at a time.
 */
export function monthlyFigures(statements: readonly Statement[], metric: Metric): MonthFigure[] {
	const ofMetric = statements.filter((one) => one.metric === metric && one.period.start !== null);
	const pick = (account: boolean, grain: "month" | "day") =>
		newestPerPeriod(ofMetric.filter((one) => (one.subject === "account") === account && one.period.grain === grain));
	const byMonth = (list: readonly Statement[]) => Map.groupBy(list, (one) => monthOf(one.period.start ?? ""));
	const found = new Map<string, MonthFigure>();
	const offer = (figures: Iterable<MonthFigure>) => {
		for (const figure of figures) {
			const known = found.get(figure.month);
			if (!known || (known.state !== "complete" && figure.state === "complete")) found.set(figure.month, figure);
		}
	};
	offer([...byMonth(pick(true, "month"))].map(([month, list]) => statedMonth(month, list, "stated")));
	offer(summedDays(pick(true, "day"), "days"));
	const account = new Map(found);
	const covers = coverageOf(ofMetric.filter((one) => one.subject !== "account"));
	const offerSums = (figures: readonly MonthFigure[]) => {
		const comparable = sumsCover(account, figures);
		offer(figures.map((one) => (comparable && covers(one) ? one : { ...one, state: "some-stories" as const })));
	};
	offerSums([...byMonth(pick(false, "month"))].map(([month, list]) => statedMonth(month, list, "stories")));
	offerSums(summedDays(pick(false, "day"), "story-days"));
	return [...found.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
}

/** How much of its month a running figure holds, 0 to 1. */
export function elapsedShare(figure: Pick<MonthFigure, "month" | "until">): number {
	return Math.min(1, Math.max(0, daysBetween(`${figure.month}-01`, figure.until) / daysInMonth(figure.month)));
}

/** Figures of each story by month, from its stated months, else from its days. Give one currency at a time. */
export function storyMonths(statements: readonly Statement[], metric: Metric): Map<Subject, Map<string, Statement[]>> {
	const stories = new Map<Subject, Map<string, Statement[]>>();
	const ofMetric = statements.filter((one) => one.metric === metric && one.subject !== "account");
	for (const grain of ["month", "day"] as const) {
		const stated = new Set(
			[...stories].flatMap(([subject, months]) => [...months.keys()].map((month) => `${subject} ${month}`)),
		);
		for (const one of newestPerPeriod(ofMetric.filter(({ period }) => period.grain === grain))) {
			const month = monthOf(one.period.start ?? "");
			if (stated.has(`${one.subject} ${month}`)) continue;
			const months = stories.get(one.subject) ?? new Map<string, Statement[]>();
			stories.set(one.subject, months);
			months.set(month, [...(months.get(month) ?? []), one]);
		}
	}
	return stories;
}
