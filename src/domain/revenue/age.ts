/** How old the newest earnings are, and what that makes of what is drawn from them. */
import { addMonths, daysBetween, monthOf } from "../stats/periods.ts";
import { type Message, message } from "../words/message.ts";

/** Days after which the newest earnings are called old. */
const OLD_DAYS = 45;
/** Whole months without figures from which on what is drawn from the newest ones is no longer counted on. */
const OUTDATED_MONTHS = 3;

export interface EarningsAge {
	/** Whole months that are over and of which nothing is known. */
	monthsSince: number;
	/** Old enough to be said. */
	old: boolean;
	/** So old that the first months that follow them are past, and of later ones they tell less than ranges say. */
	outdated: boolean;
}

/**
 * @param asOf last day that is known; `null` without any, which is not old
 * @param today both ISO dates
 */
export function earningsAge(asOf: string | null, today: string): EarningsAge {
	if (asOf === null) return { monthsSince: 0, old: false, outdated: false };
	let monthsSince = 0;
	while (addMonths(monthOf(asOf), monthsSince + 1) < monthOf(today)) monthsSince += 1;
	return { monthsSince, old: daysBetween(asOf, today) > OLD_DAYS, outdated: monthsSince >= OUTDATED_MONTHS };
}

/** Says from where the months shown count when the newest earnings are old; `null` when they are not. */
export function ageMessage(asOf: string | null, { monthsSince, old, outdated }: EarningsAge): Message | null {
	if (asOf === null || !old) return null;
	return outdated
		? message(
				"The newest earnings are of {{day}}, and nothing is known of the {{count}} months since then. What is shown is drawn from figures that old: months that are over are as they would have been, and of those still to come it tells less than its ranges say. No payouts are told. Import newer figures to see what is coming.",
				{ day: { day: asOf }, count: monthsSince },
			)
		: message("The newest earnings are of {{day}}; the months shown start there.", { day: { day: asOf } });
}

/** Says that what is left in stories is not told when the newest earnings are outdated; `null` when it is. */
export function leftMessage(asOf: string | null, { monthsSince, outdated }: EarningsAge): Message | null {
	if (asOf === null || !outdated) return null;
	return message(
		"The newest earnings are of {{day}}, and nothing is known of the {{count}} months since then: what is left in stories is not told.",
		{ day: { day: asOf }, count: monthsSince },
	);
}
