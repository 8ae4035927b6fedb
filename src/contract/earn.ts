/** Figures as the rooms of Earn show them. Every figure can say where it comes from. */
import { z } from "zod";
import type { EarningsAge } from "#domain/revenue/age.ts";
import type { AttentionBasis } from "#domain/revenue/attention/hours.ts";
import type { Bands } from "#domain/revenue/bands.ts";
import type { CashMonth } from "#domain/revenue/cash.ts";
import type { CovariateFinding } from "#domain/revenue/covariates.ts";
import type { BacktestSummary } from "#domain/revenue/engine/backtest-summary.ts";
import type { EngineAnswer, EngineMonth, StoryOutlook } from "#domain/revenue/engine/engine.ts";
import type { OverPlan } from "#domain/revenue/engine/over-plan.ts";
import type { WhatIf } from "#domain/revenue/engine/what-if.ts";
import type { YoungOutlook } from "#domain/revenue/engine/young.ts";
import type { Dependence } from "#domain/revenue/explain/dependence.ts";
import type { MonthExplanation } from "#domain/revenue/explain/month.ts";
import type { TierContext } from "#domain/revenue/explain/tiers.ts";
import type { ClapUnit } from "#domain/revenue/input/story-figures.ts";
import type { PayoutOutlook } from "#domain/revenue/payout.ts";
import type { EngagementWeight } from "#domain/revenue/price/weights.ts";
import type { EffectiveRate } from "#domain/revenue/rate.ts";
import type { Refusal } from "#domain/revenue/refusal.ts";
import type { SharedEffect } from "#domain/revenue/shared-effect.ts";
import { type BoostMark, NO_BOOST } from "#domain/stats/boost.ts";
import type { MonthBasis, MonthState } from "#domain/stats/monthly.ts";
import type { Metric } from "#domain/stats/observation.ts";
import { type Message, sentence } from "#domain/words/message.ts";
import { currencySchema } from "./settings.ts";
import type { Figure, Origin } from "./stats.ts";

/** Months a projection may reach ahead. */
export const PROJECTION_MONTHS = { least: 1, most: 12, usual: 3 } as const;

const monthSchema = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/);
const daySchema = z.iso.date();
/** ISO 8601 in UTC: the answer as it was at that time, from what had been imported by then; `null` is now. */
const asOfSchema = z.iso.datetime().nullable().default(null);

/** Currency whose earnings count; `null` is the one that is set, else the one with the most amounts. */
const countedSchema = currencySchema.nullable().default(null);

export const projectionInputSchema = z.object({
	months: z.int().min(PROJECTION_MONTHS.least).max(PROJECTION_MONTHS.most).default(PROJECTION_MONTHS.usual),
	seed: z.int().min(0).max(4_294_967_295).default(1),
	/** Without: few paths and no back-test, at once. */
	refined: z.boolean().default(true),
	asOf: asOfSchema,
	currency: countedSchema,
});

/** Largest factor a what-if may put on anything. */
export const MOST_FACTOR = 10;
const factor = z.number().min(0).max(MOST_FACTOR);

/** What is otherwise than usual; see `Assumptions` of the engine. */
export const assumptionsSchema = z
	.object({
		cadence: z.number().min(0).max(60),
		series: z.array(daySchema).max(100),
		plan: z.boolean(),
		stop: z.boolean(),
		length: factor,
		readRatio: factor,
		evergreen: factor,
		/** New stories come out on it: 1 is Monday. Counts only where the figures show that it matters. */
		weekday: z.int().min(1).max(7),
		rate: factor,
		boost: factor,
	})
	.partial()
	.superRefine(({ stop, cadence, series }, context) => {
		if (stop && (cadence !== undefined || series !== undefined))
			context.addIssue({
				code: "custom",
				message: sentence("stop means that nothing new comes out; it goes with neither cadence nor series"),
			});
	});
export type WhatIfAssumptions = z.infer<typeof assumptionsSchema>;

export const whatIfInputSchema = projectionInputSchema.omit({ refined: true }).extend({
	assumptions: assumptionsSchema,
	/** Minor units that all months together should reach. */
	goal: z.int().min(0).nullable().default(null),
});

export const explainInputSchema = z.object({ month: monthSchema, asOf: asOfSchema, currency: countedSchema });

