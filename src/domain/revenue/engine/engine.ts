/**
 * The revenue engine: from what is known of months and stories to coming months with their bands. Pure and seeded: the
 * same figures and seed give the same numbers on every machine.
 */
import type { Stretch } from "../attention/draws.ts";
import { type Pace, type PlannedDay, type Publishing, USUAL_PUBLISHING, usualPace } from "../attention/new-stories.ts";
import { type Bands, bandsOf, quantile } from "../bands.ts";
import type { RateFit, RuleEpoch } from "../price/filter.ts";
import type { WeightFit } from "../price/weights.ts";
import type { Refusal } from "../refusal.ts";
import { finish, pausesAt, type Steps } from "../steps.ts";
import { type BacktestSummary, summariseTrials } from "./backtest-summary.ts";
import type { Mix, Trial } from "./calibrate.ts";
import { type Gaps, gapsOf } from "./gaps.ts";
import { type History, type KnownMonth, wholeValue } from "./history.ts";
import { knowledgeAt, type StoryKnowledge } from "./knowledge.ts";
import type { StoryRecord } from "./story-record.ts";
import { type StoryShape, shapeOf } from "./story-shape.ts";
import type { Begun } from "./top-down.ts";
import { type TotalPaths, totalPaths } from "./total.ts";
import { fitStories, LEAST_MONTHS, mostOf, pastTrials, type StoriesNow } from "./trials.ts";

/** A month of which only the beginning is known. */
export interface RunningMonth {
	month: string;
	/** First day, day after the last known one, and day after the last, since 1970-01-01. */
	from: number;
	knownUntil: number;
	until: number;
	/** Minor units so far, provisional days left out; corrections can take it below nothing. */
	toDate: number;
	/** Minor units of the days that were left out. */
	provisional: number;
	/** Days before `knownUntil` without figures; absent where there are none. */
	missing?: number;
}

export interface EngineInput {
	/** Of every amount; amounts in others are left out by the caller, for currencies are never added. */
	currency: string;
	/** Complete months, in minor units. Those missing between them are unknown, not nothing. */
	months: readonly KnownMonth[];
	running: RunningMonth | null;
	/** Empty where attention is not known by story. */
	stories: readonly StoryRecord[];
	/** First day of the stories' data. */
	storiesFrom: number;
	epochs: readonly RuleEpoch[];
	/** Stories that are to come out, and how they differ from a usual one, as far as it is known; see `likenessOf`. */
	planned: readonly PlannedDay[];
	/** Stories a month, planned ones among them; `null` or absent takes the writer's own pace. */
	cadence?: number | null;
	/** Months ahead: name and days, first the running one if there is one. */
	ahead: readonly KnownAhead[];
}

export interface KnownAhead {
	month: string;
	from: number;
	until: number;
}

export interface EngineMonth {
	month: string;
	/** Minor units that are in already. */
	toDate: number;
	total: Bands;
	/** Stories that are out, and those not yet written; `null` where stories do not tell them apart. */
	backCatalogue: Bands | null;
	newStories: Bands | null;
	/** All months up to this one together. */
	cumulative: Bands;
}

export interface StoryOutlook extends StoryShape {
	id: string;
	/** What is left in it over the months ahead, minor units. */
	remaining: Bands;
}

export interface EngineAnswer {
	months: EngineMonth[];
	stories: StoryOutlook[];
	rate: RateFit | null;
	weights: WeightFit | null;
	/** Mix, widening and back-test are those of the months told: where a gap comes before them, not of one month ahead. */
	mix: Mix;
	widening: number[];
	backtest: BacktestSummary;
	/** Stories that came out in the newest months, and how many a month are counted on for it where no other pace is set. */
	pace: (Pace & { usual: number }) | null;
}

/** Paths of a first, quick answer and of the full one. */
export const ENGINE_PATHS = { first: 200, full: 1000 } as const;
/**
 * Draws kept of each story. A first answer keeps fewer of each where stories are many: what chance does to few draws
 * of one story is lost in the sum of all.
 */
const FUTURES = { first: 32, firstLeast: 12, firstTogether: 12_000, full: 64 } as const;

/** Complete months as they are used: in order, nothing below zero, and those that lack days at the pace of the others. */
function usableMonths(months: readonly KnownMonth[]): KnownMonth[] {
	const sorted = months.toSorted((a, b) => a.from - b.from);
	return sorted.map((month) => ({ ...month, value: Math.max(0, wholeValue(month)) }));
}

