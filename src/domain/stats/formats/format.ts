/** What every stats format gives: observations, story facts, and the rows that could not be taken. */

import { english, type Message, message, sentence, type Words } from "../../words/message.ts";
import type { DefinitionId } from "../definitions.ts";
import type { Observation, Period, StoryFacts, Subject } from "../observation.ts";
import { isMoney, type Metric, observationKey } from "../observation.ts";
import { monthOf } from "../periods.ts";

export const STATS_FORMATS = {
	"medium-stats-json": sentence("Medium stats page (JSON)"),
	"medium-hourly-json": sentence("Medium hourly stats (JSON)"),
	"partner-dashboard-json": sentence("Partner dashboard (JSON)"),
	"medium-graphql-json": sentence("Saved Medium responses (GraphQL)"),
	"medium-audience-csv": sentence("Medium audience stats (CSV)"),
	"enhanced-stats-csv": sentence("Medium Enhanced Stats (CSV)"),
	"better-stats-stories-csv": sentence("Better Medium Stats, stories (CSV)"),
	"better-stats-views-csv": sentence("Better Medium Stats, views (CSV)"),
	"stats-export-csv": sentence("Medium Stats Export (CSV)"),
	"stats-extension-csv": sentence("Medium stats extension (CSV)"),
	table: sentence("Table with named columns"),
} as const;
export type StatsFormat = keyof typeof STATS_FORMATS;

export const isStatsFormat = (format: string): format is StatsFormat => Object.hasOwn(STATS_FORMATS, format);

export interface RejectedRow {
	/** Row, record or entry of the source, counted from 1; 0 is the file as a whole. */
	row: number;
	reason: Message;
	/** `YYYY-MM` that the row is about, where that could be read. */
	month?: string;
}

export interface ParsedStats {
	format: StatsFormat;
	observations: Observation[];
	stories: StoryFacts[];
	rejected: RejectedRow[];
	/** What the writer should know about the whole, e.g. that it is one page of several. */
	notes: Message[];
	/** ISO 8601: when the source says it was made. */
	asOf: string | null;
	/** ISO 8601: the source can only have been made between these. */
	madeBetween: { from: string; to: string } | null;
	/** The source states monthly amounts but not of which month; give `ParseContext.month`. */
	needsMonth: boolean;
	/** The source states amounts without any time, which were read as totals to date; `ParseContext.month` makes them a month's. */
	undated: boolean;
	/** `YYYY-MM` that amounts without a time of their own were read as; `null` when there were none or no month was known. */
	month: string | null;
}

/** What the text alone does not say. */
export interface ParseContext {
	/** Name of the file, where a month or a day may be written. */
	fileName: string;
	/** `YYYY-MM` for responses that state monthly earnings without a month, and for tables without any time. */
	month?: string | null;
	/** `YYYY-MM-DD`, the last day that has begun anywhere: a Boost after it is not taken from a table. */
	today?: string;
}

/** A cell as a reason quotes it. */
export const shortened = (text: string) => text.slice(0, 40);

/** A field that should be a count. */
export function notCount(column: string, text?: string): Message {
	return text === undefined
		? message("{{column}} is not a whole number of zero or more", { column })
		: message('{{column}} is not a whole number of zero or more: "{{text}}"', { column, text: shortened(text) });
}

/** The text is not stats at all, or says itself that it failed. Nothing of it was taken. */
export class StatsFileError extends Error {
	override readonly name = "StatsFileError";
	/** `UNSUPPORTED_FORMAT` when it is something else, `UNREADABLE_FILE` when it is broken. */
	readonly code: "UNSUPPORTED_FORMAT" | "UNREADABLE_FILE";
	readonly words: Message;
	/** Where, or what the file itself says. */
	readonly reason: Words | undefined;
	constructor(code: "UNSUPPORTED_FORMAT" | "UNREADABLE_FILE", words: Message, reason?: Words) {
		super(english(words));
		this.code = code;
		this.words = words;
		this.reason = reason;
	}
}

const isCorrection = ({ metric, value }: Observation) => isMoney(metric) && value < 0;

