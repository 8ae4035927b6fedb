import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { leftWords, reportRows, skipWords, storiesLeft, unchangedWords } from "#contract/import-words.ts";
import { english } from "#domain/words/message.ts";
import { generateExport } from "#tests/fixtures/medium-export/generate.ts";
import { writeFolder, writeZip } from "#tests/fixtures/medium-export/write.ts";
import {
	archive,
	client,
	dump,
	edit,
	folder,
	ID,
	inEmptyLibrary,
	library,
	post,
	start,
	storyOf,
	studio,
	take,
	textOf,
	wait,
} from "#tests/support/import-library.ts";
import { makeZip, type ZipEntry } from "#tests/support/zip.ts";
import { openDatabase } from "../database/open.ts";

inEmptyLibrary();

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
		const before = dump("import");
		expect((await take(newer)).importId).toBeNull();
		expect(dump("import")).toBe(before);

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

	test("a preview title of its own is told, one that is the title or its beginning is not", async () => {
		await take(archive("a.zip", post("text", "2021-01-01", { previewTitle: "What lamps are for" })));
		const told = async () => client.imports.previewTitle.query({ storyId: (await storyOf()).id });
		expect(await told()).toBe("What lamps are for");
		await take(archive("b.zip", post("other text", "2021-02-01", { previewTitle: "Lam…" })));
		expect(await told()).toBeNull();
	});

	test("every export is among the sources, the newest too, whether it brought figures or not", async () => {
		await take(archive("a.zip", post("first text", "2021-01-01")));
		await take(archive("b.zip", post("second text", "2021-02-01")));
		const sources = await client.stats.imports.query();
		expect(sources.map(({ sourceName, observations, undone }) => [sourceName, observations, undone])).toEqual([
			["b.zip", 0, false],
			["a.zip", 0, false],
		]);
	});

	test("an older export never takes the place of a newer one", async () => {
		await take(archive("b.zip", post("second text", "2021-02-01")));
		const report = await take(archive("a.zip", post("first text", "2021-01-01")));
		expect(report.skipped).toEqual([
			{ file: "posts/2020-01-02_Lamps-0123456789ab.html", reason: "olderExport", detail: "2021-02-01" },
		]);
		expect(await textOf()).toContain("second text");
		expect(storiesLeft(report)).toBe(1);
		expect(unchangedWords(report)).toEqual({ text: "Nothing was changed." });
		expect(leftWords(report).map(english)).toEqual([
			"The library has a later text of 1 story than this export: it was left as it is.",
		]);
	});

	test("that the library held all of it is said only where that is so", async () => {
		const [name, html] = post("first text", "2021-01-01");
		await take(archive("a.zip", [name, html]));
		const again = await take(archive("b.zip", [name, html]));
		expect(english(unchangedWords(again) ?? "")).toBe("Your library held all of this already. Nothing was changed.");
		const refused = await take(archive("c.zip", [name, html], ["posts/../../out.html", html]));
		expect(english(unchangedWords(refused) ?? "")).toBe(
			"Your library held everything that could be read of this. Nothing was changed.",
		);
	});

	test.each(["2021-01-01", "2021-02-01"])(
		"a file of %s that is cut short never takes the place of a text",
		async (date) => {
			const [name, html] = post("first text and its end", date);
			const cut = archive("cut.zip", [name, html.slice(0, html.indexOf(" and its end"))]);
			const whole = archive("whole.zip", post("first text and its end", "2021-01-01"));
			const before = await take(cut);
			expect(before.files[0]?.notes).toEqual([{ code: "cutShort", detail: "", count: 1 }]);
			expect(await textOf()).not.toContain("and its end");
			expect((await take(cut)).counts).toMatchObject({ unchanged: 1, skipped: 0 });
			expect((await take(whole)).counts).toMatchObject({ updated: 1 });
			const kept = dump("import");
			expect((await take(cut)).skipped).toEqual([{ file: name, reason: "cutShort", detail: "Lamps" }]);
			expect(dump("import")).toBe(kept);
			expect(leftWords(await take(cut)).map(english)).toEqual([
				"The file of 1 story is cut short: the library’s text was left as it is.",
			]);
			expect(await textOf()).toContain("and its end");
		},
	);

	test("of two files of one story the whole one counts, whatever their dates", async () => {
		const [name, html] = post("whole text", "2021-01-01");
		const cut = html.slice(0, html.indexOf(" text"));
		const other = "posts/2020-01-02_A-0123456789ab.html";
		const report = await take(archive("both.zip", [other, cut], [name, html]));
		expect(report.skipped).toEqual([{ file: other, reason: "olderCopy", detail: name }]);
		expect(await textOf()).toContain("whole text");
	});

	test("what is in the trash stays there, and is reported", async () => {
		await take(archive("a.zip", post("first text", "2021-01-01")));
		const { id } = await storyOf();
		await client.stories.trash.mutate({ id });
		const report = await take(archive("b.zip", post("second text", "2021-02-01")));
		expect(report.skipped).toMatchObject([{ reason: "inTrash" }]);
		expect(leftWords(report).map(english)).toEqual(["1 story is in the trash and was left there."]);
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
		const outcomes = reportRows(report).filter(({ file }) => file === path);
		expect(outcomes.map(({ outcome }) => english(outcome))).toEqual(["New", "Other copy left out"]);
	});

	test("of files of one name and one date the last counts, as when the archive is unpacked", async () => {
		const [path, first] = post("first text", "2021-01-01");
		const [, last] = post("last text", "2021-01-01");
		const zip = join(folder, "alike.zip");
		const entries: ZipEntry[] = [
			{ name: path, data: first },
			{ name: path, data: last },
		];
		writeFileSync(zip, makeZip(entries));
		await take(zip);
		expect(await textOf()).toContain("last text");
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

	test("what an older version of the studio stored as another JSON of the same text is no newer text", async () => {
		const ground =
			'<section class="section" style="background-image: url(https://cdn-images-1.medium.com/max/2000/1*x.jpeg);">';
		const [name, html] = post("text", "2021-01-01");
		const covered = archive("a.zip", [name, html.replace('<section class="section">', ground)]);
		const nameless = join(folder, "Lamps.html");
		writeFileSync(nameless, html.replace('<section class="section">', ground).replaceAll(ID, ""));
		for (const path of [covered, nameless]) expect((await take(path)).counts.added).toBe(1);
		await studio.close();
		const database = openDatabase(join(library, "library.sqlite"));
		const stories = database.prepare<[], { id: string; document: string }>("SELECT id, document FROM story").all();
		for (const { id, document } of stories) {
			const former = document.replace(/{"alt":"","remoteUrl":("[^"]*")}/, '{"remoteUrl":$1,"alt":""}');
			expect(former).not.toBe(document);
			const hash = createHash("sha256").update(former).digest("hex");
			database.prepare("UPDATE story SET document = ?, imported_hash = ? WHERE id = ?").run(former, hash, id);
		}
		database.close();
		start();
		const before = dump("import");
		for (const path of [covered, nameless])
			expect((await take(path)).counts).toMatchObject({ unchanged: 1, updated: 0, added: 0, beside: 0 });
		expect(dump("import")).toBe(before);
		await edit("my own line");
		expect((await take(covered)).counts).toMatchObject({ unchanged: 1, beside: 0 });
	});
});
