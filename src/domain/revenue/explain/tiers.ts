/** Where a month stands among writers of the program, as far as published figures tell: context, never a target. */
import { type Message, message, sentence } from "../../words/message.ts";
import { middleOf } from "../averages.ts";

export type Tier = "new" | "steady" | "top";

export interface TierContext {
	tier: Tier;
	text: string;
	/** Where the figures come from, and the month they are about. */
	source: { words: Message; asOf: string };
}

/** Minor units of US dollars a month. */
const TOP_MINOR = 10_000;
/** Months of history with which a writer no longer counts as new. */
const NEW_MONTHS = 6;

const SOURCE = {
	words: message(
		"Medium's figures for April 2020: {{some}} of active writers earned something, {{more}} more than $100.",
		{ some: { share: 0.64 }, more: { share: 0.069 } },
	),
	asOf: "2020-04",
} as const;

const TEXTS: Record<Tier, string> = {
	new: sentence("New: the first months say little about what comes."),
	steady: sentence("Steady: most writers who earn stay below $100 a month."),
	top: sentence("Top: about one active writer in fifteen earned more than $100 a month."),
};

/**
 * Tier of the middle of the last three months; `null` without a month or in another currency, for which no figures are
 * known.
 */
export function tierOf(months: readonly number[], currency: string): TierContext | null {
	const middle = middleOf(months.slice(-3));
	if (middle === null || currency !== "USD") return null;
	const tier = months.length < NEW_MONTHS ? "new" : middle > TOP_MINOR ? "top" : "steady";
	return { tier, text: TEXTS[tier], source: SOURCE };
}
