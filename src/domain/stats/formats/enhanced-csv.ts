/**
 * CSV of the Medium Enhanced Stats extension: `;` between fields, titles never quoted, a blank line before the
 * responses. A title may hold semicolons, so each line is read from both ends. The extension cuts its file at the
 * first `#`, which leaves a last line without its numbers.
 */

import { message } from "../../words/message.ts";
import type { DefinitionId } from "../definitions.ts";
import type { Metric } from "../observation.ts";
import { storySubject } from "../observation.ts";
import { lifetime } from "../periods.ts";
import { epochToIso } from "./dates.ts";
import { notCount, type ParsedStats, StatsCollector } from "./format.ts";
import { parseCount } from "./numbers.ts";

const HEADER = "postid;title;slug;firstpublishedat;readingtime;views;reads;upvotes;claps";

const COUNTS: readonly (readonly [Metric, DefinitionId])[] = [
	["views", "views-as-reported"],
	["reads", "reads-as-reported"],
	["fans", "fans"],
	["claps", "claps"],
];

export function isEnhancedCsv(text: string): boolean {
	const first = text.trimStart().split(/\r?\n/, 1)[0] ?? "";
	return first.toLowerCase().replace(/["\s]/g, "").startsWith(HEADER);
}

const unquoted = (field: string): string => {
	const text = field.trim();
	return text.length >= 2 && text.startsWith('"') && text.endsWith('"')
		? text.slice(1, -1).replaceAll('""', '"')
		: text;
};

/** Rows are lines of the file, the header being line 1. */
export function parseEnhancedCsv(text: string): ParsedStats {
	const out = new StatsCollector("enhanced-stats-csv");
	const lines = text.trimStart().split(/\r\n|\n|\r/);
	const withTags = /;\s*"?tags"?\s*$/i.test(lines[0] ?? "");
	let lastFilled = lines.length - 1;
	while (lastFilled > 0 && lines[lastFilled]?.trim() === "") lastFilled -= 1;
	for (const [index, line] of lines.entries()) {
		const row = index + 1;
		if (index === 0 || line.trim() === "") continue;
		const fields = line.split(";");
		// From the end: [tags;] claps, upvotes, reads, views, readingTime, firstPublishedAt, slug; the rest is the title.
		const tail = withTags ? 8 : 7;
		const subject = storySubject(unquoted(fields[0] ?? ""));
		if (fields.length < tail + 2) {
			const cut = index === lastFilled;
			out.reject(
				row,
				cut
					? message("The line is cut short; the file may have been cut at a # in a title")
					: message("The line has too few fields"),
			);
			continue;
		}
		if (!subject) {
			out.reject(row, message("The line has no Medium id (postId)"));
			continue;
		}
		const [, published, minutes, ...counts] = fields.slice(-tail).map(unquoted);
		const values = counts.slice(0, 4).map((field) => parseCount(field));
		const fault = values.indexOf(null);
		if (fault >= 0) {
			out.reject(row, notCount(COUNTS[fault]?.[0] ?? "", counts[fault]));
			continue;
		}
		values.forEach((value, column) => {
			const count = COUNTS[column];
			if (!count || !value) return;
			const [metric, definition] = count;
			out.add({ row, subject, metric, definition, period: lifetime("local"), ...value });
		});
		const readingMinutes = Number((minutes ?? "").replace(",", "."));
		out.story({
			subject,
			title: unquoted(fields.slice(1, fields.length - tail).join(";")),
			publishedAt: /^\d{10,13}$/.test(published ?? "") ? epochToIso(Number(published)) : null,
			readingSeconds: minutes && readingMinutes >= 0 ? Math.round(readingMinutes * 60) : null,
			tags:
				withTags && counts[4]
					? counts[4]
							.split(",")
							.map((tag) => tag.trim())
							.filter(Boolean)
					: null,
		});
	}
	return out.result();
}
