import { createHash, randomUUID } from "node:crypto";
import type { SaveResult, ShelfCounts, StoryDetail, StoryKind, StoryStage, StorySummary } from "#contract/story.ts";
import { parseStoryDocumentJson } from "#domain/story/parse.ts";
import type { StoryDocument } from "#domain/story/schema.ts";
import { STORY_DOCUMENT_VERSION } from "#domain/story/version.ts";
import { StudioError } from "../errors.ts";
import type { LibraryDatabase } from "./open.ts";
import { statement } from "./statement.ts";
import { SHELVES, type Shelf, SORTS, type Sort, type StoryRow, SUMMARY_COLUMNS, storySummary } from "./story-rows.ts";
import { StorySearch } from "./story-search.ts";
import { prepareStoryText, type StoryColumns, type StoryText, type Utf8Text } from "./story-text.ts";
import { StoryVersions } from "./story-versions.ts";

export interface NewStory {
	id?: string;
	mediumId?: string | null;
	kind?: StoryKind;
	stage?: StoryStage;
	/** The document, or what was derived from it elsewhere. */
	document: StoryDocument | StoryText<Utf8Text>;
	canonicalUrl?: string | null;
	mediumUrl?: string | null;
	createdAt?: string;
	updatedAt?: string;
	publishedAt?: string | null;
	importId?: string | null;
	importedHash?: string | null;
	sample?: boolean;
}

/** SHA-256 of a text's canonical JSON, hex. Equal texts have equal hashes. */
export function textHash(json: string): string {
	return createHash("sha256").update(json).digest("hex");
}

/** Stories and their current texts. */
export class StoryRepository {
	readonly #database: LibraryDatabase;
	/** Finds stories; kept in step with every text written here. */
	readonly index: StorySearch;
	/** Older texts; an edit after a pause leaves one. */
	readonly versions: StoryVersions;
	constructor(database: LibraryDatabase) {
		this.#database = database;
		this.index = new StorySearch(database);
		this.versions = new StoryVersions(database);
	}

	list(shelf: Shelf = "all", sort: Sort = "updated", limit = 20_000): StorySummary[] {
		const rows = this.#database
			.prepare<[number], StoryRow>(
				`SELECT ${SUMMARY_COLUMNS} FROM story WHERE ${SHELVES[shelf]} ORDER BY ${SORTS[sort]}, story.row LIMIT ?`,
			)
			.all(limit);
		return rows.map(storySummary);
	}

	shelves(): ShelfCounts {
		const counts = this.#database
			.prepare<[], ShelfCounts>(
				`SELECT ${Object.entries(SHELVES)
					.map(([name, where]) => `COUNT(*) FILTER (WHERE ${where}) AS "${name}"`)
					.join(", ")} FROM story`,
			)
			.get();
		return counts ?? { all: 0, drafts: 0, published: 0, responses: 0, trash: 0 };
	}

	/** What a list shows of one story. @throws {StudioError} NOT_FOUND */
	summary(id: string): StorySummary {
		const row = this.#database.prepare<[string], StoryRow>(`SELECT ${SUMMARY_COLUMNS} FROM story WHERE id = ?`).get(id);
		if (!row) throw new StudioError("NOT_FOUND", "There is no such story", { reason: id });
		return storySummary(row);
	}

	/** @throws {StudioError} NOT_FOUND */
	get(id: string): StoryDetail {
		const story = this.find(id);
		if (!story) throw new StudioError("NOT_FOUND", "There is no such story");
		return story;
	}

	find(id: string): StoryDetail | undefined {
		const row = this.#database
			.prepare<[string], StoryRow>(
				`SELECT ${SUMMARY_COLUMNS}, document, revision, canonical_url, medium_url FROM story WHERE id = ?`,
			)
			.get(id);
		return (
			row && {
				...storySummary(row),
				document: parseStoryDocumentJson(row.document),
				revision: row.revision,
				canonicalUrl: row.canonical_url,
				mediumUrl: row.medium_url,
			}
		);
	}

	/** Ids by Medium's id. */
	byMediumId(mediumId: string): { id: string; importedHash: string | null; document: string } | undefined {
		return this.#database
			.prepare<[string], { id: string; importedHash: string | null; document: string }>(
				"SELECT id, imported_hash AS importedHash, document FROM story WHERE medium_id = ?",
			)
			.get(mediumId);
	}

