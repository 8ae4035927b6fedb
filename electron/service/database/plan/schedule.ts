import { randomUUID } from "node:crypto";
import type { PlanEntry, PlanTray } from "#contract/plan.ts";
import type { StoryStage } from "#contract/story.ts";
import { type PlanSubject, type SubjectType, timing } from "#domain/planning/entry.ts";
import { matchesWords } from "#domain/planning/idea.ts";
import { addDays, type PlainDate, parsePlainDate } from "#domain/planning/plain-date.ts";
import { StudioError } from "../../errors.ts";
import type { LibraryDatabase } from "../open.ts";
import { STORY_NAME } from "../story-rows.ts";
import type { PlanJournal, RowKey } from "./journal.ts";
import { publicationDay } from "./linked-story.ts";

interface ItemRow {
	type: SubjectType;
	id: string;
	title: string;
	topic: string;
	date: string | null;
	stage: StoryStage | null;
	publishedAt: string | null;
	seriesId: string | null;
	seriesTitle: string | null;
	number: number | null;
}

const PART_NUMBER = `(SELECT count(*) FROM series_part other WHERE other.series_id = part.series_id
  AND other.dropped_at IS NULL AND (other.position, other.id) <= (part.position, part.id))`;

/** Ideas and parts without a living story, and stories: together everything that can stand on a day. */
const IDEAS = `SELECT 'idea' AS type, idea.id, idea.title, idea.topic, entry.date, NULL AS stage, NULL AS publishedAt,
  NULL AS seriesId, NULL AS seriesTitle, NULL AS number
  FROM idea LEFT JOIN plan_entry entry ON entry.idea_id = idea.id
  WHERE idea.dropped_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM story WHERE story.id = idea.story_id AND story.trashed_at IS NULL)`;
const PARTS = `SELECT 'part' AS type, part.id, part.title, '' AS topic, entry.date, NULL AS stage, NULL AS publishedAt,
  series.id AS seriesId, series.title AS seriesTitle, ${PART_NUMBER} AS number
  FROM series_part part JOIN series ON series.id = part.series_id
  LEFT JOIN plan_entry entry ON entry.part_id = part.id
  WHERE part.dropped_at IS NULL AND series.dropped_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM story WHERE story.id = part.story_id AND story.trashed_at IS NULL)`;
const STORIES = `SELECT 'story' AS type, story.id, coalesce(nullif(${STORY_NAME}, ''), story.excerpt) AS title,
  coalesce(idea.topic, '') AS topic, entry.date, story.stage, story.published_at AS publishedAt,
  series.id AS seriesId, series.title AS seriesTitle, iif(series.id IS NULL, NULL, ${PART_NUMBER}) AS number
  FROM story LEFT JOIN plan_entry entry ON entry.story_id = story.id
  LEFT JOIN series_part part ON part.story_id = story.id AND part.dropped_at IS NULL
  LEFT JOIN series ON series.id = part.series_id AND series.dropped_at IS NULL
  LEFT JOIN idea ON idea.story_id = story.id`;
const SHELVED = "story.kind = 'story' AND story.trashed_at IS NULL";
/** The same, but found by a day: the plus keeps SQLite from walking the whole shelf. */
const DATED = "+story.kind = 'story' AND +story.trashed_at IS NULL";
const OUT = "(+story.stage = 'published' AND story.published_at IS NOT NULL)";

/** What stands on which day. */
export class ScheduleRepository {
	readonly #database: LibraryDatabase;
	readonly #journal: PlanJournal;
	constructor(database: LibraryDatabase, journal: PlanJournal) {
		this.#database = database;
		this.#journal = journal;
	}

	/** Everything from one day to another, both included. Published stories stand on the day they came out. */
	range(from: PlainDate, to: PlainDate, today: PlainDate): PlanEntry[] {
		const rows = [
			...[IDEAS, PARTS, `${STORIES} WHERE ${DATED} AND NOT ${OUT}`].flatMap((items) =>
				this.#database.prepare<[string, string], ItemRow>(`${items} AND entry.date BETWEEN ? AND ?`).all(from, to),
			),
			// Stored instants are UTC; a day more on each side covers every zone.
			...this.#database
				.prepare<[string, string], ItemRow>(
					`${STORIES} WHERE ${DATED} AND ${OUT} AND story.published_at BETWEEN ? AND ?`,
				)
				.all(addDays(from, -1), addDays(to, 2)),
		];
		return rows
			.map((row) => entry(row, today))
			.filter(({ date }) => date !== null && date >= from && date <= to)
			.sort(compareEntries);
	}

	/** What waits for a day: parts first, then stories by their last change, then ideas, newest first. */
	tray(query: string, limit: number, today: PlainDate): PlanTray {
		const sources = [
			`${PARTS} AND entry.date IS NULL ORDER BY series.created_at DESC, number`,
			`${STORIES} WHERE ${SHELVED} AND story.stage <> 'published' AND entry.date IS NULL ORDER BY story.updated_at DESC`,
			`${IDEAS} AND entry.date IS NULL ORDER BY idea.created_at DESC, idea.rowid DESC`,
		];
		return this.#page(sources, query, limit, today);
	}

