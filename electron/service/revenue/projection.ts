/** The coming months, as the rooms of Earn and the command line show them. */
import {
	type BoostAnswer,
	type HourRate,
	PROJECTION_MONTHS,
	type ProjectionAnswer,
	STORIES_TOLD,
	type YoungAnswer,
} from "#contract/earn.ts";
import { earningsAge } from "#domain/revenue/age.ts";
import { NO_BOOSTS } from "#domain/revenue/attention/boost.ts";
import { plannedIn } from "#domain/revenue/attention/new-stories.ts";
import { type CashMonth, type CashRules, carriedInto, cashCalendar } from "#domain/revenue/cash.ts";
import {
	answerOf,
	drawPaths,
	ENGINE_PATHS,
	type EngineAnswer,
	type Prepared,
	plannedPublishing,
	settledMonths,
} from "#domain/revenue/engine/engine.ts";
import { type KnownMonth, wholeValue } from "#domain/revenue/engine/history.ts";
import { overPlans } from "#domain/revenue/engine/over-plan.ts";
import { youngOutlook } from "#domain/revenue/engine/young.ts";
import { type Dependence, dependenceOf } from "#domain/revenue/explain/dependence.ts";
import { effectsOf } from "#domain/revenue/explain/effects.ts";
import { tierOf } from "#domain/revenue/explain/tiers.ts";
import { monthsAhead } from "#domain/revenue/input/account-months.ts";
import { nextPayout } from "#domain/revenue/payout.ts";
import type { RateFit } from "#domain/revenue/price/filter.ts";
import type { Refusal } from "#domain/revenue/refusal.ts";
import { completedBy } from "#domain/revenue/young.ts";
import type { Subject } from "#domain/stats/observation.ts";
import { addMonths, dateOfDay, monthOf } from "#domain/stats/periods.ts";
import { type AnswerContext, agedAnswer, boostedStories, historyOf, leftOutOf, named } from "./answer-context.ts";
import type { RevenueLedger } from "./ledger.ts";
import type { Drawing } from "./task.ts";

/** 80 % of a normal distribution lie within so many deviations. */
const Z_80 = 1.2816;

function hourRate(rate: RateFit | null): HourRate | null {
	const last = rate?.points.at(-1);
	if (!rate || !last) return null;
	const half = Z_80 * Math.sqrt(last.variance);
	return {
		low: Math.round(Math.exp(last.log - half)),
		likely: Math.round(Math.exp(last.log)),
		high: Math.round(Math.exp(last.log + half)),
		asOf: dateOfDay(last.until - 1),
		monthlyDrift: Math.exp(rate.monthlyDrift),
		changes: rate.changes.map(({ day, kind }) => ({ date: dateOfDay(day), kind })),
	};
}

/** What is told whether or not there is a projection. */
function told(context: AnswerContext, { seed }: Drawing) {
	const { bases, clapUnit, known } = context.ledger;
	const { history, missing, firstAhead } = historyOf(context.ledger);
	const { running } = known;
	return {
		...agedAnswer(context),
		leastPayout: context.cash?.thresholdMinor ?? null,
		history,
		running: running && {
			month: running.month,
			minor: running.toDate + running.provisional,
			missing: running.missing ?? 0,
		},
		tier: tierOf(known.months.map(wholeValue), known.currency),
		missing,
		firstAhead,
		bases,
		clapUnit,
		seed,
	};
}

/** Minor units carried into the first month ahead. */
const carriedOver = (ledger: RevenueLedger, rules: CashRules) =>
	carriedInto(
		historyOf(ledger).sinceGap.map(({ minor }) => minor),
		rules,
	);

const owedOf = ({ ledger, cash }: AnswerContext): ProjectionAnswer["owed"] =>
	cash && Math.max(0, -carriedOver(ledger, cash));

const payoutOf = (
	{ ledger, today, cash: rules }: AnswerContext,
	{ outdated }: ProjectionAnswer["age"],
	calendar: readonly CashMonth[],
): ProjectionAnswer["payout"] =>
	outdated || !rules ? null : nextPayout(historyOf(ledger).sinceGap, calendar, { today, rules });

function provisionalOf(running: Prepared["input"]["running"]): ProjectionAnswer["provisional"] {
	if (!running || running.provisional === 0) return null;
	return { month: running.month, from: dateOfDay(running.knownUntil), minor: running.provisional };
}

export function refusedProjection(
	context: AnswerContext,
	drawing: Drawing,
	refusal: Refusal,
	refined: boolean,
): ProjectionAnswer {
	const { ledger } = context;
	const shared = told(context, drawing);
	const young = refusal.code === "few-months" ? youngOf(context, drawing, refined) : null;
	const dependence = dependenceIn(ledger, ledger.known.months);
	return {
		...shared,
		young,
		refined,
		paths: 0,
		months: [],
		provisional: null,
		rate: null,
		weights: [],
		mix: [],
		widening: [],
		backtest: null,
		stories: [],
		pace: null,
		planned: [],
		overPlanned: [],
		cash: null,
		owed: owedOf(context),
		payout: payoutOf(context, shared.age, []),
		dependence: dependence && shortened(dependence),
		effects: { shown: [], tried: [], stories: 0 },
		boost: null,
		named: named(ledger, [...namedIn(dependence), ...(young?.earned.map(({ id }) => id) ?? [])]),
		refusals: [refusal, ...leftOutOf(context)],
	};
}

