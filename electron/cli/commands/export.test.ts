import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Block } from "#domain/story/schema.ts";
import { prepareStoryText } from "#service/database/story-text.ts";
import {
	asset,
	fingerprint,
	folder,
	ids,
	inCommandLibrary,
	inLibrary,
	library,
	picture,
	run,
	told,
} from "#tests/support/command-library.ts";

inCommandLibrary();

test("export --all writes one safe file a story with its pictures, and again changes nothing else", async () => {
	const to = join(folder, "out");
	mkdirSync(to);
	writeFileSync(join(to, "Tides.md"), "my own notes");
	const first = await run("export", "--all", "--to", to, "--format", "markdown", "--library", library);
	expect(first.status).toBe(0);
	expect(first.json.files).toHaveLength(3);
	expect(first.json.missingMedia).toEqual([]);
	expect(readFileSync(join(to, "Tides.md"), "utf8")).toBe("my own notes");
	expect(readFileSync(join(to, "media", asset)).equals(picture)).toBe(true);
	const names = readdirSync(to);
	expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
	const text = readFileSync(join(to, first.json.files[0].file), "utf8");
	expect(text).toContain(`![A lamp](media/${asset})`);
	const before = fingerprint(to);
	expect((await run("export", "--all", "--to", to, "--library", library)).status).toBe(0);
	expect(fingerprint(to)).toBe(before);
	const page = await run("export", ids[0]!, "--to", to, "--format", "html", "--library", library);
	expect(page.json.files).toEqual([{ storyId: ids[0], title: "Tides", file: "Tides.html" }]);
});

test("stories with one title get short names of their own", async () => {
	await inLibrary((open) => {
		for (let n = 0; n < 3; n += 1)
			open.stories.insert(
				{ document: { version: 1, blocks: [{ id: "t", type: "title", spans: [{ text: "Twin" }] }] } },
				"2026-11-23T10:00:00.000Z",
			);
	});
	const to = join(folder, "out");
	const { json } = await run("export", "--all", "--to", to, "--library", library);
	const names = json.files.map(({ file }: { file: string }) => file).filter((name: string) => name.startsWith("Twin"));
	expect(new Set(names).size).toBe(3);
	expect(names.sort()).toEqual([
		expect.stringMatching(/^Twin [0-9a-f]{8}\.md$/),
		expect.stringMatching(/^Twin [0-9a-f]{8}\.md$/),
		"Twin.md",
	]);
});

test("an export states no time of change that is not known, and names what has no address", async () => {
	const [id = ""] = ids;
	const to = join(folder, "out");
	const text = async () => {
		const { json } = await run("export", id, "--to", to, "--library", library);
		return readFileSync(join(to, json.files[0].file), "utf8");
	};
	expect(await text()).toMatch(/^created: "2026-11-23T10:00:00.000Z"\ninkhour: /m);
	const embed: Block = { id: "e", type: "embed", url: "", kind: "lost", caption: [{ text: "A film" }] };
	await inLibrary((open) => {
		const { document, revision } = open.stories.get(id);
		const next = prepareStoryText({ ...document, blocks: [...document.blocks, embed] });
		open.stories.save(id, revision, next, "2026-11-24T10:00:00.000Z");
	});
	expect(await text()).toMatch(/^updated: "2026-11-24T10:00:00.000Z"$/m);
	const plain = await told("export", id, "--to", to, "--library", library);
	expect(plain.status).toBe(0);
	expect(plain.text).toContain('\n  Tides: without an address: embed "A film"\n');
	expect((await run("export", id, "--to", to, "--library", library)).json.withoutAddress).toEqual([
		{ storyId: id, title: "Tides", things: [{ kind: "embed", words: "A film" }] },
	]);
});
