import type { Settings } from "#contract/settings.ts";
import type { LibraryDatabase } from "./database/open.ts";
import type { LibraryHandle } from "./library.ts";

const holdsAnything = (database: LibraryDatabase): boolean =>
	database
		.prepare(
			`SELECT EXISTS (SELECT 1 FROM story) OR EXISTS (SELECT 1 FROM idea) OR EXISTS (SELECT 1 FROM series)
       OR EXISTS (SELECT 1 FROM observation)`,
		)
		.pluck()
		.get() === 1;

const hasStory = (database: LibraryDatabase, id: string): boolean =>
	database.prepare("SELECT EXISTS (SELECT 1 FROM story WHERE id = ? AND trashed_at IS NULL)").pluck().get(id) === 1;

/**
 * Where a window begins that was asked for no page, as the fragment of its address; `null` for the blank page: in an
 * empty library, when the writer wants it so, and where the last story is gone or lies in the trash. Never throws.
 */
export function openingPlace({ opensAt, lastPlace }: Settings, handle: LibraryHandle): string | null {
	const database = handle.library()?.database;
	if (opensAt === "new" || !database) return null;
	try {
		if (!holdsAnything(database)) return null;
		const storyId = /^#\/write\/(.*)$/.exec(lastPlace)?.[1];
		return storyId === undefined || hasStory(database, storyId) ? lastPlace : null;
	} catch (error) {
		handle.noticeFailure(error);
		return null;
	}
}
