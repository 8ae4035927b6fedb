/** Medium's stats pages as JSON, until about 2022: `me/stats`, its responses twin, and the hourly ones. */

import { message } from "../../words/message.ts";
import type { DefinitionId } from "../definitions.ts";
import type { Metric } from "../observation.ts";
import { storySubject } from "../observation.ts";
import { hourPeriod, lifetime } from "../periods.ts";
import { epochToIso } from "./dates.ts";
import { notCount, type ParsedStats, StatsCollector } from "./format.ts";
import { at, isRecord, textOf, wholeNumber } from "./json.ts";

const COUNTS: readonly (readonly [field: string, metric: Metric, definition: DefinitionId, required: boolean])[] = [
	["views", "views", "views-page-2022", true],
	["reads", "reads", "reads-to-the-end", true],
	["upvotes", "fans", "fans", false],
	["claps", "claps", "claps", false],
	["internalReferrerViews", "internalViews", "views-internal", false],
	["friendsLinkViews", "friendLinkViews", "views-friend-link", false],
];

/** `COUNTS` of one entry, or the name of the field that is not a count. */
function readCounts(entry: Record<string, unknown>): { values: (number | null)[] } | { fault: string } {
	const values: (number | null)[] = [];
	for (const [field, , , required] of COUNTS) {
		const raw = entry[field];
		const value = wholeNumber(raw);
		if (value === null && (required || (raw !== undefined && raw !== null))) return { fault: field };
		values.push(value);
	}
	return { values };
}

/** Lifetime totals of stories. `entries` is `payload.value`. */
export function parseMediumStats(payload: Record<string, unknown>, entries: readonly unknown[]): ParsedStats {
	const out = new StatsCollector("medium-stats-json");
	const collections = at(payload, "references", "Collection");
	for (const [index, entry] of entries.entries()) {
		const row = index + 1;
		if (!isRecord(entry)) {
			out.reject(row, message("The entry is not an object"));
			continue;
		}
		const subject = storySubject(String(entry["postId"] ?? ""));
		if (!subject) {
			out.reject(row, message("The entry has no Medium id (postId)"));
			continue;
		}
		const counts = readCounts(entry);
		if ("fault" in counts) {
			out.reject(row, notCount(counts.fault));
			continue;
		}
		counts.values.forEach((value, column) => {
			const count = COUNTS[column];
			if (count && value !== null) out.count(row, subject, count[1], count[2], lifetime("local"), value);
		});
		const minutes = entry["readingTime"];
		const visibility = entry["visibility"];
		out.story({
			subject,
			title: textOf(entry["title"]),
			publishedAt: epochToIso(Number(entry["firstPublishedAt"] ?? entry["createdAt"] ?? Number.NaN)),
			readingSeconds: typeof minutes === "number" && minutes >= 0 ? Math.round(minutes * 60) : null,
			locked: typeof visibility === "number" ? visibility === 2 : null,
			collection: textOf(at(collections, String(entry["collectionId"]), "name")),
		});
	}
	if (isRecord(at(payload, "paging", "next")))
		out.note(message("This is one page of several: Medium had more stories than this file holds."));
	return out.result();
}

/** Hourly counts: of the account (`stats/total`, `timestampMs`) or of one story (`collectedAt`, with its id). */
export function parseHourlyStats(entries: readonly unknown[], fileName: string): ParsedStats {
	const out = new StatsCollector("medium-hourly-json");
	const ofStory = entries.some((entry) => isRecord(entry) && "collectedAt" in entry);
	const named = /(?<![0-9a-f])[0-9a-f]{9,12}(?![0-9a-f])/.exec(fileName)?.[0];
	for (const [index, entry] of entries.entries()) {
		const row = index + 1;
		if (!isRecord(entry)) {
			out.reject(row, message("The entry is not an object"));
			continue;
		}
		const id = textOf(entry["postId"]) ?? (ofStory ? named : undefined);
		const subject = ofStory ? storySubject(id ?? "") : ("account" as const);
		if (!subject) {
			out.reject(row, message("The file does not say which story it is about; put the story's id into its name"));
			continue;
		}
		const time = Number(entry["timestampMs"] ?? entry["collectedAt"] ?? Number.NaN);
		if (epochToIso(time) === null) {
			out.reject(row, message("The entry has no time"));
			continue;
		}
		const counts = readCounts(entry);
		if ("fault" in counts) {
			out.reject(row, notCount(counts.fault));
			continue;
		}
		counts.values.forEach((value, column) => {
			const count = COUNTS[column];
			if (count && value !== null) out.count(row, subject, count[1], count[2], hourPeriod(time), value);
		});
	}
	return out.result();
}
