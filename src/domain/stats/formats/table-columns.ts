/** Which column of a table holds what, by the names that known tools and people give them. */

import type { DefinitionId } from "../definitions.ts";
import type { Metric } from "../observation.ts";

export type ColumnRole =
	| "id"
	| "title"
	| "url"
	| "collection"
	| "readingMinutes"
	| "date"
	| "month"
	| "year"
	| "monthNumber"
	| "dayNumber"
	| "periodStart"
	| "periodEnd"
	| "published"
	| "boosted"
	| "earningsMinor"
	| { metric: Metric; definition: DefinitionId };

const metric = (name: Metric, definition: DefinitionId): ColumnRole => ({ metric: name, definition });

/** Header in small letters without spaces, underscores and signs → what the column holds. */
const ROLES: Readonly<Record<string, ColumnRole>> = {
	id: "id",
	postid: "id",
	storyid: "id",
	mediumid: "id",
	articleid: "id",
	title: "title",
	story: "title",
	storytitle: "title",
	href: "url",
	url: "url",
	link: "url",
	publication: "collection",
	collection: "collection",
	readtime: "readingMinutes",
	readingtime: "readingMinutes",
	date: "date",
	day: "date",
	timestamp: "date",
	daystartsat: "date",
	periodstartedat: "date",
	month: "month",
	year: "year",
	periodstart: "periodStart",
	periodend: "periodEnd",
	published: "published",
	publishedat: "published",
	createdat: "published",
	firstpublishedat: "published",
	publishdate: "published",
	boosted: "boosted",
	boostedat: "boosted",
	boostedon: "boosted",
	firstboostedat: "boosted",
	views: metric("views", "views-as-reported"),
	totalviews: metric("views", "views-as-reported"),
	viewers: metric("views", "views-visitors"),
	memberviews: metric("memberViews", "member-views"),
	reads: metric("reads", "reads-as-reported"),
	totalreads: metric("reads", "reads-as-reported"),
	readers: metric("reads", "reads-30-seconds"),
	memberreads: metric("memberReads", "member-reads"),
	memberttr: metric("memberReadingSeconds", "member-reading-time"),
	presentations: metric("presentations", "presentations"),
	fans: metric("fans", "fans"),
	upvotes: metric("fans", "fans"),
	claps: metric("claps", "claps"),
	replies: metric("responses", "responses"),
	responses: metric("responses", "responses"),
	highlights: metric("highlights", "highlights"),
	follows: metric("follows", "follows"),
	followersgained: metric("follows", "follows"),
	followerstotal: metric("followers", "followers"),
	followers: metric("followers", "followers"),
	subscriberstotal: metric("subscribers", "subscribers"),
	subscribersgained: metric("subscribersGained", "subscribers-gained"),
	referredmemberstotal: metric("referredMembers", "referred-members"),
	referredmemberearnings: metric("referralEarnings", "earnings-referral"),
	earningscents: "earningsMinor",
	earnings: metric("earnings", "earnings-as-reported"),
	earningsusd: metric("earnings", "earnings-as-reported"),
	earned: metric("earnings", "earnings-as-reported"),
	amount: metric("earnings", "earnings-as-reported"),
	income: metric("earnings", "earnings-as-reported"),
	revenue: metric("earnings", "earnings-as-reported"),
};

const key = (header: string) =>
	header
		.toLowerCase()
		.replace(/\(.*?\)/g, "")
		.replace(/[^a-z0-9/]/g, "");

/** A currency that a header states in brackets or at its end, e.g. `earnings (EUR)`, `earningsUSD`. */
export function headerCurrency(header: string): string | null {
	return /\(?(USD|EUR|GBP|INR|CAD|AUD|JPY)\)?\s*$/.exec(header.trim())?.[1] ?? null;
}

/** Roles of the columns in order; `null` for a column that is not read. */
export function columnRoles(header: readonly string[]): (ColumnRole | null)[] {
	const keys = header.map(key);
	const split = keys.includes("year") && keys.includes("month") && keys.includes("day");
	const minor = keys.includes("earningscents");
	const named = keys.some((name) => ROLES[name] === "title" || ROLES[name] === "id");
	return keys.map((name) => {
		if (split && name === "month") return "monthNumber";
		if (split && name === "day") return "dayNumber";
		// The same amount twice: whole cents are the exact one.
		if (minor && name === "earningsusd") return null;
		// Counts of the account, not of a story.
		if (!named && name === "followersgained") return null;
		return ROLES[name] ?? null;
	});
}

/** Whether a date is that of the figures or the story's publication is left open: a column that is called a day is of the figures. */
export const hasOpenDate = (header: readonly string[]): boolean => header.some((name) => key(name) === "date");

const has = (roles: readonly (ColumnRole | null)[], ...wanted: ColumnRole[]) =>
	roles.some((role) => role !== null && wanted.includes(role));

const hasNumbers = (roles: readonly (ColumnRole | null)[]) =>
	roles.some((role) => role === "earningsMinor" || (role !== null && typeof role === "object"));

/** Whether a header tells of stories when they were boosted, and no number. */
export const isOfBoosts = (roles: readonly (ColumnRole | null)[]): boolean =>
	!hasNumbers(roles) && has(roles, "boosted") && has(roles, "id", "title", "url");

/** Whether a header can be read at all: it holds a number and says whose or when, or tells of Boosts. */
export const isReadableHeader = (roles: readonly (ColumnRole | null)[]): boolean =>
	isOfBoosts(roles) || (hasNumbers(roles) && has(roles, "id", "title", "url", "date", "month", "year", "periodStart"));
