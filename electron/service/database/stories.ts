import { createHash, randomUUID } from "node:crypto";
import type {
	SaveResult,
	SearchHit,
	ShelfCounts,
	StoryDetail,
	StoryKind,
	StoryStage,
	StorySummary,
} from "#contract/story.ts";
import { parseStoryDocumentJson } from "#domain/story/parse.ts";
import { STORY_DOCUMENT_VERSION, type StoryDocument } from "#domain/story/schema.ts";
import { StudioError } from "../errors.ts";
import type { LibraryDatabase } from "./open.ts";
import { matchExpression, queryTerms } from "./search-text.ts";
import { prepareStoryText, type StoryText } from "./story-text.ts";

interface StoryRow {
	row: number;
	id: string;
	medium_id: string | null;
	kind: StoryKind;
	stage: StoryStage;
	title: string;
	subtitle: string;
	excerpt: string;
	document: string;
	revision: number;
	words: number;
	cjk_characters: number;
	reading_seconds: number;
	canonical_url: string | null;
	medium_url: string | null;
	created_at: string;
	updated_at: string;
	published_at: string | null;
	trashed_at: string | null;
	sample: number;
	pending: number;
}

export interface NewStory {
	id?: string;
	mediumId?: string | null;
	kind?: StoryKind;
	stage?: StoryStage;
	/** The document, or what was derived from it elsewhere. */
	document: StoryDocument | StoryText;
	canonicalUrl?: string | null;
	mediumUrl?: string | null;
	createdAt?: string;
	updatedAt?: string;
	publishedAt?: string | null;
	importId?: string | null;
	importedHash?: string | null;
	sample?: boolean;
}

const SUMMARY_COLUMNS = `story.row, story.id, medium_id, kind, stage, title, subtitle, excerpt, story.words, cjk_characters,
  reading_seconds, story.created_at, updated_at, published_at, trashed_at, sample,
  EXISTS (SELECT 1 FROM story_version v WHERE v.story_id = story.id AND v.resolution = 'pending') AS pending`;

const SHELVES = {
	all: "trashed_at IS NULL",
	drafts: "trashed_at IS NULL AND kind = 'story' AND stage <> 'published'",
	published: "trashed_at IS NULL AND kind = 'story' AND stage = 'published'",
	responses: "trashed_at IS NULL AND kind = 'response'",
	trash: "trashed_at IS NOT NULL",
} as const;

const SORTS = {
	updated: "updated_at DESC",
	created: "created_at DESC",
	published: "published_at IS NULL, published_at DESC",
	title: "title COLLATE NOCASE",
	words: "words DESC",
} as const;

function summary(row: Omit<StoryRow, "document" | "revision" | "canonical_url" | "medium_url">): StorySummary {
	return {
		id: row.id,
		mediumId: row.medium_id,
		kind: row.kind,
		stage: row.stage,
		title: row.title,
		subtitle: row.subtitle,
		excerpt: row.excerpt,
		words: row.words,
		cjkCharacters: row.cjk_characters,
		readingSeconds: row.reading_seconds,
		createdAt: row.created_at,
		updatedAt: row.updated_at,
		publishedAt: row.published_at,
		trashedAt: row.trashed_at,
		sample: row.sample === 1,
		hasPendingImport: row.pending === 1,
	};
}

/** SHA-256 of the canonical JSON, hex. Equal texts have equal hashes. */
export function documentHash(document: StoryDocument): string {
	return createHash("sha256").update(JSON.stringify(document)).digest("hex");
}

/** The story tables: stories, their text and the search index, always written together. */
export class StoryRepository {
	readonly #database: LibraryDatabase;
	constructor(database: LibraryDatabase) {
		this.#database = database;
	}

