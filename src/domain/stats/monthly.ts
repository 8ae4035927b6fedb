/** Months of the account, each from the best statements there are about it. */
import { Coverage, type MonthGrain } from "./coverage.ts";
import { atPace, missingDays } from "./missing-days.ts";
import { type Collector, everyStatement, type Part } from "./month-parts.ts";
import type { Metric, Statement, Subject } from "./observation.ts";
import { addDays, addMonths, daysBetween, daysInMonth, monthOf } from "./periods.ts";

/** Stated for the month itself, or summed from days or stories because nothing states it. */
export type MonthBasis = "stated" | "days" | "stories" | "story-days";

/**
 * `running`: holds the month up to a day. `partial`: its beginning or most of its days are missing, or it is not known how
 * much of it is in the figure. `some-stories`: a sum of stories that need not be all that earned in it.
 */
export type MonthState = "complete" | "running" | "partial" | "some-stories";

export interface MonthFigure<From extends Part = Statement> {
	/** `YYYY-MM`. */
	month: string;
	value: number;
	basis: MonthBasis;
	/** What it was taken or summed from. */
	statements: readonly From[];
	state: MonthState;
	/** First day that is not in the figure. */
	until: string;
	/** ISO dates without figures before that, oldest first; none where the month is stated as a whole. */
	missing: readonly string[];
}

/** Days by which a first day may miss the first of its month and the month still counts as whole. */
const LATE_START_DAYS = 4;
/** Of a month that lacks more of its days than this share, too little is known. */
const MOST_MISSING = 0.5;

/** The newest statement of one subject about each period. */
function newestPerPeriod(statements: readonly Statement[]): Statement[] {
	const newest = new Map<string | null, Statement>();
	for (const one of statements) {
		const known = newest.get(one.period.start);
		if (!known || one.observedAt >= known.observedAt) newest.set(one.period.start, one);
	}
	return [...newest.values()];
}

function statedMonth<From extends Part>(
	month: string,
	statements: readonly From[],
	basis: "stated" | "stories",
): MonthFigure<From> {
	const end = `${addMonths(month, 1)}-01`;
	const observedOn =
		statements
			.map((one) => one.observedAt)
			.sort()
			.at(-1) ?? "";
	const over = observedOn >= `${end}T00:00:00.000Z`;
	const provisional = statements.some((one) => one.provisional);
	return {
		month,
		value: statements.reduce((sum, one) => sum + one.value, 0),
		basis,
		statements,
		state: !over ? "running" : provisional ? "partial" : "complete",
		until: over ? end : observedOn.slice(0, 10),
		missing: [],
	};
}

const statedMonths = <From extends Part>(parts: readonly From[], basis: "stated" | "stories") =>
	[...Map.groupBy(parts, ({ period }) => monthOf(period.start ?? ""))].map(([month, own]) =>
		statedMonth(month, own, basis),
	);

function summedDays<From extends Part>(parts: readonly From[], basis: "days" | "story-days"): MonthFigure<From>[] {
	const byMonth = Map.groupBy(parts, (one) => monthOf(one.period.start ?? ""));
	const starts = [...new Set(parts.map((one) => one.period.start ?? ""))].sort();
	const first = starts[0] ?? "";
	const last = starts.at(-1) ?? "";
	const lost = Map.groupBy(missingDays(starts), monthOf);
	return [...byMonth].map(([month, days]) => {
		const end = `${addMonths(month, 1)}-01`;
		const late = monthOf(first) === month && daysBetween(`${month}-01`, first) > LATE_START_DAYS;
		const ends = monthOf(last) === month && daysBetween(addDays(last, 1), end) > 0;
		const open = ends && days.some((one) => one.provisional || (one.oldest ?? one.observedAt) < `${end}T00:00:00.000Z`);
		// A last month whose final days are absent may just have been quiet, unless more than a few are.
		const cut = ends && daysBetween(addDays(last, 1), end) > LATE_START_DAYS;
		const missing = lost.get(month) ?? [];
		const scant = missing.length > MOST_MISSING * daysInMonth(month);
		return {
			month,
			value: days.reduce((sum, one) => sum + one.value, 0),
			basis,
			statements: days,
			state: late ? "partial" : open || cut ? "running" : scant ? "partial" : "complete",
			until: open || cut ? addDays(last, 1) : end,
			missing,
		} satisfies MonthFigure<From>;
	});
}

/** Share of what the account earned that its stories must have come to for their sums to stand for it. */
const COVERING_SHARE = 0.9;

/** Whether stories' sums came to what the account is stated to have, over the months that both tell of. */
function sumsCover(account: ReadonlyMap<string, MonthFigure<Part>>, sums: readonly MonthFigure<Part>[]): boolean {
	if (account.size === 0) return true;
	let [stated, summed] = [0, 0];
	for (const { month, value, state, missing } of sums) {
		const whole = account.get(month);
		if (whole?.state !== "complete" || state !== "complete") continue;
		stated += whole.value;
		// Days that are missing are no other stories' earnings.
		summed += atPace(value, daysInMonth(month), missing.length);
	}
	return stated > 0 && summed >= COVERING_SHARE * stated;
}

