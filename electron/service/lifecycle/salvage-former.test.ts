import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { prepareStoryText } from "#service/database/story-text.ts";
import { documents, numbers, overwrite, PAGE, pagesOf, salvage, text } from "#tests/support/damaged-pages.ts";
import { clock, file, handle, inOpenLibrary, open } from "#tests/support/open-library.ts";

inOpenLibrary();

test("of a story that lies in the file twice the newer text comes out, whichever page lies first", async () => {
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

/** A story in an open library, and its page as it is before the story is changed. */
async function storyAndFormerPage() {
	const id = handle.library()!.stories.insert({ document: text("Ebb and flow") }, "2026-11-20T10:00:00.000Z");
	handle.close();
	const page = pagesOf("story", "leaf")[0]!;
	const former = readFileSync(file).subarray(page * PAGE, (page + 1) * PAGE);
	await open();
	return { id, page, former };
}

/** Bytes of a closed library whose first page is gone, with a former page of its stories at the end. */
function withFormerPage(former: Buffer): Buffer {
	const bytes = Buffer.concat([readFileSync(file), former]);
	overwrite(bytes, 0, numbers(1));
	return bytes;
}

test("a row that was given up does not stand for a story whose newer text is damaged, where a later text was kept", async () => {
	const { id, page, former } = await storyAndFormerPage();
	const { stories: repository } = handle.library()!;
	repository.save(id, 1, text("Ebb, flow and ebb"), "2026-11-21T10:00:00.000Z");
	repository.save(id, 2, text("Quite another text"), "2026-11-22T10:00:00.000Z");
	expect(repository.versions.list(id)).toHaveLength(2);
	handle.close();
	const bytes = withFormerPage(former);
	const at = bytes.indexOf('"text":"Quite another', page * PAGE);
	bytes.fill(0xa5, at + 8, at + 14);
	const { report, stories: kept } = await salvage(bytes);
	expect(kept).toEqual(new Map([[id, text("Ebb, flow and ebb").json]]));
	expect(report.rebuilt).toEqual([{ storyId: id, title: "", textAt: "2026-11-22T10:00:00.000Z" }]);
	expect(report.parts.filter(({ part }) => part === "stories" || part === "versions")).toEqual([
		{ part: "stories", kept: 0, lost: null },
		{ part: "versions", kept: 2, lost: null },
	]);
	expect(handle.library()!.stories.get(id)).toMatchObject({
		rebuiltFrom: "2026-11-22T10:00:00.000Z",
		createdAt: "2026-11-20T10:00:00.000Z",
		revision: 2,
	});
});

test("a story whose row was given up is marked where a text of a higher revision was set aside", async () => {
	const { id, page, former } = await storyAndFormerPage();
	const { stories: repository, database } = handle.library()!;
	repository.save(id, 1, text("Quite another text"), "2026-11-22T10:00:00.000Z");
	repository.setStage(id, "published", "2026-11-22T10:00:00.000Z");
	database.exec("DELETE FROM story_version");
	handle.close();
	const bytes = withFormerPage(former);
	const at = bytes.indexOf('"text":"Quite another', page * PAGE);
	bytes.fill(" ", at + 14, at + 21);
	const { report, stories: kept } = await salvage(bytes);
	expect(kept).toEqual(new Map([[id, text("Ebb and flow").json]]));
	expect(report.rebuilt).toEqual([{ storyId: id, title: "", textAt: "2026-11-20T10:00:00.000Z" }]);
	expect(report.unreadable.map(({ storyId }) => storyId)).toEqual([id]);
	const library = handle.library()!;
	expect(library.stories.get(id)).toMatchObject({ rebuiltFrom: "2026-11-20T10:00:00.000Z", stage: "published" });
	expect(library.stories.versions.list(id)).toMatchObject([{ origin: "replaced", words: 3 }]);
	expect(report.parts.find(({ part }) => part === "versions")?.kept).toBe(0);
});

test("a text written by a clock that was set back is not given up for one kept before", async () => {
	const { stories } = handle.library()!;
	const id = stories.insert({ document: text("Ebb and flow") }, "2026-11-23T10:00:00.000Z");
	stories.save(id, 1, text("Ebb, flow and ebb"), "2026-11-22T10:00:00.000Z");
	stories.versions.keep(id, "snapshot", "", "2026-11-23T10:00:00.000Z");
	stories.save(id, 2, text("Quite another text"), "2026-11-20T10:00:00.000Z");
	handle.close();
	const bytes = readFileSync(file);
	overwrite(bytes, 0, numbers(1));
	await salvage(bytes);
	const { versions } = handle.library()!.stories;
	const texts = [handle.library()!.stories.get(id), ...versions.list(id).map((one) => versions.get(one.id))];
	expect(texts.map(({ document }) => prepareStoryText(document).json)).toContain(text("Quite another text").json);
});
