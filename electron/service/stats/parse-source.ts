import type { StartStatsImport, StatsReport } from "#contract/stats.ts";
import { dateInName } from "#domain/stats/formats/dates.ts";
import { type ParsedStats, StatsFileError } from "#domain/stats/formats/format.ts";
import { notOneRow, parseStats } from "#domain/stats/formats/parse.ts";
import { withoutImpossiblePublications } from "#domain/stats/formats/published.ts";
import { withoutBoostsToCome, withoutDaysAfterMade, withoutDaysToCome } from "#domain/stats/formats/still-to-come.ts";
import { missingDays } from "#domain/stats/missing-days.ts";
import { addDays } from "#domain/stats/periods.ts";
import { type Message, message } from "#domain/words/message.ts";
import { StudioError } from "../errors.ts";
import type { StatsText } from "./read-source.ts";

export interface ParsedSource {
	parsed: ParsedStats;
	asOf: string;
	report: StatsReport;
}

/** The last day the figures speak of, exclusive, or `null` when they are lifetime totals only. */
function lastDay(parsed: ParsedStats): string | null {
	let last: string | null = null;
	for (const { period, provisional } of parsed.observations)
		if (!provisional && period.start && (last === null || period.start > last)) last = period.start;
	return last === null ? null : last.slice(0, 10);
}

/** The first zone of the world to see a new day is so far ahead of UTC. */
const FURTHEST_ZONE_MS = 14 * 3_600_000;

/** The last day that has begun anywhere. */
export const furthestDay = (now: Date): string => new Date(now.getTime() + FURTHEST_ZONE_MS).toISOString().slice(0, 10);

/** The file's own date to the second: copies keep no more. */
const fileTime = ({ modifiedAt }: StatsText): Date | null =>
	modifiedAt && new Date(Math.floor(modifiedAt.getTime() / 1000) * 1000);

/**
 * As of when the figures hold. In order: what the source says, what the writer says, a date in the file's name, the
 * file's own date, now; never later than now, nor outside the time in which the source can have been made.
 */
function observedAt(
	parsed: ParsedStats,
	text: StatsText,
	input: Pick<StartStatsImport, "month" | "asOf">,
	now: Date,
): string {
	const noLater = (time: string) => (time > now.toISOString() ? now.toISOString() : time);
	if (parsed.asOf) return noLater(parsed.asOf);
	const named = dateInName(text.name);
	const given = input.asOf ?? named;
	const candidate = given ? new Date(`${given}T23:59:59.000Z`) : (fileTime(text) ?? now);
	const instant = (candidate > now ? now : candidate).toISOString();
	const between = parsed.madeBetween;
	if (between) return noLater(instant >= between.from && instant <= between.to ? instant : between.to);
	const last = lastDay(parsed);
	// Older than its own figures: the date was lost in copying.
	return noLater(last && instant < `${last}T00:00:00.000Z` ? `${addDays(last, 1)}T00:00:00.000Z` : instant);
}

function summarise(parsed: ParsedStats, asOf: string): StatsReport {
	const subjects = new Set<string>();
	const figures = new Map<string, StatsReport["figures"][number]>();
	let from: string | null = null;
	let to: string | null = null;
	for (const { subject, metric, definition, period } of parsed.observations) {
		if (subject !== "account") subjects.add(subject);
		const whose = subject === "account" ? "account" : "stories";
		const key = `${metric} ${definition} ${period.grain} ${whose}`;
		const figure = figures.get(key) ?? { metric, definition, grain: period.grain, whose, count: 0 };
		figure.count += 1;
		figures.set(key, figure);
		if (!period.start || !period.end) continue;
		const first = period.start.slice(0, 10);
		const last = period.grain === "hour" ? period.start.slice(0, 10) : addDays(period.end, -1);
		if (from === null || first < from) from = first;
		if (to === null || last > to) to = last;
	}
	if (from === null) {
		const published = parsed.stories.flatMap((story) => (story.publishedAt ? [story.publishedAt.slice(0, 10)] : []));
		from = published.sort()[0] ?? null;
		to = asOf.slice(0, 10);
	}
	return {
		format: parsed.format,
		observations: parsed.observations.length,
		known: 0,
		stories: parsed.observations.length > 0 ? subjects.size : parsed.stories.length,
		from,
		to,
		asOf,
		rejected: parsed.rejected,
		notes: [...parsed.notes],
		needsMonth: parsed.needsMonth,
		undated: parsed.undated,
		month: parsed.month,
		importedBefore: null,
		figures: [...figures.values()],
	};
}

const fileDateNote = (asOf: string) =>
	message("As of {{time}}, by the file’s own date; it states no other.", { time: { time: asOf } });

const unusedMonthNote = (month: string) =>
	message(
		"The month {{month}} was not used: the file itself says when its amounts are from, or that they are totals to date.",
		{ month: { day: month } },
	);

/** Says which days a source leaves out: of its daily earnings, else of all that it tells by the day. */
function missingDaysNote({ observations }: ParsedStats): Message[] {
	const byDay = observations.filter(({ period }) => period.grain === "day");
	const earnings = byDay.filter(({ metric }) => metric === "earnings");
	const days = missingDays((earnings.length > 0 ? earnings : byDay).flatMap(({ period }) => period.start ?? []));
	const [first] = days;
	if (first === undefined) return [];
	return [
		message(
			"Between its first and last day the file has no figures for {{count}} days, {{day}} being the first. If it should have, their months count for less than they earned.",
			{
				count: days.length,
				day: { day: first },
				defaultValue_one:
					"Between its first and last day the file has no figures for {{day}}. If it should have, the month counts for less than it earned.",
			},
		),
	];
}

/** Parses a source and says what it holds. @throws {StudioError} UNREADABLE_FILE, UNSUPPORTED_FORMAT */
export function parseSource(text: StatsText, input: Pick<StartStatsImport, "month" | "asOf">, now: Date): ParsedSource {
	try {
		const context = { fileName: text.name, month: input.month ?? null, today: furthestDay(now) };
		const read = parseStats(text.text, context);
		const begun = withoutBoostsToCome(withoutDaysToCome(read, furthestDay(now)), furthestDay(now));
		// What the file says itself of when it was made counts before what the writer says.
		const byWriter = begun.asOf === null && begun.madeBetween === null ? input.asOf : null;
		const figures = byWriter ? withoutDaysAfterMade(begun, byWriter) : begun;
		const parsed = withoutImpossiblePublications(figures, furthestDay(now));
		const [rejected] = parsed.rejected;
		if (byWriter && read.observations.length > 0 && parsed.observations.length === 0 && rejected)
			throw notOneRow(rejected);
		const asOf = observedAt(parsed, text, input, now);
		const report = summarise(parsed, asOf);
		const byFile =
			!parsed.asOf && !input.asOf && dateInName(text.name) === null && asOf === fileTime(text)?.toISOString();
		if (input.month && parsed.month !== input.month) report.notes.push(unusedMonthNote(input.month));
		report.notes.push(...missingDaysNote(parsed));
		// Boosts alone have days of their own.
		if (byFile && parsed.observations.length > 0) report.notes.push(fileDateNote(asOf));
		return { parsed, asOf, report };
	} catch (error) {
		if (!(error instanceof StatsFileError)) throw error;
		throw new StudioError(error.code, error.words, { file: text.name || undefined, reason: error.reason });
	}
}