export const markBoostInputSchema = z.object({
	/** Subject in the ledger. */
	subject: z.string().regex(/^(story|title):/),
	/** The day on which it was boosted, that it never was, or `null`: what the source says counts. */
	mark: z.union([daySchema, z.literal(NO_BOOST)]).nullable(),
});

export const storiesInputSchema = z.object({
	/** `YYYY-MM`, or `null` for lifetime totals. The two are never mixed. */
	month: monthSchema.nullable(),
});

/** One month of the account. */
export interface EarnMonth {
	/** `YYYY-MM`. */
	month: string;
	earnings: Figure | null;
	basis: MonthBasis | null;
	/** `running` holds a part of the month, `partial` an unknown part, `some-stories` stories that need not be all. */
	state: MonthState;
	/** Days without figures among those that the earnings are of. */
	missing: number;
	reads: Figure | null;
	memberReads: Figure | null;
	memberReadingSeconds: Figure | null;
	views: Figure | null;
}

/** What a weighted hour of reading is worth now. Minor units, 80 % range. */
export interface HourRate {
	low: number;
	likely: number;
	high: number;
	/** The last day of the week it was last seen in: never after the newest earnings. ISO date. */
	asOf: string;
	/** Usual change from one month to the next, as a factor: 1.07 is 7 % either way. */
	monthlyDrift: number;
	/** Where it changed: a rule of the program said so, or the figures do. Oldest first. */
	changes: { date: string; kind: "epoch" | "seen" }[];
}

/** A story named by the ledger. */
export interface NamedStory {
	/** The story in the library; `null` when only stats know it. */
	storyId: string | null;
	title: string;
	/** ISO date on which it was boosted. */
	boostedOn: string | null;
}

export interface BoostAnswer {
	/** Stories known to be boosted. */
	stories: number;
	/** Attention in the weeks after, and money an hour of boosted days; `null` with too few to tell. */
	attention: SharedEffect | null;
	money: SharedEffect | null;
	/** Share of new stories taken to be boosted, 0 to 1. */
	chance: number;
}

/** What every answer of the engine says of the figures it was drawn from. */
export interface AgedAnswer {
	/** ISO date up to which earnings are known; `null` without any. */
	asOf: string | null;
	/** How old the newest earnings are. Months told that are before the present one are past. */
	age: EarningsAge;
	currency: string;
}

/** What is told of a writer with too few complete months for a projection. */
export interface YoungAnswer {
	/** The month with which there will be one, `YYYY-MM`, and whether it is over. */
	completedBy: string;
	over: boolean;
	/** What stories earned so far, minor units, the most earning first, at most `STORIES_TOLD`. `id` is a key of `named`. */
	earned: { id: string; minor: number }[];
	/** Of stories that are out; `null` where months or stories are too few for that, or figures outdated. */
	outlook: YoungOutlook | null;
}

export interface ProjectionAnswer extends AgedAnswer {
	/** `null` where there is a projection, or none for other reasons. */
	young: YoungAnswer | null;
	/** All paths and the back-test; else a first, quick answer. */
	refined: boolean;
	/** Possible courses it was read off; 0 when refused. */
	paths: number;
	/** The running month first, if one is; empty when refused. */
	months: EngineMonth[];
	/** Of the running month, what of its newest days may still change and is left out; `null` when nothing is. */
	provisional: { month: string; from: string; minor: number } | null;
	rate: HourRate | null;
	/** What engagement is worth in hours of reading; empty when it cannot be told. */
	weights: EngagementWeight[];
	/** Days of stories by what their attention was worked out from. */
	bases: Record<AttentionBasis, number>;
	/** How many months after the newest complete one the first month ahead is: 1 unless months between are not known. */
	firstAhead: number;
	/** What a clap among the weights is. */
	clapUnit: ClapUnit;
	/** For each month ahead: share of the story-by-story forecast, 0 to 1, and factor on the width of the ranges. */
	mix: number[];
	widening: number[];
	/** `null` in a quick answer, and when months are too few. */
	backtest: BacktestSummary | null;
	/** The stories with most left in them over the months ahead, at most `STORIES_TOLD`. `id` is a key of `named`. */
	stories: StoryOutlook[];
	/** Stories that came out in the newest months, and the pace of the writer that is taken from them. */
	pace: EngineAnswer["pace"];
	/** Planned stories with a text that come out in each of the months ahead, from now on. */
	planned: number[];
	/** Months ahead whose plan is far over the pace, and what they are without it. */
	overPlanned: OverPlan[];
	/** Minor units below which a payout rolls over; `null` where that is not known in the currency. */
	leastPayout: number | null;
	/** Payouts of the months ahead; `null` in a currency whose threshold is not known, and when the newest earnings are outdated. */
	cash: CashMonth[] | null;
	/** Minor units that corrections left owing after the newest complete month: 0 without a debt, `null` where `leastPayout` is. */
	owed: number | null;
	/** The next one; `null` when nothing recent is known. */
	payout: PayoutOutlook | null;
	tier: TierContext | null;
	dependence: Dependence | null;
	/** What goes with how well stories do, if anything stands out, and what was tried on how many stories. */
	effects: { shown: CovariateFinding[]; tried: string[]; stories: number };
	/** Stories known to be boosted and what that brought, as far as it can be told; `null` without one. */
	boost: BoostAnswer | null;
	named: Record<string, NamedStory>;
	refusals: Refusal[];
	/** The complete months, with what is known of them and how many of their days have no figures. */
	history: { month: string; minor: number; missing: number }[];
	/** The month of which only the beginning is known, as far as it is, and how many of those days have no figures. */
	running: { month: string; minor: number; missing: number } | null;
	/** Months that are not known, between those and up to the first ahead. */
	missing: number;
	seed: number;
}

