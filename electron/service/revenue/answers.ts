/** What the engine found, as the rooms of Earn and the command line show it. */
import {
	type ExplainAnswer,
	type HourRate,
	type NamedStory,
	type ProjectionAnswer,
	STORIES_TOLD,
	type WhatIfAnswer,
	type WhatIfAssumptions,
} from "#contract/earn.ts";
import { type CashRules, carriedInto, cashCalendar } from "#domain/revenue/cash.ts";
import {
	answerOf,
	drawPaths,
	ENGINE_PATHS,
	type EngineAnswer,
	type Prepared,
	plannedPublishing,
	prepare,
	refusalOf,
} from "#domain/revenue/engine/engine.ts";
import { type Assumptions, whatIf } from "#domain/revenue/engine/what-if.ts";
import { dependenceOf } from "#domain/revenue/explain/dependence.ts";
import { type Effects, effectsOf } from "#domain/revenue/explain/effects.ts";
import { explainMonth, type MonthExplanation } from "#domain/revenue/explain/month.ts";
import { tierOf } from "#domain/revenue/explain/tiers.ts";
import { monthsAhead } from "#domain/revenue/input/account-months.ts";
import { nextPayout } from "#domain/revenue/payout.ts";
import type { RateFit } from "#domain/revenue/price/filter.ts";
import type { Refusal } from "#domain/revenue/refusal.ts";
import type { Subject } from "#domain/stats/observation.ts";
import { addMonths, dateOfDay, dayNumber, daysBetween, monthOf } from "#domain/stats/periods.ts";
import type { RevenueLedger } from "./ledger.ts";
import type { Drawing, RevenueQuestion } from "./task.ts";

type WhatIfQuestion = Extract<RevenueQuestion, { ask: "whatIf" }>;

/** Days after which the newest earnings are called old, and months after which a payout is no longer told. */
const STALE_DAYS = 45;
const PAYOUT_MONTHS = 3;
/** 80 % of a normal distribution lie within so many deviations. */
const Z_80 = 1.2816;

export interface AnswerContext {
	ledger: RevenueLedger;
	/** ISO date. */
	today: string;
	cash: CashRules;
}

function hourRate(rate: RateFit | null): HourRate | null {
	const last = rate?.points.at(-1);
	if (!rate || !last) return null;
	const half = Z_80 * Math.sqrt(last.variance);
	return {
		low: Math.round(Math.exp(last.log - half)),
		likely: Math.round(Math.exp(last.log)),
		high: Math.round(Math.exp(last.log + half)),
		asOf: dateOfDay(last.until),
		monthlyDrift: Math.exp(rate.monthlyDrift),
		changes: rate.changes.map(({ day, kind }) => ({ date: dateOfDay(day), kind })),
	};
}

const nameOf =
	({ subjects }: RevenueLedger) =>
	(id: string): NamedStory => {
		const { storyId, title } = subjects.story(id as Subject);
		return { storyId, title };
	};

const named = (ledger: RevenueLedger, ids: Iterable<string>): Record<string, NamedStory> => {
	const name = nameOf(ledger);
	return Object.fromEntries([...new Set(ids)].map((id) => [id, name(id)]));
};

/** What is told whether or not there is a projection. */
function told({ ledger, today }: AnswerContext, { seed }: Drawing) {
	const { known, asOf, bases } = ledger;
	return {
		asOf,
		stale: asOf !== null && daysBetween(asOf, today) > STALE_DAYS,
		currency: known.currency,
		bases,
		seed,
	};
}

function payoutOf(
	{ ledger, today }: AnswerContext,
	history: ProjectionAnswer["history"],
	projected: ProjectionAnswer["months"],
): ProjectionAnswer["payout"] {
	const recent = (history.at(-1)?.month ?? "") >= addMonths(monthOf(today), -PAYOUT_MONTHS);
	return recent ? nextPayout(history, projected, ledger.known.currency, today) : null;
}

