import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { VerifyReport } from "#contract/library.ts";
import { parseStoryDocumentJson } from "#domain/story/parse.ts";
import { assetNames, isAssetSound } from "./backup/bundle.ts";
import { danglingRows, integrityFindings } from "./database/check.ts";
import { prepareIndexedText } from "./database/story-text.ts";
import type { JobContext } from "./jobs.ts";
import type { Library } from "./library.ts";
import { mediaDirectory } from "./media/store.ts";

const SYNCHRONOUS = ["OFF", "NORMAL", "FULL", "EXTRA"];
/** Stories between two turns of the event loop. */
const STORIES_A_SLICE = 4;

/** Builds the index anew, in a temporary file, from texts parsed anew. What differs from the library's own is wrong there. */
class IndexTwin {
	readonly #library: Library;
	readonly #disagreeing = new Set<number>();
	constructor(library: Library) {
		this.#library = library;
		library.database.exec(`
			DROP TABLE IF EXISTS temp.twin;
			CREATE VIRTUAL TABLE temp.twin USING fts5 (title, body, content='', tokenize="unicode61 remove_diacritics 2");
			CREATE VIRTUAL TABLE IF NOT EXISTS temp.twin_terms USING fts5vocab (temp, twin, row);
			CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_terms USING fts5vocab (main, story_search, row);
		`);
	}

	add(row: number, document: ReturnType<typeof parseStoryDocumentJson>): void {
		const text = prepareIndexedText(document);
		const { database } = this.#library;
		database
			.prepare("INSERT INTO temp.twin (rowid, title, body) VALUES (?, ?, ?)")
			.run(row, text.indexedTitle, text.indexedBody);
		const body = database.prepare<[number], string>("SELECT body FROM story_text WHERE row = ?").pluck().get(row);
		if (body !== text.body) this.#disagreeing.add(row);
	}

	/** Compares words and lengths of both. @returns how many entries the library's index has and how many are wrong */
	compare(): { indexed: number; disagreeing: number } {
		const { database } = this.#library;
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
		return { indexed: ours.size, disagreeing: this.#disagreeing.size };
	}

	#compareWord(word: string): void {
		const { database } = this.#library;
		const phrase = `"${word.replaceAll('"', '""')}"`;
		const rows = (table: string) =>
			new Set(
				database.prepare<[string], number>(`SELECT rowid FROM ${table} WHERE ${table} MATCH ?`).pluck().all(phrase),
			);
		for (const row of rows("twin").symmetricDifference(rows("story_search"))) this.#disagreeing.add(row);
	}

	drop(): void {
		this.#library.database.exec("DROP TABLE temp.twin_terms; DROP TABLE temp.search_terms; DROP TABLE temp.twin;");
	}
}

async function checkMedia(
	directory: string,
	named: ReadonlySet<string>,
	job: JobContext,
): Promise<VerifyReport["media"]> {
	const here = new Set(assetNames(directory));
	const changed: string[] = [];
	for (const name of here) {
		if (!isAssetSound(name, readFileSync(join(mediaDirectory(directory), name)))) changed.push(name);
		await job.breathe();
	}
	return { checked: here.size, missing: [...named].filter((name) => !here.has(name)), changed };
}

const ASSET_IN_JSON = /"assetId":"([0-9a-f]{64}\.[a-z0-9]{1,5})"/g;

/**
 * Checks everything the library promises and changes nothing but the index entries it still owed.
 * @throws {StudioError} CANCELLED
 */
export async function verifyLibrary(library: Library, job: JobContext): Promise<VerifyReport> {
	const { database, directory } = library;
	const integrity = integrityFindings(database);
	const foreignKeys = danglingRows(database);
	await job.breathe();
	library.stories.index.catchUp();
	const rows = database.prepare<[], { row: number; id: string }>("SELECT row, id FROM story ORDER BY row").all();
	const unreadable: VerifyReport["documents"]["unreadable"] = [];
	const named = new Set<string>();
	const twin = new IndexTwin(library);
	try {
		for (const [at, { row, id }] of rows.entries()) {
			const json = database.prepare<[number], string>("SELECT document FROM story WHERE row = ?").pluck().get(row);
			if (json === undefined) continue;
			for (const match of json.matchAll(ASSET_IN_JSON)) named.add(match[1] ?? "");
			try {
				twin.add(row, parseStoryDocumentJson(json));
			} catch (error) {
				unreadable.push({ storyId: id, reason: error instanceof Error ? error.message : String(error) });
			}
			job.progress({ done: at + 1, total: rows.length, item: id });
			if (at % STORIES_A_SLICE === 0) await job.breathe();
		}
		// Texts that cannot be read are named above; their absence from the twin is no fault of the index.
		const compared = twin.compare();
		const search = {
			stories: rows.length,
			indexed: compared.indexed,
			disagreeing: Math.max(0, compared.disagreeing - unreadable.length),
		};
		const media = existsSync(directory)
			? await checkMedia(directory, named, job)
			: { checked: 0, missing: [], changed: [] };
		const synchronous = SYNCHRONOUS[Number(database.pragma("synchronous", { simple: true }))] ?? "unknown";
		const ok =
			integrity.length === 0 &&
			foreignKeys === 0 &&
			search.disagreeing === 0 &&
			search.indexed === search.stories &&
			unreadable.length === 0 &&
			media.missing.length === 0 &&
			media.changed.length === 0 &&
			synchronous === "FULL";
		return { ok, integrity, foreignKeys, search, documents: { checked: rows.length, unreadable }, media, synchronous };
	} finally {
		twin.drop();
	}
}
