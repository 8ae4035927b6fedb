import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { documents, numbers, overwrite, PAGE, pagesOf, salvage, text } from "#tests/support/damaged-pages.ts";
import { clock, file, handle, inOpenLibrary } from "#tests/support/open-library.ts";

inOpenLibrary();

/** Stories whose texts fill many pages, and differ in no length and no count. */
function addLongStories(count: number, from = 0): void {
	for (let n = from; n < from + count; n += 1)
		handle.library()!.stories.insert(
			{
				id: `story-${n}`,
				document: {
					version: 1,
					blocks: [
						{ id: "t", type: "title", spans: [{ text: `Story ${n}` }] },
						...[1, 2, 3].map((block) => ({
							id: `p${block}`,
							type: "paragraph" as const,
							spans: [{ text: `Tide${n} of ${block} `.repeat(800) }],
						})),
					],
				},
			},
			clock.now().toISOString(),
		);
}

/** A page's content, without the number of the page that follows it, from another one. */
const giveContent = (bytes: Buffer, to: number, from: number) =>
	bytes.copy(bytes, to * PAGE + 4, from * PAGE + 4, (from + 1) * PAGE);

const versions = () =>
	new Map(
		handle
			.library()!
			.database.prepare<[], { id: string; document: string }>("SELECT id, document FROM story_version")
			.all()
			.map(({ id, document }) => [id, document]),
	);

test("no text comes out by half when single pages of texts are overwritten, and what is left of it is kept", {
	timeout: 120_000,
}, async () => {
	addLongStories(12);
	for (let n = 0; n < 12; n += 1)
		handle.library()!.stories.versions.keep(`story-${n}`, "snapshot", "", clock.now().toISOString());
	const before = documents();
	const versionsBefore = versions();
	handle.close();
	const sound = readFileSync(file);
	const ofStories = pagesOf("story", "overflow");
	const ofVersions = pagesOf("story_version", "overflow");
	const tally = { lost: 0, versions: 0 };
	for (let seed = 1; seed <= 12; seed += 1) {
		const next = numbers(seed);
		const bytes = Buffer.from(sound);
		for (const pages of [ofStories, ofVersions]) {
			const page = pages[next(pages.length)]!;
			if (seed % 4 === 0) bytes.fill(0xa5, page * PAGE + 1000, page * PAGE + 1500);
			else if (seed % 4 === 1) overwrite(bytes, page, next);
			else if (seed % 4 === 2) giveContent(bytes, page, pages[next(pages.length)]!);
			else bytes.fill(0x20, page * PAGE + 500, page * PAGE + 900);
		}
		const { stories, report, movedTo } = await salvage(bytes);
		for (const [id, document] of stories) expect(document).toBe(before.get(id));
		expect(stories.size).toBeGreaterThanOrEqual(11);
		const kept = versions();
		for (const [id, document] of kept) expect(document).toBe(versionsBefore.get(id));
		for (const { file: name } of report.unreadable) expect(readFileSync(join(movedTo, name), "utf8")).toContain("Tide");
		tally.lost += 12 - stories.size + report.rebuilt.length;
		tally.versions += 12 - kept.size;
		handle.close();
	}
	// Otherwise no damage hit a text.
	expect(tally.lost).toBeGreaterThan(6);
	expect(tally.versions).toBeGreaterThan(6);
});

test("a story that is whole stays where only the copy of its words for the search is damaged", async () => {
	addLongStories(6);
	const before = documents();
	handle.close();
	const bytes = readFileSync(file);
	const pages = pagesOf("story_text", "overflow");
	for (const [at, page] of pages.entries()) {
		if (at % 3 === 0) bytes.fill(0xa5, page * PAGE + 1000, page * PAGE + 1500);
		else if (at % 3 === 1) bytes.fill(0x20, page * PAGE + 500, page * PAGE + 900);
	}
	const { report, stories } = await salvage(bytes);
	expect(stories).toEqual(before);
	expect(report.unreadable).toEqual([]);
});

