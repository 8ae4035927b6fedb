/**
 * Texts that lie in a damaged file with nothing that leads to them. When a table grows, SQLite moves its rows and leaves the
 * old bytes until it needs the room; where the page that a row went to is gone, they may be all there is of it.
 */
import type { LibraryDatabase } from "../database/open.ts";
import { scanBytes } from "./page-scan.ts";
import { insertsInto, rowOf } from "./salvage-rows.ts";
import { tableShapes } from "./table-shapes.ts";
import { type Row, wholeRow } from "./whole-text.ts";
import { isTaken } from "./write-error.ts";

/** What the indexes say that there is: they may be whole where the rows are not. `null` where they are not. */
export interface Living {
	/** When each story was last changed, by its id. */
	stories: ReadonlyMap<string, string> | null;
	versions: ReadonlySet<string> | null;
}

/**
 * How records begin behind the length of their head: the story's row, which is the key, and its id; a version's id and
 * its story's. An id has 36 letters, told as 13 + 2 × 36. https://www.sqlite.org/fileformat2.html#record_format
 */
const BEGINNINGS = {
	story: Buffer.from([0, 85]),
	story_version: Buffer.from([85, 85]),
} as const;

function readOr<T>(read: () => T): T | null {
	try {
		return read();
	} catch {
		return null;
	}
}

/** SQLite answers each of these from an index alone. */
export function livingTexts(damaged: LibraryDatabase): Living {
	const stories = readOr(() => {
		const changed = new Map(damaged.prepare<[], [unknown, string]>("SELECT row, updated_at FROM story").raw().all());
		const ids = damaged.prepare<[], [unknown, string]>("SELECT row, id FROM story").raw().all();
		// Two that do not agree are not whole.
		if (ids.length !== changed.size) return null;
		return new Map(ids.map(([row, id]) => [id, changed.get(row) ?? ""]));
	});
	const versions = readOr(() => new Set(damaged.prepare<[], string>("SELECT id FROM story_version").pluck().all()));
	return { stories, versions };
}

/**
 * Takes texts that are whole from the bytes of a file, of stories and versions that were found nowhere else. What the
 * indexes do not know was deleted. Where they cannot be read, all is taken if the file does not tell of its pages either
 * what was deleted, and nothing if it does: most of it was.
 * @param missing tables that were not read to their end
 * @returns ids of the stories taken, and of those among them whose text is, or may be, an earlier one than the lost;
 *   `unsure`: something was taken that may have been deleted
 */
export function takeRemnants(
	path: string,
	fresh: LibraryDatabase,
	missing: ReadonlySet<string>,
	living: Living,
	knowsDeleted: boolean,
): { taken: Set<string>; earlier: Set<string>; unsure: boolean } {
	const given = new Set(fresh.prepare<[], string>("SELECT id FROM story").pluck().all());
	const isWanted = {
		story: ({ id }: Row) => !given.has(String(id)) && (living.stories?.has(String(id)) ?? true),
		story_version: ({ id, story_id: story }: Row) => living.versions?.has(String(id)) ?? !given.has(String(story)),
	};
	const taken = new Set<string>();
	let unsure = false;
	const { shapes, close } = tableShapes(fresh);
	try {
		for (const table of ["story", "story_version"] as const) {
			const shape = shapes.find(({ name }) => name === table);
			if (!shape || !missing.has(table)) continue;
			const insert = insertsInto(fresh, shape);
			const isKnown = (table === "story" ? living.stories : living.versions) !== null;
			if (!isKnown && knowsDeleted) continue;
			for (const found of scanBytes(path, shape, BEGINNINGS[table], isKnown)) {
				const row = rowOf(found);
				if (!isWanted[table](row)) continue;
				const whole = wholeRow(table, row, null);
				if (!whole || !isTaken(() => insert(whole))) continue;
				if (table === "story") taken.add(String(row["id"]));
				unsure ||= !isKnown;
			}
		}
	} finally {
		close();
	}
	const changed = fresh.prepare<[string], string>("SELECT updated_at FROM story WHERE id = ?").pluck();
	const earlier = new Set([...taken].filter((id) => living.stories?.get(id) !== changed.get(id)));
	return { taken, earlier, unsure };
}
