import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { LibraryStatus } from "#contract/library.ts";
import { SCHEMA_VERSION } from "./database/migrations/index.ts";
import { ObservationRepository } from "./database/observations.ts";
import { type LibraryDatabase, migrate, openDatabase } from "./database/open.ts";
import { PlanRepository } from "./database/plan.ts";
import { StoryRepository } from "./database/stories.ts";
import { toStudioError } from "./errors.ts";

/** Everything an open library offers. One repository per table family. */
export interface Library {
	readonly directory: string;
	readonly database: LibraryDatabase;
	readonly stories: StoryRepository;
	readonly observations: ObservationRepository;
	readonly plan: PlanRepository;
}

export interface LibraryHandle {
	status(): LibraryStatus;
	/** `null` unless the state is `open`. */
	library(): Library | null;
	close(): void;
}

export const DATABASE_FILE = "library.sqlite";

/** Opens the library in a folder, making it when there is none. Never throws: what is wrong is its status. */
export function openLibrary(directory: string): LibraryHandle {
	let library: Library | null = null;
	let status: LibraryStatus;
	try {
		mkdirSync(join(directory, "media"), { recursive: true });
		const database = openDatabase(join(directory, DATABASE_FILE));
		migrate(database);
		database.prepare("INSERT INTO library_meta (key, value) VALUES ('id', ?) ON CONFLICT DO NOTHING").run(randomUUID());
		const stories = new StoryRepository(database);
		library = {
			directory,
			database,
			stories,
			observations: new ObservationRepository(database),
			plan: new PlanRepository(database, stories),
		};
		const id = database.prepare<[], { value: string }>("SELECT value FROM library_meta WHERE key = 'id'").get();
		status = { state: "open", directory, libraryId: id?.value ?? "", schemaVersion: SCHEMA_VERSION, sample: false };
	} catch (error) {
		status = { state: "unreachable", directory, reason: toStudioError(error).message };
	}
	return {
		status: () => status,
		library: () => library,
		close: () => {
			library?.database.close();
			library = null;
		},
	};
}
