/**
 * Whether the share of views that become reads goes with how many hours a view brings, story by story. Drawn towards
 * nothing and shown only when it helps on stories it has not seen, as all such effects are.
 */
import { middleOf } from "../averages.ts";
import { type CovariateFinding, covariateFindings } from "../covariates.ts";
import type { EngineMetric, StoryFigures } from "../input/story-figures.ts";

/** A story with fewer views says little, and chance in them would look like an effect: they are in both shares. */
const LEAST_VIEWS = 50;

/** Sums of metrics over the days, or else the months, for which all of them are stated; `null` without any. */
function sumsOf({ days, months }: Pick<StoryFigures, "days" | "months">, metrics: readonly EngineMetric[]) {
	for (const grain of [days, months]) {
		const known = metrics.map((metric) => new Map([...(grain[metric] ?? [])].map(({ from, value }) => [from, value])));
		const common = [...(known[0]?.keys() ?? [])].filter((from) => known.every((one) => one.has(from)));
		if (common.length > 0) return known.map((one) => common.reduce((sum, from) => sum + (one.get(from) ?? 0), 0));
	}
	return null;
}

export interface ReadRatioFinding extends CovariateFinding {
	/** Reads a view: of the story in the middle, and of the one with the most. */
	usual: number;
	most: number;
}

/**
 * The effect of the logarithm of the read ratio on the logarithm of hours a view. `null` where no story has views, reads
 * and hours of the same days.
 */
export function readRatioEffect(stories: readonly StoryFigures[]): ReadRatioFinding | null {
	const rows = stories.flatMap((story) => {
		const [views = 0, reads = 0, seconds = 0] = sumsOf(story, ["views", "reads", "memberReadingSeconds"]) ?? [];
		if (views < LEAST_VIEWS || reads <= 0 || reads > views || seconds <= 0) return [];
		const outcome = Math.log(seconds / 3600 / views);
		return [{ id: story.id, outcome, values: { readRatio: Math.log(reads / views) } }];
	});
	const found = covariateFindings(rows)[0];
	if (!found) return null;
	const ratios = rows.map(({ values }) => Math.exp(values.readRatio));
	return { ...found, usual: middleOf(ratios) ?? 1, most: Math.max(...ratios) };
}
