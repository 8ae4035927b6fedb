/** What the numbers mean. Stored with every observation by key; texts change only by adding a key. */

import { sentence } from "../words/message.ts";
import type { Grain, Metric } from "./observation.ts";

export interface Definition {
	/** One sentence for the writer. */
	text: string;
	/** Where the meaning is stated; `null` when it was inferred from data. */
	source: string | null;
}

const DEFINITIONS = {
	"views-page-2022": {
		text: sentence("Visits to the story's page, as Medium counted them until about 2023."),
		source: null,
	},
	"views-visitors": {
		text: sentence("Visitors to the story's page, each counted once in 24 hours."),
		source: "Medium help, Stats (article 360024113314)",
	},
	"views-as-reported": {
		text: sentence("Views as the file states them; it does not say which of Medium's counts it used."),
		source: null,
	},
	"member-views": { text: sentence("Views by paying members."), source: null },
	"reads-to-the-end": {
		text: sentence("Visits that reached the end of the story, Medium's read until August 2023."),
		source: null,
	},
	"reads-30-seconds": {
		text: sentence("Readers who stayed 30 seconds or longer, Medium's read since August 2023."),
		source: "Medium blog, Partner Program update of 1 August 2023",
	},
	"reads-as-reported": {
		text: sentence("Reads as the file states them; it does not say whether by reaching the end or by 30 seconds."),
		source: null,
	},
	"member-reads": { text: sentence("Reads by paying members."), source: null },
	"member-reading-time": { text: sentence("Seconds that paying members spent reading."), source: null },
	"views-internal": { text: sentence("Views that came from within Medium."), source: null },
	"views-friend-link": { text: sentence("Views through the story's friend link."), source: null },
	presentations: {
		text: sentence("Times the story was shown in a feed, a list or an e-mail; only for stories from 2025 on."),
		source: "Medium help, Stats (article 34831991136151)",
	},
	fans: { text: sentence("Readers who clapped at least once."), source: null },
	claps: { text: sentence("Claps, up to 50 from one reader."), source: null },
	responses: { text: sentence("Responses to the story."), source: null },
	highlights: { text: sentence("Readers who highlighted a passage."), source: null },
	follows: { text: sentence("Readers who first followed the writer from this story."), source: null },
	followers: { text: sentence("Followers at the end of the period."), source: null },
	"followers-net": { text: sentence("Followers gained less followers lost."), source: null },
	subscribers: { text: sentence("E-mail subscribers at the end of the period."), source: null },
	"subscribers-gained": { text: sentence("New e-mail subscribers."), source: null },
	"referred-members": {
		text: sentence("Members who joined through the writer's referral, at the end of the period."),
		source: null,
	},
	"earnings-story-to-date": {
		text: sentence("Everything the story has earned since it was published, before tax and fees."),
		source: null,
	},
	"earnings-export-total": {
		text: sentence(
			"The story's lifetime total in Medium's account export, before tax and fees. Exports since about 2022 state whole dollars.",
		),
		source: null,
	},
	"earnings-story": { text: sentence("What the story earned in the period, before tax and fees."), source: null },
	"earnings-month": {
		text: sentence("All earnings of the account in the month, member bonuses included, before tax and fees."),
		source: null,
	},
	"earnings-day": { text: sentence("All earnings of the account on the day, before tax and fees."), source: null },
	"earnings-as-reported": { text: sentence("Earnings as the table states them."), source: null },
	"earnings-referral": {
		text: sentence("Income from referred memberships, a program that ended in August 2023."),
		source: null,
	},
	"tax-withheld": { text: sentence("Tax withheld from the month's earnings."), source: null },
	payout: { text: sentence("What Medium paid out for the month."), source: null },
} as const satisfies Record<string, Definition>;

export type DefinitionId = keyof typeof DEFINITIONS;

/** The definition of a stored key; an unknown key (a newer Inkhour's) says so. */
export function definitionOf(id: string): Definition {
	return Object.hasOwn(DEFINITIONS, id)
		? DEFINITIONS[id as DefinitionId]
		: { text: sentence("A definition this version does not know."), source: null };
}

/** Figures of one kind; `whose` is missing where it is not known. */
interface FigureKind {
	metric: Metric;
	definition: string;
	grain: Grain;
	whose?: string | undefined;
}

/** What a kind's definition says, where another kind is named the same in all else; else `null`: the name tells enough. */
export function tellingApart(kind: FigureKind, all: readonly FigureKind[]): string | null {
	const alike = ({ metric, definition, grain, whose }: FigureKind) =>
		metric === kind.metric && grain === kind.grain && whose === kind.whose && definition !== kind.definition;
	return all.some(alike) ? definitionOf(kind.definition).text : null;
}
