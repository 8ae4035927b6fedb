import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { prepareStoryText } from "#service/database/story-text.ts";
import { asset, ids, inCommandLibrary, inLibrary, library, run } from "#tests/support/command-library.ts";

inCommandLibrary();

test("verify finds what does not agree", async () => {
	expect((await run("verify", "--library", library)).json).toMatchObject({
		ok: true,
		search: { stories: 3, indexed: 3 },
	});
	await inLibrary((open) => {
		const elsewhere = prepareStoryText({
			version: 1,
			blocks: [{ id: "p", type: "paragraph", spans: [{ text: "Under the 灯 wrong" }] }],
		});
		open.stories.index.put(1, elsewhere);
		open.database.prepare("DELETE FROM story_search WHERE rowid = 2").run();
		open.database.prepare("UPDATE story SET document = '{' WHERE row = 3").run();
	});
	rmSync(join(library, "media", asset));
	const { status, json } = await run("verify", "--library", library);
	expect(status).toBe(1);
	expect(json).toMatchObject({
		ok: false,
		integrity: [],
		search: { stories: 3, indexed: 2, disagreeing: 2 },
		documents: { checked: 3, unreadable: [{ storyId: ids[2] }] },
		media: { missing: [asset] },
	});
});

test("verify names the damage of a file that still opens", async () => {
	let page = 0;
	await inLibrary((open) => {
		page = open.database
			.prepare<[], number>("SELECT rootpage FROM sqlite_schema WHERE name = 'story_text'")
			.pluck()
			.get() as number;
	});
	const file = join(library, "library.sqlite");
	const bytes = readFileSync(file);
	bytes.fill(0xff, (page - 1) * 4096, page * 4096);
	writeFileSync(file, bytes);
	const { status, json } = await run("verify", "--library", library);
	expect(status).toBe(1);
	expect(json).toMatchObject({ ok: false });
	expect(json.integrity.length).toBeGreaterThan(0);
});
