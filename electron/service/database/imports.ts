import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { ImportCounts, ImportReport, PastImport } from "#contract/imports.ts";
import type { StatsReport } from "#contract/stats.ts";
import type { StoryKind, StoryStage } from "#contract/story.ts";
import type { LibraryDatabase } from "./open.ts";
import { NOTHING_NEW, READABLE_REPORT } from "./report.ts";
import { statement } from "./statement.ts";
import type { Utf8Text } from "./story-text.ts";

/** A story as an import meets it. */
export interface ExistingStory {
	id: string;
	kind: StoryKind;
	stage: StoryStage;
	title: string;
	document: string;
	revision: number;
	words: number;
	canonicalUrl: string | null;
	mediumUrl: string | null;
	publishedAt: string | null;
	updatedAt: string;
	trashedAt: string | null;
	importedHash: string | null;
	/** `YYYY-MM-DD` of the export its text came from. */
	exportedOn: string | null;
}

/** What Medium's export says about a story beside its text. */
export interface StoryMedium {
	exportedOn: string | null;
	/** What the story is called where its text has no title. */
	name: string;
	previewTitle: string;
	previewSubtitle: string;
	description: string;
	authorHandle: string | null;
}

/** Facts of a story that an import may change beside its text. */
export interface ImportedFacts {
	kind: StoryKind;
	stage: StoryStage;
	canonicalUrl: string | null;
	mediumUrl: string | null;
	publishedAt: string | null;
	updatedAt: string;
	importedHash: string | null;
}

const stateBeforeSchema = z.object({
	revision: z.int(),
	facts: z.object({
		kind: z.enum(["story", "response"]),
		stage: z.enum(["outline", "draft", "ready", "published"]),
		canonicalUrl: z.string().nullable(),
		mediumUrl: z.string().nullable(),
		publishedAt: z.string().nullable(),
		updatedAt: z.string(),
		importedHash: z.string().nullable(),
	}),
	medium: z
		.object({
			exportedOn: z.string().nullable(),
			name: z.string(),
			previewTitle: z.string(),
			previewSubtitle: z.string(),
			description: z.string(),
			authorHandle: z.string().nullable(),
		})
		.nullable(),
	/** Pending texts that a newer one took the place of. */
	superseded: z.array(z.string()),
});
/** All that is needed to put a story back. Its former text is a version. */
export type StateBefore = z.infer<typeof stateBeforeSchema>;

export interface ImportChange {
	storyId: string;
	change: "added" | "updated" | "beside";
	/** Revision after the change. */
	revision: number;
	/** The version it made: the former text, or the pending one. */
	versionId: string | null;
	/** `null` for an added story. */
	before: StateBefore | null;
}

export interface NewVersion {
	id: string;
	storyId: string;
	origin: "import" | "replaced";
	label: string;
	document: Utf8Text;
	hash: string;
	words: number;
	createdAt: string;
	importId: string | null;
	resolution: "pending" | null;
}

interface ChangeRow {
	story_id: string;
	change: ImportChange["change"];
	revision: number;
	version_id: string | null;
	before: string | null;
}

interface ImportRow {
	id: string;
	source_name: string;
	started_at: string;
	finished_at: string | null;
	state: PastImport["state"];
	counts: string | null;
	nothing_new: 0 | 1;
}

const EXISTING = `SELECT story.id, kind, stage, title, document, revision, words, canonical_url AS canonicalUrl,
  medium_url AS mediumUrl, published_at AS publishedAt, updated_at AS updatedAt, trashed_at AS trashedAt,
  imported_hash AS importedHash, m.exported_on AS exportedOn
  FROM story LEFT JOIN story_medium m ON m.story_id = story.id`;
/** The cast has a reason: for a bare value SQLite would plan anew each time, to see whether a partial index serves it. */
const BY_MEDIUM_ID = `${EXISTING} WHERE medium_id = CAST(? AS TEXT)`;
const BY_HASH = `${EXISTING} WHERE medium_id IS NULL AND imported_hash = ?`;

/** Imports, their journal, and what Medium says about stories. Write calls belong inside a transaction. */
export class ImportRepository {
	readonly #database: LibraryDatabase;
	constructor(database: LibraryDatabase) {
		this.#database = database;
	}

	begin(one: { id: string; sourceName: string; format: string; startedAt: string }): void {
		this.#database
			.prepare(
				`INSERT INTO import (id, kind, source_name, format, started_at, state)
         VALUES (?, 'medium-archive', ?, ?, ?, 'running')`,
			)
			.run(one.id, one.sourceName, one.format, one.startedAt);
	}

	complete(id: string, report: ImportReport, finishedAt: string): void {
		this.#database
			.prepare("UPDATE import SET state = 'complete', report = ?, finished_at = ? WHERE id = ?")
			.run(JSON.stringify(report), finishedAt, id);
	}