/** What is told of a writer whose months are too few. */
function youngOf({ ledger, today }: AnswerContext, drawing: Drawing, refined: boolean): YoungAnswer | null {
	const { known, earnedByStory, asOf } = ledger;
	const ahead = monthsAhead(known, PROJECTION_MONTHS.most);
	// Of the only month known the beginning is missing: the next one is the first that can be complete.
	const next = ahead.length > 0 || !asOf ? ahead : [{ month: addMonths(monthOf(asOf), 1) }];
	const month = completedBy(known.months.length, next);
	if (month === null) return null;
	const earned = earnedByStory
		? known.stories.map(({ id, earned: days }) => ({
				id,
				minor: Math.round(days.reduce((sum, minor) => sum + (minor || 0), 0)),
			}))
		: [];
	const paths = refined ? ENGINE_PATHS.full : ENGINE_PATHS.first;
	return {
		completedBy: month,
		over: monthOf(today) > month,
		earned: earned
			.filter(({ minor }) => minor !== 0)
			.sort((a, b) => b.minor - a.minor || (a.id < b.id ? -1 : 1))
			.slice(0, STORIES_TOLD),
		outlook: earningsAge(asOf, today).outdated
			? null
			: youngOutlook({ ...known, ahead }, { seed: drawing.seed, paths, told: drawing.months }),
	};
}

function dependenceIn({ subjects, earnedByStory, known }: RevenueLedger, months: readonly KnownMonth[]) {
	if (!earnedByStory) return null;
	const story = (id: string) => subjects.story(id as Subject);
	return dependenceOf(
		months,
		known.stories,
		(id) => story(id).tags[0] ?? "",
		(id) => story(id).publishedAt?.slice(0, 7) ?? "",
	);
}

/** With as many stories as are told singly. */
const shortened = (dependence: Dependence): Dependence => ({
	...dependence,
	byStory: { ...dependence.byStory, shares: dependence.byStory.shares.slice(0, STORIES_TOLD) },
});

/** Keys of the stories it tells singly. */
const namedIn = (dependence: Dependence | null): string[] =>
	dependence?.byStory.shares.slice(0, STORIES_TOLD).map(({ key }) => key) ?? [];

function boostAnswer(prepared: Prepared): BoostAnswer | null {
	const { stories, now } = prepared;
	const boosted = boostedStories(prepared);
	if (boosted === 0) return null;
	const { effect, chance } = stories?.fit.boost ?? NO_BOOSTS;
	return { stories: boosted, attention: effect, money: now?.bonus ?? null, chance };
}

function storiesTold(answer: EngineAnswer) {
	return answer.stories
		.toSorted((a, b) => b.remaining.p50 - a.remaining.p50 || (a.id < b.id ? -1 : 1))
		.slice(0, STORIES_TOLD);
}

export function projectionOf(
	context: AnswerContext,
	drawing: Drawing,
	prepared: Prepared,
	refined: boolean,
): ProjectionAnswer {
	const { ledger, cash } = context;
	const { input } = prepared;
	const shared = told(context, drawing);
	const { months, seed } = drawing;
	const count = refined ? ENGINE_PATHS.full : ENGINE_PATHS.first;
	const paths = drawPaths(prepared, plannedPublishing(input), count, seed);
	const answer = answerOf(prepared, paths, months);
	// Of all that was drawn: the next payout may be of a month after those told.
	const calendar =
		shared.age.outdated || !cash
			? null
			: cashCalendar(input.ahead, settledMonths(paths.total, input.running?.toDate ?? 0), {
					carried: carriedOver(ledger, cash),
					rules: cash,
				});
	const stories = storiesTold(answer);
	const dependence = dependenceIn(ledger, input.months);
	return {
		...shared,
		young: null,
		refined,
		paths: count,
		months: answer.months,
		provisional: provisionalOf(input.running),
		rate: hourRate(answer.rate),
		weights: answer.weights?.weights ?? [],
		mix: answer.mix.bottomUp,
		widening: answer.widening,
		backtest: refined && answer.backtest.rows.length > 0 ? answer.backtest : null,
		stories,
		pace: answer.pace,
		planned: plannedIn(input.planned, prepared.stretches).slice(0, months),
		overPlanned: overPlans(prepared, answer.pace, { paths: count, seed, told: months }),
		cash: calendar?.slice(0, months) ?? null,
		owed: owedOf(context),
		payout: payoutOf(context, shared.age, calendar ?? []),
		dependence: dependence && shortened(dependence),
		effects: effectsOf(ledger.beginnings),
		boost: boostAnswer(prepared),
		named: named(ledger, [...stories.map(({ id }) => id), ...namedIn(dependence)]),
		refusals: [...(paths.old ? [] : [{ code: "no-stories" } as const]), ...leftOutOf(context)],
	};
}
