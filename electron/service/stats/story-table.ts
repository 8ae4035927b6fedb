import { type EarnStories, type EarnStory, STORY_METRICS, type StoryMetric } from "#contract/earn.ts";
import { storyMonths } from "#domain/stats/monthly.ts";
import { begunBy, type Statement } from "#domain/stats/observation.ts";
import { monthOf } from "#domain/stats/periods.ts";
import type { Library } from "../library.ts";
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
	const rowOf = (subject: Statement["subject"]): EarnStory => {
		const known = rows.get(subject);
		if (known) return known;
		const row: EarnStory = { ...subjects.story(subject), figures: {} };
		rows.set(subject, row);
		return row;
	};
	const metrics = new Set<StoryMetric>();
	const grains = ["lifetime", "month", "day"] as const;
	const statements = async (metric: StoryMetric) =>
		(await library.observations.latest({ metrics: [metric], grains })).filter(begunBy(last));
	const earnings = await statements("earnings");
	const { main: currency, others, isChosen } = mainCurrency(earnings, counted);
	const isOfStory = ({ subject }: Statement) => subject !== "account";
	const ofStories = new Set(earnings.filter(isOfStory).map((one) => one.currency));
	for (const metric of STORY_METRICS) {
		const latest =
			metric === "earnings" ? earnings.filter((one) => one.currency === currency) : await statements(metric);
		const ofMetric = subjects.resolveAll(latest).filter(isOfStory);
		for (const { period } of ofMetric) if (period.start) months.add(monthOf(period.start));
		if (month === null) {
			const lifetimes = ofMetric.filter((one) => one.period.grain === "lifetime");
			for (const [subject, list] of Map.groupBy(lifetimes, (one) => one.subject)) {
				const best = bestLifetime(list);
				if (best) rowOf(subject).figures[metric] = origins.stated(best);
				metrics.add(metric);
			}
		} else
			for (const [subject, months] of storyMonths(ofMetric, metric)) {
				const figure = origins.sum(months.get(month) ?? []);
				if (!figure) continue;
				rowOf(subject).figures[metric] = figure;
				metrics.add(metric);
			}
	}
	return {
		rows: [...rows.values()],
		currency,
		otherCurrencies: others.filter((code) => ofStories.has(code)),
		currencyChosen: isChosen,
		origins: origins.list,
		months: [...months].sort().reverse(),
		metrics: STORY_METRICS.filter((metric) => metrics.has(metric)),
	};
}