test("a story whose row is lost comes back as a draft with the newest whole text before it, and is marked until it is changed", async () => {
	addLongStories(3);
	const { stories: repository } = handle.library()!;
	repository.versions.keep("story-1", "snapshot", "", "2026-11-20T10:00:00.000Z");
	repository.save("story-1", 1, text("Ebb and flow"), "2026-11-21T10:00:00.000Z");
	repository.versions.keep("story-1", "snapshot", "", "2026-11-22T10:00:00.000Z");
	repository.save("story-1", 2, text("Ebb, flow and ebb"), "2026-11-22T10:01:00.000Z");
	handle.close();
	const bytes = readFileSync(file);
	for (const page of pagesOf("story", "leaf")) overwrite(bytes, page, numbers(3));
	const { report, stories } = await salvage(bytes);
	expect(stories).toEqual(new Map([["story-1", text("Ebb and flow").json]]));
	expect(report.rebuilt).toEqual([{ storyId: "story-1", title: "", textAt: "2026-11-22T10:00:00.000Z" }]);
	expect(report.unreadable).toEqual([]);
	expect(report.parts.find(({ part }) => part === "stories")).toMatchObject({ kept: 0 });
	const story = () => handle.library()!.stories.get("story-1");
	expect(story()).toMatchObject({
		stage: "draft",
		createdAt: "2026-11-20T10:00:00.000Z",
		updatedAt: "2026-11-22T10:00:00.000Z",
		rebuiltFrom: "2026-11-22T10:00:00.000Z",
		words: 3,
	});
	expect(handle.library()!.stories.versions.list("story-1")).toHaveLength(2);
	handle.library()!.stories.save("story-1", story().revision, text("Flood"), clock.now().toISOString());
	expect(story().rebuiltFrom).toBeNull();
});

/** Breaks what leads from a story's row to the rest of its text, or the text itself. */
const BREAKS: [string, (bytes: Buffer, page: number) => void][] = [
	["cannot be followed", (bytes, page) => bytes.writeUInt32BE(0xffff_ff00, page * PAGE)],
	["is no text", (bytes, page) => bytes.fill(0xa5, page * PAGE + 1000, page * PAGE + 1500)],
];

test.each(BREAKS)("a story whose text %s keeps what its row says, with the text before it", async (_, damage) => {
	addLongStories(1);
	const before = documents();
	const { stories: repository, database } = handle.library()!;
	repository.versions.keep("story-0", "snapshot", "", "2026-11-20T10:00:00.000Z");
	database
		.prepare("UPDATE story SET stage = 'published', medium_id = 'abc', published_at = '2026-11-21', revision = 7")
		.run();
	handle.close();
	const bytes = readFileSync(file);
	damage(bytes, pagesOf("story", "overflow")[0]!);
	const { report, stories, movedTo } = await salvage(bytes);
	expect(stories).toEqual(before);
	expect(report.rebuilt).toHaveLength(1);
	for (const { file: name } of report.unreadable) expect(readFileSync(join(movedTo, name), "utf8")).toContain("Tide");
	expect(report.unreadable).toHaveLength(damage === BREAKS[1]![1] ? 1 : 0);
	expect(handle.library()!.stories.get("story-0")).toMatchObject({
		stage: "published",
		mediumId: "abc",
		publishedAt: "2026-11-21",
		createdAt: clock.now().toISOString(),
		revision: 8,
	});
});

test("a text from Medium that waited beside a lost story stands in for it only where there is no other", async () => {
	addLongStories(2);
	const { stories: repository, database } = handle.library()!;
	const add = (storyId: string, at: string) => repository.versions.keep(storyId, "replaced", "", at).id;
	add("story-0", "2026-11-20T10:00:00.000Z");
	const waiting = ["story-0", "story-1"].map((id) => add(id, "2026-11-21T10:00:00.000Z"));
	for (const id of waiting)
		database.prepare("UPDATE story_version SET origin = 'import', resolution = 'pending' WHERE id = ?").run(id);
	handle.close();
	const bytes = readFileSync(file);
	for (const page of pagesOf("story", "leaf")) overwrite(bytes, page, numbers(3));
	const { report } = await salvage(bytes);
	expect(new Map(report.rebuilt.map(({ storyId, textAt }) => [storyId, textAt]))).toEqual(
		new Map([
			["story-0", "2026-11-20T10:00:00.000Z"],
			["story-1", "2026-11-21T10:00:00.000Z"],
		]),
	);
	expect(["story-0", "story-1"].map((id) => handle.library()!.stories.get(id).hasPendingImport)).toEqual([true, false]);
});
