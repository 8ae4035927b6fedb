/** The libraries that the gallery photographs, each in a temporary folder behind a host of its own. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { createStudioClient } from "#service/client.ts";
import { fillEmptyLibrary } from "#service/sample/fill-empty.ts";
import { createStudio, type Studio } from "#service/studio.ts";
import { type BrowserHost, startBrowserHost } from "../../electron/browser-host/host.ts";
import { WINDOW_DIRECTORY } from "../../electron/launch/build.ts";
import { SettableClock } from "../support/clock.ts";
import type { LibraryKind } from "./scenes.ts";

const NOW = "2026-03-10T09:00:00.000Z";
const FILE = "library.sqlite";

export interface PhotographedLibrary {
	host: BrowserHost;
	/** Puts ids into an address. */
	resolve(fragment: string): string;
	close(): Promise<void>;
}

const open = (libraryDirectory: string): Studio =>
	createStudio({ libraryDirectory, windowDirectory: WINDOW_DIRECTORY, clock: new SettableClock(NOW) });

async function spoil(directory: string, kind: LibraryKind): Promise<Studio | null> {
	if (kind === "damaged") writeFileSync(join(directory, FILE), "This was a library once.".repeat(400));
	if (kind === "newer" || kind === "locked") {
		const first = open(directory);
		await createStudioClient(first.fetch).stories.create.mutate({ title: "Kept as it is" });
		if (kind === "locked") return first;
		await first.close();
		const database = new Database(join(directory, FILE));
		database.pragma("user_version = 9000");
		database.close();
	}
	return null;
}

export async function openLibraryOf(kind: LibraryKind): Promise<PhotographedLibrary> {
	const directory = mkdtempSync(join(tmpdir(), "inkhour-gallery-"));
	const holder = await spoil(directory, kind);
	const studio = open(directory);
	const client = createStudioClient(studio.fetch);
	const ids = { STORY: "", DRAFT: "" };
	if (kind === "sample") {
		await fillEmptyLibrary(client);
		const published = await client.stories.list.query({ shelf: "published" });
		const drafts = await client.stories.list.query({ shelf: "drafts" });
		ids.STORY = published.find((story) => story.title.startsWith("My To-Do List"))?.id ?? "";
		ids.DRAFT = drafts.find((story) => story.title.startsWith("Why Do We"))?.id ?? "";
	}
	const host = await startBrowserHost(studio, { port: 0 });
	return {
		host,
		resolve: (fragment) => fragment.replace("STORY", ids.STORY).replace("DRAFT", ids.DRAFT),
		async close() {
			await host.close();
			await studio.close();
			await holder?.close();
			rmSync(directory, { recursive: true, force: true });
		},
	};
}
