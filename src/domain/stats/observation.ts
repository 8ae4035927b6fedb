/**
 * One number that somebody stated: whose, of what, by which definition, for which time, and as of when.
 *
 * Observations are never corrected. A new value for the same thing is a new observation with a later
 * `observed at`; what is shown is the latest one, and the earlier ones remain to be looked at.
 */

const METRICS = [
	"views",
	"memberViews",
	"reads",
	"memberReads",
	"memberReadingSeconds",
	"internalViews",
	"friendLinkViews",
	"presentations",
	"fans",
	"claps",
	"responses",
	"highlights",
	"follows",
	"followers",
	"subscribers",
	"subscribersGained",
	"referredMembers",
	"earnings",
	"referralEarnings",
	"withheld",
	"payout",
] as const;
export type Metric = (typeof METRICS)[number];

const GRAINS = ["lifetime", "month", "week", "day", "hour"] as const;
export type Grain = (typeof GRAINS)[number];

/** Whose days: Medium counts earnings in UTC days and shows views in the viewer's own zone. */
const ZONES = ["UTC", "local", "unstated"] as const;
export type Zone = (typeof ZONES)[number];

/** `whole`: cut or rounded to whole units of the currency. `abbreviated`: read from text such as "1.2K". */
const ROUNDINGS = ["exact", "whole", "abbreviated"] as const;
export type Rounding = (typeof ROUNDINGS)[number];

export interface Period {
	grain: Grain;
	/** Calendar date `YYYY-MM-DD`, or `YYYY-MM-DDTHH:00Z` for an hour. `null` for a lifetime. */
	start: string | null;
	/** Exclusive; same form as `start`. */
	end: string | null;
	zone: Zone;
}

/** `account`, `story:<Medium id>`, or `title:<title>` when the source names a story by nothing else. */
export type Subject = "account" | `story:${string}` | `title:${string}`;

export interface Observation {
	subject: Subject;
	metric: Metric;
	/** Key of `DEFINITIONS`. */
	definition: string;
	period: Period;
	/** A whole number: a count, seconds, or minor units of `currency`. Never negative but for net changes. */
	value: number;
	/** ISO 4217; `null` for what is not money. */
	currency: string | null;
	rounding: Rounding;
	/** The source says the figure may still change, e.g. a month that is not over. */
	provisional: boolean;
	/** Row, record or entry of the source, counted from 1. */
	row: number;
}

/** Whether what a figure is about has begun on a day, `YYYY-MM-DD`; a lifetime always has. */
export const begunBy =
	(day: string) =>
	({ period }: Pick<Observation, "period">): boolean =>
		(period.start?.slice(0, 10) ?? "") <= day;

/** An observation as it stands in the ledger. */
export interface Statement extends Observation {
	/** ISO 8601: the value held as of then. */
	observedAt: string;
	importId: string;
}

/** What only the stats know about a story; `null` where the source is silent. */
export interface StoryFacts {
	subject: Subject;
	title: string | null;
	/** ISO 8601. */
	publishedAt: string | null;
	/** ISO 8601: when Medium first boosted it. */
	boostedAt: string | null;
	readingSeconds: number | null;
	words: number | null;
	/** Member-only. */
	locked: boolean | null;
	tags: string[] | null;
	/** Name of the publication. */
	collection: string | null;
	url: string | null;
}

/** What a source says that says nothing of a story. */
export const NO_FACTS: Omit<StoryFacts, "subject"> = {
	title: null,
	publishedAt: null,
	boostedAt: null,
	readingSeconds: null,
	words: null,
	locked: null,
	tags: null,
	collection: null,
	url: null,
};

const MEDIUM_ID = /^[0-9a-f]{9,12}$/;

/** Medium's id of a post, the only reliable join key; `null` for anything else. */
export function storySubject(mediumId: string): Subject | null {
	return MEDIUM_ID.test(mediumId) ? `story:${mediumId}` : null;
}

/** For sources that name stories by title only. Matched to a story only where one story bears that title. */
export function titleSubject(title: string): Subject {
	return `title:${normalTitle(title)}`;
}

/** A title as it is compared: without case, outer and repeated spaces, curly quotes. */
export function normalTitle(title: string): string {
	return title
		.normalize("NFC")
		.replace(/[\u2018\u2019]/g, "'")
		.replace(/[\u201c\u201d]/g, '"')
		.replace(/\s+/g, " ")
		.trim()
		.toLowerCase();
}

export const isMoney = (metric: Metric): boolean =>
	metric === "earnings" || metric === "referralEarnings" || metric === "withheld" || metric === "payout";

/** What an observation is about; two with equal keys state the same thing, perhaps at different times. */
export function observationKey(observation: Observation): string {
	const { subject, metric, definition, period, currency } = observation;
	return [subject, metric, definition, period.grain, period.start, period.end, period.zone, currency].join("\u0000");
}
