/** Invented answers of Medium's stats pages, and what is read in them. */
import type { ParsedStats } from "#domain/stats/formats/format.ts";
import { parseStats } from "#domain/stats/formats/parse.ts";

/** Medium ids of two stories. */
export const A = "1a2b3c4d5e6f";
export const B = "abcdef012345";
/** What Medium puts before its JSON. */
export const GUARD = "])}while(1);</x>";

/** What a file of this text and name says. @param today see `ParseContext` */
export const read = (text: string, fileName = "stats", month?: string, today?: string) =>
	parseStats(text, { fileName, month: month ?? null, ...(today === undefined ? {} : { today }) });

/** `subject metric period = value`, for comparing at a glance. */
export const lines = (parsed: ParsedStats) =>
	parsed.observations.map(
		({ subject, metric, period, value, currency }) =>
			`${subject} ${metric} ${period.start ?? period.grain} = ${value}${currency ? ` ${currency}` : ""}`,
	);

/** A story on the old stats page. */
export const entry = (changes: object = {}) => ({
	postId: A,
	title: "A lamp",
	views: 120,
	reads: 45,
	upvotes: 7,
	claps: 90,
	internalReferrerViews: 30,
	createdAt: 1614902400000,
	firstPublishedAt: 1614988800000,
	readingTime: 4,
	visibility: 2,
	collectionId: "c1",
	type: "PostStat",
	...changes,
});

/** The old stats page. */
export const page = (value: unknown[], paging = {}) => ({
	success: true,
	payload: { value, paging, references: { Collection: { c1: { id: "c1", name: "The Reading Room" } } } },
});
