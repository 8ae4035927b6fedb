/** What the coming months would be under other assumptions, as the command line shows it. */
import type { WhatIfAnswer, WhatIfAssumptions } from "#contract/earn.ts";
import { ENGINE_PATHS, type Prepared } from "#domain/revenue/engine/engine.ts";
import { type Assumptions, whatIf } from "#domain/revenue/engine/what-if.ts";
import type { Effects } from "#domain/revenue/explain/effects.ts";
import type { Refusal } from "#domain/revenue/refusal.ts";
import { dayNumber } from "#domain/stats/periods.ts";
import { type AnswerContext, storyFindings } from "./answer-context.ts";
import type { Drawing, RevenueQuestion } from "./task.ts";

type WhatIfQuestion = Extract<RevenueQuestion, { ask: "whatIf" }>;

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
	{ assumptions, goal, months, seed }: WhatIfQuestion,
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
			told: months,
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
