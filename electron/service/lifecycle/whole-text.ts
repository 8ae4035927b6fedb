/** Whether the text of a row is the one that was written, as far as what stands beside it tells. */
import { createHash } from "node:crypto";
import { countPlainText } from "#domain/story/counts.ts";
import { parseStoryDocumentJson } from "#domain/story/parse.ts";
import type { StoryDocument } from "#domain/story/schema.ts";
import { plainText, storyExcerpt, storySubtitle, storyTitle } from "#domain/story/text.ts";
import { countText } from "#domain/story/words.ts";
import { formerHash } from "../import/former-hash.ts";

export type Row = Record<string, unknown>;

/** Tables with a document in each row. */
export const TABLES_OF_TEXTS: ReadonlySet<string> = new Set(["story", "story_version"]);

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Text as the file has it; `null` where its bytes are none. SQLite does not check them. */
export function textOf(bytes: unknown): string | null {
	try {
		return bytes instanceof Uint8Array ? utf8.decode(bytes) : null;
	} catch {
		return null;
	}
}

/** The words alone: how blocks are set apart in the search's copy is no matter of the text. */
const wordsOf = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, " ").trim();

function isWholeStory(document: StoryDocument, row: Row, searched: string | null): boolean {
	const hasCounts = (text: string) => {
		const { words, cjkCharacters } = countPlainText(document, countText(text));
		return words === Number(row["words"]) && cjkCharacters === Number(row["cjk_characters"]);
	};
	const own = plainText(document);
	if (searched !== null && wordsOf(searched) === wordsOf(own)) return true;
	// Of two that differ, the one whose counts are not the row's is the damaged one.
	return hasCounts(own) && (searched === null || !hasCounts(searched));
}

/**
 * The row with what is derived from its text, or `null` where the text is not whole: no document, not that of the row's
 * hash (an earlier text), or neither that of the row's counts nor that of the search's copy (a current one). A story
 * without such a copy that was put together from two of equal counts is not told from a whole one.
 * @param row of one of `TABLES_OF_TEXTS`, its `document` the bytes of the file
 * @param searched what the search holds of it; `null` where that is unknown
 */
export function wholeRow(table: string, row: Row, searched: string | null): Row | null {
	const json = textOf(row["document"]);
	if (json === null) return null;
	let document: StoryDocument;
	try {
		document = parseStoryDocumentJson(json);
	} catch {
		return null;
	}
	if (table === "story_version") {
		const hash = createHash("sha256").update(json).digest("hex");
		const isWhole = hash === row["content_hash"] || formerHash(Buffer.from(json)) === row["content_hash"];
		return isWhole ? { ...row, document: json } : null;
	}
	if (!isWholeStory(document, row, searched)) return null;
	return {
		...row,
		document: json,
		title: storyTitle(document),
		subtitle: storySubtitle(document),
		excerpt: storyExcerpt(document),
	};
}
