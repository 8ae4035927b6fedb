import { type EarnStories, type EarnStory, STORY_METRICS, type StoryMetric } from "#contract/earn.ts";
import { storyMonth } from "#domain/stats/monthly.ts";
import { begunBy, type Statement, type Subject } from "#domain/stats/observation.ts";
import { monthOf } from "#domain/stats/periods.ts";
import { type Sum, sumOf } from "#domain/stats/sums.ts";
import type { LedgerSeries } from "../database/observations.ts";
import type { Library } from "../library.ts";
import { inSlices } from "../turn.ts";
import { statementsBySubject } from "./by-subject.ts";
import { mainCurrency } from "./currencies.ts";
import { OriginTable } from "./origins.ts";
import { furthestDay } from "./parse-source.ts";
import { SubjectIndex } from "./subjects.ts";

/**
 * The lifetime total to show when several sources state one. The newest; but a total in whole dollars gives way to an
 * exact one that agrees with it, and so rounding never looks like a loss.
 */
export function bestLifetime(statements: readonly Statement[]): Statement | undefined {
	const byTime = [...statements].sort((a, b) => (a.observedAt < b.observedAt ? 1 : -1));
	const [newest] = byTime;
	if (newest?.rounding !== "whole") return newest;
	const agrees = (one: Statement) =>
		one.rounding === "exact" && one.currency === newest.currency && Math.abs(one.value - newest.value) < 100;
	return byTime.find(agrees) ?? newest;
}

const isTotal = ({ grain }: LedgerSeries): boolean => grain === "lifetime";

/** Figures of one metric of all stories. */
interface Column {
	/** In each currency: what each story has, and the months, `YYYY-MM`, of which anything is told. */
	stories: Map<string, { sums: Map<Subject, Sum>; months: Set<string> }>;
	/** How many statements there are in each currency, the account's among them, in the order of the first told of. */
	lifetimes: Map<string, number>;
	dated: Map<string, number>;
}

/**
 * Reads story by story and keeps one sum of each.
 * @param asking.month `YYYY-MM`, or `null` for lifetime totals
 * @param asking.last ISO date: what begins later is left out
 */
async function readColumn(
	{ observations }: Library,
	subjects: SubjectIndex,
	{ metric, month, last }: { metric: StoryMetric; month: string | null; last: string },
): Promise<Column> {
	const series = observations.seriesInOrder({ metrics: [metric], grains: ["lifetime", "month", "day"] });
	const [totals, others] = [series.filter(isTotal), series.filter((one) => !isTotal(one))];
	const none = (of: readonly LedgerSeries[]) => new Map(of.map(({ currency }) => [currency, 0]));
	const column: Column = { stories: new Map(), lifetimes: none(totals), dated: none(others) };
	for await (const { subject, currency, statements } of inSlices(statementsBySubject(observations, subjects, series))) {
		const begun = statements.filter(begunBy(last));
		const lifetimes = begun.filter(({ period }) => period.start === null);
		const count = (counts: Map<string, number>, more: number) =>
			counts.set(currency, (counts.get(currency) ?? 0) + more);
		count(column.lifetimes, lifetimes.length);
		count(column.dated, begun.length - lifetimes.length);
		if (subject === "account" || begun.length === 0) continue;
		const stories = column.stories.get(currency) ?? { sums: new Map(), months: new Set() };
		column.stories.set(currency, stories);
		for (const { period } of begun) if (period.start) stories.months.add(monthOf(period.start));
		const best = bestLifetime(lifetimes);
		const sum = month === null ? sumOf(best ? [best] : []) : storyMonth(begun, month);
		if (sum) stories.sums.set(subject, sum);
	}
	return column;
}

/**
 * The table of stories: lifetime totals, or one month, never both in one column, and one currency.
 * @param counted see `mainCurrency`
 */
export async function storyTable(
	library: Library,
	{ month, now, counted }: { month: string | null; now: Date; counted: string | null },
): Promise<EarnStories> {
	const subjects = new SubjectIndex(library);
	const origins = new OriginTable(library);
	// A library of an older Inkhour may hold figures of days still to come.
	const last = furthestDay(now);
	const months = new Set<string>();
	const rows = new Map<string, EarnStory>();
	const rowOf = (subject: Subject): EarnStory => {
		const known = rows.get(subject);
		if (known) return known;
		const row: EarnStory = { ...subjects.story(subject), figures: {} };
		rows.set(subject, row);
		return row;
	};
	const metrics = new Set<StoryMetric>();
	const earnings = await readColumn(library, subjects, { metric: "earnings", month, last });
	const { main: currency, others, isChosen } = mainCurrency(earnings, counted);
	for (const metric of STORY_METRICS) {
		const column = metric === "earnings" ? earnings : await readColumn(library, subjects, { metric, month, last });
		const stories = column.stories.get(metric === "earnings" ? currency : "");
		for (const one of stories?.months ?? []) months.add(one);
		for (const [subject, sum] of stories?.sums ?? []) {
			const figure = origins.sum(sum);
			if (!figure) continue;
			rowOf(subject).figures[metric] = figure;
			metrics.add(metric);
		}
	}
	return {
		rows: [...rows.values()],
		currency,
		otherCurrencies: others.filter((code) => earnings.stories.has(code)),
		currencyChosen: isChosen,
		origins: origins.list,
		months: [...months].sort().reverse(),
		metrics: STORY_METRICS.filter((metric) => metrics.has(metric)),
	};
}
