/** What can be told of a writer with too few months for a projection: what stories that are out may still earn. */
import { type Bands, bandsOf } from "../bands.ts";
import { offsetOf } from "../level-model.ts";
import { widenDraws, wideningFor } from "./calibrate.ts";
import {
	answerOf,
	drawPaths,
	type EngineInput,
	plannedPublishing,
	prepare,
	type StoryOutlook,
	wholeMonths,
} from "./engine.ts";
import { LEAST_MONTHS } from "./trials.ts";

/** With fewer complete months four-in-five ranges of invented writers held a third to three fifths of what came. */
const LEAST = LEAST_MONTHS - 1;
/** With fewer stories how they fade is mostly belief. */
const LEAST_STORIES = 5;
/** Further ahead than this two months say nothing. */
const MOST_AHEAD = 3;

export interface YoungOutlook {
	/** Stories that are out only, what is in already among it; minor units. */
	months: { month: string; backCatalogue: Bands }[];
	/** What is left in each story over those months. */
	stories: StoryOutlook[];
}

/**
 * @param input as for a projection, refused for too few months
 * @returns `null` where months or stories are too few for that, too
 */
export function youngOutlook(
	input: EngineInput,
	{ seed, paths: count, told }: { seed: number; paths: number; told: number },
): YoungOutlook | null {
	const { months, running, ahead, stories } = input;
	const seen = stories.filter(({ attention }) => attention.some((value) => value > 0)).length;
	const isEarning = months.some(({ value }) => value > 0);
	if (months.length < LEAST || !isEarning || seen < LEAST_STORIES || ahead.length === 0) return null;
	const prepared = prepare(input, seed, { backtest: false });
	const paths = drawPaths(prepared, plannedPublishing(input), count, seed);
	const old = paths.stories?.old;
	if (!old) return null;
	const most = Math.min(told, MOST_AHEAD);
	const offset = offsetOf(prepared.input.months.map(({ value }) => value));
	for (const [step, draws] of old.entries()) widenDraws(draws, wideningFor([], prepared.gaps.ahead + step + 1), offset);
	const whole = wholeMonths(old, running?.toDate ?? 0);
	return {
		months: ahead
			.slice(0, most)
			.map(({ month }, step) => ({ month, backCatalogue: bandsOf(whole[step] ?? new Float64Array()) })),
		// At the level of these months: there is no total that they are a part of.
		stories: answerOf(prepared, { ...paths, old }, most).stories,
	};
}
