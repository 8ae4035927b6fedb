import { randomUUID } from "node:crypto";
import type { DroppedSeries, EditSeriesInput, PlanPart, PlanSeries } from "#contract/plan.ts";
import { timing } from "#domain/planning/entry.ts";
import { inOrder, placeAt } from "#domain/planning/order.ts";
import { overtakenParts } from "#domain/planning/part-days.ts";
import { type PlainDate, plainDateAt } from "#domain/planning/plain-date.ts";
import { StudioError } from "../../errors.ts";
import type { LibraryDatabase } from "../open.ts";
import type { PlanJournal, RowKey } from "./journal.ts";
import { entryState, LINKED_STORY_COLUMNS, type LinkedStoryRow, linkedStory, plannedDay } from "./linked-story.ts";

interface SeriesRow {
	id: string;
	title: string;
	promise: string;
	createdAt: string;
	sample: number;
}

interface PartRow extends LinkedStoryRow {
	id: string;
	seriesId: string;
	position: number;
	title: string;
	promise: string;
	date: string | null;
}

const SERIES_COLUMNS = "id, title, promise, created_at AS createdAt, sample";
const SELECT_PARTS = `SELECT part.id, part.series_id AS seriesId, part.position, part.title, part.promise, entry.date,
  ${LINKED_STORY_COLUMNS}
  FROM series_part part
  JOIN series ON series.id = part.series_id
  LEFT JOIN story ON story.id = part.story_id
  LEFT JOIN plan_entry entry ON entry.part_id = part.id
  LEFT JOIN plan_entry story_entry ON story_entry.story_id = part.story_id
  WHERE part.dropped_at IS NULL AND series.dropped_at IS NULL`;

export interface NewSeries {
	title: string;
	promise?: string;
	sample?: boolean;
}

/** Series and their ordered parts. */
export class SeriesRepository {
	readonly #database: LibraryDatabase;
	readonly #journal: PlanJournal;
	constructor(database: LibraryDatabase, journal: PlanJournal) {
		this.#database = database;
		this.#journal = journal;
	}

