/** Importing stats, and asking where a number comes from. */
import { z } from "zod";
import type { StatsFormat } from "#domain/stats/formats/format.ts";
import type { Grain, Metric, Rounding, Zone } from "#domain/stats/observation.ts";
import type { Words } from "#domain/words/message.ts";
import { fileSourceSchema } from "./jobs.ts";

/** A file, or text that was pasted. */
const statsSourceSchema = z.union([
	fileSourceSchema,
	z.object({ type: z.literal("text"), text: z.string().max(20_000_000) }),
]);
export type StatsSource = z.infer<typeof statsSourceSchema>;

export const startStatsImportSchema = z.object({
	source: statsSourceSchema,
	/** Month of amounts that do not name theirs: of monthly ones, and of a table without any time. */
	month: z
		.string()
		.regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
		.nullish(),
	/** Day on which the file was made, when it does not say and the writer knows better than its date. */
	asOf: z.iso.date().nullish(),
});
export type StartStatsImport = z.infer<typeof startStatsImportSchema>;

export interface RejectedStatsRow {
	/** Counted from 1; 0 is the file as a whole. */
	row: number;
	reason: Words;
	/** `YYYY-MM` that the row is about, where that could be read. Missing before December 2026. */
	month?: string;
}

/** What a file holds, before or after it was taken in. */
export interface StatsReport {
	format: StatsFormat;
	/** New statements added; in a preview, statements found. */
	observations: number;
	/** Statements the library had already. */
	known: number;
	stories: number;
	/** First day covered, or the first publication where only lifetime totals are given. ISO date. */
	from: string | null;
	/** Last day covered, or the day of the totals. ISO date. */
	to: string | null;
	/** ISO 8601: the figures are as of this time. */
	asOf: string;
	rejected: RejectedStatsRow[];
	notes: Words[];
	/** Monthly amounts were left out, because nothing says which month they are of. */
	needsMonth: boolean;
	/** Amounts without any time were read as totals to date; a month would make them its own. Missing before December 2026. */
	undated?: boolean;
	/** `YYYY-MM` that amounts without a time of their own were read as. Missing before December 2026. */
	month?: string | null;
	/** ISO 8601: when the very same file came in before; nothing was added. */
	importedBefore: string | null;
	/** It stands for an import that brought nothing new; `known` are all of its figures. */
	nothingNew?: true;
	/** What kinds of figures. `whose` is missing in reports of before November 2026. */
	figures: { metric: Metric; definition: string; grain: Grain; whose?: "account" | "stories"; count: number }[];
}

export interface StatsImportResult extends StatsReport {
	/** `null` when nothing in it was new: only that and when it was imported is kept. */
	importId: string | null;
}

/** One import in the list of sources. */
export interface StatsImportInfo {
	id: string;
	kind: "medium-archive" | "stats" | "sample" | "document";
	sourceName: string;
	/** `null` for what is no stats file. */
	format: StatsFormat | null;
	/** Of the latest time, where it brought nothing new. */
	startedAt: string;
	observations: number;
	/** It changed nothing, so there is nothing to take out. */
	nothingNew: boolean;
	undone: boolean;
	report: StatsReport | null;
}

/** Where a shown number comes from. */
export interface Origin {
	metric: Metric;
	/** What the number means, one sentence. */
	definition: string;
	definitionSource: string | null;
	grain: Grain;
	start: string | null;
	end: string | null;
	zone: Zone;
	/** ISO 8601. */
	observedAt: string;
	importId: string;
	sourceName: string;
	rounding: Rounding;
	/** Set when the number is a sum of this many statements. */
	sumOf: number | null;
}

/** A number with its way back. */
export interface Figure {
	value: number;
	/** Minor units of this currency; `null` for counts and seconds. */
	currency: string | null;
	/** Index into the answer's `origins`. */
	origin: number;
	/** Row in the source; `null` for a sum. */
	row: number | null;
	provisional: boolean;
}
