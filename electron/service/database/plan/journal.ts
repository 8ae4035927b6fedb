import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { PlanUndone } from "#contract/plan.ts";
import { parseStoryDocumentJson } from "#domain/story/parse.ts";
import { StudioError } from "../../errors.ts";
import type { LibraryDatabase } from "../open.ts";
import type { StoryRepository } from "../stories.ts";

/** Parents first: rows come back in this order and go in the reverse. */
const TABLES = ["story", "idea", "series", "series_part", "plan_entry"] as const;
type PlanTable = (typeof TABLES)[number];

export interface RowKey {
	table: PlanTable;
	id: string;
}

const rowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
type Row = z.infer<typeof rowSchema>;

/** Cells of one row before and after; a whole row where it came or went. */
const changeSchema = z.object({
	table: z.enum(TABLES),
	id: z.string(),
	before: rowSchema.nullable(),
	after: rowSchema.nullable(),
});
type Change = z.infer<typeof changeSchema>;

/** What others may have changed since without standing in the way of an undo. */
const PASSING: ReadonlySet<string> = new Set(["updated_at", "draft"]);

/** Older changes can no longer be undone. */
const KEPT_CHANGES = 500;
/**
 * Of a story the plan changes only whether it lies in the trash; a text that was written in is never put back. `draft`
 * is the text while nobody has touched the story since it came into the library.
 */
const COLUMNS: Readonly<Record<PlanTable, string>> = {
	story: `id, trashed_at,
  CASE WHEN revision = 1 AND stage = 'draft' AND updated_at = created_at THEN document END AS draft`,
	idea: "*",
	series: "*",
	series_part: "*",
	plan_entry: "*",
};

/** Writes the plan, remembering what every change replaced, so that each can be undone and done again. */
export class PlanJournal {
	readonly #database: LibraryDatabase;
	readonly #stories: StoryRepository;
	constructor(database: LibraryDatabase, stories: StoryRepository) {
		this.#database = database;
		this.#stories = stories;
	}

	/**
	 * Runs a change in one transaction.
	 * @param keys every row it may touch, new ones included
	 * @returns what `undo` takes, or `null` when nothing changed
	 */
	record(keys: readonly RowKey[], now: string, act: () => void): string | null {
		return this.#database
			.transaction((): string | null => {
				const before = keys.map((key) => this.#read(key));
				act();
				const changes: Change[] = [];
				for (const [at, key] of keys.entries()) {
					const change = difference(key, before[at] ?? null, this.#read(key));
					if (change) changes.push(change);
				}
				if (changes.length === 0) return null;
				const id = randomUUID();
				const { lastInsertRowid } = this.#database
					.prepare("INSERT INTO plan_change (id, made_at, cells) VALUES (?, ?, ?)")
					.run(id, now, JSON.stringify(changes));
				this.#database.prepare("DELETE FROM plan_change WHERE number <= ?").run(Number(lastInsertRowid) - KEPT_CHANGES);
				return id;
			})
			.immediate();
	}

	/**
	 * Puts back what a change replaced. Cells changed by others meanwhile are not overwritten. A story that came with the
	 * change goes with it; one that has been touched since is kept in the trash.
	 * @throws {StudioError} NOT_FOUND, CONFLICT
	 */
	undo(id: string, now: string): PlanUndone {
		const stored = this.#database
			.prepare<[string], { cells: string }>("SELECT cells FROM plan_change WHERE id = ?")
			.get(id);
		if (!stored) throw new StudioError("NOT_FOUND", "This can no longer be undone");
		const changes = z.array(changeSchema).parse(JSON.parse(stored.cells));
		// What leads to a story that goes has let go of it before.
		const rank = ({ table, before }: Change) =>
			before !== null ? TABLES.indexOf(table) : table === "story" ? TABLES.length : -TABLES.indexOf(table);
		let draft: PlanUndone["draft"] = null;
		const ordered = changes.toSorted((a, b) => rank(a) - rank(b));
		try {
			const undo = this.record(changes, now, () => {
				this.#database.pragma("defer_foreign_keys = ON");
				for (const change of ordered) draft = this.#putBack(change, now) ?? draft;
			});
			return { undo, draft };
		} catch (error) {
			if (error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_CONSTRAINT"))
				throw new StudioError(
					"CONFLICT",
					"This cannot be undone any more: the plan has moved on",
					{},
					{ cause: error },
				);
			throw error;
		}
	}

	#read({ table, id }: RowKey): Row | null {
		return this.#database.prepare<[string], Row>(`SELECT ${COLUMNS[table]} FROM ${table} WHERE id = ?`).get(id) ?? null;
	}

	/** @returns what became of a story that goes */
	#putBack(change: Change, now: string): PlanUndone["draft"] {
		const { table, id, before, after } = change;
		const current = this.#read(change);
		const moved =
			after === null
				? current !== null
				: current === null || Object.keys(after).some((name) => !PASSING.has(name) && current[name] !== after[name]);
		if (moved) throw new StudioError("CONFLICT", "This was changed again since, so it is left as it is");
		if (before === null) {
			if (table === "story")
				return this.#takeAway(id, now, current?.["draft"] != null && current["draft"] === after?.["draft"]);
			this.#database.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id);
			return null;
		}
		if (table === "story" && after === null) {
			const document = parseStoryDocumentJson(String(before["draft"]));
			this.#stories.insert({ id, document }, now);
			return null;
		}
		const names = Object.keys(before);
		if (after === null)
			this.#database
				.prepare(`INSERT INTO ${table} (${names.join(", ")}) VALUES (${names.map((name) => `@${name}`).join(", ")})`)
				.run(before);
		else
			this.#database
				.prepare(`UPDATE ${table} SET ${names.map((name) => `${name} = @${name}`).join(", ")} WHERE id = @_id`)
				.run({ ...before, _id: id });
		return null;
	}

	/** Whether a day, an idea or a part was given to it by another change. */
	#isPlanned(storyId: string): boolean {
		return (["plan_entry", "idea", "series_part"] as const).some(
			(table) => this.#database.prepare(`SELECT 1 FROM ${table} WHERE story_id = ?`).get(storyId) !== undefined,
		);
	}

	#takeAway(storyId: string, now: string, untouched: boolean): PlanUndone["draft"] {
		const kept = !untouched || this.#isPlanned(storyId);
		if (kept) this.#stories.trash(storyId, now);
		else this.#stories.remove(storyId);
		return { storyId, kept };
	}
}

function difference({ table, id }: RowKey, before: Row | null, after: Row | null): Change | null {
	if (before === null || after === null) return before === after ? null : { table, id, before, after };
	const changed = Object.keys(before).filter((name) => before[name] !== after[name]);
	if (changed.length === 0) return null;
	const pick = (row: Row): Row => Object.fromEntries(changed.map((name) => [name, row[name] ?? null]));
	return { table, id, before: pick(before), after: pick(after) };
}
