/** A backup file from elsewhere: looked into, refused, put back, taken back. */
import { randomUUID } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { FileSource } from "#contract/jobs.ts";
import { STUDIO_HEADER } from "#contract/rpc.ts";
import { pngOf } from "#tests/support/pictures.ts";
import { createStudioClient, type StudioClient } from "../client.ts";
import { fixedClock } from "../clock.ts";
import { SCHEMA_VERSION } from "../database/migrations/index.ts";
import { storePicture } from "../media/store.ts";
import { createStudio, type Studio } from "../studio.ts";

let folder: string;
let studio: Studio;
let client: StudioClient;
/** Made elsewhere: two stories, one of them with a picture, one in the trash. */
let file: string;
let assetId: string;

const libraryDirectory = () => join(folder, "library");

async function start(directory = libraryDirectory(), now = "2026-11-23T10:00:00.000Z"): Promise<void> {
	studio = createStudio({ libraryDirectory: directory, clock: fixedClock(now) });
	client = createStudioClient(studio.fetch);
	await client.library.status.query();
}

const titles = async () => (await client.stories.list.query({})).map(({ title }) => title).sort();
const path = (of = file): FileSource => ({ type: "path", path: of });

async function upload(of: string): Promise<FileSource> {
	const token = randomUUID();
	const name = "from my stick.sqlite";
	const answer = await studio.fetch(
		new Request(`http://studio/upload/${token}/${encodeURIComponent(name)}`, {
			method: "POST",
			headers: { [STUDIO_HEADER]: "1" },
			body: readFileSync(of),
		}),
	);
	expect(answer.status).toBe(200);
	return { type: "upload", token, name };
}

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), "inkhour-elsewhere-"));
	const other = join(folder, "other");
	file = join(folder, "kept.sqlite");
	await start(other, "2026-03-05T08:00:00.000Z");
	({ assetId } = await storePicture(other, pngOf(4, 3), "lamp.png"));
	await client.stories.create.mutate({
		title: "The lamp",
		document: JSON.stringify({
			version: 1,
			blocks: [
				{ id: "t", type: "title", spans: [{ text: "The lamp" }] },
				{ id: "f", type: "figure", image: { assetId, alt: "" }, caption: [], layout: "column" },
			],
		}),
	});
	const { id } = await client.stories.create.mutate({ title: "Thrown away" });
	await client.stories.trash.mutate({ id });
	const table = "Month,Earnings\n2026-01,12.50\n2026-02,18.25\n";
	await finished((await client.stats.startImport.mutate({ source: { type: "text", text: table } })).jobId);
	await finished(await client.library.backupTo.mutate({ file, replace: false }));
	await studio.close();
	await start();
	await client.stories.create.mutate({ title: "Here now" });
});

afterEach(async () => {
	await studio.close();
	rmSync(folder, { recursive: true, force: true });
});

async function finished(id: string): Promise<void> {
	await expect.poll(async () => (await client.jobs.status.query({ id })).state).toBe("done");
}

test("a file is looked into before anything is replaced, whether it is named by its path or handed over", async () => {
	const before = readFileSync(file);
	const contents = {
		bytes: before.length,
		schemaVersion: SCHEMA_VERSION,
		supportedVersion: SCHEMA_VERSION,
		stories: 2,
		trashed: 1,
		figures: 2,
		from: "2026-03-05T08:00:00.000Z",
		to: "2026-03-05T08:00:00.000Z",
		pictures: 1,
		missing: [],
	};
	expect(await client.library.lookIntoBackup.mutate(path())).toEqual({ file, ...contents });
	const source = await upload(file);
	expect(await client.library.lookIntoBackup.mutate(source)).toEqual({ file: "from my stick.sqlite", ...contents });
	expect(await titles()).toEqual(["Here now"]);
	expect(readFileSync(file).equals(before)).toBe(true);
	expect(readdirSync(folder).sort()).toEqual(["kept.sqlite", "library", "other"]);
	expect(await client.library.backups.query()).toEqual([]);
	await client.library.dropBackup.mutate(source);
	expect(readdirSync(join(libraryDirectory(), "incoming"))).toEqual([]);
});

test("the file is put back as a backup of the library is, and that can be taken back", async () => {
	const source = await upload(file);
	const back = await client.library.recover.mutate({ action: "restoreFile", source });
	expect(back).toMatchObject({ status: { state: "open" }, movedTo: null, missing: [] });
	expect(await titles()).toEqual(["The lamp"]);
	expect(readdirSync(join(libraryDirectory(), "media"))).toEqual([assetId]);
	expect(readdirSync(join(libraryDirectory(), "incoming"))).toEqual([]);
	const [kept] = await client.library.backups.query();
	expect(kept).toMatchObject({ kind: "replaced", name: back.keptAs });
	await client.library.recover.mutate({ action: "restoreBackup", backup: kept!.name });
	expect(await titles()).toEqual(["Here now"]);
	await client.library.recover.mutate({ action: "restoreFile", source: path() });
	expect(await titles()).toEqual(["The lamp"]);
});

test("a damaged library is given up for a file from elsewhere, and kept aside", async () => {
	await studio.close();
	writeFileSync(join(libraryDirectory(), "library.sqlite"), "no library ".repeat(900));
	await start();
	expect(await client.library.lookIntoBackup.mutate(path())).toMatchObject({ stories: 2 });
	const { status, movedTo } = await client.library.recover.mutate({ action: "restoreFile", source: path() });
	expect(status.state).toBe("open");
	expect(readFileSync(join(movedTo!, "library.sqlite"), "utf8")).toMatch(/^no library/);
	expect(await titles()).toEqual(["The lamp"]);
});

