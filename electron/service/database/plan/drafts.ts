import { randomUUID } from "node:crypto";
import type { DraftWords, StartedDraft } from "#contract/plan.ts";
import { type DraftPlan, draftDocument } from "#domain/planning/draft.ts";
import type { PlanSubject } from "#domain/planning/entry.ts";
import { StudioError } from "../../errors.ts";
import type { LibraryDatabase } from "../open.ts";
import type { StoryRepository } from "../stories.ts";
import type { IdeaRepository } from "./ideas.ts";
import type { PlanJournal, RowKey } from "./journal.ts";
import type { ScheduleRepository } from "./schedule.ts";
import type { SeriesRepository } from "./series.ts";

interface Link {
	storyId: string | null;
	trashedAt: string | null;
}

interface Parts {
	database: LibraryDatabase;
	stories: StoryRepository;
	journal: PlanJournal;
	ideas: IdeaRepository;
	series: SeriesRepository;
	schedule: ScheduleRepository;
}

/** The way from the plan to a story and back. */
export class DraftRepository {
	readonly #parts: Parts;
	constructor(parts: Parts) {
		this.#parts = parts;
	}

	/**
	 * The draft of an idea or a part: made with everything that was planned, or the one that is there already.
	 * A day on the calendar goes over to the story.
	 * @throws {StudioError} NOT_FOUND
	 */
	start(subject: PlanSubject, words: DraftWords, now: Date): StartedDraft {
		const at = now.toISOString();
		const { stories, journal } = this.#parts;
		if (subject.type === "story") return { storyId: stories.get(subject.id).id, outcome: "opened", undo: null };
		const link = this.#link(subject);
		const { storyId } = link;
		if (storyId !== null) {
			if (link.trashedAt === null) return { storyId, outcome: "opened", undo: null };
			const undo = journal.record([{ table: "story", id: storyId }], at, () => stories.restore(storyId));
			return { storyId, outcome: "restored", undo };
		}
		const created = randomUUID();
		const document = draftDocument(this.#plan(subject, words, now));
		const undo = journal.record([...this.#keys(subject), { table: "story", id: created }], at, () => {
			stories.insert({ id: created, document }, at);
			this.#setLink(subject, created);
			this.#handOverDay(subject, created);
		});
		return { storyId: created, outcome: "created", undo };
	}

	/**
	 * Makes an existing story the text of a part or an idea, or with `null` lets it go.
	 * @throws {StudioError} NOT_FOUND; INVALID_INPUT when the story is already a part or is a response
	 */
	link(subject: PlanSubject & { type: "idea" | "part" }, storyId: string | null, now: string): string | null {
		this.#link(subject);
		if (storyId !== null) this.#assertLinkable(subject.id, storyId);
		const storyEntry = storyId === null ? null : this.#parts.schedule.entryId({ type: "story", id: storyId });
		return this.#parts.journal.record(this.#keys(subject), now, () => {
			this.#setLink(subject, storyId);
			if (storyId !== null && storyEntry === null) this.#handOverDay(subject, storyId);
		});
	}

	#assertLinkable(subjectId: string, storyId: string): void {
		const story = this.#parts.stories.get(storyId);
		if (story.kind !== "story" || story.trashedAt !== null)
			throw new StudioError("INVALID_INPUT", "Only a story that is not in the trash can be a part");
		const other = this.#parts.database
			.prepare<[string, string], { title: string }>(
				`SELECT series.title FROM series_part part JOIN series ON series.id = part.series_id
         WHERE part.story_id = ? AND part.id <> ? AND part.dropped_at IS NULL`,
			)
			.get(storyId, subjectId);
		if (other) throw new StudioError("INVALID_INPUT", "This story is already part of a series", { place: other.title });
	}

	#keys(subject: PlanSubject): RowKey[] {
		const keys: RowKey[] = [{ table: subject.type === "idea" ? "idea" : "series_part", id: subject.id }];
		const entry = this.#parts.schedule.entryId(subject);
		if (entry !== null) keys.push({ table: "plan_entry", id: entry });
		return keys;
	}

	#link(subject: PlanSubject): Link {
		const table = subject.type === "idea" ? "idea" : "series_part";
		const link = this.#parts.database
			.prepare<[string], Link>(
				`SELECT story.id AS storyId, story.trashed_at AS trashedAt FROM ${table} thing
         LEFT JOIN story ON story.id = thing.story_id WHERE thing.id = ? AND dropped_at IS NULL`,
			)
			.get(subject.id);
		if (!link) throw new StudioError("NOT_FOUND", "There is no such idea or part");
		return link;
	}

	#setLink(subject: PlanSubject, storyId: string | null): void {
		const table = subject.type === "idea" ? "idea" : "series_part";
		this.#parts.database.prepare(`UPDATE ${table} SET story_id = ? WHERE id = ?`).run(storyId, subject.id);
	}

	#handOverDay(subject: PlanSubject, storyId: string): void {
		const column = `${subject.type}_id`;
		this.#parts.database
			.prepare(`UPDATE plan_entry SET ${column} = NULL, story_id = ? WHERE ${column} = ?`)
			.run(storyId, subject.id);
	}

	#plan(subject: PlanSubject, words: DraftWords, now: Date): DraftPlan {
		if (subject.type === "idea") {
			const { title, angle, audience, topic, note } = this.#parts.ideas.get(subject.id, now);
			const notes = [
				{ label: words.angle, text: angle },
				{ label: words.audience, text: audience },
				{ label: words.topic, text: topic },
				{ label: words.note, text: note },
			];
			return { title, kicker: "", notes };
		}
		for (const series of this.#parts.series.list(now))
			for (const part of series.parts)
				if (part.id === subject.id) {
					const kicker = words.kicker.replace("{number}", String(part.number)).replace("{series}", () => series.title);
					return { title: part.title, kicker, notes: [{ label: words.promise, text: part.promise }] };
				}
		throw new StudioError("NOT_FOUND", "There is no such part");
	}
}
