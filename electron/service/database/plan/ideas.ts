import { randomUUID } from "node:crypto";
import type { EditIdeaInput, IdeaList, IdeaSort, ListIdeasInput, PlanIdea } from "#contract/plan.ts";
import { knownSpelling, parseCapture, topicKey } from "#domain/planning/capture.ts";
import { timing } from "#domain/planning/entry.ts";
import { type Effort, IDEA_STATES, ideaHeat, ideaState, matchesWords } from "#domain/planning/idea.ts";
import { type PlainDate, plainDateAt } from "#domain/planning/plain-date.ts";
import { StudioError } from "../../errors.ts";
import type { LibraryDatabase } from "../open.ts";
import type { PlanJournal } from "./journal.ts";
import { LINKED_STORY_COLUMNS, type LinkedStoryRow, linkedStory, localDay, plannedDay } from "./linked-story.ts";

interface IdeaRow extends LinkedStoryRow {
	id: string;
	title: string;
	topic: string;
	angle: string;
	audience: string;
	note: string;
	effort: Effort | null;
	createdAt: string;
	updatedAt: string;
	droppedAt: string | null;
	sample: number;
	date: string | null;
}

const SELECT = `SELECT idea.id, idea.title, idea.topic, angle, audience, note, effort, idea.created_at AS createdAt,
  idea.updated_at AS updatedAt, dropped_at AS droppedAt, idea.sample, entry.date, ${LINKED_STORY_COLUMNS}
  FROM idea
  LEFT JOIN story ON story.id = idea.story_id
  LEFT JOIN plan_entry entry ON entry.idea_id = idea.id
  LEFT JOIN plan_entry story_entry ON story_entry.story_id = idea.story_id`;

/** Undated ideas come after all dated ones. */
const LAST = "\uFFFF";
const byText = new Intl.Collator("en", { sensitivity: "base", numeric: true });

const SORTS: Readonly<Record<IdeaSort, (a: PlanIdea, b: PlanIdea) => number>> = {
	newest: () => 0,
	heat: (a, b) => b.heat.total - a.heat.total,
	date: (a, b) => ((a.date ?? LAST) < (b.date ?? LAST) ? -1 : (a.date ?? LAST) > (b.date ?? LAST) ? 1 : 0),
	title: (a, b) => byText.compare(a.title, b.title),
};

export interface NewIdea {
	title: string;
	topic?: string;
	angle?: string;
	audience?: string;
	note?: string;
	effort?: Effort | null;
	sample?: boolean;
}

/** The theme bank. */
export class IdeaRepository {
	readonly #database: LibraryDatabase;
	readonly #journal: PlanJournal;
	constructor(database: LibraryDatabase, journal: PlanJournal) {
		this.#database = database;
		this.#journal = journal;
	}

	/** Ideas of one state; `newest` first unless sorted otherwise. */
	list(input: ListIdeasInput, now: Date): IdeaList {
		const today = plainDateAt(now);
		const all = this.#database
			.prepare<[], IdeaRow>(`${SELECT} ORDER BY idea.created_at DESC, idea.rowid DESC`)
			.all()
			.map((row) => idea(row, today));
		const counts = { open: 0, started: 0, published: 0, dropped: 0 };
		for (const state of IDEA_STATES) counts[state] = all.filter((each) => each.state === state).length;
		const topic = input.topic === null ? null : topicKey(input.topic);
		const ideas = all
			.filter(
				(each) =>
					each.state === input.state &&
					(topic === null || topicKey(each.topic) === topic) &&
					matchesWords([each.title, each.topic, each.angle, each.audience, each.note], input.query),
			)
			.sort(SORTS[input.sort]);
		return { ideas, counts, topics: this.topics() };
	}

	/** @throws {StudioError} NOT_FOUND */
	get(id: string, now: Date): PlanIdea {
		const row = this.#database.prepare<[string], IdeaRow>(`${SELECT} WHERE idea.id = ?`).get(id);
		if (!row) throw new StudioError("NOT_FOUND", "There is no such idea");
		return idea(row, plainDateAt(now));
	}