/** Why there is no answer; asked before anything else. */
export function refusalOf({
	months,
	running,
	ahead,
}: Pick<EngineInput, "months" | "running" | "ahead">): Refusal | null {
	if (months.length === 0 && !running) return { code: "no-earnings" };
	const unreadable = months.find(({ value }) => !Number.isFinite(value));
	if (unreadable) return { code: "no-number", month: unreadable.month };
	if (running && !Number.isFinite(running.toDate)) return { code: "no-number", month: running.month };
	const usable = usableMonths(months);
	if (usable.length < LEAST_MONTHS) return { code: "few-months", have: usable.length, need: LEAST_MONTHS };
	if (!usable.some(({ value }) => value > 0)) return { code: "all-zero", have: usable.length };
	return ahead.length === 0 ? { code: "nothing-ahead" } : null;
}

/** What is fitted once and used by every run: what is known now, and how forecasts of the past went. */
export interface Prepared {
	input: EngineInput;
	now: StoryKnowledge | null;
	/** Curves of the stories now; `null` where attention or its price is not known. */
	stories: StoriesNow | null;
	trials: Trial[];
	stretches: Stretch[];
	gaps: Gaps;
	/** The part of the first month that is over; `null` when it has not begun. */
	begun: Begun | null;
}

function stretchesOf({ ahead, running }: EngineInput): Stretch[] {
	return ahead.map(({ from, until }, at) => ({ from: at === 0 && running ? running.knownUntil : from, until }));
}

/** As `prepare`, pausing between stories and between the starting months of the back-test. */
export function* prepareSteps(given: EngineInput, seed: number, options: { backtest: boolean }): Steps<Prepared> {
	const { stories, storiesFrom, epochs, ahead } = given;
	const months = usableMonths(given.months);
	const { running } = given;
	const input = { ...given, months };
	const history: History<StoryKnowledge> = {
		months,
		*knownAt(until) {
			return stories.length === 0 ? null : yield* knowledgeAt(stories, storiesFrom, until, epochs);
		},
	};
	const stretches = stretchesOf(input);
	const today = stretches[0]?.from ?? months.at(-1)?.until ?? 0;
	const now = stories.length === 0 ? null : yield* knowledgeAt(stories, storiesFrom, today, epochs, epochs);
	yield;
	const curves = yield* fitStories(now);
	const trials = options.backtest ? yield* pastTrials(history, ahead.length, seed) : [];
	const missing = running?.missing ?? 0;
	const begun = running && {
		toDate: Math.max(0, running.toDate),
		elapsed: (running.knownUntil - running.from - missing) / Math.max(1, running.until - running.from),
		missing,
	};
	return { input, now, stories: curves, trials, stretches, gaps: gapsOf(months, ahead), begun };
}

/** For input that `refusalOf` does not refuse. Takes the longest of all steps; the back-test can be left out for a first, quick answer. */
export function prepare(input: EngineInput, seed: number, options: { backtest: boolean }): Prepared {
	return finish(prepareSteps(input, seed, options));
}

/** As `drawPaths`, pausing between stories and between paths. */
export function* drawSteps(prepared: Prepared, publishing: Publishing, paths: number, seed: number): Steps<TotalPaths> {
	const { input, stories, stretches, gaps, begun, trials } = prepared;
	const values = input.months.map(({ value }) => value);
	return yield* totalPaths({
		values,
		gaps,
		stories,
		stretches,
		begun,
		publishing,
		paths,
		futures: futuresOf(paths, input.stories.length),
		seed,
		trials,
	});
}

/** Draws kept of each of so many stories for so many paths. */
export function futuresOf(paths: number, stories: number): number {
	if (paths > ENGINE_PATHS.first) return FUTURES.full;
	return Math.min(
		FUTURES.first,
		Math.max(FUTURES.firstLeast, Math.floor(FUTURES.firstTogether / Math.max(1, stories))),
	);
}

/** The same seed draws the same luck under any publishing: what-ifs are compared path by path. */
export function drawPaths(prepared: Prepared, publishing: Publishing, paths: number, seed: number): TotalPaths {
	return finish(drawSteps(prepared, publishing, paths, seed));
}

/** How stories will be published: the plan's days, and the writer's pace after them. */
export function plannedPublishing({ planned, cadence }: Pick<EngineInput, "planned" | "cadence">): Publishing {
	return { ...USUAL_PUBLISHING, planned, cadence: cadence ?? USUAL_PUBLISHING.cadence };
}

/** Adds up draws of months, path by path. */
export function cumulate(months: readonly Float64Array[]): Float64Array[] {
	const sums: Float64Array[] = [];
	for (const draws of months) {
		const before = sums.at(-1);
		sums.push(draws.map((value, path) => value + (before?.[path] ?? 0)));
	}
	return sums;
}

