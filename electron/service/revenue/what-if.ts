/** What the coming months would be under other assumptions, as the command line shows it. */
import type { WhatIfAnswer, WhatIfAssumptions } from "#contract/earn.ts";
import { NO_BOOSTS } from "#domain/revenue/attention/boost.ts";
import { ENGINE_PATHS, type Prepared } from "#domain/revenue/engine/engine.ts";
import { type Assumptions, whatIf } from "#domain/revenue/engine/what-if.ts";
import { effectsOf } from "#domain/revenue/explain/effects.ts";
import {
	ASSUMED,
	boostBasis,
	lengthBasis,
	MONTHS_OVER,
	NO_PLAN,
	readRatioBasis,
	seriesWords,
	type Told,
	WITHOUT_PLAN,
	weekdayBasis,
} from "#domain/revenue/explain/what-if-bases.ts";
import type { Refusal } from "#domain/revenue/refusal.ts";
import { dayNumber } from "#domain/stats/periods.ts";
import type { Message } from "#domain/words/message.ts";
import { type AgedContext, type AnswerContext, agedAnswer, boostedStories } from "./answer-context.ts";
import type { RevenueLedger } from "./ledger.ts";
import type { Drawing, RevenueQuestion } from "./task.ts";

type WhatIfQuestion = Extract<RevenueQuestion, { ask: "whatIf" }>;

/** Length, read ratio and weekday as far as the writer's own figures tell what they do, and what each answer rests on. */
function assumed(
	given: WhatIfAssumptions,
	told: Told & { from: number; until: number; planned: boolean },
): { assumptions: Assumptions; bases: Message[] } {
	const { series, weekday, length, readRatio, boost, ...rest } = given;
	const factors = {
		...(length === undefined ? {} : { length: lengthBasis(length, told) }),
		...(readRatio === undefined ? {} : { readRatio: readRatioBasis(readRatio, told) }),
		...(weekday === undefined ? {} : { weekday: weekdayBasis(weekday, told) }),
	};
	const days = series?.map(dayNumber);
	const boosted = boost === undefined ? null : boostBasis(boost, told);
	const plan = given.plan ? ASSUMED.plan : WITHOUT_PLAN;
	const plain = (Object.keys(ASSUMED) as (keyof typeof ASSUMED)[]).filter((name) => given[name] !== undefined);
	return {
		assumptions: {
			...rest,
			...(days ? { series: days } : {}),
			...boosted?.assumed,
			...Object.fromEntries(
				Object.entries(factors).flatMap(([name, { factor }]) => (factor === null ? [] : [[name, factor]])),
			),
		},
		bases: [
			...Object.values(factors).map(({ words }) => words),
			...(boosted ? [boosted.words] : []),
			...(days ? seriesWords(days, told.from, told.until) : []),
			...(told.until <= told.from
				? [MONTHS_OVER]
				: plain.map((name) => (name === "plan" ? (told.planned ? plan : NO_PLAN) : ASSUMED[name]))),
		],
	};
}

export function whatIfOf(
	context: AgedContext & { ledger: Pick<RevenueLedger, "readRatio" | "usualMinutes" | "beginnings"> },
	{ assumptions, goal, months, seed }: Pick<WhatIfQuestion, "assumptions" | "goal" | "months" | "seed">,
	prepared: Prepared,
): WhatIfAnswer {
	const { readRatio, usualMinutes, beginnings } = context.ledger;
	const aged = agedAnswer(context);
	const aboutStories = Object.keys(assumptions).some((name) => name !== "rate");
	if (!prepared.stories && aboutStories)
		return { ...aged, answer: null, bases: [], refusals: [{ code: "no-stories" }], seed };
	// What is over cannot be other, even where it is not known how it was.
	const since = Math.max(prepared.stretches[0]?.from ?? 0, dayNumber(context.today));
	const { assumptions: all, bases } = assumed(assumptions, {
		effects: effectsOf(beginnings),
		readRatio,
		usualMinutes,
		boost: prepared.stories?.fit.boost ?? NO_BOOSTS,
		boosted: boostedStories(prepared),
		planned: prepared.input.planned.length > 0,
		from: since,
		until: prepared.stretches[Math.min(months, prepared.stretches.length) - 1]?.until ?? 0,
	});
	return {
		...aged,
		answer: whatIf(prepared, all, {
			paths: ENGINE_PATHS.full,
			seed,
			goal,
			told: months,
			since,
		}),
		bases,
		refusals: [],
		seed,
	};
}

export const refusedWhatIf = (context: AnswerContext, { seed }: Drawing, refusal: Refusal): WhatIfAnswer => ({
	...agedAnswer(context),
	answer: null,
	bases: [],
	refusals: [refusal],
	seed,
});
