import type {
	Grain,
	Metric,
	Observation,
	Rounding,
	Statement,
	StoryFacts,
	Subject,
	Zone,
} from "#domain/stats/observation.ts";
import { inSlices } from "../turn.ts";
import type { LibraryDatabase } from "./open.ts";
import { NOTHING_NEW, READABLE_REPORT } from "./report.ts";
import { statement as prepared } from "./statement.ts";

export interface AppendResult {
	added: number;
	/** Said before with the same value, and so not said again. */
	known: number;
}

/** What repeats in the statements of one series. */
export interface LedgerSeries {
	id: number;
	subject: Subject;
	metric: Metric;
	definition: string;
	grain: Grain;
	zone: Zone;
	currency: string;
}

/** Start and end of the period, as of when, value, rounding, provisional, import, row: as an array, which SQLite fills fastest. */
export type LedgerRow = [string, string, string, number, Rounding, number, string, number];

interface FactsRow {
	subject: Subject;
	title: string | null;
	published_at: string | null;
	boosted_at: string | null;
	reading_seconds: number | null;
	words: number | null;
	locked: number | null;
	tags: string | null;
	collection: string | null;
	url: string | null;
}

/** Imports that count: complete, and finished by some time. Before it is known when one was finished, when it began. */
const COUNTING = "SELECT id FROM import WHERE state = 'complete' AND COALESCE(finished_at, started_at) <= ?";

/** Which observations to look at. Everything left out is not asked about. */
export interface LedgerFilter {
	subject?: Subject;
	metrics?: readonly Metric[];
	grains?: readonly Grain[];
}

function statement(series: LedgerSeries, row: LedgerRow): Statement {
	const [start, end, observedAt, value, rounding, provisional, importId, sourceRow] = row;
	return {
		subject: series.subject,
		metric: series.metric,
		definition: series.definition,
		period: { grain: series.grain, start: start || null, end: end || null, zone: series.zone },
		value,
		currency: series.currency || null,
		rounding,
		provisional: provisional === 1,
		row: sourceRow,
		observedAt,
		importId,
	};
}

/** What newer sources say of a story, completed by an older one. */
function withOlder(newer: StoryFacts | undefined, row: FactsRow): StoryFacts {
	return {
		subject: row.subject,
		title: newer?.title ?? row.title,
		publishedAt: newer?.publishedAt ?? row.published_at,
		boostedAt: newer?.boostedAt ?? row.boosted_at,
		readingSeconds: newer?.readingSeconds ?? row.reading_seconds,
		words: newer?.words ?? row.words,
		locked: newer?.locked ?? (row.locked === null ? null : row.locked === 1),
		tags: newer?.tags ?? (row.tags === null ? null : (JSON.parse(row.tags) as string[])),
		collection: newer?.collection ?? row.collection,
		url: newer?.url ?? row.url,
	};
}

function where(filter: LedgerFilter): { sql: string; values: string[] } {
	const tests: string[] = [];
	const values: string[] = [];
	const among = (column: string, allowed: readonly string[] | undefined) => {
		if (!allowed) return;
		tests.push(`${column} IN (${allowed.map(() => "?").join(", ")})`);
		values.push(...allowed);
	};
	among("subject", filter.subject === undefined ? undefined : [filter.subject]);
	among("metric", filter.metrics);
	among("grain", filter.grains);
	return { sql: tests.length === 0 ? "" : `WHERE ${tests.join(" AND ")}`, values };
}

const seriesKey = (one: Observation): string[] => [
	one.subject,
	one.metric,
	one.definition,
	one.period.grain,
	one.period.zone,
	one.currency ?? "",
];

/** The append-only ledger and the story facts known from stats only. */
export class ObservationRepository {
	readonly #database: LibraryDatabase;
	readonly #importedBy: string;
	/** ISO 8601: only what was known by then is read; `null` reads all. */
	readonly lookedBackTo: string | null;
	/** @param importedBy ISO 8601: reads only what was imported by then, as it was known then; `null` for all */
	constructor(database: LibraryDatabase, importedBy: string | null = null) {
		this.#database = database;
		this.lookedBackTo = importedBy;
		this.#importedBy = importedBy ?? "9999";
	}

