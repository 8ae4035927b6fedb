/** Months for which far more is planned than the writer usually publishes, and what they would be without the plan. */
import { type Message, message } from "../../words/message.ts";
import { plannedIn, publishedIn } from "../attention/new-stories.ts";
import { type Bands, bandsOf } from "../bands.ts";
import { drawPaths, type EngineAnswer, type Prepared, plannedPublishing, wholeMonths } from "./engine.ts";

/** A plan is over the pace when it is more than so many times the pace, and more than it by at least so many stories. */
const OVER = { times: 2, stories: 1.5 } as const;

export interface OverPlan {
	/** `YYYY-MM`. */
	month: string;
	/** Stories planned for it from now on. */
	planned: number;
	/** Stories otherwise counted on in those days. */
	usual: number;
	/** The month at that pace, nothing planned; minor units, what is in already included. */
	without: Bands;
}

/**
 * @param pace of the answer; `null` where none is known, which is over no pace
 * @param options.told months that are told, of those that are drawn
 */
export function overPlans(
	prepared: Prepared,
	pace: EngineAnswer["pace"],
	options: { paths: number; seed: number; told: number },
): OverPlan[] {
	const { input, stretches } = prepared;
	const cadence = input.cadence ?? pace?.usual;
	if (cadence === undefined) return [];
	const counts = plannedIn(input.planned, stretches);
	const over = stretches.slice(0, options.told).flatMap((stretch, step) => {
		// Of a month that has begun only the rest is ahead, and as much of its pace.
		const [planned, usual] = [counts[step] ?? 0, publishedIn(cadence, stretch)];
		const month = input.ahead[step]?.month;
		const isOver = planned > OVER.times * usual && planned - usual >= OVER.stories;
		return isOver && month !== undefined ? [{ step, month, planned, usual }] : [];
	});
	if (over.length === 0) return [];
	const publishing = { ...plannedPublishing(input), planned: [] };
	const { total } = drawPaths(prepared, publishing, options.paths, options.seed);
	const whole = wholeMonths(total, input.running?.toDate ?? 0);
	return over.map(({ step, ...one }) => ({ ...one, without: bandsOf(whole[step] ?? []) }));
}

/** @param without the month without its plan, as money is written where it is said */
export const overPlanMessage = ({ month, planned, usual }: OverPlan, without: string): Message =>
	message(
		"{{count}} stories are planned for {{month}} from now on, against {{usual}} otherwise counted on, and all of them count as if they came out. Without the plan: {{without}}.",
		{ count: planned, month: { day: month }, usual: Math.round(usual * 10) / 10, without },
	);