	/** Topics in use, each in the spelling it was first given. */
	topics(): string[] {
		const rows = this.#database
			.prepare<[], { topic: string }>("SELECT topic FROM idea WHERE topic <> '' AND dropped_at IS NULL ORDER BY rowid")
			.all();
		const known = new Map<string, string>();
		for (const { topic } of rows) if (!known.has(topicKey(topic))) known.set(topicKey(topic), topic);
		return [...known.values()].sort(byText.compare);
	}

	/** An idea from one typed line; `#topic` at its end is its topic. */
	capture(line: string, now: string): { id: string; undo: string | null } {
		return this.add(parseCapture(line), now);
	}

	add(text: NewIdea, now: string): { id: string; undo: string | null } {
		const id = randomUUID();
		const topic = knownSpelling(text.topic ?? "", this.topics());
		const undo = this.#journal.record([{ table: "idea", id }], now, () => {
			this.#database
				.prepare(
					`INSERT INTO idea (id, title, topic, angle, audience, note, effort, created_at, updated_at, sample)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
				)
				.run(
					id,
					text.title,
					topic,
					text.angle ?? "",
					text.audience ?? "",
					text.note ?? "",
					text.effort ?? null,
					now,
					now,
					text.sample ? 1 : 0,
				);
		});
		return { id, undo };
	}

	/** Changes some fields. What is already so does not count as a change. @throws {StudioError} NOT_FOUND */
	edit({ id, changes }: EditIdeaInput, now: Date): string | null {
		const current = this.get(id, now);
		const next = { ...current, ...changes };
		next.topic = knownSpelling(next.topic, this.topics());
		const fields = ["title", "topic", "angle", "audience", "note", "effort"] as const;
		if (fields.every((field) => next[field] === current[field])) return null;
		return this.#journal.record([{ table: "idea", id }], now.toISOString(), () => {
			this.#database
				.prepare(
					`UPDATE idea SET title = @title, topic = @topic, angle = @angle, audience = @audience, note = @note,
             effort = @effort, updated_at = @now WHERE id = @id`,
				)
				.run({
					id,
					title: next.title,
					topic: next.topic,
					angle: next.angle,
					audience: next.audience,
					note: next.note,
					effort: next.effort,
					now: now.toISOString(),
				});
		});
	}

	/** Drops ideas, or brings dropped ones back. Their day on the calendar is kept for that. */
	setDropped(ids: readonly string[], dropped: boolean, now: string): string | null {
		const keys = ids.map((id) => ({ table: "idea" as const, id }));
		return this.#journal.record(keys, now, () => {
			const statement = this.#database.prepare(
				`UPDATE idea SET dropped_at = ? WHERE id = ? AND dropped_at IS ${dropped ? "NULL" : "NOT NULL"}`,
			);
			for (const id of ids) statement.run(dropped ? now : null, id);
		});
	}

	/** Gives several ideas one topic. */
	setTopic(ids: readonly string[], topic: string, now: string): string | null {
		const spelling = knownSpelling(topic, this.topics());
		const keys = ids.map((id) => ({ table: "idea" as const, id }));
		return this.#journal.record(keys, now, () => {
			const statement = this.#database.prepare("UPDATE idea SET topic = ?, updated_at = ? WHERE id = ? AND topic <> ?");
			for (const id of ids) statement.run(spelling, now, id, spelling);
		});
	}
}

function idea(row: IdeaRow, today: PlainDate): PlanIdea {
	const story = linkedStory(row);
	const date = plannedDay(story, row.date, row.storyDate);
	const { id, title, topic, angle, audience, note, effort, createdAt, updatedAt } = row;
	return {
		id,
		title,
		topic,
		angle,
		audience,
		note,
		effort,
		state: ideaState(row.droppedAt !== null, story),
		heat: ideaHeat(row, localDay(updatedAt), today),
		date,
		timing: timing(date, story?.trashed ? null : (story?.publishedOn ?? null), today),
		story,
		createdAt,
		updatedAt,
		sample: row.sample === 1,
	};
}
