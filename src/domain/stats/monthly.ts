/** Months of the account, each from the best statements there are about it. */
import { Coverage, type MonthGrain } from "./coverage.ts";
import { atPace, missingDays } from "./missing-days.ts";
import type { Statement, Subject } from "./observation.ts";
import { addDays, addMonths, daysBetween, daysInMonth, monthOf } from "./periods.ts";
import { type Sum, SumsByPeriod, sumOf } from "./sums.ts";

/** Stated for the month itself, or summed from days or stories because nothing states it. */
export type MonthBasis = "stated" | "days" | "stories" | "story-days";

/**
 * `running`: holds the month up to a day. `partial`: its beginning or most of its days are missing, or it is not known how
 * much of it is in the figure. `some-stories`: a sum of stories that need not be all that earned in it.
 */
export type MonthState = "complete" | "running" | "partial" | "some-stories";

export interface MonthFigure {
	/** `YYYY-MM`. */
	month: string;
	value: number;
	basis: MonthBasis;
	/** What it was taken or summed from, by period. */
	sums: readonly Sum[];
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

function statedMonth(month: string, sums: readonly Sum[], basis: "stated" | "stories"): MonthFigure {
	const end = `${addMonths(month, 1)}-01`;
	const observedOn =
		sums
			.map(({ newest }) => newest.observedAt)
			.sort()
			.at(-1) ?? "";
	const over = observedOn >= `${end}T00:00:00.000Z`;
	const provisional = sums.some((one) => one.provisional);
	return {
		month,
		value: sums.reduce((sum, one) => sum + one.value, 0),
		basis,
		sums,
		state: !over ? "running" : provisional ? "partial" : "complete",
		until: over ? end : observedOn.slice(0, 10),
		missing: [],
	};
}

const statedMonths = (sums: readonly Sum[], basis: "stated" | "stories") =>
	[...Map.groupBy(sums, ({ start }) => monthOf(start ?? ""))].map(([month, own]) => statedMonth(month, own, basis));

function summedDays(sums: readonly Sum[], basis: "days" | "story-days"): MonthFigure[] {
	const byMonth = Map.groupBy(sums, ({ start }) => monthOf(start ?? ""));
	const starts = sums.map(({ start }) => start ?? "").sort();
	const first = starts[0] ?? "";
	const last = starts.at(-1) ?? "";
	const lost = Map.groupBy(missingDays(starts), monthOf);
	return [...byMonth].map(([month, days]) => {
		const end = `${addMonths(month, 1)}-01`;
		const late = monthOf(first) === month && daysBetween(`${month}-01`, first) > LATE_START_DAYS;
		const ends = monthOf(last) === month && daysBetween(addDays(last, 1), end) > 0;
		const open = ends && days.some((one) => one.provisional || one.oldest < `${end}T00:00:00.000Z`);
		// A last month whose final days are absent may just have been quiet, unless more than a few are.
		const cut = ends && daysBetween(addDays(last, 1), end) > LATE_START_DAYS;
		const missing = lost.get(month) ?? [];
		const scant = missing.length > MOST_MISSING * daysInMonth(month);
		return {
			month,
			value: days.reduce((sum, one) => sum + one.value, 0),
			basis,
			sums: days,
			state: late ? "partial" : open || cut ? "running" : scant ? "partial" : "complete",
			until: open || cut ? addDays(last, 1) : end,
			missing,
		} satisfies MonthFigure;
	});
}

/** Share of what the account earned that its stories must have come to for their sums to stand for it. */
const COVERING_SHARE = 0.9;

/** Whether stories' sums came to what the account is stated to have, over the months that both tell of. */
function sumsCover(account: ReadonlyMap<string, MonthFigure>, sums: readonly MonthFigure[]): boolean {
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
export class MonthsBySubject {
	readonly #account: Readonly<Record<MonthGrain, SumsByPeriod>> = {
		month: new SumsByPeriod(),
		day: new SumsByPeriod(),
	};
	readonly #stories: Readonly<Record<MonthGrain, SumsByPeriod>> = {
		month: new SumsByPeriod(),
		day: new SumsByPeriod(),
	};
	readonly #coverage = new Coverage();

	/** @param statements everything said of one subject, in the order of their periods */
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
	figures(): MonthFigure[] {
		const found = new Map<string, MonthFigure>();
		const offer = (figures: Iterable<MonthFigure>) => {
			for (const figure of figures) {
				const known = found.get(figure.month);
				const isBetter = known?.state !== "complete" || figure.missing.length < known.missing.length;
				if (!known || (figure.state === "complete" && isBetter)) found.set(figure.month, figure);
			}
		};
		offer(statedMonths(this.#account.month.all(), "stated"));
		offer(summedDays(this.#account.day.all(), "days"));
		const account = new Map(found);
		const offerSums = (grain: MonthGrain, figures: readonly MonthFigure[]) => {
			const comparable = sumsCover(account, figures);
			offer(
				figures.map((one) =>
					comparable && this.#coverage.covers(grain, one.month) ? one : { ...one, state: "some-stories" as const },
				),
			);
		};
		offerSums("month", statedMonths(this.#stories.month.all(), "stories"));
		offerSums("day", summedDays(this.#stories.day.all(), "story-days"));
		return [...found.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
	}
}

/** How much of its month a running figure holds, 0 to 1. */
export function elapsedShare(figure: Pick<MonthFigure, "month" | "until">): number {
	return Math.min(1, Math.max(0, daysBetween(`${figure.month}-01`, figure.until) / daysInMonth(figure.month)));
}

/**
 * What one story is stated to have in a month, or else on its days; `null` where nothing is.
 * @param statements everything said of one metric of it, in the order of their periods, one currency
 */
export function storyMonth(statements: readonly Statement[], month: string): Sum | null {
	const own = statements.filter(({ period }) => period.start !== null && monthOf(period.start) === month);
	const of = (grain: MonthGrain) => sumOf(newestPerPeriod(own.filter(({ period }) => period.grain === grain)));
	return of("month") ?? of("day");
}
