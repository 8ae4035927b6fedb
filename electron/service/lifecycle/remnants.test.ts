import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { StoryDocument } from "#domain/story/schema.ts";
import { fixedClock } from "../clock.ts";
import { openLibrary } from "../library.ts";
import { DATABASE_FILE } from "./files.ts";
import { replaceLibrary } from "./recover.ts";

const PAGE = 4096;
let directory: string;
beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), "inkhour-remnants-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const story = (title: string, words: string): StoryDocument => ({
	version: 1,
	blocks: [
		{ id: "t", type: "title", spans: [{ text: title }] },
		{ id: "p", type: "paragraph", spans: [{ text: words }] },
	],
});

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 10, minute)).toISOString();

/**
 * A closed library of short stories whose table has outgrown its first page, which then lost every page its rows went to.
 * The second was changed after that, the third deleted for good.
 * @param more done to the bytes, given the numbers of a table's or index's pages, from 0
 */
async function withoutLeaves(more: (bytes: Buffer, pagesOf: (name: string) => number[]) => void = () => {}) {
	const handle = await openLibrary(directory, fixedClock(at(0)));
	const { stories, database } = handle.library()!;
	// The first one's end is where the table's first page later has its own entries.
	const [, ...ids] = ["Zero", "One", "Two", "Three"].map((title, n) =>
		stories.insert({ document: story(title, `The first words of ${title}.`) }, at(n)),
	);
	for (let n = 0; n < 6; n += 1)
		stories.insert({ document: story(`Later ${n}`, "On and on. ".repeat(60)) }, at(10 + n));
	database
		.prepare("UPDATE story SET document = ?, revision = 2, updated_at = ? WHERE id = ?")
		.run(JSON.stringify(story("Two", "Other words of Two.")), at(30), ids[1]);
	database.prepare("DELETE FROM story WHERE id = ?").run(ids[2]);
	handle.close();
	const file = join(directory, DATABASE_FILE);
	const opened = new Database(file);
	const pages = opened.prepare<[string], number>(
		"SELECT pageno - 1 FROM dbstat WHERE name = ? AND pagetype <> 'internal'",
	);
	const pagesOf = (name: string) => pages.pluck().all(name);
	const bytes = readFileSync(file);
	const leaves = pagesOf("story");
	expect(leaves.length).toBeGreaterThan(1);
	for (const leaf of leaves) bytes.fill(0, leaf * PAGE, (leaf + 1) * PAGE);
	more(bytes, pagesOf);
	opened.close();
	writeFileSync(file, bytes);
	return ids;
}

async function salvaged() {
	const { salvage } = await replaceLibrary(directory, { action: "salvage" }, new Date());
	const handle = await openLibrary(directory, fixedClock(at(40)));
	const { stories } = handle.library()!;
	const texts = new Map(stories.list().map(({ id }) => [id, JSON.stringify(stories.get(id).document)]));
	handle.close();
	return { report: salvage!, texts };
}

test("a text comes back from the page it once lay on: as it was last where the indexes tell so, else as an earlier one", async () => {
	const [one, two, three] = await withoutLeaves();
	const { report, texts } = await salvaged();
	expect(texts.get(one!)).toContain("The first words of One.");
	expect(texts.get(two!)).toContain("The first words of Two.");
	expect(texts.has(three!)).toBe(false);
	expect(report.rebuilt).toEqual([{ storyId: two, title: "Two", textAt: at(2) }]);
	const kept = texts.size - 1;
	expect(report.parts.find(({ part }) => part === "stories")).toEqual({ part: "stories", kept, lost: 9 - kept });
});

const withoutIndex = (bytes: Buffer, pagesOf: (name: string) => number[]) => {
	for (const page of pagesOf("story_by_update")) bytes.fill(0xff, page * PAGE, (page + 1) * PAGE);
};

test("where no index tells what there was and the file is cut short, deleted texts come back too, all as earlier ones, and the report says so", async () => {
	const ids = await withoutLeaves((bytes, pagesOf) => {
		withoutIndex(bytes, pagesOf);
		bytes.writeUInt32BE(bytes.length / PAGE + 9, 28);
	});
	const { report, texts } = await salvaged();
	for (const id of ids) expect(texts.get(id)).toContain("The first words of");
	expect(report.rebuilt.map(({ storyId }) => storyId).sort()).toEqual([...texts.keys()].sort());
	expect(report.mayHoldDeleted).toBe(true);
});

test("where no index tells what there was, but the file what was deleted, such texts are left", async () => {
	await withoutLeaves(withoutIndex);
	const { report, texts } = await salvaged();
	expect([texts.size, report.mayHoldDeleted]).toEqual([0, false]);
});