/** What of the ledger is left out of every answer. */
function leftOutOf({ ledger, today }: AnswerContext): Refusal[] {
	const { otherCurrencies: others, known, future } = ledger;
	return [
		...(others.length > 0 ? [{ code: "other-currencies", currency: known.currency, others } as const] : []),
		...(future ? [{ code: "future-figures", day: today } as const] : []),
	];
}

export function refusedProjection(
	context: AnswerContext,
	drawing: Drawing,
	refusal: Refusal,
	refined: boolean,
): ProjectionAnswer {
	const history = context.ledger.known.months.map(({ month, value }) => ({ month, minor: value }));
	return {
		...told(context, drawing),
		refined,
		paths: 0,
		months: [],
		rate: null,
		weights: [],
		mix: [],
		widening: [],
		backtest: null,
		stories: [],
		pace: null,
		planned: [],
		cash: null,
		payout: payoutOf(context, history, []),
		tier: null,
		dependence: null,
		effects: { shown: [], tried: [], stories: 0 },
		named: {},
		refusals: [refusal, ...leftOutOf(context)],
		history,
		leftOut: refusal.code === "few-months" ? Math.max(0, history.length - refusal.have) : 0,
	};
}

function storiesTold(answer: EngineAnswer) {
	return answer.stories
		.toSorted((a, b) => b.remaining.p50 - a.remaining.p50 || (a.id < b.id ? -1 : 1))
		.slice(0, STORIES_TOLD);
}

/** What the stories tell besides the forecast. */
function storyFindings(ledger: RevenueLedger, { input, stretches }: Prepared) {
	const { subjects, earnedByStory } = ledger;
	const { stories, storiesFrom, months } = input;
	const story = (id: string) => subjects.story(id as Subject);
	const dependence = earnedByStory
		? dependenceOf(
				months,
				stories,
				(id) => story(id).tags[0] ?? "",
				(id) => story(id).publishedAt?.slice(0, 7) ?? "",
			)
		: null;
	const until = stretches[0]?.from ?? months.at(-1)?.until ?? 0;
	const traits = (id: string) => {
		const { tags, collection, readingSeconds } = story(id);
		return { topic: tags[0] ?? null, publication: collection, readingMinutes: readingSeconds && readingSeconds / 60 };
	};
	return { dependence, effects: effectsOf(stories, traits, storiesFrom, until) };
}

export function projectionOf(
	context: AnswerContext,
	drawing: Drawing,
	prepared: Prepared,
	refined: boolean,
): ProjectionAnswer {
	const { ledger, cash } = context;
	const { input } = prepared;
	const { seed } = drawing;
	const count = refined ? ENGINE_PATHS.full : ENGINE_PATHS.first;
	const paths = drawPaths(prepared, plannedPublishing(input), count, seed);
	const answer = answerOf(prepared, paths);
	const history = input.months.map(({ month, value }) => ({ month, minor: value }));
	const values = history.map(({ minor }) => minor);
	const toDate = input.running?.toDate ?? 0;
	const whole = paths.total.map((draws, step) => (step === 0 ? draws.map((value) => value + toDate) : draws));
	const stories = storiesTold(answer);
	const { dependence, effects } = storyFindings(ledger, prepared);
	return {
		...told(context, drawing),
		refined,
		paths: count,
		months: answer.months,
		rate: hourRate(answer.rate),
		weights: answer.weights?.weights ?? [],
		mix: answer.mix.bottomUp,
		widening: answer.widening,
		backtest: refined && answer.backtest.rows.length > 0 ? answer.backtest : null,
		stories,
		pace: answer.pace,
		planned: prepared.stretches.map(
			({ from, until }) => input.planned.filter((day) => day >= from && day < until).length,
		),
		cash: cashCalendar(input.ahead, whole, {
			currency: input.currency,
			carried: carriedInto(values, cash),
			rules: cash,
		}),
		payout: payoutOf(context, history, answer.months),
		tier: tierOf(values, input.currency),
		dependence: dependence && {
			...dependence,
			byStory: { ...dependence.byStory, shares: dependence.byStory.shares.slice(0, STORIES_TOLD) },
		},
		effects,
		named: named(ledger, [
			...stories.map(({ id }) => id),
			...(dependence?.byStory.shares.slice(0, STORIES_TOLD).map(({ key }) => key) ?? []),
		]),
		refusals: [...(paths.old ? [] : [{ code: "no-stories" } as const]), ...leftOutOf(context)],
		history,
		leftOut: ledger.known.months.length - input.months.length,
	};
}

