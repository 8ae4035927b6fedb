/** What the causes of a change are called, in the window and on the command line. */
import { type Message, message } from "../../words/message.ts";
import type { Cause, ToldCause } from "./change.ts";

/** @param lacksDays days of a month compared have no figures: see `MonthExplanation` */
export function causeMessage(cause: ToldCause, lacksDays: boolean): Message {
	const names: Record<ToldCause, Message> = {
		newAndOut: message("Stories, new ones and those already out"),
		rate: message("What an hour is worth"),
		backCatalogue: message("Stories already out"),
		newStories: message("New stories"),
		storyPay: message("Single stories paid unlike the others"),
		engagementMix: message("Engagement"),
		calendarDays: lacksDays ? message("Days with figures") : message("Days in the month"),
		rest: message("Everything else"),
	};
	return names[cause];
}

/** The cause of a single story's change, as `mainCause` gives it. @param minor what it added or took, minor units */
export function storyCauseMessage([cause, minor]: readonly [Cause, number], lacksDays: boolean): Message {
	if (cause === "backCatalogue") return minor < 0 ? message("Read less") : message("Read more");
	if (cause === "storyPay")
		return minor < 0
			? message("A correction, or paid less than others an hour")
			: message("Paid more than others an hour");
	return cause === "newStories" ? message("New") : causeMessage(cause, lacksDays);
}
