/** The door for stats of every kind. The format is found by content; a file's name and ending prove nothing. */

import { type Message, message } from "../../words/message.ts";
import { isEnhancedCsv, parseEnhancedCsv } from "./enhanced-csv.ts";
import { type ParseContext, type ParsedStats, type RejectedRow, StatsFileError } from "./format.ts";
import { parseGraphql } from "./graphql.ts";
import { at, errorAnswer, isRecord, looksLikeJson, parseGuardedJson } from "./json.ts";
import { parseHourlyStats, parseMediumStats } from "./medium-stats.ts";
import { parsePartnerDashboard } from "./partner-dashboard.ts";
import { parseTable } from "./table.ts";

const BYTE_ORDER_MARK = "\ufeff";

function parseJson(text: string, context: ParseContext): ParsedStats {
	const root = parseGuardedJson(text);
	const payload = at(root, "payload");
	if (!isRecord(payload) && isRecord(root)) {
		const failure = errorAnswer(root);
		if (failure !== null)
			throw new StatsFileError("UNREADABLE_FILE", message("Medium answered with an error, not with stats"), failure);
	}
	if (isRecord(payload)) {
		const failure = errorAnswer(root) ?? errorAnswer(payload);
		if (failure !== null)
			throw new StatsFileError("UNREADABLE_FILE", message("Medium answered with an error, not with stats"), failure);
		const dashboard = ["completedMonthlyAmounts", "currentMonthAmount", "postAmounts"];
		if (dashboard.some((name) => name in payload)) return parsePartnerDashboard(payload);
		const entries = payload["value"];
		if (Array.isArray(entries)) {
			const hourly = entries.some((entry) => isRecord(entry) && ("timestampMs" in entry || "collectedAt" in entry));
			return hourly ? parseHourlyStats(entries, context.fileName) : parseMediumStats(payload, entries);
		}
		throw new StatsFileError("UNSUPPORTED_FORMAT", message("The file is Medium's JSON, but not of stats"));
	}
	return parseGraphql(root, context);
}

/** Whether the text is a feed or a page: read elsewhere, or not at all, but never as stats. */
function markupFault(text: string): Message | null {
	const start = text.trimStart().slice(0, 400).toLowerCase();
	if (!start.startsWith("<")) return null;
	return start.includes("<rss") || start.includes("<?xml")
		? message("The file is a feed, which holds no stats")
		: message("The file is a web page, not a stats file");
}

/** Every row was set aside, the first of them for this reason. */
export const notOneRow = ({ row, reason }: RejectedRow): StatsFileError =>
	new StatsFileError("UNREADABLE_FILE", message("Not one row could be read. Row {{row}}: {{reason}}", { row, reason }));

const onlyBoosts = (count: number) =>
	message("The file has no figures, only the days on which {{count}} stories were boosted.", {
		count,
		defaultValue_one: "The file has no figures, only the day on which {{count}} story was boosted.",
	});

/**
 * Observations, story facts and rejected rows of one file or pasted text.
 * @throws {StatsFileError} when it is empty, cut, an error of Medium's, or no stats
 */
export function parseStats(raw: string, context: ParseContext): ParsedStats {
	const text = raw.startsWith(BYTE_ORDER_MARK) ? raw.slice(1) : raw;
	if (text.trim() === "") throw new StatsFileError("UNREADABLE_FILE", message("The file is empty"));
	if (text.includes("\u0000")) throw new StatsFileError("UNSUPPORTED_FORMAT", message("The file is not text"));
	const markup = markupFault(text);
	if (markup) throw new StatsFileError("UNSUPPORTED_FORMAT", markup);
	const parsed = looksLikeJson(text)
		? parseJson(text, context)
		: isEnhancedCsv(text)
			? parseEnhancedCsv(text)
			: parseTable(text, context);
	const [rejected] = parsed.rejected;
	if (parsed.observations.length > 0) return parsed;
	const boosted = parsed.stories.filter(({ boostedAt }) => boostedAt !== null).length;
	if (boosted > 0) return { ...parsed, notes: [...parsed.notes, onlyBoosts(boosted)] };
	if (rejected) throw notOneRow(rejected);
	throw new StatsFileError("UNREADABLE_FILE", message("The file holds no figures"));
}