	list(shelf: keyof typeof SHELVES = "all", sort: keyof typeof SORTS = "updated", limit = 20_000): StorySummary[] {
		const rows = this.#database
			.prepare<[number], StoryRow>(
				`SELECT ${SUMMARY_COLUMNS} FROM story WHERE ${SHELVES[shelf]} ORDER BY ${SORTS[sort]}, story.row LIMIT ?`,
			)
			.all(limit);
		return rows.map(summary);
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

	/** @throws {StudioError} NOT_FOUND */
	get(id: string): StoryDetail {
		const row = this.#database
			.prepare<[string], StoryRow>(
				`SELECT ${SUMMARY_COLUMNS}, document, revision, canonical_url, medium_url FROM story WHERE id = ?`,
			)
			.get(id);
		if (!row) throw new StudioError("NOT_FOUND", "There is no such story");
		return {
			...summary(row),
			document: parseStoryDocumentJson(row.document),
			revision: row.revision,
			canonicalUrl: row.canonical_url,
			mediumUrl: row.medium_url,
		};
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
		const result = this.#database
			.prepare(
				`INSERT INTO story (id, medium_id, kind, stage, title, subtitle, excerpt, document, document_version, revision,
           words, cjk_characters, reading_seconds, canonical_url, medium_url, created_at, updated_at, published_at,
           import_id, imported_hash, sample)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			)
			.run(
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
		this.#index(Number(result.lastInsertRowid), derived);
		return id;
	}

	/**
	 * Replaces the text if nobody else did since `baseRevision`. Durable when it returns.
	 * @throws {StudioError} NOT_FOUND, CONFLICT
	 */
	save(id: string, baseRevision: number, document: StoryDocument, now: string): SaveResult {
		const derived = prepareStoryText(document);
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
				return { revision: this.replaceText(id, derived, now), savedAt: now };
			})
			.immediate();
	}

	/**
	 * Puts another text in place of the current one, whatever its revision. Call inside a transaction.
	 * @returns the new revision
	 * @throws {StudioError} NOT_FOUND
	 */
	replaceText(id: string, text: StoryText, updatedAt: string): number {
		const row = this.#database
			.prepare<unknown[], { row: number; revision: number }>(
				`UPDATE story SET document = ?, document_version = ?, revision = revision + 1, title = ?, subtitle = ?,
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
		this.#index(row.row, text);
		return row.revision;
	}

	/** Removes a story for good, with its versions and search entry. Call inside a transaction. */
	remove(id: string): void {
		const row = this.#database.prepare<[string], { row: number }>("SELECT row FROM story WHERE id = ?").get(id);
		if (!row) return;
		this.#database.prepare("DELETE FROM story_search WHERE rowid = ?").run(row.row);
		this.#database.prepare("DELETE FROM story WHERE row = ?").run(row.row);
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

	/** Stories that match, best first. Never throws for what was typed. */
	search(query: string, limit = 50): SearchHit[] {
		const expression = matchExpression(query);
		if (!expression) return [];
		const rows = this.#database
			.prepare<[string, number], { id: string; title: string; stage: StoryStage; kind: StoryKind; body: string }>(
				`SELECT story.id, story.title, story.stage, story.kind, substr(story_text.body, 1, 200000) AS body
         FROM story_search JOIN story ON story.row = story_search.rowid JOIN story_text ON story_text.row = story.row
         WHERE story_search MATCH ? AND story.trashed_at IS NULL
         ORDER BY bm25(story_search, 8.0, 1.0) LIMIT ?`,
			)
			.all(expression, limit);
		const terms = queryTerms(query).map((term) => term.text);
		return rows.map(({ body, ...hit }) => ({ ...hit, snippet: snippet(body, terms) }));
	}

	#index(row: number, text: StoryText): void {
		this.#database
			.prepare("INSERT INTO story_text (row, body) VALUES (?, ?) ON CONFLICT (row) DO UPDATE SET body = excluded.body")
			.run(row, text.body);
		this.#database
			.prepare("INSERT OR REPLACE INTO story_search (rowid, title, body) VALUES (?, ?, ?)")
			.run(row, text.indexedTitle, text.indexedBody);
	}

	#change(sql: string, ...values: unknown[]): void {
		if (this.#database.prepare(sql).run(...values).changes === 0)
			throw new StudioError("NOT_FOUND", "There is no such story");
	}
}

const SNIPPET_LENGTH = 160;

/** Text around the first match, matches between U+E000 and U+E001. */
export function snippet(body: string, terms: readonly string[]): string {
	const lower = body.toLowerCase();
	let first = -1;
	for (const term of terms) {
		const at = lower.indexOf(term.toLowerCase());
		if (at >= 0 && (first < 0 || at < first)) first = at;
	}
	const from = Math.max(0, first - 40);
	let text = body
		.slice(from, from + SNIPPET_LENGTH)
		.replace(/\s+/g, " ")
		.toWellFormed();
	const pattern = terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
	if (pattern !== "") text = text.replace(new RegExp(pattern, "giu"), (match) => `\uE000${match}\uE001`);
	return `${from > 0 ? "…" : ""}${text}${from + SNIPPET_LENGTH < body.length ? "…" : ""}`;
}
