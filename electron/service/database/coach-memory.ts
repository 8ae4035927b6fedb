import { type CoachMemory, coachMemorySchema, NO_COACH_MEMORY } from "#contract/feedback.ts";
import { StudioError } from "../errors.ts";
import type { LibraryDatabase } from "./open.ts";

/** Ignored tips and title variants, one row a story; a story that is erased takes its row along. */
export class CoachMemoryRepository {
	readonly #database: LibraryDatabase;
	constructor(database: LibraryDatabase) {
		this.#database = database;
	}

	/** Empty for a story the coach was told nothing about. */
	get(storyId: string): CoachMemory {
		const row = this.#database
			.prepare<[string], { memory: string }>("SELECT memory FROM coach_memory WHERE story_id = ?")
			.get(storyId);
		return row ? coachMemorySchema.parse(JSON.parse(row.memory)) : NO_COACH_MEMORY;
	}

	/** @throws {StudioError} NOT_FOUND */
	set(storyId: string, memory: CoachMemory): void {
		const { changes } = this.#database
			.prepare(
				`INSERT INTO coach_memory (story_id, memory) SELECT id, ? FROM story WHERE id = ?
         ON CONFLICT (story_id) DO UPDATE SET memory = excluded.memory`,
			)
			.run(JSON.stringify(memory), storyId);
		if (changes === 0) throw new StudioError("NOT_FOUND", "There is no such story");
	}
}