	/**
	 * Keeps that a source was imported and brought nothing new; of one name the latest time only. Such an import has no
	 * figures and no changes, and counts in nothing.
	 */
	noteNothingNew(one: {
		kind: "medium-archive" | "stats";
		sourceName: string;
		format: string;
		sha256: string | null;
		startedAt: string;
		finishedAt: string;
		report: ImportReport | StatsReport;
	}): void {
		this.#database
			.transaction(() => {
				const before = this.#database
					.prepare<[string, string], string>(
						`SELECT id FROM import i WHERE kind = ? AND source_name = ? AND state = 'complete' AND ${NOTHING_NEW}`,
					)
					.pluck()
					.get(one.kind, one.sourceName);
				if (before !== undefined) this.remove(before);
				this.#database
					.prepare(
						`INSERT INTO import (id, kind, source_name, format, sha256, started_at, finished_at, state, report)
             VALUES (?, ?, ?, ?, ?, ?, ?, 'complete', ?)`,
					)
					.run(
						before ?? randomUUID(),
						one.kind,
						one.sourceName,
						one.format,
						one.sha256,
						one.startedAt,
						one.finishedAt,
						JSON.stringify({ ...one.report, nothingNew: true }),
					);
			})
			.immediate();
	}

	markUndone(id: string): void {
		this.#database.prepare("UPDATE import SET state = 'undone' WHERE id = ?").run(id);
	}

	/** Forgets an import that was taken back whole. */
	remove(id: string): void {
		this.#database.prepare("DELETE FROM import WHERE id = ?").run(id);
	}

	/** Imports of Medium archives that did not end, because the studio stopped. */
	unfinished(): string[] {
		return this.#database
			.prepare<[], { id: string }>("SELECT id FROM import WHERE kind = 'medium-archive' AND state = 'running'")
			.all()
			.map(({ id }) => id);
	}

	/** Newest first. */
	list(): PastImport[] {
		return this.#database
			.prepare<[], ImportRow>(
				`SELECT id, source_name, started_at, finished_at, state, json_extract(${READABLE_REPORT}, '$.counts') AS counts,
         ${NOTHING_NEW} AS nothing_new
         FROM import i WHERE kind = 'medium-archive' ORDER BY started_at DESC, id`,
			)
			.all()
			.map((row) => ({
				id: row.id,
				sourceName: row.source_name,
				startedAt: row.started_at,
				finishedAt: row.finished_at,
				state: row.state,
				nothingNew: row.nothing_new === 1,
				counts: row.counts === null ? null : (JSON.parse(row.counts) as ImportCounts),
			}));
	}

	/** The report of a finished import; `undefined` when there is no such import, or its report is damaged. */
	report(id: string): ImportReport | undefined {
		const row = this.#database
			.prepare<[string], { report: string | null }>(`SELECT ${READABLE_REPORT} AS report FROM import i WHERE id = ?`)
			.get(id);
		return row?.report ? (JSON.parse(row.report) as ImportReport) : undefined;
	}

	state(id: string): PastImport["state"] | undefined {
		return this.#database
			.prepare<[string], { state: PastImport["state"] }>(
				"SELECT state FROM import WHERE id = ? AND kind = 'medium-archive'",
			)
			.get(id)?.state;
	}

