import { cadenceSchema, type PlanEntry, type PlanRange, type PlanUndone } from "#contract/plan.ts";
import { emptySlots } from "#domain/planning/cadence.ts";
import { type PlainDate, plainDateAt, type Weekday } from "#domain/planning/plain-date.ts";
import type { LibraryDatabase } from "./open.ts";
import { DraftRepository } from "./plan/drafts.ts";
import { IdeaRepository } from "./plan/ideas.ts";
import { PlanJournal } from "./plan/journal.ts";
import { ScheduleRepository } from "./plan/schedule.ts";
import { SeriesRepository } from "./plan/series.ts";
import type { StoryRepository } from "./stories.ts";

const CADENCE_SETTING = "plan.cadence";

/** The plan tables. Every change goes through the journal, so that every change can be undone. */
export class PlanRepository {
	readonly ideas: IdeaRepository;
	readonly series: SeriesRepository;
	readonly schedule: ScheduleRepository;
	readonly drafts: DraftRepository;
	readonly #journal: PlanJournal;
	readonly #database: LibraryDatabase;
	constructor(database: LibraryDatabase, stories: StoryRepository) {
		this.#database = database;
		this.#journal = new PlanJournal(database, stories);
		this.ideas = new IdeaRepository(database, this.#journal);
		this.series = new SeriesRepository(database, this.#journal);
		this.schedule = new ScheduleRepository(database, this.#journal);
		const { ideas, series, schedule } = this;
		this.drafts = new DraftRepository({ database, stories, journal: this.#journal, ideas, series, schedule });
	}

	/** @throws {StudioError} NOT_FOUND, CONFLICT */
	undo(change: string, now: string): PlanUndone {
		return this.#journal.undo(change, now);
	}

	/** The calendar between two days, both included. */
	range(from: PlainDate, to: PlainDate, now: Date): PlanRange {
		const today = plainDateAt(now);
		const entries = this.#withOvertaken(this.schedule.range(from, to, today), now);
		const taken = new Set(entries.flatMap(({ date }) => (date === null ? [] : [date])));
		const cadence = this.cadence();
		return { today, entries, cadence, emptySlots: emptySlots(cadence, from, to, today, taken) };
	}

	/** Says of parts which earlier one comes out after them, also one that lies outside the days asked for. */
	#withOvertaken(entries: PlanEntry[], now: Date): PlanEntry[] {
		if (entries.every(({ series }) => series === null)) return entries;
		const known = new Map(this.series.list(now).map(({ id, parts }) => [id, parts]));
		return entries.map((entry) => {
			const part = entry.series && known.get(entry.series.id)?.[entry.series.number - 1];
			return part?.overtaken ? { ...entry, overtaken: part.overtaken } : entry;
		});
	}

	cadence(): Weekday[] {
		const row = this.#database
			.prepare<[string], { value: string }>("SELECT value FROM setting WHERE key = ?")
			.get(CADENCE_SETTING);
		return row ? cadenceSchema.parse(JSON.parse(row.value)) : [];
	}

	setCadence(weekdays: readonly Weekday[]): void {
		this.#database
			.prepare("INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value")
			.run(CADENCE_SETTING, JSON.stringify([...new Set(weekdays)].sort()));
	}
}