	/** Stories that may become a part: those of no series yet, last changed first. */
	linkable(query: string, limit: number, today: PlainDate): PlanTray {
		return this.#page(
			[`${STORIES} WHERE ${SHELVED} AND part.id IS NULL ORDER BY story.updated_at DESC`],
			query,
			limit,
			today,
		);
	}

	/**
	 * Puts things on a day, or takes them off the calendar.
	 * @throws {StudioError} NOT_FOUND; INVALID_INPUT for a published story
	 */
	schedule(subjects: readonly PlanSubject[], date: PlainDate | null, now: string): string | null {
		const targets = new Map<string, { subject: PlanSubject; key: RowKey }>();
		for (const each of subjects) {
			const subject = this.resolve(each);
			const id = this.entryId(subject) ?? randomUUID();
			targets.set(`${subject.type} ${subject.id}`, { subject, key: { table: "plan_entry", id } });
		}
		const chosen = [...targets.values()];
		return this.#journal.record(
			chosen.map(({ key }) => key),
			now,
			() => {
				for (const { subject, key } of chosen) this.#write(subject, key.id, date);
			},
		);
	}

	/**
	 * What really stands on the calendar for something: its living story once there is one.
	 * @throws {StudioError} NOT_FOUND; INVALID_INPUT for a published story
	 */
	resolve(subject: PlanSubject): PlanSubject {
		const found = this.#database
			.prepare<[string], { storyId: string | null; stage: StoryStage | null }>(RESOLVE[subject.type])
			.get(subject.id);
		if (!found) throw new StudioError("NOT_FOUND", "There is no such idea, part or story");
		if (found.stage === "published")
			throw new StudioError("INVALID_INPUT", "A published story stays on the day it came out");
		return found.storyId === null ? subject : { type: "story", id: found.storyId };
	}

	entryId(subject: PlanSubject): string | null {
		const row = this.#database
			.prepare<[string], { id: string }>(`SELECT id FROM plan_entry WHERE ${subject.type}_id = ?`)
			.get(subject.id);
		return row?.id ?? null;
	}

	/** The first `limit` rows of several lists that match, and how many match in all. */
	#page(sources: readonly string[], query: string, limit: number, today: PlainDate): PlanTray {
		const rows: ItemRow[] = [];
		let total = 0;
		for (const sql of sources) {
			const room = limit - rows.length;
			if (query.trim() === "") {
				rows.push(...this.#database.prepare<[number], ItemRow>(`${sql} LIMIT ?`).all(room));
				const counted = this.#database.prepare<[], { n: number }>(`SELECT count(*) AS n FROM (${sql})`).get();
				total += counted?.n ?? 0;
				continue;
			}
			const matching = this.#database
				.prepare<[], ItemRow>(sql)
				.all()
				.filter((row) => matchesWords([row.title, row.topic, row.seriesTitle ?? ""], query));
			rows.push(...matching.slice(0, room));
			total += matching.length;
		}
		return { entries: rows.map((row) => entry(row, today)), total };
	}

	#write(subject: PlanSubject, entryId: string, date: PlainDate | null): void {
		if (date === null) this.#database.prepare("DELETE FROM plan_entry WHERE id = ?").run(entryId);
		else
			this.#database
				.prepare(
					`INSERT INTO plan_entry (id, date, ${subject.type}_id) VALUES (?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET date = excluded.date`,
				)
				.run(entryId, date, subject.id);
	}
}

const LIVING_STORY = "LEFT JOIN story ON story.id = thing.story_id AND story.trashed_at IS NULL";
const RESOLVE: Readonly<Record<SubjectType, string>> = {
	idea: `SELECT story.id AS storyId, story.stage FROM idea thing ${LIVING_STORY} WHERE thing.id = ? AND dropped_at IS NULL`,
	part: `SELECT story.id AS storyId, story.stage FROM series_part thing ${LIVING_STORY}
    WHERE thing.id = ? AND dropped_at IS NULL`,
	story: "SELECT id AS storyId, stage FROM story WHERE id = ? AND kind = 'story' AND trashed_at IS NULL",
};

const byText = new Intl.Collator("en", { sensitivity: "base", numeric: true });

function compareEntries(a: PlanEntry, b: PlanEntry): number {
	if (a.date !== b.date) return (a.date ?? "") < (b.date ?? "") ? -1 : 1;
	const seriesOrder = byText.compare(a.series?.title ?? "", b.series?.title ?? "");
	return seriesOrder || (a.series?.number ?? 0) - (b.series?.number ?? 0) || byText.compare(a.title, b.title);
}

function entry(row: ItemRow, today: PlainDate): PlanEntry {
	const planned = row.date === null ? null : parsePlainDate(row.date);
	const publishedOn = publicationDay(row.stage, row.publishedAt);
	return {
		subject: { type: row.type, id: row.id },
		title: row.title,
		topic: row.topic,
		state: row.stage ?? (row.type === "part" ? "planned" : "idea"),
		date: publishedOn ?? planned,
		timing: timing(planned, publishedOn ?? (row.stage === "published" ? planned : null), today),
		storyId: row.type === "story" ? row.id : null,
		series:
			row.seriesId === null || row.seriesTitle === null
				? null
				: { id: row.seriesId, title: row.seriesTitle, number: row.number ?? 1 },
		overtaken: null,
	};
}
