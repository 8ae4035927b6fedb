import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { UndoResult } from "#contract/imports.ts";
import { generateExport, PRIVATE_CANARIES } from "#tests/fixtures/medium-export/generate.ts";
import { postFile } from "#tests/fixtures/medium-export/post.ts";
import { writeFolder, writeZip } from "#tests/fixtures/medium-export/write.ts";
import {
	archive,
	client,
	dump,
	folder,
	inEmptyLibrary,
	library,
	post,
	storyOf,
	studio,
	take,
	wait,
} from "#tests/support/import-library.ts";

inEmptyLibrary();

describe("a whole export", () => {
	const generated = generateExport({ seed: 3, posts: 60 });
	const expected = {
		stories: generated.posts.filter((one) => one.kind === "story" && one.stage === "published").length,
		drafts: generated.posts.filter((one) => one.stage === "draft").length,
		responses: generated.posts.filter((one) => one.kind === "response").length,
	};

	test.each([
		["zip", (path: string) => writeZip(path, generated.files)],
		["zip with a top folder", (path: string) => writeZip(path, generated.files, "medium-export")],
		["folder", (path: string) => writeFolder(path, generated.files)],
		["folder in a folder", (path: string) => writeFolder(join(path, "medium"), generated.files)],
	])("as a %s", async (_, write) => {
		const path = join(folder, "export.zip");
		write(path);
		const report = await take(path);
		expect(report.counts).toMatchObject({ ...expected, added: 60 });
		expect(report.earnings).toMatchObject({
			stories: generated.earnings.size,
			totalMinor: [...generated.earnings.values()].reduce((sum, minor) => sum + minor, 0),
			currency: "USD",
			rounded: false,
		});
		expect(report.profile).toMatchObject({ handle: "invented-writer", userId: "0123456789ab" });
		expect(report.exportedOn).toBe("2021-07-01");
		const titled = generated.posts.find((one) => one.title !== "")!;
		expect((await storyOf(titled.mediumId)).title).toBe(titled.title);
	});

	test("a story without a title keeps the name the export has for it, outside its text", async () => {
		const untitled = (previewTitle: string, id: string, slug: string): [string, string] => [
			`posts/2020-01-02_${slug}-${id}.html`,
			postFile({
				title: previewTitle,
				body: `<section class="section"><p class="graf">Night came early.</p></section>`,
				id,
				publishedAt: "2020-01-02T03:04:05.000Z",
				handle: "ink",
				exportedOn: "2021-01-01",
			}),
		];
		const earned: [string, string] = [
			"partner-program/posts-0001.html",
			'<ul><li class="h-entry"><a href="https://medium.com/p/ccccccccccc1">A deleted story</a> $3.20</li></ul>',
		];
		await take(
			archive(
				"names.zip",
				untitled("The lamp question", "aaaaaaaaaaa1", "x"),
				untitled("", "bbbbbbbbbbb1", "What-is--a-lamp"),
				["posts/draft_post-ddddddddddd1.html", untitled("", "ddddddddddd1", "post")[1]],
				earned,
			),
		);
		const named = await storyOf("aaaaaaaaaaa1");
		expect(named).toMatchObject({ title: "", name: "The lamp question" });
		expect(JSON.stringify(named.document)).not.toContain("question");
		expect((await storyOf("bbbbbbbbbbb1")).name).toBe("What is a lamp");
		const nameless = await storyOf("ddddddddddd1");
		expect(nameless).toMatchObject({ title: "", name: "" });
		const draft = await studio.fetch(new Request(`http://studio/export/${nameless.id}/markdown`));
		expect(draft.headers.get("x-inkhour-name")).not.toMatch(/post/);
		const file = await studio.fetch(new Request(`http://studio/export/${named.id}/markdown`));
		expect(file.headers.get("x-inkhour-name")).toBe("The%20lamp%20question.md");
		const hits = await client.stories.search.query({ query: "night" });
		expect(hits.map(({ name }) => name).sort()).toEqual(["", "The lamp question", "What is a lamp"]);
		expect(dump()).toContain('"title":"A deleted story"');
		const [stored] = await client.imports.list.query();
		const report = await client.imports.report.query({ id: stored?.id ?? "" });
		expect(report.files.map(({ title }) => title).sort()).toEqual([
			"Night came early.",
			"The lamp question",
			"What is a lamp",
		]);
		expect(report.pages).toEqual([
			{ file: "partner-program/posts-0001.html", kind: "earnings", count: 1, notInLibrary: ["A deleted story"] },
		]);
		const before = dump("import");
		expect((await take(join(folder, "names.zip"))).importId).toBeNull();
		expect(dump("import")).toBe(before);
	});

	test("twice changes nothing, not a byte of a row, but for the list of imports", async () => {
		const path = join(folder, "export.zip");
		writeZip(path, generated.files);
		await take(path);
		const before = dump("import");
		const report = await take(path);
		expect(report).toMatchObject({ importId: null, counts: { ...expected, added: 0, unchanged: 60 } });
		expect(dump("import")).toBe(before);
	});

	test("addresses, sessions and e-mail are found nowhere in the library", async () => {
		const path = join(folder, "export");
		writeFolder(path, generated.files);
		await take(path);
		const everything = dump() + readFileSync(join(library, "library.sqlite"), "latin1");
		for (const canary of PRIVATE_CANARIES) expect(everything).not.toContain(canary);
	});

	test("undone, the library holds nothing of it; cancelled, it is as it was", async () => {
		const path = join(folder, "export.zip");
		writeZip(path, generated.files);
		const empty = dump();
		const { importId } = await take(path);
		const undo = await client.imports.undo.mutate({ id: importId ?? "" });
		expect((await wait(undo.id)).result as UndoResult).toEqual({ removed: 60, restored: 0, kept: [] });
		expect(await client.stories.shelves.query()).toMatchObject({ all: 0, trash: 0 });
		expect(await client.imports.list.query()).toMatchObject([{ state: "undone" }]);
		await expect(client.imports.undo.mutate({ id: importId ?? "" })).rejects.toThrow(/undone already/);
		expect(empty).not.toBe("");
	});

	test("cancelled in the middle, every row is as it was", async () => {
		const many = generateExport({ seed: 4, posts: 400 });
		const path = join(folder, "export.zip");
		writeZip(path, many.files);
		await take(archive("one.zip", post("before", "2020-06-01")));
		const before = dump();
		const { id } = await client.imports.start.mutate({ source: { type: "path", path } });
		let status = await client.jobs.status.query({ id });
		while (status.state === "running" && status.progress.done < 20) {
			await new Promise((resolve) => setTimeout(resolve, 2));
			status = await client.jobs.status.query({ id });
		}
		expect((await client.jobs.cancel.mutate({ id })).state).toBe("cancelled");
		expect(dump()).toBe(before);
	});
});

