/** Figures as the rooms of Earn show them. Every figure can say where it comes from. */
import { z } from "zod";
import type { BacktestRow } from "#domain/revenue/backtest.ts";
import type { LevelFit } from "#domain/revenue/level-model.ts";
import type { PayoutOutlook } from "#domain/revenue/payout.ts";
import type { ProjectedMonth } from "#domain/revenue/project.ts";
import type { EffectiveRate } from "#domain/revenue/rate.ts";
import type { Refusal } from "#domain/revenue/refusal.ts";
import type { SplitFit } from "#domain/revenue/split.ts";
import type { MonthBasis } from "#domain/stats/monthly.ts";
import type { Metric } from "#domain/stats/observation.ts";
import type { Figure, Origin } from "./stats.ts";

/** Months a projection may reach ahead. */
export const PROJECTION_MONTHS = { least: 1, most: 12, usual: 3 } as const;

export const projectionInputSchema = z.object({
	months: z.int().min(PROJECTION_MONTHS.least).max(PROJECTION_MONTHS.most).default(PROJECTION_MONTHS.usual),
	seed: z.int().min(0).max(4_294_967_295).default(1),
});

export const storiesInputSchema = z.object({
	/** `YYYY-MM`, or `null` for lifetime totals. The two are never mixed. */
	month: z
		.string()
		.regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
		.nullable(),
});

/** One month of the account. */
export interface EarnMonth {
	/** `YYYY-MM`. */
	month: string;
	earnings: Figure | null;
	basis: MonthBasis | null;
	/** `running` holds a part of the month, `partial` an unknown part. */
	state: "complete" | "running" | "partial";
	reads: Figure | null;
	memberReads: Figure | null;
	memberReadingSeconds: Figure | null;
	views: Figure | null;
}

export interface ProjectionAnswer {
	/** ISO date up to which earnings are known; `null` without any. */
	asOf: string | null;
	/** The newest earnings are old, so that the months shown may be over already. */
	stale: boolean;
	currency: string;
	months: ProjectedMonth[];
	rate: EffectiveRate | null;
	fit: LevelFit | null;
	split: SplitFit | null;
	backtest: { rows: BacktestRow[]; widening: number[] } | null;
	refusals: Refusal[];
	/** The complete months it was fitted on. */
	history: { month: string; minor: number }[];
	/** Complete months left out because months are missing after them. */
	leftOut: number;
	seed: number;
}

export interface EarnOverview {
	/** Today in UTC, by the service's clock. ISO date. */
	today: string;
	currency: string;
	/** Currencies with figures that are not shown here, because currencies are never added up. */
	otherCurrencies: string[];
	months: EarnMonth[];
	/** Sum of exact and whole-dollar lifetime totals of stories; never compared with the months. */
	lifetime: Figure | null;
	payout: PayoutOutlook | null;
	projection: ProjectionAnswer;
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
	readingSeconds: number | null;
	words: number | null;
	locked: boolean | null;
	collection: string | null;
	figures: Partial<Record<StoryMetric, Figure>>;
}

export interface EarnStories {
	rows: EarnStory[];
	origins: Origin[];
	/** Months for which there are figures of stories, newest first. */
	months: string[];
	/** Metrics that at least one row has. */
	metrics: StoryMetric[];
}
