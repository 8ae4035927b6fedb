/** Which of a running month's newest days do not count as in yet, and why. */
import { type Message, message } from "../words/message.ts";

/**
 * @param from the first of these days, ISO date
 * @param money what they brought, written out
 * @param included the figure that is told has these days in it
 */
export function provisionalMessage({ from }: { from: string }, money: string, included = false): Message {
	const given = { money, day: { day: from } };
	return included
		? message(
				"{{money}} of it came on {{day}} or later. Such new days may still change, so the range counts them as still to come.",
				given,
			)
		: message(
				"{{money}} of {{day}} and later is not in it. Such new days may still change, so the range counts them as still to come.",
				given,
			);
}