test("of pictures it tells those that are neither in the file, nor beside it, nor here", async () => {
	const bare = new Database(file);
	bare.exec("DROP TABLE backup_media");
	bare.close();
	const missing = [{ assetId, title: "The lamp" }];
	expect(await client.library.lookIntoBackup.mutate(path())).toMatchObject({ pictures: null, missing });
	const beside = join(folder, "other", "backups", "kept.sqlite");
	mkdirSync(join(folder, "other", "backups"), { recursive: true });
	copyFileSync(file, beside);
	expect(await client.library.lookIntoBackup.mutate(path(beside))).toMatchObject({ pictures: null, missing: [] });
	const { missing: gone } = await client.library.recover.mutate({ action: "restoreFile", source: path() });
	expect(gone).toEqual(missing);
});

function changed(change: (database: Database.Database) => void): (target: string) => void {
	return (target) => {
		copyFileSync(file, target);
		const database = new Database(target);
		change(database);
		database.close();
	};
}

test.each<[string, (target: string) => void, RegExp, object]>([
	[
		"a text",
		(to) => writeFileSync(to, "Dear diary, nothing here is a database.\n".repeat(9)),
		/no sound backup/,
		{ reason: { text: "The library file is not a database" } },
	],
	[
		"a database of another program",
		(to) => new Database(to).exec("CREATE TABLE song (name TEXT)").close(),
		/no sound backup/,
		{ reason: { text: "The library file is a database of another program" } },
	],
	[
		"cut short",
		(to) => writeFileSync(to, readFileSync(file).subarray(0, 20_000)),
		/no sound backup/,
		{ reason: { text: "The library file is cut short" } },
	],
	[
		"of a newer Inkhour",
		changed((database) => database.pragma(`user_version = ${SCHEMA_VERSION + 1}`)),
		/newer Inkhour/,
		{ reason: { values: { found: SCHEMA_VERSION + 1, known: SCHEMA_VERSION } } },
	],
	[
		"with a picture that was changed",
		changed((database) => database.exec("UPDATE backup_media SET bytes = x'00'")),
		/not what its name says/,
		{ place: expect.stringMatching(/^[0-9a-f]{64}\.png$/) },
	],
])(
	"a file that is %s is refused by its name, with the reason, and nothing is changed",
	async (_, make, words, details) => {
		const wrong = join(folder, "from my stick.sqlite");
		make(wrong);
		for (const [source, named] of [
			[path(wrong), wrong],
			[await upload(wrong), "from my stick.sqlite"],
		] as const)
			for (const call of [
				() => client.library.lookIntoBackup.mutate(source),
				() => client.library.recover.mutate({ action: "restoreFile", source }),
			]) {
				const failure = await call().then(
					() => null,
					(error: { message: string; data: { studio: { details: object } } }) => error,
				);
				expect(failure?.message).toMatch(words);
				expect(failure?.data.studio.details).toMatchObject({ file: named, ...details });
			}
		expect(await titles()).toEqual(["Here now"]);
		expect(await client.library.backups.query()).toEqual([]);
	},
);

test("the file of a library that is in use is refused: what was written last is not in it", async () => {
	const used = createStudio({ libraryDirectory: join(folder, "other"), clock: fixedClock("2026-11-23T10:00:00.000Z") });
	await createStudioClient(used.fetch).stories.create.mutate({ title: "Written last" });
	const source = path(join(folder, "other", "library.sqlite"));
	const refused = client.library.lookIntoBackup.mutate(source);
	await expect(refused).rejects.toMatchObject({
		data: { studio: { details: { reason: { text: expect.stringContaining("in use") } } } },
	});
	await used.close();
	expect(await client.library.lookIntoBackup.mutate(source)).toMatchObject({ stories: 3 });
});

test("a file that is not there any more is told by its name", async () => {
	const gone = join(folder, "gone.sqlite");
	await expect(client.library.lookIntoBackup.mutate(path(gone))).rejects.toMatchObject({
		data: { studio: { code: "NOT_FOUND", details: { file: gone } } },
	});
});

test("while a library is replaced no job starts, no figures are worked out and no second one takes its place; texts are saved", async () => {
	const conflict = { data: { studio: { code: "CONFLICT" } } };
	const replacing = client.library.recover.mutate({ action: "restoreFile", source: path() });
	expect(await client.jobs.running.query()).toEqual([]);
	await expect(client.library.backupNow.mutate()).rejects.toMatchObject(conflict);
	await expect(client.sample.add.mutate()).rejects.toMatchObject(conflict);
	await expect(client.earn.projection.query({})).rejects.toMatchObject(conflict);
	await expect(client.library.recover.mutate({ action: "restoreFile", source: path() })).rejects.toMatchObject(
		conflict,
	);
	await client.stories.create.mutate({ title: "Saved meanwhile" });
	expect(await client.library.whenReplaced.query()).toMatchObject({ state: "open" });
	expect(await titles()).toEqual(["The lamp"]);
	const { keptAs } = await replacing;
	await finished(await client.library.backupNow.mutate());
	await client.library.recover.mutate({ action: "restoreBackup", backup: keptAs! });
	expect(await titles()).toEqual(["Here now", "Saved meanwhile"]);
});

test("a replacement that was refused leaves the way free, and one asked for during a job waits for nothing", async () => {
	const job = await client.library.verify.mutate();
	await expect(client.library.recover.mutate({ action: "restoreFile", source: path() })).rejects.toMatchObject({
		data: { studio: { code: "CONFLICT" } },
	});
	await finished(job);
	await finished(await client.library.backupNow.mutate());
});
