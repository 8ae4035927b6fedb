/** Why a month earned other than the one before it, as the rooms of Earn and the command line show it. */
import { type ExplainAnswer, STORIES_TOLD } from "#contract/earn.ts";
import type { Bands } from "#domain/revenue/bands.ts";
import { answerOf, drawPaths, ENGINE_PATHS, type Prepared, plannedPublishing } from "#domain/revenue/engine/engine.ts";
import type { KnownMonth } from "#domain/revenue/engine/history.ts";
import type { StoryRecord } from "#domain/revenue/engine/story-record.ts";
import { explainMonth, type MonthExplanation, type StoryChange } from "#domain/revenue/explain/month.ts";
import type { Refusal } from "#domain/revenue/refusal.ts";
import { addMonths, monthOf } from "#domain/stats/periods.ts";
import { type AnswerContext, agedAnswer, leftOutOf, named } from "./answer-context.ts";
import type { RevenueLedger } from "./ledger.ts";

/** Why no part of the change has a cause, if none has. */
function unexplained({ total, parts, earned, earnedBefore, stories }: MonthExplanation): Refusal[] {
	if (total === 0 || parts.rest !== total) return [];
	return [{ code: stories.length > 0 && Math.min(earned, earnedBefore) <= 0 ? "nothing-to-split" : "no-stories" }];
}

/** Stories that begin in the month, of which no source says when they came out, while others have figures of before. */
function undatedBeginners(stories: readonly StoryRecord[], { from, until }: KnownMonth): string[] {
	const first = stories.map(({ id, published, days }) => ({ id, published, day: days[0] ?? until }));
	if (first.every(({ day }) => day >= from)) return [];
	return first.filter(({ published, day }) => published === null && day >= from && day < until).map(({ id }) => id);
}

/** The months that are compared, as far as days of them are missing. */
const missingIn = ({ missingDays }: RevenueLedger, months: readonly KnownMonth[]): Refusal[] =>
	months.flatMap(({ month }) => {
		const days = missingDays.filter((day) => monthOf(day) === month);
		return days.length > 0 ? [{ code: "days-missing", month, days }] : [];
	});

/** Rows that could not be read where a month is not known, import by import: two files may have one name. */
const unreadOf = ({ unread }: RevenueLedger, month: string): Refusal[] =>
	[...Map.groupBy(unread.get(month) ?? [], ({ importId }) => importId).values()].map((found) => ({
		code: "rows-unread",
		month,
		source: found[0]?.source ?? "",
		rows: [...new Set(found.map(({ row }) => row))].sort((a, b) => a - b),
	}));

/** Months that have one before them. */
const explainable = ({ known: { months } }: RevenueLedger) =>
	months
		.filter((month, at) => months[at - 1]?.until === month.from)
		.map(({ month }) => month)
		.reverse();

/** Sums of stories that are not told one by one; minor units. */
function togetherOf(stories: readonly StoryChange[]): ExplainAnswer["untold"] {
	const sum = (of: (story: StoryChange) => number) => stories.reduce((total, story) => total + of(story), 0);
	return {
		stories: stories.length,
		earned: sum(({ earned }) => earned),
		earnedBefore: sum(({ earnedBefore }) => earnedBefore),
	};
}

type StoriesLeft = ReadonlyMap<string, Bands>;

/** By what they are drawn from, which is of one seed: they are the same whichever month is asked for. */
const leftDrawn = new WeakMap<Prepared, StoriesLeft>();

/** What is left in each story over the months ahead, minor units. Drawn once for a fit, and kept as long as it is. */
export function storiesLeft(prepared: Prepared, seed: number): StoriesLeft {
	const drawn = leftDrawn.get(prepared);
	if (drawn) return drawn;
	const paths = drawPaths(prepared, plannedPublishing(prepared.input), ENGINE_PATHS.full, seed);
	const left = new Map(answerOf(prepared, paths).stories.map(({ id, remaining }) => [id, remaining]));
	leftDrawn.set(prepared, left);
	return left;
}

/** @param prepared what a year ahead is drawn from; `null` when nothing can be projected */
export function explainOf(
	context: AnswerContext,
	month: string,
	prepared: Prepared | null,
	seed: number,
): ExplainAnswer {
	const { ledger } = context;
	const { months, stories: all } = ledger.known;
	const at = months.findIndex((one) => one.month === month);
	const [before, after] = [months[at - 1], months[at]];
	const aged = agedAnswer(context);
	const answer = {
		...aged,
		bases: ledger.bases,
		months: explainable(ledger),
		undated: [],
		untold: togetherOf([]),
		remaining: {},
		named: {},
	};
	if (ledger.importedLater !== null)
		return { ...answer, explanation: null, refusals: [{ code: "imported-later", first: ledger.importedLater }] };
	if (!after || !before || before.until !== after.from) {
		const unknown = after ? addMonths(month, -1) : month;
		return {
			...answer,
			explanation: null,
			refusals: [{ code: "month-unknown", month: unknown }, ...unreadOf(ledger, unknown)],
		};
	}
	const explanation = explainMonth(before, after, ledger.earnedByStory ? all : [], prepared?.now?.weights ?? null);
	const stories = explanation.stories.slice(0, STORIES_TOLD);
	const left = prepared && !aged.age.outdated ? storiesLeft(prepared, seed) : null;
	const undated = ledger.earnedByStory ? undatedBeginners(all, after) : [];
	return {
		...answer,
		explanation: { ...explanation, stories },
		undated,
		untold: togetherOf(explanation.stories.slice(STORIES_TOLD)),
		remaining: Object.fromEntries(
			stories.flatMap(({ id }) => {
				const bands = left?.get(id);
				return bands ? [[id, bands]] : [];
			}),
		),
		named: named(
			ledger,
			stories.map(({ id }) => id),
		),
		refusals: [
			...unexplained(explanation),
			...(undated.length > 0 ? [{ code: "publication-unknown", month, count: undated.length } as const] : []),
			...missingIn(ledger, [before, after]),
			...leftOutOf(context),
		],
	};
}
