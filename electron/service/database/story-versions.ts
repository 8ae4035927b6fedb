import { createHash, randomUUID } from "node:crypto";
import type { StoryVersion, StoryVersionInfo } from "#contract/story.ts";
import { parseStoryDocumentJson } from "#domain/story/parse.ts";
import { StudioError } from "../errors.ts";
import type { LibraryDatabase } from "./open.ts";
import { statement } from "./statement.ts";
import { outlivedVersions } from "./version-retention.ts";

/** An edit keeps the text before it when the last kept text is older than this. */
const KEEP_EVERY_MS = 10 * 60_000;

const INFO = `id, story_id AS storyId, origin, label, created_at AS createdAt, words, resolution`;

/**
 * When the newest text was kept that is not the story's own; one from Medium that the writer did not take does not count.
 * Where it is later than the story's own, that one is an old row: salvage takes it for one that was given up.
 */
export function otherTextAt(database: LibraryDatabase, storyId: string): string | null {
	const newest = statement<{ at: string | null }>(
		database,
		`SELECT max(v.created_at) AS at FROM story_version v JOIN story ON story.id = v.story_id
     WHERE story.id = ? AND v.document <> story.document AND coalesce(resolution NOT IN ('pending', 'kept'), 1)`,
	);
	return newest.get(storyId)?.at ?? null;
}

/** Texts kept beside the current ones. */
export class StoryVersions {
	readonly #database: LibraryDatabase;
	constructor(database: LibraryDatabase) {
		this.#database = database;
	}

	/** Newest first. */
	list(storyId: string): StoryVersionInfo[] {
		return this.#database
			.prepare<[string], StoryVersionInfo>(
				`SELECT ${INFO} FROM story_version WHERE story_id = ? ORDER BY created_at DESC, rowid DESC`,
			)
			.all(storyId);
	}

	/** @throws {StudioError} NOT_FOUND */
	get(id: string): StoryVersion {
		const { document, ...info } = this.row(id);
		return { ...info, document: parseStoryDocumentJson(document) };
	}

	/** A version with its text as stored. @throws {StudioError} NOT_FOUND */
	row(id: string): StoryVersionInfo & { document: string; hash: string } {
		const row = this.#database
			.prepare<[string], StoryVersionInfo & { document: string; hash: string }>(
				`SELECT ${INFO}, document, content_hash AS hash FROM story_version WHERE id = ?`,
			)
			.get(id);
		if (!row) throw new StudioError("NOT_FOUND", "There is no such version");
		return row;
	}

	/**
	 * Keeps the current text of a story.
	 * @param label empty for the automatic ones
	 * @throws {StudioError} NOT_FOUND
	 */
	keep(storyId: string, origin: "snapshot" | "replaced", label: string, now: string): StoryVersionInfo {
		const current = this.#current(storyId);
		if (!current) throw new StudioError("NOT_FOUND", "There is no such story");
		const id = randomUUID();
		this.#insert(id, storyId, origin, label, current, now);
		const { document: _, hash: __, ...info } = this.row(id);
		return info;
	}

	/** Before an edit: keeps the text as it is, unless one was kept a moment ago or nothing changes. Call inside the saving transaction. */
	keepBeforeEdit(storyId: string, nextJson: string, now: string): void {
		const last = this.#database
			.prepare<[string], { at: string; hash: string }>(
				`SELECT created_at AS at, content_hash AS hash FROM story_version
         WHERE story_id = ? ORDER BY created_at DESC, rowid DESC LIMIT 1`,
			)
			.get(storyId);
		if (last && Math.abs(Date.parse(now) - Date.parse(last.at)) < KEEP_EVERY_MS) return;
		const current = this.#current(storyId);
		if (!current || current.words === 0 || current.document === nextJson) return;
		const hash = sha256(current.document);
		if (hash === last?.hash) return;
		this.#insert(randomUUID(), storyId, "snapshot", "", current, now);
		const automatic = this.list(storyId).filter((version) => version.origin === "snapshot" && version.label === "");
		const forget = this.#database.prepare("DELETE FROM story_version WHERE id = ?");
		for (const version of outlivedVersions(automatic, now)) forget.run(version.id);
	}

	/** @throws {StudioError} NOT_FOUND, INVALID_INPUT when it is no import that waits */
	resolve(id: string, resolution: "kept" | "taken"): void {
		const { changes } = this.#database
			.prepare("UPDATE story_version SET resolution = ? WHERE id = ? AND resolution = 'pending'")
			.run(resolution, id);
		if (changes === 0) throw new StudioError("INVALID_INPUT", "This version was decided on already");
	}

	#current(storyId: string): { document: string; words: number } | undefined {
		return this.#database
			.prepare<[string], { document: string; words: number }>("SELECT document, words FROM story WHERE id = ?")
			.get(storyId);
	}

	#insert(
		id: string,
		storyId: string,
		origin: StoryVersionInfo["origin"],
		label: string,
		text: { document: string; words: number },
		now: string,
	): void {
		this.#database
			.prepare(
				`INSERT INTO story_version (id, story_id, origin, label, document, content_hash, words, created_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
			)
			.run(id, storyId, origin, label, text.document, sha256(text.document), text.words, now);
	}
}

function sha256(text: string): string {
	return createHash("sha256").update(text).digest("hex");
}
