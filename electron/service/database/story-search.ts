import type { SearchHit, StoryKind, StoryStage } from "#contract/story.ts";
import { parseStoryDocumentJson, StoryDocumentError } from "#domain/story/parse.ts";
import type { LibraryDatabase } from "./open.ts";
import { matchExpression, queryTerms } from "./search-text.ts";
import { snippet } from "./snippet.ts";
import { statement } from "./statement.ts";
import { STORY_NAME } from "./story-rows.ts";
import { type IndexedText, prepareIndexedText, type Utf8Text } from "./story-text.ts";

/** How long after the last save the index follows: longer than the pause between two autosaves while typing. */
const CATCH_UP_AFTER_MS = 1_500;

/** The search index over stories: `story_search` for finding, `story_text` for showing where. */
export class StorySearch {
	readonly #database: LibraryDatabase;
	#timer: NodeJS.Timeout | undefined;
	constructor(database: LibraryDatabase) {
		this.#database = database;
		if (this.#next() !== undefined) this.#later();
	}

	/** Indexes the text of a story that is new. */
	add(row: number, text: IndexedText<Utf8Text>): void {
		statement(this.#database, "INSERT INTO story_text (row, body) VALUES (?, CAST(? AS TEXT))").run(row, text.body);
		statement(this.#database, "INSERT INTO story_search (rowid, title, body) VALUES (?, ?, CAST(? AS TEXT))").run(
			row,
			text.indexedTitle,
			text.indexedBody,
		);
	}

	/** Indexes a text at once, in place of the one before. */
	put(row: number, text: IndexedText<Utf8Text>): void {
		statement(
			this.#database,
			`INSERT INTO story_text (row, body) VALUES (?, CAST(? AS TEXT))
       ON CONFLICT (row) DO UPDATE SET body = excluded.body`,
		).run(row, text.body);
		statement(
			this.#database,
			"INSERT OR REPLACE INTO story_search (rowid, title, body) VALUES (?, ?, CAST(? AS TEXT))",
		).run(row, text.indexedTitle, text.indexedBody);
		statement(this.#database, "DELETE FROM story_unindexed WHERE row = ?").run(row);
	}

	/** Writes down that a story's entry is out of date, and brings it up to date soon. */
	owe(row: number): void {
		this.#database.prepare("INSERT INTO story_unindexed (row) VALUES (?) ON CONFLICT DO NOTHING").run(row);
		this.#later();
	}

	remove(row: number): void {
		this.#database.prepare("DELETE FROM story_search WHERE rowid = ?").run(row);
	}

	/** Brings every entry up to date. Costs nothing when none is owed. */
	catchUp(): void {
		while (this.catchUpOne()) {
			// One story a turn.
		}
	}

	/** Brings one entry up to date, for work in slices. @returns whether one was owed */
	catchUpOne(): boolean {
		const row = this.#next();
		if (row === undefined) return false;
		this.#database
			.transaction(() => {
				const json = this.#database
					.prepare<[number], string>("SELECT document FROM story WHERE row = ?")
					.pluck()
					.get(row);
				const text = readable(json);
				if (text) this.put(row, text);
				else this.#database.prepare("DELETE FROM story_unindexed WHERE row = ?").run(row);
			})
			.immediate();
		return true;
	}

	/** Stops catching up by itself; what is owed stays written down. */
	stop(): void {
		clearTimeout(this.#timer);
	}

	/** Stories that match, those with a match in the title first. Never throws for what was typed. */
	search(query: string, limit = 50): SearchHit[] {
		const expression = matchExpression(query);
		if (!expression) return [];
		this.catchUp();
		const found = this.#rows(`{title} : (${expression})`, limit);
		if (found.length < limit) {
			const seen = new Set(found);
			for (const row of this.#rows(expression, limit)) if (!seen.has(row) && found.length < limit) found.push(row);
		}
		const read = this.#database.prepare<
			[number],
			{ id: string; name: string; stage: StoryStage; kind: StoryKind; body: string }
		>(
			`SELECT story.id, ${STORY_NAME} AS name, story.stage, story.kind, substr(story_text.body, 1, 200000) AS body
       FROM story JOIN story_text ON story_text.row = story.row WHERE story.row = ?`,
		);
		const terms = queryTerms(query).map((term) => term.text);
		const hits: SearchHit[] = [];
		for (const row of found) {
			const hit = read.get(row);
			if (!hit) continue;
			const { body, ...rest } = hit;
			hits.push({ ...rest, snippet: snippet(body, terms) });
		}
		return hits;
	}

	#rows(expression: string, limit: number): number[] {
		return this.#database
			.prepare<[string, number], number>(
				`SELECT rowid FROM story_search WHERE story_search MATCH ?
           AND rowid NOT IN (SELECT row FROM story WHERE trashed_at IS NOT NULL)
         ORDER BY bm25(story_search, 8.0, 1.0) LIMIT ?`,
			)
			.pluck()
			.all(expression, limit);
	}

	#next(): number | undefined {
		return this.#database.prepare<[], number>("SELECT row FROM story_unindexed LIMIT 1").pluck().get();
	}

	#later(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#catchUpSlowly(), CATCH_UP_AFTER_MS).unref();
	}

	/** One story a turn of the event loop. A failure (a full disk) leaves the debt for the next occasion. */
	#catchUpSlowly(): void {
		try {
			if (this.#database.open && this.catchUpOne()) this.#timer = setTimeout(() => this.#catchUpSlowly(), 0).unref();
		} catch {
			// Searching and closing try again.
		}
	}
}

/** A text that is no document is found by nothing; verify names it. */
function readable(json: string | undefined): IndexedText | null {
	if (json === undefined) return null;
	try {
		return prepareIndexedText(parseStoryDocumentJson(json));
	} catch (error) {
		if (error instanceof StoryDocumentError) return null;
		throw error;
	}
}
