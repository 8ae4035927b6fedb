/** Stories that were lost, brought back with what was kept of them before. */
import { createHash, randomUUID } from "node:crypto";
import type { SalvageReport } from "#contract/library.ts";
import { parseStoryDocumentJson } from "#domain/story/parse.ts";
import { STORY_DOCUMENT_VERSION } from "#domain/story/version.ts";
import type { LibraryDatabase } from "../database/open.ts";
import { prepareStoryText } from "../database/story-text.ts";
import { otherTextAt } from "../database/story-versions.ts";
import type { SetAside } from "./set-aside.ts";
import type { Row } from "./whole-text.ts";
import { isTaken } from "./write-error.ts";

interface EarlierText {
	id: string;
	storyId: string;
	textAt: string;
	/** When the first of them was kept. */
	firstAt: string;
	/** Above the ones that imports left: taking one back would take the story. */
	revision: number;
}

/** The newest text of each lost story; one from Medium that the writer did not take only where there is no other. */
const NEWEST = `
  SELECT id, storyId, textAt, firstAt, revision FROM (
    SELECT id, story_id AS storyId, created_at AS textAt,
      min(created_at) OVER (PARTITION BY story_id) AS firstAt,
      1 + coalesce((SELECT max(c.revision) FROM import_change c WHERE c.story_id = v.story_id), 0) AS revision,
      row_number() OVER (
        PARTITION BY story_id
        ORDER BY coalesce(resolution IN ('pending', 'kept'), 0), created_at DESC, rowid DESC
      ) AS place
    FROM story_version v WHERE story_id NOT IN (SELECT id FROM story)
  ) WHERE place = 1`;

/** What is said of a story whose row is gone, by column. */
const UNKNOWN: Row = {
	kind: "story",
	stage: "draft",
	medium_id: null,
	canonical_url: null,
	medium_url: null,
	published_at: null,
	trashed_at: null,
	import_id: null,
	imported_hash: null,
	sample: 0,
};

const FACTS = Object.keys(UNKNOWN);

/** A row of `story` with an earlier text. */
function storyRow({ storyId, textAt, firstAt, revision }: EarlierText, json: string, facts: Row): Row {
	const {
		title,
		subtitle,
		excerpt,
		words,
		cjk,
		seconds,
		json: document,
	} = prepareStoryText(parseStoryDocumentJson(json));
	return {
		...Object.fromEntries(FACTS.map((name) => [name, facts[name] ?? UNKNOWN[name]])),
		id: storyId,
		title,
		subtitle,
		excerpt,
		document,
		document_version: STORY_DOCUMENT_VERSION,
		revision: Math.max(revision, Number(facts["revision"] ?? 0) + 1),
		words,
		cjk_characters: cjk,
		reading_seconds: seconds,
		created_at: facts["created_at"] ?? firstAt,
		updated_at: textAt,
	};
}

/**
 * Makes the text of a story a version of it, and the story one that is lost, where its row was given up for a newer one:
 * a later text was kept, or one of a higher revision was set aside. A clock that was set back looks the same; so no text
 * is given up. Call inside a transaction.
 * @param fromPages ids of stories whose rows are from pages; SQLite reads no row that was given up
 * @param earlier those of them that are known to have been given up, or may have been
 * @returns how many versions were made
 */
export function putBeside(
	fresh: LibraryDatabase,
	aside: SetAside,
	fromPages: ReadonlySet<string>,
	earlier: ReadonlySet<string>,
): number {
	const get = fresh.prepare<[string], Row>("SELECT * FROM story WHERE id = ?");
	const isKept = fresh.prepare<[unknown, unknown, unknown], unknown>(
		"SELECT 1 FROM story_version WHERE story_id = ? AND document = ? AND created_at >= ?",
	);
	const keep = fresh.prepare(
		`INSERT INTO story_version (id, story_id, origin, label, document, content_hash, words, created_at)
     VALUES (?, ?, 'replaced', '', ?, ?, ?, ?)`,
	);
	const remove = fresh.prepare("DELETE FROM story WHERE id = ?");
	let made = 0;
	for (const id of fromPages) {
		const story = get.get(id);
		if (!story) continue;
		const isOlder = Number(aside.factsOf(id)?.["revision"] ?? 0) > Number(story["revision"]);
		const { document, updated_at: at } = story;
		if (!earlier.has(id) && !isOlder && (otherTextAt(fresh, id) ?? "") <= String(at)) continue;
		if (!isKept.get(id, document, at)) {
			const hash = createHash("sha256").update(String(document)).digest("hex");
			keep.run(randomUUID(), id, document, hash, story["words"], at);
			made += 1;
		}
		remove.run(id);
		const { document: _, ...facts } = story;
		aside.putFacts(facts);
	}
	return made;
}

/**
 * Gives each story that is gone, and of which an earlier text is there, that text. What else its row said stays where it
 * could be read; without it the story is a draft. It is marked (`story_rebuilt`) until its text is changed.
 * Call inside a transaction.
 */
export function rebuildLost(fresh: LibraryDatabase, aside: SetAside): SalvageReport["rebuilt"] {
	const text = fresh.prepare<[string], string>("SELECT document FROM story_version WHERE id = ?").pluck();
	const mark = fresh.prepare("INSERT OR REPLACE INTO story_rebuilt (story_id, text_at) VALUES (?, ?)");
	// It is the story's text now, and does not wait beside it.
	const take = fresh.prepare("UPDATE story_version SET resolution = 'taken' WHERE id = ? AND resolution = 'pending'");
	const insert = (row: Row) => {
		const names = Object.keys(row);
		const statement = fresh.prepare(
			`INSERT INTO story (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`,
		);
		return isTaken(() => statement.run(Object.values(row)));
	};
	const rebuilt: SalvageReport["rebuilt"] = [];
	for (const earlier of fresh.prepare<[], EarlierText>(NEWEST).all()) {
		const json = String(text.get(earlier.id));
		const { storyId, textAt } = earlier;
		// What was read of a row may be damaged too, e.g. be another story's.
		const story = [aside.factsOf(storyId) ?? {}, {}].map((facts) => storyRow(earlier, json, facts)).find(insert);
		if (!story) continue;
		mark.run(storyId, textAt);
		take.run(earlier.id);
		rebuilt.push({ storyId, title: String(story["title"]), textAt });
	}
	return rebuilt;
}