	/** Newest first, each with its parts in order. */
	list(now: Date): PlanSeries[] {
		const rows = this.#database
			.prepare<[], SeriesRow>(
				`SELECT ${SERIES_COLUMNS} FROM series WHERE dropped_at IS NULL ORDER BY created_at DESC, rowid DESC`,
			)
			.all();
		const parts = Map.groupBy(this.#database.prepare<[], PartRow>(SELECT_PARTS).all(), (part) => part.seriesId);
		const today = plainDateAt(now);
		return rows.map(({ sample, ...row }) => ({
			...row,
			sample: sample === 1,
			parts: partsOf(parts.get(row.id) ?? [], today),
		}));
	}

	/** @throws {StudioError} NOT_FOUND */
	get(id: string, now: Date): PlanSeries {
		const found = this.list(now).find((each) => each.id === id);
		if (!found) throw new StudioError("NOT_FOUND", "There is no such series");
		return found;
	}

	create(text: NewSeries, now: string): { id: string; undo: string | null } {
		const id = randomUUID();
		const undo = this.#journal.record([{ table: "series", id }], now, () => {
			this.#database
				.prepare("INSERT INTO series (id, title, promise, created_at, updated_at, sample) VALUES (?, ?, ?, ?, ?, ?)")
				.run(id, text.title, text.promise ?? "", now, now, text.sample ? 1 : 0);
		});
		return { id, undo };
	}

	/** @throws {StudioError} NOT_FOUND */
	edit({ id, changes }: EditSeriesInput, now: string): string | null {
		this.#live("series", id);
		return this.#journal.record([{ table: "series", id }], now, () => {
			this.#database
				.prepare(
					`UPDATE series SET title = coalesce(@title, title), promise = coalesce(@promise, promise), updated_at = @now
           WHERE id = @id AND (title <> coalesce(@title, title) OR promise <> coalesce(@promise, promise))`,
				)
				.run({ id, title: changes.title ?? null, promise: changes.promise ?? null, now });
		});
	}

	/** Drops the series with its parts; their stories stay. @throws {StudioError} NOT_FOUND */
	drop(id: string, now: string): string | null {
		this.#live("series", id);
		const keys: RowKey[] = this.#parts(id).map((each) => ({ table: "series_part", id: each.id }));
		return this.#journal.record([{ table: "series", id }, ...keys], now, () => {
			this.#database.prepare("UPDATE series SET dropped_at = ? WHERE id = ?").run(now, id);
			this.#database
				.prepare("UPDATE series_part SET dropped_at = ? WHERE series_id = ? AND dropped_at IS NULL")
				.run(now, id);
		});
	}

	/** Deleted series, latest first. */
	dropped(): DroppedSeries[] {
		return this.#database
			.prepare<[], DroppedSeries>(
				`SELECT id, title, dropped_at AS droppedAt FROM series WHERE dropped_at IS NOT NULL
         ORDER BY dropped_at DESC, rowid DESC`,
			)
			.all();
	}

	/** Brings a deleted series back with the parts it had then. @throws {StudioError} NOT_FOUND */
	restore(id: string, now: string): string | null {
		const series = this.dropped().find((each) => each.id === id);
		if (!series) throw new StudioError("NOT_FOUND", "There is no such series");
		const parts = this.#database
			.prepare<[string, string], { id: string }>("SELECT id FROM series_part WHERE series_id = ? AND dropped_at = ?")
			.all(id, series.droppedAt);
		const keys = parts.map((each): RowKey => ({ table: "series_part", id: each.id }));
		return this.#journal.record([{ table: "series", id }, ...keys], now, () => {
			this.#database.prepare("UPDATE series SET dropped_at = NULL WHERE id = ?").run(id);
			const restorePart = this.#database.prepare(
				`UPDATE series_part SET dropped_at = NULL, story_id = iif(EXISTS (SELECT 1 FROM series_part other
           WHERE other.story_id = series_part.story_id AND other.dropped_at IS NULL), NULL, story_id) WHERE id = ?`,
			);
			for (const each of parts) restorePart.run(each.id);
		});
	}

	/** Adds a part at the end. @throws {StudioError} NOT_FOUND */
	addPart(
		seriesId: string,
		text: { title: string; promise?: string },
		now: string,
	): { id: string; undo: string | null } {
		this.#live("series", seriesId);
		const id = randomUUID();
		const [place] = placeAt(this.#parts(seriesId), id, Number.MAX_SAFE_INTEGER);
		const undo = this.#journal.record([{ table: "series_part", id }], now, () => {
			this.#database
				.prepare(
					"INSERT INTO series_part (id, series_id, position, title, promise, created_at) VALUES (?, ?, ?, ?, ?, ?)",
				)
				.run(id, seriesId, place?.position ?? 0, text.title, text.promise ?? "", now);
		});
		return { id, undo };
	}

	/** @throws {StudioError} NOT_FOUND */
	editPart({ id, changes }: EditSeriesInput, now: string): string | null {
		this.#live("series_part", id);
		return this.#journal.record([{ table: "series_part", id }], now, () => {
			this.#database
				.prepare(
					"UPDATE series_part SET title = coalesce(@title, title), promise = coalesce(@promise, promise) WHERE id = @id",
				)
				.run({ id, title: changes.title ?? null, promise: changes.promise ?? null });
		});
	}

	/** Moves a part to a place counted from 0. @throws {StudioError} NOT_FOUND */
	movePart(id: string, index: number, now: string): string | null {
		this.#live("series_part", id);
		const places = placeAt(this.#siblings(id), id, index);
		const keys = places.map((place): RowKey => ({ table: "series_part", id: place.id }));
		return this.#journal.record(keys, now, () => {
			const statement = this.#database.prepare("UPDATE series_part SET position = ? WHERE id = ?");
			for (const place of places) statement.run(place.position, place.id);
		});
	}

	/** Takes a part out of its series; its story stays. @throws {StudioError} NOT_FOUND */
	dropPart(id: string, now: string): string | null {
		this.#live("series_part", id);
		return this.#journal.record([{ table: "series_part", id }], now, () => {
			this.#database.prepare("UPDATE series_part SET dropped_at = ? WHERE id = ?").run(now, id);
		});
	}

	#parts(seriesId: string): { id: string; position: number }[] {
		return this.#database
			.prepare<[string], { id: string; position: number }>(
				"SELECT id, position FROM series_part WHERE series_id = ? AND dropped_at IS NULL",
			)
			.all(seriesId);
	}

	#siblings(partId: string): { id: string; position: number }[] {
		const row = this.#database
			.prepare<[string], { seriesId: string }>("SELECT series_id AS seriesId FROM series_part WHERE id = ?")
			.get(partId);
		return row ? this.#parts(row.seriesId) : [];
	}

	#live(table: "series" | "series_part", id: string): void {
		const found = this.#database.prepare(`SELECT 1 FROM ${table} WHERE id = ? AND dropped_at IS NULL`).get(id);
		if (!found)
			throw new StudioError("NOT_FOUND", table === "series" ? "There is no such series" : "There is no such part");
	}
}

function partsOf(rows: readonly PartRow[], today: PlainDate): PlanPart[] {
	const parts = inOrder(rows).map((each, at) => part(each, at + 1, today));
	const overtaken = overtakenParts(parts);
	return parts.map((each, at) => ({ ...each, overtaken: overtaken[at] ?? null }));
}

function part(row: PartRow, number: number, today: PlainDate): Omit<PlanPart, "overtaken"> {
	const story = linkedStory(row);
	const date = plannedDay(story, row.date, row.storyDate);
	return {
		id: row.id,
		number,
		title: row.title,
		promise: row.promise,
		state: entryState(story, "planned"),
		date,
		timing: timing(date, story?.trashed ? null : (story?.publishedOn ?? null), today),
		story,
	};
}