	/** By Medium's id, or without one by the text that was imported. */
	find(mediumId: string | null, hash: string): ExistingStory | undefined {
		if (mediumId !== null) return statement<ExistingStory>(this.#database, BY_MEDIUM_ID).get(mediumId);
		return statement<ExistingStory>(this.#database, BY_HASH).get(hash);
	}

	/** Whether the library has the story, in the trash or not. */
	has(mediumId: string): boolean {
		const found = statement<unknown>(this.#database, "SELECT 1 FROM story WHERE medium_id = CAST(? AS TEXT)");
		return found.get(mediumId) !== undefined;
	}

	setFacts(storyId: string, facts: ImportedFacts): void {
		this.#database
			.prepare(
				`UPDATE story SET kind = ?, stage = ?, canonical_url = ?, medium_url = ?, published_at = ?, updated_at = ?,
           imported_hash = ? WHERE id = ?`,
			)
			.run(
				facts.kind,
				facts.stage,
				facts.canonicalUrl,
				facts.mediumUrl,
				facts.publishedAt,
				facts.updatedAt,
				facts.importedHash,
				storyId,
			);
	}

	setRevision(storyId: string, revision: number): void {
		this.#database.prepare("UPDATE story SET revision = ? WHERE id = ?").run(revision, storyId);
	}

	medium(storyId: string): StoryMedium | null {
		return (
			this.#database
				.prepare<[string], StoryMedium>(
					`SELECT exported_on AS exportedOn, name, preview_title AS previewTitle, preview_subtitle AS previewSubtitle,
             description, author_handle AS authorHandle FROM story_medium WHERE story_id = ?`,
				)
				.get(storyId) ?? null
		);
	}

	/** For a story that has nothing of it yet. */
	addMedium(storyId: string, medium: StoryMedium): void {
		this.#writeMedium("INSERT", storyId, medium);
	}

	setMedium(storyId: string, medium: StoryMedium | null): void {
		if (medium) this.#writeMedium("INSERT OR REPLACE", storyId, medium);
		else this.#database.prepare("DELETE FROM story_medium WHERE story_id = ?").run(storyId);
	}

	/** To replace a row SQLite sets a savepoint, at which FTS5 writes out all it gathered: too dear for thousands of stories. */
	#writeMedium(insert: "INSERT" | "INSERT OR REPLACE", storyId: string, medium: StoryMedium): void {
		statement(
			this.#database,
			`${insert} INTO story_medium
         (story_id, exported_on, name, preview_title, preview_subtitle, description, author_handle)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
		).run(
			storyId,
			medium.exportedOn,
			medium.name,
			medium.previewTitle,
			medium.previewSubtitle,
			medium.description,
			medium.authorHandle,
		);
	}

	addVersion(version: NewVersion): void {
		this.#database
			.prepare(
				`INSERT INTO story_version (id, story_id, origin, label, document, content_hash, words, created_at, import_id, resolution)
         VALUES (?, ?, ?, ?, CAST(? AS TEXT), ?, ?, ?, ?, ?)`,
			)
			.run(
				version.id,
				version.storyId,
				version.origin,
				version.label,
				version.document,
				version.hash,
				version.words,
				version.createdAt,
				version.importId,
				version.resolution,
			);
	}

	removeVersion(id: string): void {
		this.#database.prepare("DELETE FROM story_version WHERE id = ?").run(id);
	}

	versionDocument(id: string): string | undefined {
		return this.#database
			.prepare<[string], { document: string }>("SELECT document FROM story_version WHERE id = ?")
			.get(id)?.document;
	}

	/** Texts of Medium that were put beside a story, newest first. */
	besides(storyId: string): { id: string; hash: string; resolution: "pending" | "kept" | "taken" }[] {
		return this.#database
			.prepare<[string], { id: string; hash: string; resolution: "pending" | "kept" | "taken" }>(
				`SELECT id, content_hash AS hash, resolution FROM story_version
         WHERE story_id = ? AND origin = 'import' AND resolution IS NOT NULL ORDER BY created_at DESC, id`,
			)
			.all(storyId);
	}

	setResolution(versionId: string, resolution: "pending" | "kept" | "taken"): void {
		this.#database.prepare("UPDATE story_version SET resolution = ? WHERE id = ?").run(resolution, versionId);
	}

	/** The newest text of Medium that waits for the writer. */
	pending(storyId: string): { id: string; document: string; createdAt: string; exportedOn: string | null } | undefined {
		return this.#database
			.prepare<[string], { id: string; document: string; createdAt: string; exportedOn: string | null }>(
				`SELECT v.id, v.document, v.created_at AS createdAt, json_extract(${READABLE_REPORT}, '$.exportedOn') AS exportedOn
         FROM story_version v LEFT JOIN import i ON i.id = v.import_id
         WHERE v.story_id = ? AND v.resolution = 'pending' ORDER BY v.created_at DESC, v.id LIMIT 1`,
			)
			.get(storyId);
	}

	recordChange(importId: string, change: ImportChange): void {
		statement(
			this.#database,
			"INSERT INTO import_change (import_id, story_id, change, revision, version_id, before) VALUES (?, ?, ?, ?, ?, ?)",
		).run(
			importId,
			change.storyId,
			change.change,
			change.revision,
			change.versionId,
			change.before && JSON.stringify(change.before),
		);
	}

	/** At most `limit` changes that are not taken back yet. */
	changes(importId: string, limit: number): ImportChange[] {
		return this.#database
			.prepare<[string, number], ChangeRow>("SELECT * FROM import_change WHERE import_id = ? ORDER BY story_id LIMIT ?")
			.all(importId, limit)
			.map((row) => ({
				storyId: row.story_id,
				change: row.change,
				revision: row.revision,
				versionId: row.version_id,
				before: row.before === null ? null : stateBeforeSchema.parse(JSON.parse(row.before)),
			}));
	}

	forgetChange(importId: string, storyId: string): void {
		this.#database.prepare("DELETE FROM import_change WHERE import_id = ? AND story_id = ?").run(importId, storyId);
	}
}
