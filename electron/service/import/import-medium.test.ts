import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { skipWords } from "#contract/import-words.ts";
import type { ImportReport, UndoResult } from "#contract/imports.ts";
import type { JobStatus } from "#contract/jobs.ts";
import { english } from "#domain/words/message.ts";
import { generateExport, PRIVATE_CANARIES } from "#tests/fixtures/medium-export/generate.ts";
import { postFile } from "#tests/fixtures/medium-export/post.ts";
import { writeFolder, writeZip } from "#tests/fixtures/medium-export/write.ts";
import { makeZip, type ZipEntry } from "#tests/support/zip.ts";
import { createStudioClient, type StudioClient } from "../client.ts";
import { openDatabase } from "../database/open.ts";
import { createStudio, type Studio } from "../studio.ts";

let folder: string;
let library: string;
let studio: Studio;
let client: StudioClient;

function start(): void {
	studio = createStudio({ libraryDirectory: library });
	client = createStudioClient(studio.fetch);
}

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "inkhour-import-"));
	library = join(folder, "library");
	start();
});
afterEach(async () => {
	await studio.close();
	rmSync(folder, { recursive: true, force: true });
});

async function wait(id: string): Promise<JobStatus> {
	for (;;) {
		const status = await client.jobs.status.query({ id });
		if (status.state !== "running") return status;
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}

async function run(path: string): Promise<JobStatus> {
	const { id } = await client.imports.start.mutate({ source: { type: "path", path } });
	return wait(id);
}

async function take(path: string): Promise<ImportReport> {
	const status = await run(path);
	expect(status.error).toBeNull();
	return status.result as ImportReport;
}

/** Every row of every table, as text. */
function dump(): string {
	const database = openDatabase(join(library, "library.sqlite"));
	const tables = database
		.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'story_search%' ORDER BY name")
		.pluck()
		.all() as string[];
	const text = tables.map((name) => {
		const rows = database
			.prepare(`SELECT * FROM "${name}"`)
			.all()
			.map((row) => JSON.stringify(row));
		return `${name}\n${rows.sort().join("\n")}`;
	});
	text.push(JSON.stringify(database.prepare("SELECT rowid FROM story_search ORDER BY rowid").all()));
	database.close();
	return text.join("\n");
}

const ID = "0123456789ab";
const body = (text: string) =>
	`<section class="section"><div class="section-content"><h3 class="graf graf--title">Lamps</h3><p class="graf">${text}</p></div></section>`;

function post(text: string, exportedOn: string, options: { draft?: boolean; id?: string } = {}): [string, string] {
	const id = options.id ?? ID;
	const publishedAt = options.draft ? null : "2020-01-02T03:04:05.000Z";
	return [
		`posts/${options.draft ? "draft" : "2020-01-02"}_Lamps-${id}.html`,
		postFile({ title: "Lamps", body: body(text), id, publishedAt, handle: "ink", exportedOn }),
	];
}

function archive(name: string, ...posts: [string, string][]): string {
	const path = join(folder, name);
	writeZip(path, new Map(posts));
	return path;
}

async function storyOf(mediumId = ID) {
	const story = (await client.stories.list.query({})).find((one) => one.mediumId === mediumId);
	return client.stories.get.query({ id: story?.id ?? "" });
}

async function edit(text: string): Promise<void> {
	const story = await storyOf();
	const blocks = [...story.document.blocks, { id: "mine", type: "paragraph", spans: [{ text }] }];
	await client.stories.save.mutate({
		id: story.id,
		baseRevision: story.revision,
		document: JSON.stringify({ version: 1, blocks }),
	});
	// A search brings the index up to date, which else follows a save a moment later.
	await client.stories.search.query({ query: "lamps" });
}

const textOf = async () => JSON.stringify((await storyOf()).document);

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
		expect((await client.imports.report.query({ id: stored?.id ?? "" })).pages).toEqual([
			{ file: "partner-program/posts-0001.html", kind: "earnings", count: 1 },
		]);
		const before = dump();
		expect((await take(join(folder, "names.zip"))).importId).toBeNull();
		expect(dump()).toBe(before);
	});

	test("twice changes nothing, not a byte of a row", async () => {
		const path = join(folder, "export.zip");
		writeZip(path, generated.files);
		await take(path);
		const before = dump();
		const report = await take(path);
		expect(report).toMatchObject({ importId: null, counts: { ...expected, added: 0, unchanged: 60 } });
		expect(dump()).toBe(before);
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

describe("importing again", () => {
	test("a newer export updates a text the writer did not touch and keeps the former one", async () => {
		await take(archive("a.zip", post("first text", "2021-01-01")));
		const report = await take(archive("b.zip", post("second text", "2021-02-01")));
		expect(report.counts).toMatchObject({ updated: 1, added: 0 });
		expect(await textOf()).toContain("second text");
		expect(dump()).toContain("first text");
		const undo = await client.imports.undo.mutate({ id: report.importId ?? "" });
		await wait(undo.id);
		expect(await textOf()).toContain("first text");
	});

	test("the writer's own edits stay; Medium's text waits beside them, once", async () => {
		await take(archive("a.zip", post("first text", "2021-01-01")));
		await edit("my own line");
		const newer = archive("b.zip", post("second text", "2021-02-01"));
		expect((await take(newer)).counts).toMatchObject({ beside: 1, updated: 0 });
		const story = await storyOf();
		expect(JSON.stringify(story.document)).toContain("my own line");
		expect(story.hasPendingImport).toBe(true);
		const before = dump();
		expect((await take(newer)).importId).toBeNull();
		expect(dump()).toBe(before);

		const pending = await client.imports.pending.query({ storyId: story.id });
		expect(JSON.stringify(pending?.document)).toContain("second text");
		const choose = (choice: "taken" | "kept", baseRevision: number) =>
			client.imports.resolve.mutate({ storyId: story.id, versionId: pending!.versionId, choice, baseRevision });
		await expect(choose("taken", story.revision + 7)).rejects.toMatchObject({ data: { studio: { code: "CONFLICT" } } });
		const taken = await choose("taken", story.revision);
		expect(await textOf()).toContain("second text");
		expect(dump()).toContain("my own line");
		await client.imports.reopen.mutate({ storyId: story.id, baseRevision: taken.revision, undo: taken.undo });
		expect(await textOf()).toContain("my own line");
		await choose("kept", 0);
		expect((await storyOf()).hasPendingImport).toBe(false);
		expect((await take(newer)).counts).toMatchObject({ unchanged: 1, beside: 0 });
	});

	test("an older export never takes the place of a newer one", async () => {
		await take(archive("b.zip", post("second text", "2021-02-01")));
		const report = await take(archive("a.zip", post("first text", "2021-01-01")));
		expect(report.skipped).toEqual([
			{ file: "posts/2020-01-02_Lamps-0123456789ab.html", reason: "olderExport", detail: "2021-02-01" },
		]);
		expect(await textOf()).toContain("second text");
	});

	test("what is in the trash stays there, and is reported", async () => {
		await take(archive("a.zip", post("first text", "2021-01-01")));
		const { id } = await storyOf();
		await client.stories.trash.mutate({ id });
		const report = await take(archive("b.zip", post("second text", "2021-02-01")));
		expect(report.skipped).toMatchObject([{ reason: "inTrash" }]);
		expect((await client.stories.list.query({ shelf: "trash" })).map((one) => one.id)).toEqual([id]);
	});

	test("a draft becomes published, and a story that was taken offline a draft", async () => {
		await take(archive("a.zip", post("text", "2021-01-01", { draft: true })));
		expect(await storyOf()).toMatchObject({ stage: "draft", publishedAt: null });
		await take(archive("b.zip", post("text", "2021-02-01")));
		expect(await storyOf()).toMatchObject({ stage: "published", publishedAt: "2020-01-02T03:04:05.000Z" });
		await take(archive("c.zip", post("text", "2021-03-01", { draft: true })));
		expect(await storyOf()).toMatchObject({ stage: "draft", publishedAt: null });
	});

	test("two files of one story: the newest export counts, the other is reported", async () => {
		const [, newer] = post("second text", "2021-02-01");
		const [path, older] = post("first text", "2021-01-01");
		writeFolder(
			join(folder, "mix"),
			new Map([
				[path, older],
				["2020-01-02_Lam-0123456789ab.html", newer],
			]),
		);
		const report = await take(join(folder, "mix"));
		expect(report.counts.stories).toBe(1);
		expect(report.skipped).toEqual([{ file: path, reason: "olderCopy", detail: "2020-01-02_Lam-0123456789ab.html" }]);
		expect(await textOf()).toContain("second text");
	});

	test("files of one very name are not said to be each other's copy, and every page of the archive is accounted for", async () => {
		const [path, older] = post("first text", "2021-01-01");
		const [, newer] = post("second text", "2021-02-01");
		const zip = join(folder, "twice.zip");
		const entries: ZipEntry[] = [
			{ name: path, data: older },
			{ name: path, data: newer },
			{ name: "medium.rss", data: "<rss></rss>" },
			{ name: "old/medium.rss", data: "<rss></rss>" },
		];
		writeFileSync(zip, makeZip(entries));
		const report = await take(zip);
		expect(await textOf()).toContain("second text");
		expect(report.skipped).toEqual([
			{ file: "old/medium.rss", reason: "samePage", detail: "medium.rss" },
			{ file: path, reason: "sameName", detail: "" },
		]);
		expect(report.pages).toEqual([{ file: "medium.rss", kind: "feed", count: 0 }]);
		expect(english(skipWords(report.skipped[1]!))).not.toContain(path);
	});

	test("undoing keeps a story that was edited since", async () => {
		const { importId } = await take(archive("a.zip", post("first text", "2021-01-01")));
		await edit("my own line");
		const undo = await client.imports.undo.mutate({ id: importId ?? "" });
		expect((await wait(undo.id)).result).toMatchObject({ removed: 0, kept: [{ title: "Lamps" }] });
		expect(await textOf()).toContain("my own line");
	});

	test("an import that was running when the studio died is taken back at the next start", async () => {
		await take(archive("a.zip", post("first text", "2021-01-01")));
		const before = dump();
		const { importId } = await take(
			archive("b.zip", post("second text", "2021-02-01"), post("x", "2021-02-01", { id: "abcdef012" })),
		);
		await studio.close();
		const database = openDatabase(join(library, "library.sqlite"));
		database
			.prepare("UPDATE import SET state = 'running', report = NULL, finished_at = NULL WHERE id = ?")
			.run(importId);
		database.close();
		start();
		expect(await textOf()).toContain("first text");
		expect(dump()).toBe(before);
	});

	test("whole dollars after cents are marked as rounded and are another statement, not a loss", async () => {
		const earnings = (exportedOn: string, cents: boolean) => {
			const path = join(folder, `${exportedOn}.zip`);
			writeZip(path, generateExport({ seed: 5, posts: 12, exportedOn, cents }).files);
			return take(path);
		};
		expect((await earnings("2021-02-01", true)).earnings?.rounded).toBe(false);
		expect((await earnings("2025-02-01", false)).earnings?.rounded).toBe(true);
		expect(dump()).toContain('"rounding":"whole"');
	});
});

describe("bad input changes nothing", () => {
	const good: ZipEntry = { name: post("kept text", "2021-01-01")[0], data: post("kept text", "2021-01-01")[1] };
	const write = (name: string, content: Uint8Array | string) => {
		const path = join(folder, name);
		writeFileSync(path, content);
		return path;
	};

	test.each<[string, () => Uint8Array | string, string]>([
		["nothing.zip", () => "", "UNREADABLE_FILE"],
		["cut.zip", () => makeZip([good]).subarray(0, 300), "UNREADABLE_FILE"],
		["text.zip", () => "this is no zip", "UNSUPPORTED_FORMAT"],
		["foreign.zip", () => makeZip([{ name: "word/document.xml", data: "<w/>" }]), "UNSUPPORTED_FORMAT"],
		["empty.zip", () => makeZip([]), "UNSUPPORTED_FORMAT"],
		["encrypted.zip", () => makeZip([{ ...good, encrypted: true }]), "UNSUPPORTED_FORMAT"],
		["broken.zip", () => makeZip([{ ...good, damaged: true }]), "UNREADABLE_FILE"],
		["blank.zip", () => makeZip([{ ...good, data: "" }]), "UNREADABLE_FILE"],
		["page.html", () => "<html><body>Hello</body></html>", "UNREADABLE_FILE"],
	])("%s is refused", async (name, content, code) => {
		const before = dump();
		const status = await run(write(name, content()));
		expect(status).toMatchObject({ state: "failed", error: { code, details: { file: name } } });
		expect(dump()).toBe(before);
	});

	test("what is refused is named with the reason", async () => {
		const refusal = async (name: string, content: Uint8Array | string) => {
			const { error } = await run(write(name, content));
			const { file, place, reason } = error?.details ?? {};
			return [error && english(error.message), file, place, reason && english(reason)];
		};
		expect(await refusal("page.html", "<html><body>Hello</body></html>")).toEqual([
			"None of its stories could be read",
			"page.html",
			undefined,
			"Not part of a Medium export",
		]);
		expect(await refusal("blank.zip", makeZip([{ ...good, data: "" }]))).toEqual([
			"None of its stories could be read",
			"blank.zip",
			good.name,
			"The file is empty",
		]);
		expect(await refusal("cut.zip", makeZip([good]).subarray(0, 300))).toEqual([
			"The zip file is cut short or damaged",
			"cut.zip",
			undefined,
			"The list of its files is missing at its end",
		]);
	});

	test("a missing file is refused before anything starts", async () => {
		await expect(run(join(folder, "missing.zip"))).rejects.toMatchObject({ data: { studio: { code: "NOT_FOUND" } } });
	});

	test.each<[string, ZipEntry, string]>([
		["zip slip", { name: "../../posts/2020-01-02_x-abcdef0123.html", data: good.data }, "unsafeName"],
		["an absolute name", { name: "/etc/posts/2020-01-02_x-abcdef0123.html", data: good.data }, "unsafeName"],
		["a drive letter", { name: "C:\\posts\\2020-01-02_x-abcdef0123.html", data: good.data }, "unsafeName"],
		[
			"backslashes that lead out",
			{ name: "posts\\..\\..\\2020-01-02_x-abcdef0123.html", data: good.data },
			"unsafeName",
		],
		[
			"a symbolic link",
			{ name: "posts/2020-01-02_x-abcdef0123.html", data: "/etc/passwd", mode: 0o120777 },
			"symbolicLink",
		],
		["a bomb", { name: "posts/2020-01-02_x-abcdef0123.html", data: "0".repeat(20_000_000) }, "suspiciousRatio"],
		[
			"a lie about the size",
			{ name: "posts/2020-01-02_x-abcdef0123.html", data: good.data, statedSize: 40 },
			"damaged",
		],
		[
			"a huge file",
			{ name: "posts/2020-01-02_x-abcdef0123.html", data: "x", statedSize: 40_000_000, stored: true },
			"tooLarge",
		],
		[
			"an encrypted file",
			{ name: "posts/2020-01-02_x-abcdef0123.html", data: good.data, encrypted: true },
			"encrypted",
		],
	])("%s is left out with the reason, the rest comes in", async (_, hostile, reason) => {
		const status = await run(write("hostile.zip", makeZip([hostile, good])));
		if (status.state === "failed") expect(status.error?.code).toBe("UNREADABLE_FILE");
		else {
			const report = status.result as ImportReport;
			expect(report.skipped).toMatchObject([{ reason }]);
			expect(report.counts).toMatchObject({ stories: 1, added: 1 });
		}
	});

	test("equal and case-clashing names are one story, the second one reported", async () => {
		const twin = { ...good, name: good.name.replace("Lamps", "LAMPS") };
		const report = await take(write("twins.zip", makeZip([good, good, twin])));
		expect(report.counts.stories).toBe(1);
		const left = { file: good.name, reason: "olderCopy", detail: twin.name };
		expect(report.skipped).toEqual([left, left]);
	});

	test("links inside a folder are not followed", async () => {
		const outside = join(folder, "outside.html");
		writeFileSync(outside, post("secret", "2021-01-01", { id: "abcdef0123" })[1]);
		writeFolder(join(folder, "export"), new Map([[good.name, String(good.data)]]));
		symlinkSync(outside, join(folder, "export/posts/2020-01-02_x-abcdef0123.html"));
		mkdirSync(join(folder, "export/__MACOSX/posts"), { recursive: true });
		writeFileSync(join(folder, "export/__MACOSX/posts/._2020-01-02_Lamps-0123456789ab.html"), "junk");
		const report = await take(join(folder, "export"));
		expect(report.counts.stories).toBe(1);
		expect(report.skipped).toMatchObject([{ reason: "symbolicLink" }]);
		expect(dump()).not.toContain("secret");
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
