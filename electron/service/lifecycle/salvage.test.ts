import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { documents, numbers, overwrite, PAGE, pagesOf, salvage } from "#tests/support/damaged-pages.ts";
import { addStories, clock, directory, file, handle, inOpenLibrary, open } from "#tests/support/open-library.ts";
import { prepareStoryText } from "../database/story-text.ts";
import { runTask } from "../threads/thread.ts";

inOpenLibrary();

test("every story comes out when only the pages that lead to them are broken", async () => {
	addStories(60);
	const before = documents();
	handle.close();
	const bytes = readFileSync(file);
	const next = numbers(1);
	overwrite(bytes, 0, next);
	for (let page = 1; page < bytes.length / PAGE; page += 1) if (bytes[page * PAGE] === 5) overwrite(bytes, page, next);
	const { report, stories } = await salvage(bytes);
	expect(stories).toEqual(before);
	expect(report.parts.find(({ part }) => part === "stories")).toEqual({ part: "stories", kept: 60, lost: null });
});

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
		tally.lost += 12 - stories.size;
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

test("of a lost story the newest whole text before it is kept beside the damaged library", async () => {
	addLongStories(3);
	handle.library()!.stories.versions.keep("story-1", "snapshot", "", "2026-11-20T10:00:00.000Z");
	handle.library()!.stories.versions.keep("story-1", "snapshot", "", "2026-11-22T10:00:00.000Z");
	const before = documents();
	handle.close();
	const bytes = readFileSync(file);
	for (const page of pagesOf("story", "leaf")) overwrite(bytes, page, numbers(3));
	const { report, movedTo } = await salvage(bytes);
	expect(report.unreadable).toEqual([
		{ storyId: "story-1", title: "Story 1", isEarlier: true, file: expect.stringContaining("unreadable-") },
	]);
	expect(readFileSync(join(movedTo, report.unreadable[0]!.file), "utf8")).toBe(before.get("story-1"));
});

test("a library of more text than the thread may hold is salvaged", { timeout: 120_000 }, async () => {
	const { database, stories } = handle.library()!;
	const text = "Lamps and tides, ".repeat(50_000);
	database.transaction(() => {
		for (let n = 0; n < 120; n += 1)
			stories.insert(
				{
					id: `story-${n}`,
					document: { version: 1, blocks: [{ id: "p", type: "paragraph", spans: [{ text: `${n} ${text}` }] }] },
				},
				clock.now().toISOString(),
			);
	})();
	handle.close();
	for (const lost of [0, null]) {
		const { report } = await runTask("salvage", { directory }, { memoryMb: 64 });
		expect(report.parts.find(({ part }) => part === "stories")).toEqual({ part: "stories", kept: 120, lost });
		const bytes = readFileSync(file);
		overwrite(bytes, 0, numbers(1));
		writeFileSync(file, bytes);
	}
});

test("of a story that lies in the file twice the newer text comes out, whichever page lies first", async () => {
	const text = (words: string) =>
		prepareStoryText({ version: 1, blocks: [{ id: "p", type: "paragraph", spans: [{ text: words }] }] });
	const { stories } = handle.library()!;
	const id = stories.insert({ document: text("Ebb and flow") }, clock.now().toISOString());
	handle.close();
	const page = pagesOf("story", "leaf")[0]!;
	const former = readFileSync(file).subarray(page * PAGE, (page + 1) * PAGE);
	await open();
	handle.library()!.stories.save(id, 1, text("Ebb, flow and ebb"), clock.now().toISOString());
	const after = documents();
	handle.close();
	const sound = readFileSync(file);
	for (const isNewerFirst of [true, false]) {
		const newer = sound.subarray(page * PAGE, (page + 1) * PAGE);
		const bytes = Buffer.concat([sound, isNewerFirst ? former : newer]);
		if (!isNewerFirst) former.copy(bytes, page * PAGE);
		overwrite(bytes, 0, numbers(1));
		const { stories: kept, report } = await salvage(bytes);
		expect(kept).toEqual(after);
		expect(report.unreadable).toEqual([]);
		handle.close();
	}
});

test("of pages overwritten at random no story comes out by half, and several come out", {
	timeout: 120_000,
}, async () => {
	addStories(25);
	const before = documents();
	handle.close();
	const sound = readFileSync(file);
	const pages = statSync(file).size / PAGE;
	const kept: number[] = [];
	for (let seed = 1; seed <= 12; seed += 1) {
		const next = numbers(seed);
		const bytes = Buffer.from(sound);
		for (let n = 0; n < Math.round(pages * 0.29); n += 1) {
			const page = next(pages);
			if (seed % 3 === 0) bytes.fill(0, page * PAGE, (page + 1) * PAGE);
			else if (seed % 3 === 1) overwrite(bytes, page, next);
			// The end of a page only, which leaves what leads to it as it was.
			else bytes.fill(0xa5, page * PAGE + 3000, (page + 1) * PAGE);
		}
		const { stories } = await salvage(bytes);
		for (const [id, document] of stories) expect(document).toBe(before.get(id));
		kept.push(stories.size);
		handle.close();
	}
	expect(Math.min(...kept)).toBeGreaterThanOrEqual(5);
});