test("an export among other work is found, and the other work is left alone", async () => {
	const root = join(folder, "repository");
	writeFolder(join(root, "archive", "medium"), generateExport({ seed: 3, posts: 5 }).files);
	writeFolder(
		root,
		new Map([
			["docs/posts/about.html", "<p>x</p>"],
			[".git/posts/2020-01-02_x-0123456789ab.html", "x"],
			["index.html", "x"],
		]),
	);
	const report = await take(root);
	expect(report.files).toHaveLength(5);
	expect([...report.files, ...report.skipped].every(({ file }) => file.startsWith("archive/medium/"))).toBe(true);
});

describe("pages of the Partner Program alone", () => {
	const page =
		'<html><head><title>Partner Program posts, page 1</title></head><body><section><h3>Partner Program posts, page 1</h3><ul><li class="h-entry"><a href="https://medium.com/p/lamps-0123456789ab">Lamps</a> - &#36;3.20</li><li class="h-entry"><a href="https://medium.com/p/gone-ccccccccccc1">Gone</a> - &#36;1.10</li></ul></section></body></html>';

	test.each([
		["the folder", "", (name: string) => name],
		["a page by its name", "posts-0001.html", (name: string) => `partner-program/${name}`],
		["a page by any name", "earned.html", (name: string) => `partner-program/${name}`],
	])("%s gives the earnings, and says whose story is missing, once", async (_, name, shown) => {
		await take(archive("a.zip", post("text", "2021-01-01")));
		const directory = join(folder, name === "earned.html" ? "saved" : "partner-program");
		writeFolder(directory, new Map([[name || "posts-0001.html", page]]));
		const report = await take(join(directory, name));
		expect(report.earnings).toMatchObject({ stories: 2, totalMinor: 430, added: 2 });
		expect(report.counts).toMatchObject({ stories: 0, added: 0 });
		expect(report.skipped).toEqual([]);
		const pages = [{ file: shown(name || "posts-0001.html"), kind: "earnings", count: 2, notInLibrary: ["Gone"] }];
		expect(report.pages).toEqual(pages);
		const before = dump("import");
		expect(await take(join(directory, name))).toMatchObject({ importId: null, pages });
		expect(dump("import")).toBe(before);
	});
});
