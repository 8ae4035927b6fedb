/** Everything the revenue engine needs, read from the ledger at one moment. Runs in a thread and only reads. */
import type { AttentionBasis } from "#domain/revenue/attention/hours.ts";
import type { EngineInput } from "#domain/revenue/engine/engine.ts";
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
	subjects: SubjectIndex;
}

export function readRevenueLedger(
	library: Pick<Library, "database" | "observations">,
	{ today, epochs, planned, cadence }: RevenueRequest,
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
	const { stories, bases } = storyRecords(readStoryFigures(observations, subjects, { currency, until: today }));
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
		subjects,
	};
}