const middleDraw = (draws: Float64Array | undefined) => quantile(Float64Array.from(draws ?? []).sort(), 0.5);

function* storyOutlooks(prepared: Prepared, paths: TotalPaths, told: number): Steps<StoryOutlook[]> {
	const money = paths.stories;
	if (!money) return [];
	const steps = prepared.stretches.length;
	const most = mostOf(prepared.input.months.map(({ value }) => value));
	// Of each month its stories have what the account expects of them all together: rows and total are of one forecast.
	const rates = money.prices.slice(0, told).map((draws, step) => {
		const [own, whole] = [middleDraw(money.old[step]), middleDraw(paths.old?.[step])];
		const mean = draws.reduce((sum, rate) => sum + rate, 0) / Math.max(1, draws.length);
		return (money.times[step] ?? 1) * (own > 0 ? (mean * whole) / own : mean);
	});
	const { boost, hierarchy } = money.fit;
	const outlooks: StoryOutlook[] = [];
	for (const [place, { story, map }] of hierarchy.curves.entries()) {
		if (pausesAt(place)) yield;
		const own = money.futures.get(story.id) ?? new Float64Array(steps);
		const sums = Float64Array.from({ length: own.length / steps }, (_, future) => {
			const sum = rates.reduce((total, rate, step) => total + rate * (own[future * steps + step] ?? 0), 0);
			return sum > 0 ? Math.min(most, sum) : 0;
		});
		const age = Math.max(1, (prepared.stretches[0]?.from ?? 0) - story.birth);
		const shape = shapeOf(map, age, { size: boost.size, age: story.boostAge });
		outlooks.push({ id: story.id, remaining: bandsOf(sums), ...shape });
	}
	return outlooks;
}

/**
 * Draws of whole months as they are settled: to the first is added what is in already, and corrections can take it below
 * nothing.
 * @param toDate minor units
 */
export function settledMonths(draws: readonly Float64Array[], toDate: number): Float64Array[] {
	return draws.map((month, step) => (step === 0 ? month.map((value) => value + toDate) : month));
}

/** As `settledMonths`, for what a month earns: corrections take away no more than it has. */
export function wholeMonths(draws: readonly Float64Array[], toDate: number): Float64Array[] {
	return settledMonths(draws, toDate).map((month) => month.map((value) => Math.max(0, value)));
}

/** As `answerOf`, pausing between months and between stories. */
export function* answerSteps(
	prepared: Prepared,
	paths: TotalPaths,
	told = prepared.stretches.length,
): Steps<EngineAnswer> {
	const { input, now, trials, gaps } = prepared;
	const toDate = input.running?.toDate ?? 0;
	const whole = wholeMonths(paths.total, toDate);
	const old = paths.old && wholeMonths(paths.old, toDate);
	// What corrections take beyond the stories that are out is missing from the later ones.
	const fresh = paths.fresh?.map((draws, step) =>
		step === 0 && toDate < 0 ? draws.map((_, path) => (whole[0]?.[path] ?? 0) - (old?.[0]?.[path] ?? 0)) : draws,
	);
	const sums = cumulate(whole);
	const pace = paths.stories?.fit.pace ?? null;
	const backtest = summariseTrials(
		trials,
		paths.mix,
		input.months.map(({ value }) => value),
	);
	const months: EngineMonth[] = [];
	for (const [step, { month }] of input.ahead.slice(0, told).entries()) {
		yield;
		const [outParts, newParts] = [old?.[step], fresh?.[step]];
		months.push({
			month,
			toDate: step === 0 ? toDate : 0,
			total: bandsOf(whole[step] ?? []),
			backCatalogue: outParts ? bandsOf(outParts) : null,
			newStories: newParts ? bandsOf(newParts) : null,
			cumulative: bandsOf(sums[step] ?? []),
		});
	}
	return {
		months,
		stories: yield* storyOutlooks(prepared, paths, told),
		rate: now?.rate ?? null,
		weights: now?.weights ?? null,
		mix: { ...paths.mix, bottomUp: paths.mix.bottomUp.slice(gaps.ahead, gaps.ahead + told) },
		widening: paths.widening.slice(0, told),
		backtest: {
			...backtest,
			rows: backtest.rows.filter(({ horizon }) => horizon > gaps.ahead && horizon <= gaps.ahead + told),
		},
		pace: pace && { ...pace, usual: usualPace(pace) },
	};
}

/**
 * @param told months that are told, of those that were drawn. What is drawn of a month depends on how many are drawn
 * after it, so whoever shows three months here and twelve there draws twelve for both
 */
export function answerOf(prepared: Prepared, paths: TotalPaths, told?: number): EngineAnswer {
	return finish(answerSteps(prepared, paths, told));
}
