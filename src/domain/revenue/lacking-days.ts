/** Days without figures, in sentences: of months known otherwise, and of the one that has begun. */
import { type Message, message } from "../words/message.ts";

export interface LackingMonth {
	/** `YYYY-MM`. */
	month: string;
	/** Days of it without figures. */
	missing: number;
}

/**
 * That months lack days and so earned more than is known; `null` where none does.
 * @param months oldest first
 */
export function lackingMessage(months: readonly LackingMonth[]): Message | null {
	const lacking = months.filter(({ missing }) => missing > 0);
	const last = lacking.at(-1);
	if (!last) return null;
	const month = { day: last.month };
	if (lacking.length === 1)
		return message("{{count}} days of {{month}} have no figures: it may have earned more than is known.", {
			count: last.missing,
			month,
			defaultValue_one: "{{count}} day of {{month}} has no figures: it may have earned more than is known.",
		});
	return message(
		"{{count}} months lack the figures of {{days}} days in all, the newest of them {{month}}: they may have earned more than is known.",
		{ count: lacking.length, days: lacking.reduce((sum, { missing }) => sum + missing, 0), month },
	);
}

/** What forecasts make of such months. */
const LACKING_USED: Message = message(
	"Forecasts take such a month at the pace of its other days, and are not judged by one that lacks more than a tenth of them.",
);

/** As `lackingMessage`, of a month that has begun; `null` where it lacks none. */
function lackingSoFar(running: LackingMonth | null): Message | null {
	if (!running || running.missing === 0) return null;
	return message(
		"{{count}} days of {{month}} so far have no figures. What they may have earned is counted on, but is not in yet.",
		{
			count: running.missing,
			month: { day: running.month },
			defaultValue_one:
				"{{count}} day of {{month}} so far has no figures. What it may have earned is counted on, but is not in yet.",
		},
	);
}

/** All that is to be said where something is projected from such months; nothing where nothing is. */
export function lackingMessages(answer: {
	/** Complete months, oldest first. */
	history: readonly LackingMonth[];
	/** The one that has begun. */
	running: LackingMonth | null;
	/** Months that are projected. */
	months: readonly unknown[];
}): Message[] {
	if (answer.months.length === 0) return [];
	const known = lackingMessage(answer.history);
	const soFar = lackingSoFar(answer.running);
	return [...(known ? [known, LACKING_USED] : []), ...(soFar ? [soFar] : [])];
}