/** Gathers what a parser finds, row by row. */
export class StatsCollector {
	readonly #format: StatsFormat;
	readonly #observations: Observation[] = [];
	readonly #stories = new Map<Subject, StoryFacts>();
	readonly #rejected: RejectedRow[] = [];
	readonly #notes: Message[] = [];
	asOf: string | null = null;
	madeBetween: ParsedStats["madeBetween"] = null;
	needsMonth = false;
	undated = false;
	month: string | null = null;
	constructor(format: StatsFormat) {
		this.#format = format;
	}

	count(row: number, subject: Subject, metric: Metric, definition: DefinitionId, period: Period, value: number): void {
		this.add({ subject, metric, definition, period, value, row });
	}

	add(
		one: Pick<Observation, "subject" | "metric" | "period" | "value" | "row"> & {
			definition: DefinitionId;
			currency?: string;
			rounding?: Observation["rounding"];
			provisional?: boolean;
		},
	): void {
		this.#observations.push({
			...one,
			currency: isMoney(one.metric) ? (one.currency ?? "USD") : null,
			rounding: one.rounding ?? "exact",
			provisional: one.provisional ?? false,
		});
	}

	story(facts: Partial<StoryFacts> & { subject: Subject }): void {
		const known = this.#stories.get(facts.subject);
		this.#stories.set(facts.subject, {
			title: facts.title || known?.title || null,
			publishedAt: facts.publishedAt ?? known?.publishedAt ?? null,
			boostedAt: facts.boostedAt ?? known?.boostedAt ?? null,
			readingSeconds: facts.readingSeconds ?? known?.readingSeconds ?? null,
			words: facts.words ?? known?.words ?? null,
			locked: facts.locked ?? known?.locked ?? null,
			tags: facts.tags ?? known?.tags ?? null,
			collection: facts.collection ?? known?.collection ?? null,
			url: facts.url ?? known?.url ?? null,
			subject: facts.subject,
		});
	}

	/** @param period what the row is about, if that is known */
	reject(row: number, reason: Message, period?: Period): void {
		this.#rejected.push({ row, reason, ...(period?.start ? { month: monthOf(period.start) } : {}) });
	}

	note(words: Message): void {
		if (!this.#notes.some((known) => english(known) === english(words))) this.#notes.push(words);
	}

	/**
	 * Drops repetitions within the source. Of two rows that contradict each other the first is kept, the second rejected.
	 * A negative amount beside another one of the same thing is no contradiction but its correction: they are added up.
	 */
	result(): ParsedStats {
		const first = new Map<string, Observation>();
		const contradicting = new Map<number, number>();
		for (const one of this.#observations) {
			if (isCorrection(one)) continue;
			const key = observationKey(one);
			const earlier = first.get(key);
			if (!earlier) first.set(key, one);
			else if (earlier.value !== one.value && earlier.row !== one.row) contradicting.set(one.row, earlier.row);
		}
		const kept = [...first.values()].filter((one) => !contradicting.has(one.row));
		for (const [row, earlier] of contradicting)
			this.reject(
				row,
				message("States other figures for the same thing as row {{row}}; row {{row}} was kept", { row: earlier }),
			);
		return {
			format: this.#format,
			observations: this.#corrected(kept, contradicting),
			stories: [...this.#stories.values()],
			rejected: this.#rejected.sort((a, b) => a.row - b.row),
			notes: this.#notes,
			asOf: this.asOf,
			madeBetween: this.madeBetween,
			needsMonth: this.needsMonth,
			undated: this.undated,
			month: this.month,
		};
	}

	/** What was stated less its corrections; a correction of nothing that was stated stands for itself. */
	#corrected(stated: readonly Observation[], rejected: ReadonlyMap<number, number>): Observation[] {
		const corrections = this.#observations.filter((one) => isCorrection(one) && !rejected.has(one.row));
		if (corrections.length === 0) return [...stated];
		this.note(message("Negative amounts were read as corrections: each lowers what its month, day or story earned."));
		const byKey = new Map(stated.map((one) => [observationKey(one), { ...one }]));
		const seen = new Map<string, Set<number>>();
		for (const one of corrections) {
			const key = observationKey(one);
			const values = seen.get(key) ?? new Set();
			seen.set(key, values);
			if (values.has(one.value)) continue;
			values.add(one.value);
			const known = byKey.get(key);
			if (known) known.value += one.value;
			else byKey.set(key, { ...one });
		}
		return [...byKey.values()].sort((a, b) => a.row - b.row);
	}
}