	/** Ids of the imports that count: those that are complete, and were by the time that is looked back to. */
	counting(): ReadonlySet<string> {
		return new Set(this.#database.prepare<[string], string>(COUNTING).pluck().all(this.#importedBy));
	}

	/** Finds the series of an observation, and whether the value known as of a time is the same and says as much. */
	#lookup(): (one: Observation, observedAt: string) => { series: number | null; isKnown: boolean } {
		const findSeries = prepared<{ id: number }>(
			this.#database,
			`SELECT id FROM observation_series
       WHERE subject = ? AND metric = ? AND definition = ? AND grain = ? AND zone = ? AND currency = ?`,
		);
		const asKnown = prepared<{ value: number; rounding: Rounding; provisional: number }>(
			this.#database,
			`SELECT o.value, o.rounding, o.provisional FROM observation o JOIN import i ON i.id = o.import_id AND i.state <> 'undone'
       WHERE o.series = ? AND o.period_start = ? AND o.period_end = ? AND o.observed_at <= ?
       ORDER BY o.observed_at DESC, o.row DESC LIMIT 1`,
		);
		return (one, observedAt) => {
			const series = findSeries.get(...seriesKey(one))?.id ?? null;
			if (series === null) return { series, isKnown: false };
			const known = asKnown.get(series, one.period.start ?? "", one.period.end ?? "", observedAt);
			const isKnown =
				known?.value === one.value &&
				known.rounding === one.rounding &&
				known.provisional === (one.provisional ? 1 : 0);
			return { series, isKnown };
		};
	}

	/** Whether `append` would add any of these. Reads only, and no further than the first that is new. */
	hasNew(observedAt: string, observations: readonly Observation[]): boolean {
		const find = this.#lookup();
		return observations.some((one) => !find(one, observedAt).isKnown);
	}