/** Stories that an answer names singly. */
export const STORIES_TOLD = 1000;

/** A month explained, or why it is not. */
export interface ExplainAnswer extends AgedAnswer {
	explanation: MonthExplanation | null;
	/** Stories, by their key, that have no figures before the month and of which it is not known when they came out. */
	undated: string[];
	/** How many stories are left out of the explanation's list, because it is too long, and what they earned together. */
	untold: { stories: number; earned: number; earnedBefore: number };
	/** What is left in each story over a year, by the story's key; empty when the newest earnings are outdated. */
	remaining: Record<string, Bands>;
	named: Record<string, NamedStory>;
	/** Days of stories by what their hours were worked out from. */
	bases: Record<AttentionBasis, number>;
	/** Months that can be explained, newest first. */
	months: string[];
	refusals: Refusal[];
}

export interface WhatIfAnswer extends AgedAnswer {
	answer: WhatIf | null;
	/** What each assumption of the question rests on. */
	bases: Message[];
	refusals: Refusal[];
	seed: number;
}

/** Which earnings are shown. */
export interface CountedEarnings {
	currency: string;
	/** Currencies with earnings that are not shown here, because currencies are never added up. */
	otherCurrencies: string[];
	/** The writer said which currency counts. */
	currencyChosen: boolean;
}

export interface EarnOverview extends CountedEarnings {
	/** Today in UTC, by the service's clock. ISO date. */
	today: string;
	months: EarnMonth[];
	/** Sum of exact and whole-dollar lifetime totals of stories; never compared with the months. */
	lifetime: Figure | null;
	/** What reading was worth month by month, by the account's own figures. */
	rate: EffectiveRate | null;
	origins: Origin[];
	/** Stories with a lifetime total. */
	stories: number;
}

/** Columns of the table of stories. */
export const STORY_METRICS = [
	"earnings",
	"memberReadingSeconds",
	"memberReads",
	"reads",
	"views",
	"presentations",
	"fans",
	"claps",
	"responses",
	"highlights",
	"follows",
] as const satisfies readonly Metric[];
export type StoryMetric = (typeof STORY_METRICS)[number];

export interface EarnStory {
	/** Subject in the ledger. */
	subject: string;
	/** The story in the library; `null` when only stats know it. */
	storyId: string | null;
	title: string;
	/** ISO 8601. */
	publishedAt: string | null;
	/** ISO date on which it was boosted, by the writer's word or else the source's. */
	boostedOn: string | null;
	/** The writer's word: an ISO date, "none", or nothing. */
	boostMark: BoostMark;
	readingSeconds: number | null;
	words: number | null;
	locked: boolean | null;
	collection: string | null;
	figures: Partial<Record<StoryMetric, Figure>>;
}

export interface EarnStories extends CountedEarnings {
	rows: EarnStory[];
	origins: Origin[];
	/** Months for which there are figures of stories, newest first. */
	months: string[];
	/** Metrics that at least one row has. */
	metrics: StoryMetric[];
}