/** Some of the change has a cause. */
const isExplained = ({ total, parts }: MonthExplanation) => total === 0 || parts.rest !== total;

/** Months that have one before them. */
const explainable = ({ known: { months } }: RevenueLedger) =>
	months
		.filter((month, at) => months[at - 1]?.until === month.from)
		.map(({ month }) => month)
		.reverse();

/** @param prepared what a year ahead is drawn from; `null` when nothing can be projected */
export function explainOf(
	{ ledger }: AnswerContext,
	month: string,
	prepared: Prepared | null,
	seed: number,
): ExplainAnswer {
	const { months, currency, stories: all } = ledger.known;
	const at = months.findIndex((one) => one.month === month);
	const [before, after] = [months[at - 1], months[at]];
	const answer = { currency, months: explainable(ledger), remaining: {}, named: {} };
	if (!after || !before || before.until !== after.from) {
		const unknown = after ? addMonths(month, -1) : month;
		return { ...answer, explanation: null, refusals: [{ code: "month-unknown", month: unknown }] };
	}
	const explanation = explainMonth(before, after, ledger.earnedByStory ? all : [], prepared?.now?.weights ?? null);
	const stories = explanation.stories.slice(0, STORIES_TOLD);
	const outlooks =
		prepared &&
		answerOf(prepared, drawPaths(prepared, plannedPublishing(prepared.input), ENGINE_PATHS.first, seed)).stories;
	const left = new Map(outlooks?.map(({ id, remaining }) => [id, remaining]));
	return {
		...answer,
		explanation: { ...explanation, stories },
		remaining: Object.fromEntries(
			stories.flatMap(({ id }) => {
				const bands = left.get(id);
				return bands ? [[id, bands]] : [];
			}),
		),
		named: named(
			ledger,
			stories.map(({ id }) => id),
		),
		refusals: isExplained(explanation) ? [] : [{ code: "no-stories" }],
	};
}

function toAssumptions({ series, weekday, ...rest }: WhatIfAssumptions, effects: Effects): Assumptions {
	const days = effects.shown.find(({ name }) => name === "weekday")?.effects;
	return {
		...rest,
		...(series ? { series: series.map(dayNumber) } : {}),
		...(weekday ? { weekday: days?.find(({ group }) => group === String(weekday - 1))?.factor ?? 1 } : {}),
	};
}

export function whatIfOf(
	{ ledger }: AnswerContext,
	{ assumptions, goal, seed }: WhatIfQuestion,
	prepared: Prepared,
): WhatIfAnswer {
	const { currency } = ledger.known;
	const aboutStories = Object.keys(assumptions).some((name) => name !== "rate");
	if (!prepared.stories && aboutStories) return { currency, answer: null, refusals: [{ code: "no-stories" }], seed };
	return {
		currency,
		answer: whatIf(prepared, toAssumptions(assumptions, storyFindings(ledger, prepared).effects), {
			paths: ENGINE_PATHS.full,
			seed,
			goal,
		}),
		refusals: [],
		seed,
	};
}

export const refusedWhatIf = ({ ledger }: AnswerContext, { seed }: Drawing, refusal: Refusal): WhatIfAnswer => ({
	currency: ledger.known.currency,
	answer: null,
	refusals: [refusal],
	seed,
});

/** A first look needs no back-test; bands that are to hold do. */
export function preparedFor(
	{ ledger }: AnswerContext,
	{ months, seed }: Drawing,
	backtest: boolean,
): Prepared | Refusal {
	const input = { ...ledger.known, ahead: monthsAhead(ledger.known, months) };
	return refusalOf(input) ?? prepare(input, seed, { backtest });
}
