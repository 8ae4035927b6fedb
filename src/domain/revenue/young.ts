/** When there will be a projection for a writer with too few months. */
import { addMonths } from "../stats/periods.ts";
import { type Message, message } from "../words/message.ts";
import type { KnownAhead } from "./engine/engine.ts";
import { LEAST_MONTHS } from "./engine/trials.ts";

/**
 * The month with which there are enough, `YYYY-MM`, if none is left out until then; `null` where nothing says which month
 * comes next.
 * @param have complete months
 * @param ahead the months that are not complete yet
 */
export function completedBy(have: number, ahead: readonly Pick<KnownAhead, "month">[]): string | null {
	const [first] = ahead;
	return first && have < LEAST_MONTHS ? addMonths(first.month, LEAST_MONTHS - have - 1) : null;
}

/**
 * From when on there will be a projection, and what it takes.
 * @param young.completedBy see there
 * @param young.over whether that month is
 */
export function youngMessage(young: { completedBy: string; over: boolean }): Message {
	const month = { day: young.completedBy };
	return young.over
		? message("With all figures up to the end of {{month}}, which is over, there is one: import what is missing.", {
				month,
			})
		: message("There will be one from {{day}} on, when {{month}} is over and its figures are in.", {
				day: { day: `${addMonths(young.completedBy, 1)}-01` },
				month,
			});
}
