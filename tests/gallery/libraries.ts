/** The libraries that scenes play in, each in a temporary folder behind a host of its own. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import Database from "better-sqlite3";
import { createStudioClient, type StudioClient } from "#service/client.ts";
import { fillEmptyLibrary } from "#service/sample/fill-empty.ts";
import { createStudio, type Studio } from "#service/studio.ts";
import { generateExport } from "#tests/fixtures/medium-export/generate.ts";
import { postFile } from "#tests/fixtures/medium-export/post.ts";
import { writeZip } from "#tests/fixtures/medium-export/write.ts";
import { type BrowserHost, startBrowserHost } from "../../electron/browser-host/host.ts";
import { WINDOW_DIRECTORY } from "../../electron/launch/build.ts";
import { SettableClock } from "../support/clock.ts";
import { fillOwnLibrary, writeOwnSettings } from "./own-library.ts";
import type { LibraryKind } from "./scene.ts";

const NOW = "2026-03-10T09:00:00.000Z";
const FILE = "library.sqlite";

export interface PhotographedLibrary {
	host: BrowserHost;
	directory: string;
	client: StudioClient;
	/** Puts ids into an address. */
	resolve(fragment: string): string;
	close(): Promise<void>;
}

interface Opened {
	clock?: SettableClock | undefined;
	/** Another build of the window than the usual one. */
	windowDirectory?: string | undefined;
}

const open = (libraryDirectory: string, { clock = new SettableClock(NOW), windowDirectory }: Opened = {}): Studio =>
	createStudio({ libraryDirectory, windowDirectory: windowDirectory ?? WINDOW_DIRECTORY, clock });

/** Makes the library unfit to be opened. @returns what holds it meanwhile */
async function spoil(directory: string, kind: LibraryKind): Promise<Studio | null> {
	const file = join(directory, FILE);
	if (kind === "damaged") writeFileSync(file, "This was a library once.".repeat(400));
	// Where a picture folder should be there is a file.
	if (kind === "unusable") writeFileSync(join(directory, "media"), "");
	if (kind !== "newer" && kind !== "locked" && kind !== "backedUp") return null;
	const first = open(directory);
	const client = createStudioClient(first.fetch);
	await client.stories.create.mutate({ title: "Kept as it is" });
	if (kind === "locked") return first;
	if (kind === "backedUp") {
		const id = await client.library.backupNow.mutate();
		while ((await client.jobs.status.query({ id })).state === "running") await wait(20);
	}
	await first.close();
	if (kind === "backedUp") {
		for (const name of readdirSync(directory)) if (name.startsWith(FILE)) rmSync(join(directory, name));
		writeFileSync(file, "This was a library once.".repeat(400));
		return null;
	}
	const database = new Database(file);
	database.pragma("user_version = 9000");
	database.close();
	return null;
}

const LAMPS = { id: "0123456789ab", handle: "invented-writer", title: "Lamps in the window" };

/** An export of invented stories; one of them has a text of its own for every edition. */
function edition(sentence: string, exportedOn: string): Map<string, string> {
	const { files } = generateExport({ seed: 8, posts: 30, exportedOn });
	const body = `<section class="section"><h3 class="graf graf--title">${LAMPS.title}</h3><p class="graf">${sentence}</p><p class="graf">Every evening somebody along the quay lights one, and nobody has ever said why.</p></section>`;
	files.set(
		`posts/2020-01-02_Lamps-${LAMPS.id}.html`,
		postFile({ ...LAMPS, body, publishedAt: "2020-01-02T03:04:05.000Z", exportedOn }),
	);
	files.set("posts/2019-05-06_Notes-for-later-0f0f0f0f0f0f.html", "");
	return files;
}

/** Two imports with the writer's own edit in between. @returns id of the story that has two texts */
async function importTwice(client: StudioClient, folder: string): Promise<Record<string, string>> {
	const take = async (name: string, sentence: string, exportedOn: string) => {
		const path = join(folder, name);
		writeZip(path, edition(sentence, exportedOn));
		const { id } = await client.imports.start.mutate({ source: { type: "path", path } });
		while ((await client.jobs.status.query({ id })).state === "running") await wait(20);
		rmSync(path);
	};
	await take("medium-export-2021.zip", "The old lamp burns on the sill above the harbour.", "2021-01-01");
	const id = (await client.stories.list.query({})).find(({ title }) => title === LAMPS.title)?.id ?? "";
	const { document, revision } = await client.stories.get.query({ id });
	const blocks = [...document.blocks, { id: "mine", type: "paragraph", spans: [{ text: "I light mine at six." }] }];
	await client.stories.save.mutate({ id, baseRevision: revision, document: JSON.stringify({ version: 1, blocks }) });
	await take("medium-export-2022.zip", "The new lamp burns on the sill above the harbour.", "2022-02-01");
	return { TWOFOLD: id };
}

async function fillSample(client: StudioClient): Promise<Record<string, string>> {
	await fillEmptyLibrary(client);
	const published = await client.stories.list.query({ shelf: "published" });
	const drafts = await client.stories.list.query({ shelf: "drafts" });
	return {
		STORY: published.find((story) => story.title.startsWith("My To-Do List"))?.id ?? "",
		DRAFT: drafts.find((story) => story.title.startsWith("Why Do We"))?.id ?? "",
		SCRATCH: drafts.find((story) => story.title.startsWith("The Last Ferry"))?.id ?? "",
	};
}

/** @param windowDirectory another build of the window than the usual one */
export async function openLibraryOf(kind: LibraryKind, windowDirectory?: string): Promise<PhotographedLibrary> {
	const folder = mkdtempSync(join(tmpdir(), "inkhour-gallery-"));
	const directory = join(folder, "Inkhour library");
	mkdirSync(directory);
	if (kind === "own") writeOwnSettings(directory);
	const holder = await spoil(directory, kind);
	const clock = new SettableClock(NOW);
	const studio = open(directory, { clock, windowDirectory });
	const client = createStudioClient(studio.fetch);
	let ids: Record<string, string> = {};
	if (kind === "imported") ids = await importTwice(client, folder);
	if (kind === "sample") ids = await fillSample(client);
	if (kind === "own") ids = await fillOwnLibrary(client, folder, clock);
	const host = await startBrowserHost(studio, { port: 0 });
	return {
		host,
		directory,
		client,
		resolve: (fragment) => fragment.replace(/[A-Z]{4,}/, (name) => ids[name] ?? name),
		async close() {
			await host.close();
			await studio.close();
			await holder?.close();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
