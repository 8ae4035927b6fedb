import type { StorySummary } from "#contract/story.ts";
import { formatRelativeDay } from "#ui/format/format.ts";
import type { Sort } from "./use-stories.ts";

/** A day in a row of the list, and what was done on it; `null` where the stage beside it says so. */
export interface RowDay {
	/** ISO 8601. */
	date: string;
	/** As it is shown. */
	day: string;
	done: "changed" | "created" | "known" | "deleted" | null;
}

type Dated = Pick<StorySummary, "stage" | "imported" | "createdAt" | "updatedAt" | "publishedAt" | "trashedAt">;

/** The day by which the list is sorted, and what is done on it. */
function sortedDay(story: Dated, sort: Sort): { date: string; done: RowDay["done"] } {
	if (story.trashedAt !== null) return { date: story.trashedAt, done: "deleted" };
	if (sort === "created") return { date: story.createdAt, done: story.imported ? "known" : "created" };
	return { date: story.updatedAt, done: "changed" };
}

/**
 * Beside "Published" stands the day it came out, and behind it, where it is another, the day by which the list is
 * sorted. Of what is not published there is that day only.
 */
export function rowDays(story: Dated, sort: Sort, now: number): RowDay[] {
	const { date, done } = sortedDay(story, sort);
	const day = formatRelativeDay(date, now);
	if (story.stage !== "published") return [{ date, day, done: null }];
	if (story.publishedAt === null) return [{ date, day, done }];
	const published: RowDay = {
		date: story.publishedAt,
		day: formatRelativeDay(story.publishedAt, now),
		done: null,
	};
	return published.day === day || (sort === "published" && story.trashedAt === null)
		? [published]
		: [published, { date, day, done }];
}