	/** Whether these say anything about a story that no source has said. Reads what is known of these stories only. */
	hasNewFacts(facts: readonly StoryFacts[]): boolean {
		const rowsOf = this.#database.prepare<[string], FactsRow>(
			`SELECT f.* FROM stats_story f JOIN import i ON i.id = f.import_id AND i.state = 'complete'
       WHERE f.subject = ? ORDER BY f.observed_at DESC, f.row DESC`,
		);
		return facts.some((one) => {
			const known = rowsOf.all(one.subject).reduce(withOlder, undefined);
			return Object.entries(one).some(
				([field, value]) =>
					value !== null && JSON.stringify(value) !== JSON.stringify(known?.[field as keyof StoryFacts]),
			);
		});
	}

	/**
	 * Adds what is new. An observation is not new when the value known as of its time is the same and says as
	 * much. The import's row must exist. Call inside a transaction when appending in slices.
	 */
	append(importId: string, observedAt: string, observations: readonly Observation[]): AppendResult {
		const add = this.appender(importId, observedAt);
		let added = 0;
		for (const one of observations) if (add(one)) added += 1;
		return { added, known: observations.length - added };
	}

	/** {@link append} one by one: the function says whether an observation was new. */
	appender(importId: string, observedAt: string): (one: Observation) => boolean {
		const find = this.#lookup();
		const addSeries = prepared(
			this.#database,
			"INSERT INTO observation_series (subject, metric, definition, grain, zone, currency) VALUES (?, ?, ?, ?, ?, ?)",
		);
		const add = prepared(
			this.#database,
			`INSERT INTO observation (series, period_start, period_end, observed_at, value, rounding, provisional, import_id, source_row)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		);
		return (one) => {
			const { series: known, isKnown } = find(one, observedAt);
			if (isKnown) return false;
			const series = known ?? Number(addSeries.run(...seriesKey(one)).lastInsertRowid);
			const { start, end } = one.period;
			const provisional = one.provisional ? 1 : 0;
			add.run(series, start ?? "", end ?? "", observedAt, one.value, one.rounding, provisional, importId, one.row);
			return true;
		};
	}

	/** Keeps what a source says about stories; a source that says nothing new adds nothing. */
	appendFacts(importId: string, observedAt: string, facts: readonly StoryFacts[]): void {
		const append = this.factsAppender(importId, observedAt);
		for (const one of facts) append(one);
	}

	/** {@link appendFacts} one by one. */
	factsAppender(importId: string, observedAt: string): (one: StoryFacts) => void {
		const current = prepared<FactsRow>(
			this.#database,
			`SELECT f.* FROM stats_story f JOIN import i ON i.id = f.import_id AND i.state <> 'undone'
       WHERE f.subject = ? ORDER BY f.observed_at DESC, f.row DESC LIMIT 1`,
		);
		const add = prepared(
			this.#database,
			`INSERT INTO stats_story (subject, title, published_at, reading_seconds, words, locked, tags, collection, url, boosted_at, observed_at, import_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		);
		return (one) => {
			const locked = one.locked === null ? null : Number(one.locked);
			const tags = one.tags && JSON.stringify(one.tags);
			const { title, publishedAt, readingSeconds, words, collection, url, boostedAt } = one;
			const values = [title, publishedAt, readingSeconds, words, locked, tags, collection, url, boostedAt];
			const row = current.get(one.subject);
			const known = row && [
				row.title,
				row.published_at,
				row.reading_seconds,
				row.words,
				row.locked,
				row.tags,
				row.collection,
				row.url,
				row.boosted_at,
			];
			if (known && values.every((value, at) => value === known[at])) return;
			add.run(one.subject, ...values, observedAt, importId);
		};
	}

	/** What repeats in the statements asked for, without the statements. */
	series(filter: LedgerFilter = {}): LedgerSeries[] {
		const { sql, values } = where(filter);
		return this.#database
			.prepare<string[], LedgerSeries>(
				`SELECT id, subject, metric, definition, grain, zone, currency FROM observation_series ${sql} ORDER BY id`,
			)
			.all(...values);
	}

	/** As `series`, without those of which nothing counts, by the first period each is about. */
	seriesInOrder(filter: LedgerFilter): LedgerSeries[] {
		const { sql, values } = where(filter);
		return this.#database
			.prepare<string[], LedgerSeries>(
				`WITH counting AS MATERIALIZED (${COUNTING})
         SELECT id, subject, metric, definition, grain, zone, currency FROM (
           SELECT s.*, (SELECT o.period_start FROM observation o WHERE o.series = s.id AND o.import_id IN counting
             ORDER BY o.period_start LIMIT 1) AS first
           FROM observation_series s ${sql})
         WHERE first IS NOT NULL ORDER BY first, id`,
			)
			.all(this.#importedBy, ...values);
	}

	/**
	 * Reads series one by one: of each the newest row about each period, as SQLite gives it, for whoever reads very many.
	 * Read in the order of the index, so that the last row of each period is its newest.
	 */
	newestRows(): (series: LedgerSeries) => LedgerRow[] {
		const complete = this.counting();
		const rowsOf = this.#database
			.prepare<[number], LedgerRow>(
				`SELECT period_start, period_end, observed_at, value, rounding, provisional, import_id, source_row
         FROM observation WHERE series = ? ORDER BY period_start, period_end, observed_at, row`,
			)
			.raw();
		return ({ id }) => {
			const rows = rowsOf.all(id).filter((row) => complete.has(row[6]));
			return rows.filter((row, at) => {
				const next = rows[at + 1];
				return next?.[0] !== row[0] || next[1] !== row[1];
			});
		};
	}

	/** As `newestRows`, as statements. */
	statements(): (series: LedgerSeries) => Statement[] {
		const rowsOf = this.newestRows();
		return (series) => rowsOf(series).map((row) => statement(series, row));
	}

	/**
	 * The newest statement about each thing, by period, in slices. Holds them all: for lifetimes and months; whoever reads
	 * days reads series by series.
	 */
	async latest(filter: LedgerFilter = {}): Promise<Statement[]> {
		const newest: Statement[] = [];
		const statementsOf = this.statements();
		for await (const series of inSlices(this.series(filter))) for (const one of statementsOf(series)) newest.push(one);
		return newest.sort((a, b) => ((a.period.start ?? "") < (b.period.start ?? "") ? -1 : 1));
	}

	/** Days that were looked at more than once: the first figure, and the newest one that came at least a week later. */
	dayRevisions(metric: Metric): { day: string; firstSeen: string; first: number; last: number }[] {
		return this.#database
			.prepare<[string, string], { day: string; firstSeen: string; first: number; last: number }>(
				`WITH counting AS (${COUNTING})
         SELECT a.period_start AS day, a.observed_at AS firstSeen, a.value AS first, b.value AS last
         FROM observation_series s
         JOIN observation a ON a.series = s.id
         JOIN observation b ON b.series = s.id AND b.period_start = a.period_start AND b.period_end = a.period_end
         WHERE s.metric = ? AND s.grain = 'day'
           AND a.import_id IN (SELECT id FROM counting)
           AND b.import_id IN (SELECT id FROM counting)
           AND julianday(b.observed_at) >= julianday(a.observed_at) + 7
           AND NOT EXISTS (SELECT 1 FROM observation c WHERE c.series = a.series AND c.period_start = a.period_start
             AND c.period_end = a.period_end AND c.observed_at < a.observed_at AND c.import_id IN (SELECT id FROM counting))
           AND NOT EXISTS (SELECT 1 FROM observation c WHERE c.series = b.series AND c.period_start = b.period_start
             AND c.period_end = b.period_end AND c.observed_at > b.observed_at AND c.import_id IN (SELECT id FROM counting))`,
			)
			.all(this.#importedBy, metric);
	}

	/** When the first import with months or days of earnings was complete, ISO 8601; `null` without any. Not looked back. */
	earningsSince(): string | null {
		return (
			this.#database
				.prepare<[], string | null>(
					`SELECT min(COALESCE(i.finished_at, i.started_at)) FROM import i
           WHERE i.state = 'complete' AND i.id IN (
             SELECT o.import_id FROM observation o JOIN observation_series s ON s.id = o.series
             WHERE s.metric = 'earnings' AND s.grain IN ('month', 'day'))`,
				)
				.pluck()
				.get() ?? null
		);
	}

	/** Rows that could not be read, of whose month that much is known, in the order of their imports. */
	unreadRows(): { importId: string; source: string; month: string; row: number }[] {
		return this.#database
			.prepare<[string], { importId: string; source: string; month: string; row: number }>(
				`SELECT i.id AS importId, i.source_name AS source, r.value ->> 'month' AS month, r.value ->> 'row' AS row
         FROM import i, json_each(${READABLE_REPORT}, '$.rejected') r
         WHERE i.kind = 'stats' AND NOT ${NOTHING_NEW} AND i.id IN (${COUNTING}) AND r.value ->> 'month' IS NOT NULL
         ORDER BY i.started_at, i.rowid, r.key`,
			)
			.all(this.#importedBy);
	}

	/** Story facts, each field from the newest source that states it. */
	facts(): StoryFacts[] {
		const merged = new Map<Subject, StoryFacts>();
		const rows = this.#database
			.prepare<[string], FactsRow>(
				`SELECT f.* FROM stats_story f WHERE f.import_id IN (${COUNTING}) ORDER BY f.observed_at DESC, f.row DESC`,
			)
			.all(this.#importedBy);
		for (const row of rows) merged.set(row.subject, withOlder(merged.get(row.subject), row));
		return [...merged.values()];
	}

	/** How many statements each import added. */
	countByImport(): Map<string, number> {
		return new Map(
			this.#database
				.prepare<[], { id: string; n: number }>(
					"SELECT import_id AS id, COUNT(*) AS n FROM observation GROUP BY import_id",
				)
				.all()
				.map(({ id, n }) => [id, n]),
		);
	}

	/** Takes back everything an import brought, when the writer undoes it or removes the sample. */
	forget(importId: string): void {
		for (const table of ["observation", "stats_story"])
			this.#database.prepare(`DELETE FROM ${table} WHERE import_id = ?`).run(importId);
		this.#database.prepare("DELETE FROM observation_series WHERE id NOT IN (SELECT series FROM observation)").run();
	}
}
