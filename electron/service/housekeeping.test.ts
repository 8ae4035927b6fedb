import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { SettableClock } from "#tests/support/clock.ts";
import { longStory } from "#tests/support/documents.ts";
import { listBackups, nextBackupPath, pruneBackups } from "./backup/files.ts";
import { backUp, unfollowed } from "./backup/write.ts";
import { createStudioClient, type StudioClient } from "./client.ts";
import { checkFile } from "./database/check.ts";
import { emptyOldTrash } from "./housekeeping.ts";
import { type LibraryHandle, openLibrary } from "./library.ts";
import { createStudio } from "./studio.ts";

let directory: string;
let clock: SettableClock;
beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), "inkhour-keep-"));
	clock = new SettableClock("2026-11-23T10:00:00.000Z");
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const DAY = 86_400_000;
const kinds = () => listBackups(directory).map((backup) => backup.kind);

async function session(work: (client: StudioClient) => Promise<unknown>): Promise<void> {
	const studio = createStudio({ libraryDirectory: directory, clock });
	await work(createStudioClient(studio.fetch));
	await studio.close();
}

test("closing backs a changed library up, once in a while, and leaves an unchanged one alone", async () => {
	await session(async () => undefined);
	expect(kinds()).toEqual([]);
	await session((client) => client.stories.create.mutate({ title: "One" }));
	expect(kinds()).toEqual(["automatic"]);
	await session((client) => client.stories.create.mutate({ title: "Two" }));
	expect(kinds()).toEqual(["automatic"]);
	clock.advance(DAY);
	await session((client) => client.stories.create.mutate({ title: "Three" }));
	expect(kinds()).toEqual(["automatic", "automatic"]);
	clock.advance(DAY);
	const before = readFileSync(join(directory, "library.sqlite"));
	await session((client) => client.stories.list.query({}));
	expect(kinds()).toEqual(["automatic", "automatic"]);
	expect(readFileSync(join(directory, "library.sqlite")).equals(before)).toBe(true);
	for (const { name } of listBackups(directory))
		expect(checkFile(join(directory, "backups", name))).toEqual({ findings: [], dangling: 0 });
});

test("a backup made while saves go on is sound, and its job reports progress", async () => {
	await session(async (client) => {
		const { id } = await client.stories.create.mutate({});
		let revision = 1;
		for (let n = 0; n < 3; n += 1) {
			const job = await client.library.backupNow.mutate();
			for (;;) {
				// Requests arrive between turns of the event loop, as they do from a window.
				await new Promise((resolve) => setImmediate(resolve));
				const status = await client.jobs.status.query({ id: job });
				if (status.state === "done") break;
				expect(status.state).toBe("running");
				const document = JSON.stringify(longStory(3_000, revision));
				({ revision } = await client.stories.save.mutate({ id, baseRevision: revision, document }));
			}
		}
		const backups = await client.library.backups.query();
		expect(backups).toHaveLength(3);
		for (const { name } of backups)
			expect(checkFile(join(directory, "backups", name))).toEqual({ findings: [], dangling: 0 });
	});
});

test("retention keeps the newest of each kind, whatever the clock does", async () => {
	const handle: LibraryHandle = await openLibrary(directory, clock);
	const library = handle.library()!;
	const first = await backUp(library, "manual", clock.now(), unfollowed());
	for (const days of [0, 1, 366, 1, -730, 1, 1, 0, 0, 1, 1, 1, 1]) {
		clock.advance(days * DAY);
		const made = await backUp(library, "automatic", clock.now(), unfollowed());
		expect(listBackups(directory)[0]?.name).toBe(made.name);
	}
	expect(kinds().filter((kind) => kind === "automatic")).toHaveLength(10);
	expect(listBackups(directory).at(-1)?.name).toBe(first.name);
	expect(listBackups(directory).map(({ pictures }) => pictures)).toEqual([...Array(10).fill(null), 0]);
	expect(readdirSync(join(directory, "backups")).filter((name) => !name.endsWith(".sqlite"))).toEqual([]);
	handle.close();
});

test("of backups that weigh gigabytes fewer are kept, but never less than three of a kind", () => {
	for (let n = 1; n <= 6; n += 1) {
		const file = nextBackupPath(directory, "manual", clock.now());
		writeFileSync(file, "");
		// Without taking room on the disk.
		truncateSync(file, n === 2 ? 0 : 900 * 1024 ** 2);
	}
	const left = () => readdirSync(join(directory, "backups")).map((name) => Number(name.slice(0, 6)));
	pruneBackups(directory);
	expect(left()).toEqual([4, 5, 6]);
	for (const name of readdirSync(join(directory, "backups"))) truncateSync(join(directory, "backups", name), 10);
	nextBackupPath(directory, "manual", clock.now());
	pruneBackups(directory);
	expect(left()).toEqual([4, 5, 6]);
});

test("the trash is emptied after thirty days, and only of what a backup holds", async () => {
	const handle = await openLibrary(directory, clock);
	const library = handle.library()!;
	const now = () => clock.now().toISOString();
	const [old, recent] = [1, 2].map((seed) => library.stories.insert({ document: longStory(30, seed) }, now()));
	library.stories.trash(old!, now());
	clock.advance(31 * DAY);
	library.stories.trash(recent!, now());
	expect(emptyOldTrash(library, clock.now())).toBe(0);
	await backUp(library, "automatic", clock.now(), unfollowed());
	expect(emptyOldTrash(library, clock.now())).toBe(1);
	expect(library.stories.list("trash").map((story) => story.id)).toEqual([recent]);
	handle.close();
});

test("a backup is handed over by its name, and no other file is", async () => {
	await session(async (client) => client.stories.create.mutate({ title: "Ebb" }));
	const studio = createStudio({ libraryDirectory: directory, clock });
	const [backup] = listBackups(directory);
	const get = (path: string) => studio.fetch(new Request(`http://studio.local/backup/${path}`));
	const answer = await get(backup!.name);
	expect(answer.headers.get("content-disposition")).toBe(`attachment; filename=${backup!.name}`);
	expect(Buffer.from(await answer.arrayBuffer()).equals(readFileSync(join(directory, "backups", backup!.name)))).toBe(
		true,
	);
	for (const path of ["..%2flibrary.sqlite", "%2e%2e/library.sqlite", `../backups/${backup!.name}`, "", "none.sqlite"])
		expect((await get(path)).status).toBe(404);
	await studio.close();
});
