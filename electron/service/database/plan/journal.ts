import { randomUUID } from "node:crypto";
import { z } from "zod";
import { StudioError } from "../../errors.ts";
import type { LibraryDatabase } from "../open.ts";

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

/** Older changes can no longer be undone. */
const KEPT_CHANGES = 500;
/** Of a story the plan changes only whether it lies in the trash; its text is never put back. */
const COLUMNS: Readonly<Record<PlanTable, string>> = {
	story: "id, trashed_at",
	idea: "*",
	series: "*",
	series_part: "*",
	plan_entry: "*",
};

/** Writes the plan, remembering what every change replaced, so that each can be undone and done again. */
export class PlanJournal {
	readonly #database: LibraryDatabase;
	constructor(database: LibraryDatabase) {
		this.#database = database;
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
	 * Puts back what a change replaced. Cells changed by others meanwhile are not overwritten.
	 * @returns what undoes the undoing
	 * @throws {StudioError} NOT_FOUND, CONFLICT
	 */
	undo(id: string, now: string): string | null {
		const stored = this.#database
			.prepare<[string], { cells: string }>("SELECT cells FROM plan_change WHERE id = ?")
			.get(id);
		if (!stored) throw new StudioError("NOT_FOUND", "This can no longer be undone");
		const changes = z.array(changeSchema).parse(JSON.parse(stored.cells));
		const rank = (change: Change) => TABLES.indexOf(change.table) * (change.before === null ? -1 : 1);
		const ordered = changes.toSorted((a, b) => rank(a) - rank(b));
		try {
			return this.record(changes, now, () => {
				this.#database.pragma("defer_foreign_keys = ON");
				for (const change of ordered) this.#putBack(change, now);
			});
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

	#putBack(change: Change, now: string): void {
		const { table, id, before, after } = change;
		const current = this.#read(change);
		const moved =
			after === null
				? current !== null
				: current === null || Object.keys(after).some((name) => name !== "updated_at" && current[name] !== after[name]);
		if (moved) throw new StudioError("CONFLICT", "This was changed again since, so it is left as it is");
		if (before === null) {
			if (table === "story") this.#database.prepare("UPDATE story SET trashed_at = ? WHERE id = ?").run(now, id);
			else this.#database.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id);
			return;
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
	}
}

function difference({ table, id }: RowKey, before: Row | null, after: Row | null): Change | null {
	if (before === null || after === null) return before === after ? null : { table, id, before, after };
	const changed = Object.keys(before).filter((name) => before[name] !== after[name]);
	if (changed.length === 0) return null;
	const pick = (row: Row): Row => Object.fromEntries(changed.map((name) => [name, row[name] ?? null]));
	return { table, id, before: pick(before), after: pick(after) };
}
