/** Everything the revenue engine needs, read from the ledger at one moment. Runs in a thread and only reads. */
import type { AttentionBasis } from "#domain/revenue/attention/hours.ts";
import type { CovariateFinding } from "#domain/revenue/covariates.ts";
import type { EngineInput } from "#domain/revenue/engine/engine.ts";
import { readRatioEffect } from "#domain/revenue/explain/read-ratio.ts";
import { accountMonths } from "#domain/revenue/input/account-months.ts";
import { shareOutMonths, storyRecords } from "#domain/revenue/input/story-figures.ts";
import type { RuleEpoch } from "#domain/revenue/price/filter.ts";
import { completionOf } from "#domain/revenue/provisional.ts";
import { monthlyFigures } from "#domain/stats/monthly.ts";
import { addDays, dayNumber, daysBetween } from "#domain/stats/periods.ts";
import type { Library } from "../library.ts";
import { mainCurrency } from "../stats/currencies.ts";
import { SubjectIndex } from "../stats/subjects.ts";
import { readStoryFigures } from "./story-figures.ts";

export interface RevenueRequest {
	/** ISO date. Figures of later days are left out. */
	today: string;
	epochs: readonly RuleEpoch[];
	/** Days on which planned stories come out, as dates. */
	planned: readonly string[];
	/** Stories a month, planned ones among them; `null` takes the writer's own pace. */
	cadence: number | null;
	/** ISO 8601: only what was imported by then counts, as it was known then; `null` for all. */
	importedBy: string | null;
}

export interface RevenueLedger {
	/** Everything but the months ahead. */
	known: Omit<EngineInput, "ahead">;
	/** ISO date up to which earnings are known; `null` without any. */
	asOf: string | null;
	bases: Record<AttentionBasis, number>;
	/** Currencies that are left out. */
	otherCurrencies: readonly string[];
	/** There are earnings of days that are still to come. */
	future: boolean;
	/** Earnings are known story by story. */
	earnedByStory: boolean;
	/** How the share of views that become reads goes with hours a view; `null` where stories do not tell. */
	readRatio: CovariateFinding | null;
	/** Minutes that half of the stories take at most; `null` when not known. */
	usualMinutes: number | null;
	subjects: SubjectIndex;
}

/** The lower of the two in the middle; `null` of nothing. */
const middleOf = (values: readonly number[]) => values.toSorted((a, b) => a - b)[(values.length - 1) >> 1] ?? null;

export function readRevenueLedger(
	library: Pick<Library, "database" | "observations">,
	{ today, epochs, planned, cadence }: Omit<RevenueRequest, "importedBy">,
): RevenueLedger {
	const { observations } = library;
	const subjects = new SubjectIndex(library);
	const all = subjects.resolveAll(
		[...observations.bySeries({ metrics: ["earnings"], grains: ["month", "day"] })].flat(),
	);
	const stated = all.filter(({ period }) => (period.start ?? "") <= today);
	const { main: currency, others } = mainCurrency(stated);
	const figures = monthlyFigures(
		stated.filter((one) => one.currency === currency),
		"earnings",
	);
	const completion = completionOf(
		observations.dayRevisions("earnings").map(({ day, firstSeen, first, last }) => ({
			age: daysBetween(day, firstSeen.slice(0, 10)),
			first,
			last,
		})),
	);
	const account = accountMonths(figures, completion);
	const byStory = readStoryFigures(observations, subjects, { currency, until: today });
	const { stories, bases } = storyRecords(byStory);
	const earnedByStory = stories.some(({ earned }) => earned.some((value) => value > 0));
	const firstDays = stories.flatMap(({ days }) => days[0] ?? []);
	const last = figures.at(-1);
	return {
		known: {
			currency,
			months: account.months,
			running: account.running,
			stories: earnedByStory ? stories : shareOutMonths(stories, account.months),
			storiesFrom: firstDays.reduce((first, day) => Math.min(first, day), firstDays[0] ?? 0),
			epochs,
			planned: planned.map(dayNumber),
			cadence,
		},
		asOf: last ? addDays(last.until, -1) : null,
		bases,
		otherCurrencies: others,
		future: stated.length < all.length,
		earnedByStory,
		readRatio: readRatioEffect(byStory),
		usualMinutes: middleOf(byStory.flatMap(({ readingMinutes }) => readingMinutes ?? [])),
		subjects,
	};
}
