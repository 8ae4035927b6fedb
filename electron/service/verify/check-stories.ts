/** Checks every text of a library, its search index and its pictures. Runs in a thread and only reads. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { JobProgress } from "#contract/jobs.ts";
import type { VerifyReport } from "#contract/library.ts";
import { parseStoryDocumentJson } from "#domain/story/parse.ts";
import { assetNames, assetsIn, isAssetSound } from "../backup/assets.ts";
import { danglingRows, integrityFindings, readable } from "../database/check.ts";
import type { LibraryDatabase } from "../database/open.ts";
import { prepareIndexedText } from "../database/story-text.ts";
import { DATABASE_FILE } from "../lifecycle/files.ts";
import { mediaDirectory } from "../media/store.ts";
import type { TaskOutcome } from "../threads/tasks.ts";

export type CheckedStories = Pick<VerifyReport, "integrity" | "foreignKeys" | "search" | "documents" | "media">;

/** Builds the index anew, in a temporary file, from texts parsed anew. What differs from the library's own is wrong there. */
class IndexTwin {
	readonly #database: LibraryDatabase;
	readonly #disagreeing = new Set<number>();
	constructor(database: LibraryDatabase) {
		this.#database = database;
		database.exec(`
			CREATE VIRTUAL TABLE temp.twin USING fts5 (title, body, content='', tokenize="unicode61 remove_diacritics 2");
			CREATE VIRTUAL TABLE temp.twin_terms USING fts5vocab (temp, twin, row);
			CREATE VIRTUAL TABLE temp.search_terms USING fts5vocab (main, story_search, row);
		`);
	}

	add(row: number, document: ReturnType<typeof parseStoryDocumentJson>): void {
		const text = prepareIndexedText(document);
		const database = this.#database;
		database
			.prepare("INSERT INTO temp.twin (rowid, title, body) VALUES (?, ?, ?)")
			.run(row, text.indexedTitle, text.indexedBody);
		const body = database.prepare<[number], string>("SELECT body FROM story_text WHERE row = ?").pluck().get(row);
		if (body !== text.body) this.#disagreeing.add(row);
	}

	/**
	 * Compares words and lengths of both.
	 * @param spared rows whose entries may differ
	 * @returns how many entries the library's index has and how many are wrong
	 */
	compare(spared: ReadonlySet<number>): { indexed: number; disagreeing: number } {
		const database = this.#database;
		const lengths = (of: "main" | "temp") =>
			new Map(
				database
					.prepare<[], { id: number; sz: Buffer }>(
						`SELECT id, sz FROM ${of === "main" ? "main.story_search_docsize" : "temp.twin_docsize"}`,
					)
					.all()
					.map(({ id, sz }) => [id, sz.toString("hex")]),
			);
		const ours = lengths("main");
		const theirs = lengths("temp");
		for (const [row, size] of theirs) if (ours.get(row) !== size) this.#disagreeing.add(row);
		for (const row of ours.keys()) if (!theirs.has(row)) this.#disagreeing.add(row);
		const words = database
			.prepare<[], string>(
				`SELECT term FROM (SELECT term, doc, cnt FROM temp.twin_terms EXCEPT SELECT term, doc, cnt FROM temp.search_terms)
         UNION SELECT term FROM (SELECT term, doc, cnt FROM temp.search_terms EXCEPT SELECT term, doc, cnt FROM temp.twin_terms)`,
			)
			.pluck()
			.all();
		for (const word of words) this.#compareWord(word);
		return { indexed: ours.size, disagreeing: this.#disagreeing.difference(spared).size };
	}

	#compareWord(word: string): void {
		const database = this.#database;
		const phrase = `"${word.replaceAll('"', '""')}"`;
		const rows = (table: string) =>
			new Set(
				database.prepare<[string], number>(`SELECT rowid FROM ${table} WHERE ${table} MATCH ?`).pluck().all(phrase),
			);
		for (const row of rows("twin").symmetricDifference(rows("story_search"))) this.#disagreeing.add(row);
	}
}

function checkMedia(directory: string, named: ReadonlySet<string>): VerifyReport["media"] {
	const here = new Set(assetNames(directory));
	const changed = [...here].filter((name) => !isAssetSound(name, readFileSync(join(mediaDirectory(directory), name))));
	return { checked: here.size, missing: [...named].filter((name) => !here.has(name)), changed };
}

function checkContents(
	database: LibraryDatabase,
	directory: string,
	progress: (progress: JobProgress) => void,
): Pick<CheckedStories, "search" | "documents" | "media"> {
	const rows = database.prepare<[], { row: number; id: string }>("SELECT row, id FROM story ORDER BY row").all();
	const read = database.prepare<[number], string>("SELECT document FROM story WHERE row = ?").pluck();
	// What was saved a moment ago is indexed a moment later.
	const spared = new Set(database.prepare<[], number>("SELECT row FROM story_unindexed").pluck().all());
	const unreadable: VerifyReport["documents"]["unreadable"] = [];
	const named = new Set<string>();
	const twin = new IndexTwin(database);
	for (const [at, { row, id }] of rows.entries()) {
		const json = read.get(row) ?? "";
		for (const name of assetsIn(json)) named.add(name);
		try {
			twin.add(row, parseStoryDocumentJson(json));
		} catch (error) {
			// Named here; its absence from the twin is no fault of the index.
			spared.add(row);
			unreadable.push({ storyId: id, reason: error instanceof Error ? error.message : String(error) });
		}
		progress({ done: at + 1, total: rows.length, item: id });
	}
	const search = { stories: rows.length, ...twin.compare(spared) };
	const documents = { checked: rows.length, unreadable };
	return { search, documents, media: checkMedia(directory, named) };
}

const MALFORMED = "database disk image is malformed";
const NOTHING_READ: Omit<CheckedStories, "integrity" | "foreignKeys"> = {
	search: { stories: 0, indexed: 0, disagreeing: 0 },
	documents: { checked: 0, unreadable: [] },
	media: { checked: 0, missing: [], changed: [] },
};

/** Texts, index and pictures are read as of one moment, whatever is saved meanwhile; of a damaged file, what can be read. */
export function checkStoriesTask(
	{ directory }: { directory: string },
	progress: (progress: JobProgress) => void,
): TaskOutcome<"verify"> {
	const database = new Database(join(directory, DATABASE_FILE), { readonly: true, fileMustExist: true });
	try {
		const integrity = readable(() => integrityFindings(database), [MALFORMED]);
		const foreignKeys = readable(() => danglingRows(database), 0);
		const contents = readable(
			() => database.transaction(() => checkContents(database, directory, progress)).deferred(),
			null,
		);
		if (contents) return { value: { integrity, foreignKeys, ...contents } };
		return { value: { integrity: integrity.length > 0 ? integrity : [MALFORMED], foreignKeys, ...NOTHING_READ } };
	} finally {
		database.close();
	}
}