/**
 * Monthly figures of one metric, each subject handed over in one go. Each month comes from one basis only: the account's
 * month, else the sum of its days, else of its stories; of two that hold it to its end, the one that lacks fewer days.
 * Stories' sums stand for the account only when the source tells of several stories or every story known by then is in
 * it, and, beside figures of the account itself, when such sums came to those. Lifetime totals are never turned into
 * months. One currency at a time.
 */
export class MonthsBySubject<From extends Part> {
	readonly #account: Readonly<Record<MonthGrain, Collector<From>>>;
	readonly #stories: Readonly<Record<MonthGrain, Collector<From>>>;
	readonly #coverage = new Coverage();

	/** @param collector one is made for each basis */
	constructor(collector: () => Collector<From>) {
		this.#account = { month: collector(), day: collector() };
		this.#stories = { month: collector(), day: collector() };
	}

	/** @param statements everything said of one subject */
	add(subject: Subject, statements: readonly Statement[]): void {
		const isStory = subject !== "account";
		const dated = statements.filter(({ period }) => period.grain === "month" || period.grain === "day");
		if (isStory) this.#coverage.begin(dated);
		for (const grain of ["month", "day"] as const) {
			const newest = newestPerPeriod(dated.filter(({ period }) => period.grain === grain));
			const into = (isStory ? this.#stories : this.#account)[grain];
			for (const one of newest) into.add(one);
			if (isStory) this.#coverage.tell(grain, newest);
		}
	}

	/** Oldest first. */
	figures(): MonthFigure<From>[] {
		const found = new Map<string, MonthFigure<From>>();
		const offer = (figures: Iterable<MonthFigure<From>>) => {
			for (const figure of figures) {
				const known = found.get(figure.month);
				const isBetter = known?.state !== "complete" || figure.missing.length < known.missing.length;
				if (!known || (figure.state === "complete" && isBetter)) found.set(figure.month, figure);
			}
		};
		offer(statedMonths(this.#account.month.parts(), "stated"));
		offer(summedDays(this.#account.day.parts(), "days"));
		const account = new Map(found);
		const offerSums = (grain: MonthGrain, figures: readonly MonthFigure<From>[]) => {
			const comparable = sumsCover(account, figures);
			offer(
				figures.map((one) =>
					comparable && this.#coverage.covers(grain, one.month) ? one : { ...one, state: "some-stories" as const },
				),
			);
		};
		offerSums("month", statedMonths(this.#stories.month.parts(), "stories"));
		offerSums("day", summedDays(this.#stories.day.parts(), "story-days"));
		return [...found.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
	}
}

/** As `MonthsBySubject`, of statements in any order, with those that each month was taken or summed from. */
export function monthlyFigures(statements: readonly Statement[], metric: Metric): MonthFigure[] {
	const months = new MonthsBySubject(everyStatement);
	const ofMetric = statements.filter((one) => one.metric === metric && one.period.start !== null);
	for (const [subject, own] of Map.groupBy(ofMetric, (one) => one.subject)) months.add(subject, own);
	return months.figures();
}

/** How much of its month a running figure holds, 0 to 1. */
export function elapsedShare(figure: Pick<MonthFigure, "month" | "until">): number {
	return Math.min(1, Math.max(0, daysBetween(`${figure.month}-01`, figure.until) / daysInMonth(figure.month)));
}

/** As `newestPerPeriod`, of several subjects. */
const newestOfEach = (statements: readonly Statement[]): Statement[] =>
	[...Map.groupBy(statements, ({ subject }) => subject).values()].flatMap(newestPerPeriod);

/** Figures of each story by month, from its stated months, else from its days. Give one currency at a time. */
export function storyMonths(statements: readonly Statement[], metric: Metric): Map<Subject, Map<string, Statement[]>> {
	const stories = new Map<Subject, Map<string, Statement[]>>();
	const ofMetric = statements.filter((one) => one.metric === metric && one.subject !== "account");
	for (const grain of ["month", "day"] as const) {
		const stated = new Set(
			[...stories].flatMap(([subject, months]) => [...months.keys()].map((month) => `${subject} ${month}`)),
		);
		for (const one of newestOfEach(ofMetric.filter(({ period }) => period.grain === grain))) {
			const month = monthOf(one.period.start ?? "");
			if (stated.has(`${one.subject} ${month}`)) continue;
			const months = stories.get(one.subject) ?? new Map<string, Statement[]>();
			stories.set(one.subject, months);
			months.set(month, [...(months.get(month) ?? []), one]);
		}
	}
	return stories;
}
