/** Everything the revenue engine needs, read from the ledger at one moment. Runs in a thread and only reads. */
import type { AttentionBasis } from "#domain/revenue/attention/hours.ts";
import { lowerMiddleOf } from "#domain/revenue/averages.ts";
import type { CovariateRow } from "#domain/revenue/covariates.ts";
import type { EngineInput } from "#domain/revenue/engine/engine.ts";
import { beginningsOf, likenessOf, plannedEffects, type StoryTraits } from "#domain/revenue/explain/effects.ts";
import { type ReadRatioFinding, readRatioEffect } from "#domain/revenue/explain/read-ratio.ts";
import { accountMonths, ofAccount } from "#domain/revenue/input/account-months.ts";
import { type ClapUnit, shareOutMonths, storyRecords } from "#domain/revenue/input/story-figures.ts";
import type { RuleEpoch } from "#domain/revenue/price/filter.ts";
import { completionOf } from "#domain/revenue/provisional.ts";
import { normalTitle, type Subject } from "#domain/stats/observation.ts";
import { addDays, dayNumber, daysBetween } from "#domain/stats/periods.ts";
import type { Library } from "../library.ts";
import { statementsBySubject } from "../stats/by-subject.ts";
import { mostStated } from "../stats/currencies.ts";
import { MonthsByCurrency } from "../stats/months-by-currency.ts";
import { SubjectIndex } from "../stats/subjects.ts";
import { readStoryFigures } from "./story-figures.ts";

/** A story that is to come out. */
export interface PlannedStory {
	/** ISO date. */
	date: string;
	/** In the writer's words; may be empty. */
	topic: string;
	/** Of a text that is ready; `null` where its length may still change. */
	readyId: string | null;
}

export interface RevenueRequest {
	/** ISO date. Figures of later days are left out. */
	today: string;
	epochs: readonly RuleEpoch[];
	planned: readonly PlannedStory[];
	/** Stories a month, planned ones among them; `null` takes the writer's own pace. */
	cadence: number | null;
	/** Currency whose earnings count where there are several; `null` is the one with the most amounts. */
	counted: string | null;
	/** ISO 8601: only what was imported by then counts, as it was known then; `null` for all. */
	importedBy: string | null;
}

export interface RevenueLedger {
	/** Everything but the months ahead. */
	known: Omit<EngineInput, "ahead">;
	/** ISO date up to which earnings are known; `null` without any. */
	asOf: string | null;
	bases: Record<AttentionBasis, number>;
	clapUnit: ClapUnit;
	/** Currencies that are left out. */
	otherCurrencies: readonly string[];
	/** The writer said which currency counts. */
	currencyChosen: boolean;
	/** Months of which only some stories' earnings are known, `YYYY-MM`, oldest first: left out. */
	someStories: readonly string[];
	/** Rows of stats files that could not be read, by the month they are about. */
	unread: ReadonlyMap<string, readonly { importId: string; source: string; row: number }[]>;
	/** When the first earnings came in, ISO 8601, if that was after the time that is looked back to. */
	importedLater: string | null;
	/** Days without earnings in months that are summed from days, ISO dates, oldest first. */
	missingDays: readonly string[];
	/** There are earnings of days that are still to come. */
	future: boolean;
	/** Earnings are known story by story. */
	earnedByStory: boolean;
	/** How the share of views that become reads goes with hours a view; `null` where stories do not tell. */
	readRatio: ReadRatioFinding | null;
	/** Minutes that half of the stories take at most; `null` when not known. */
	usualMinutes: number | null;
	/** How stories began, with what is known of each. */
	beginnings: CovariateRow[];
	subjects: SubjectIndex;
}

/** A topic as it is compared: the plan has the writer's words, stats have Medium's. */
const topicKey = (topic: string) => normalTitle(topic).replaceAll("-", " ");

export function readRevenueLedger(
	library: Pick<Library, "database" | "observations">,
	{ today, epochs, planned, cadence, counted }: Omit<RevenueRequest, "importedBy">,
): RevenueLedger {
	const { database, observations } = library;
	const subjects = new SubjectIndex(library);
	const series = observations.seriesInOrder({ metrics: ["earnings"], grains: ["month", "day"] });
	const earned = new MonthsByCurrency(series, today);
	for (const one of statementsBySubject(observations, subjects, series)) earned.add(one);
	const { main: currency, others, isChosen } = mostStated(earned.counts, counted);
	const figures = earned.figures(currency);
	const completion = completionOf(
		observations.dayRevisions("earnings").map(({ day, firstSeen, first, last }) => ({
			age: daysBetween(day, firstSeen.slice(0, 10)),
			first,
			last,
		})),
	);
	const account = accountMonths(figures, completion);
	const byStory = readStoryFigures(observations, subjects, { currency, until: today });
	const { stories, bases, clapUnit } = storyRecords(byStory);
	const earnedByStory = stories.some(({ earned }) => earned.some((value) => value > 0));
	const firstDays = stories.flatMap(({ days }) => days[0] ?? []);
	const last = figures.findLast(ofAccount);
	const storiesFrom = firstDays.reduce((first, day) => Math.min(first, day), firstDays[0] ?? 0);
	const until = account.running?.knownUntil ?? account.months.at(-1)?.until ?? 0;
	const traitsOf = (id: string): StoryTraits => {
		const { tags, collection, readingSeconds } = subjects.story(id as Subject);
		return { topic: tags[0] ?? null, publication: collection, readingMinutes: readingSeconds && readingSeconds / 60 };
	};
	const beginnings = beginningsOf(stories, traitsOf, storiesFrom, until);
	const topics = new Map(
		beginnings.flatMap(({ values: { topic } }) => (topic ? [[topicKey(String(topic)), String(topic)]] : [])),
	);
	const lengthOf = database.prepare<[string], number>("SELECT reading_seconds FROM story WHERE id = ?").pluck();
	const effects = planned.length > 0 ? plannedEffects(beginnings) : [];
	const plannedDays = planned.map(({ date, topic, readyId }) => {
		const seconds = readyId === null ? undefined : lengthOf.get(readyId);
		const day = dayNumber(date);
		const known = { topic: topics.get(topicKey(topic)) ?? null, readingMinutes: seconds ? seconds / 60 : null };
		return { day, as: likenessOf(known, day, effects) };
	});
	return {
		known: {
			currency,
			months: account.months,
			running: account.running,
			stories: earnedByStory
				? stories
				: shareOutMonths(
						stories,
						account.months.filter(({ missing }) => missing === undefined),
					),
			storiesFrom,
			epochs,
			planned: plannedDays,
			cadence,
		},
		asOf: last ? addDays(last.until, -1) : null,
		bases,
		clapUnit,
		otherCurrencies: others,
		currencyChosen: isChosen,
		someStories: figures.filter((one) => !ofAccount(one)).map(({ month }) => month),
		unread: Map.groupBy(observations.unreadRows(), ({ month }) => month),
		importedLater: series.length === 0 && observations.lookedBackTo !== null ? observations.earningsSince() : null,
		missingDays: figures.filter(ofAccount).flatMap(({ missing }) => missing),
		future: earned.future,
		earnedByStory,
		readRatio: readRatioEffect(byStory),
		usualMinutes: lowerMiddleOf(byStory.flatMap(({ readingMinutes }) => readingMinutes ?? [])),
		beginnings,
		subjects,
	};
}