	/** Inserts a story with its search entry. Call inside a transaction when inserting many. */
	insert(story: NewStory, now: string): string {
		const id = story.id ?? randomUUID();
		const derived = "json" in story.document ? story.document : prepareStoryText(story.document);
		const result = statement(
			this.#database,
			`INSERT INTO story (id, medium_id, kind, stage, title, subtitle, excerpt, document, document_version, revision,
           words, cjk_characters, reading_seconds, canonical_url, medium_url, created_at, updated_at, published_at,
           import_id, imported_hash, sample)
         VALUES (?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		).run(
			id,
			story.mediumId ?? null,
			story.kind ?? "story",
			story.stage ?? "draft",
			derived.title,
			derived.subtitle,
			derived.excerpt,
			derived.json,
			STORY_DOCUMENT_VERSION,
			derived.words,
			derived.cjk,
			derived.seconds,
			story.canonicalUrl ?? null,
			story.mediumUrl ?? null,
			story.createdAt ?? now,
			story.updatedAt ?? now,
			story.publishedAt ?? null,
			story.importId ?? null,
			story.importedHash ?? null,
			story.sample ? 1 : 0,
		);
		this.index.add(Number(result.lastInsertRowid), derived);
		return id;
	}

	/**
	 * Replaces the text if nobody else did since `baseRevision`. Durable when it returns. The search index follows a
	 * moment later: it would cost more than everything else, and what it owes is written down in the same transaction.
	 * @throws {StudioError} NOT_FOUND, CONFLICT
	 */
	save(id: string, baseRevision: number, text: StoryColumns, now: string): SaveResult {
		return this.#database
			.transaction((): SaveResult => {
				const current = this.#database
					.prepare<[string], { revision: number }>("SELECT revision FROM story WHERE id = ?")
					.get(id);
				if (!current) throw new StudioError("NOT_FOUND", "There is no such story");
				if (current.revision !== baseRevision)
					throw new StudioError("CONFLICT", "The story was changed elsewhere since it was opened", {
						reason: `revision ${current.revision}, not ${baseRevision}`,
					});
				this.versions.keepBeforeEdit(id, text.json, now);
				const { row, revision } = this.#update(id, text, now);
				this.index.owe(row);
				return { revision, savedAt: now };
			})
			.immediate();
	}

	/**
	 * Puts another text in place of the current one, whatever its revision. Call inside a transaction.
	 * @returns the new revision
	 * @throws {StudioError} NOT_FOUND
	 */
	replaceText(id: string, text: StoryText<Utf8Text>, updatedAt: string): number {
		const { row, revision } = this.#update(id, text, updatedAt);
		this.index.put(row, text);
		return revision;
	}

	#update(id: string, text: StoryColumns<Utf8Text>, updatedAt: string): { row: number; revision: number } {
		const row = this.#database
			.prepare<unknown[], { row: number; revision: number }>(
				`UPDATE story SET document = CAST(? AS TEXT), document_version = ?, revision = revision + 1, title = ?, subtitle = ?,
           excerpt = ?, words = ?, cjk_characters = ?, reading_seconds = ?, updated_at = ?
         WHERE id = ? RETURNING row, revision`,
			)
			.get(
				text.json,
				STORY_DOCUMENT_VERSION,
				text.title,
				text.subtitle,
				text.excerpt,
				text.words,
				text.cjk,
				text.seconds,
				updatedAt,
				id,
			);
		if (!row) throw new StudioError("NOT_FOUND", "There is no such story");
		statement(this.#database, "DELETE FROM story_rebuilt WHERE story_id = ?").run(id);
		return row;
	}

	/** Copies a story's text into a new draft. @throws {StudioError} NOT_FOUND */
	duplicate(id: string, title: string, now: string): string {
		const { document } = this.get(id);
		const spans = title === "" ? [] : [{ text: title }];
		const blocks = document.blocks.map((block) => (block.type === "title" ? { ...block, spans } : block));
		return this.insert({ document: { ...document, blocks } }, now);
	}

	/** Puts a kept text in place of the current one, which is kept first. @throws {StudioError} NOT_FOUND */
	restoreVersion(versionId: string, label: string, now: string): string {
		const version = this.versions.row(versionId);
		const text = prepareStoryText(parseStoryDocumentJson(version.document));
		this.#database
			.transaction(() => {
				this.versions.keep(version.storyId, "replaced", label, now);
				this.replaceText(version.storyId, text, now);
			})
			.immediate();
		return version.storyId;
	}

	/** Decides between the writer's text and one from an import that waits beside it. @throws {StudioError} NOT_FOUND, INVALID_INPUT */
	resolveImport(versionId: string, choice: "take" | "keep", now: string): string {
		const version = this.versions.row(versionId);
		this.#database
			.transaction(() => {
				this.versions.resolve(versionId, choice === "take" ? "taken" : "kept");
				if (choice === "keep") return;
				this.restoreVersion(versionId, version.label, now);
				// From here on the text is Medium's again, and a newer export may replace it.
				this.#change("UPDATE story SET imported_hash = ? WHERE id = ?", version.hash, version.storyId);
			})
			.immediate();
		return version.storyId;
	}

	/** Deletes what has been in the trash since before a time. @returns how many stories went */
	emptyTrash(trashedBefore: string): number {
		const ids = this.#database
			.prepare<[string], string>("SELECT id FROM story WHERE trashed_at < ?")
			.pluck()
			.all(trashedBefore);
		this.#database
			.transaction(() => {
				for (const id of ids) this.remove(id);
			})
			.immediate();
		return ids.length;
	}

	/** Removes a story for good, with its versions and search entry. Call inside a transaction. */
	remove(id: string): void {
		const row = this.#database.prepare<[string], { row: number }>("SELECT row FROM story WHERE id = ?").get(id);
		if (!row) return;
		this.index.remove(row.row);
		this.#database.prepare("DELETE FROM story WHERE row = ?").run(row.row);
	}

	/** Removes a story that lies in the trash. @throws {StudioError} NOT_FOUND when none of that id lies there */
	deleteTrashed(id: string): void {
		this.#database
			.transaction(() => {
				this.#change("UPDATE story SET trashed_at = trashed_at WHERE id = ? AND trashed_at IS NOT NULL", id);
				this.remove(id);
			})
			.immediate();
	}

	setStage(id: string, stage: StoryStage, now: string): void {
		this.#change("UPDATE story SET stage = ?, updated_at = ? WHERE id = ?", stage, now, id);
	}

	trash(id: string, now: string): void {
		this.#change("UPDATE story SET trashed_at = ? WHERE id = ?", now, id);
	}

	restore(id: string): void {
		this.#change("UPDATE story SET trashed_at = NULL WHERE id = ?", id);
	}

	#change(sql: string, ...values: unknown[]): void {
		if (this.#database.prepare(sql).run(...values).changes === 0)
			throw new StudioError("NOT_FOUND", "There is no such story");
	}
}
