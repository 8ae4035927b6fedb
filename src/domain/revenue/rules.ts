/** What is known of the program's rules, each with the day it was read. They change; the live page decides. */

import { sentence } from "../words/message.ts";

export interface ProgramRule {
	/** `YYYY-MM-DD` from which it holds. */
	since: string;
	text: string;
	/** Page to check. */
	url: string;
}

/** When the pages behind these rules were last read for this version. */
export const RULES_READ_ON = "2026-03-17";

export const PROGRAM_RULES = {
	payout: { currency: "USD", thresholdMinor: 1000, day: 10 },
	timeline: [
		{
			since: "2019-10-28",
			text: sentence("Members' reading time decides what a story earns. Earnings are updated daily and paid monthly."),
			url: "https://blog.medium.com/improving-how-we-calculate-writer-earnings-d2d3f4329b26",
		},
		{
			since: "2021-08-01",
			text: sentence("Payouts below $10 roll over to the next month."),
			url: "https://blog.medium.com/evolving-the-partner-program-2613708f9f3c",
		},
		{
			since: "2023-08-01",
			text: sentence(
				"Claps, highlights, responses and new follows count beside reading time. A read takes 30 seconds. Referral income ends.",
			),
			url: "https://help.medium.com/hc/en-us/articles/17341264925207",
		},
		{
			since: "2023-11-02",
			text: sentence("Every day has a set pool of money from which all paywalled stories are paid."),
			url: "https://blog.medium.com/partner-program-fraud-update-november-2-2023-4fc4bc545c1f",
		},
		{
			since: "2025-10-01",
			text: sentence("Five percent of payouts go to member reads that come from outside Medium."),
			url: "https://blog.medium.com",
		},
		{
			since: "2026-02-17",
			text: sentence("Part of the fund goes to stories that bring in new members, as a daily line of its own."),
			url: "https://medium.com/p/3e84d2eb6e68",
		},
	] satisfies ProgramRule[],
} as const;
