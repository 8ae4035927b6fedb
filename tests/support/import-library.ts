/** An empty library with a studio of its own for every test of the import, and what the tests do with it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect } from "vitest";
import type { ImportReport } from "#contract/imports.ts";
import type { JobStatus } from "#contract/jobs.ts";
import { createStudioClient, type StudioClient } from "#service/client.ts";
import { openDatabase } from "#service/database/open.ts";
import { createStudio, type Studio } from "#service/studio.ts";
import { postFile } from "#tests/fixtures/medium-export/post.ts";
import { writeZip } from "#tests/fixtures/medium-export/write.ts";

export let folder: string;
export let library: string;
export let studio: Studio;
export let client: StudioClient;

export function start(): void {
	studio = createStudio({ libraryDirectory: library });
	client = createStudioClient(studio.fetch);
}

/** Makes the library for each test of the file that calls it. */
export function inEmptyLibrary(): void {
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), "inkhour-import-"));
		library = join(folder, "library");
		start();
	});
	afterEach(async () => {
		await studio.close();
		rmSync(folder, { recursive: true, force: true });
	});
}

export async function wait(id: string): Promise<JobStatus> {
	for (;;) {
		const status = await client.jobs.status.query({ id });
		if (status.state !== "running") return status;
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}

/** What the import of a path came to. */
export async function run(path: string): Promise<JobStatus> {
	const { id } = await client.imports.start.mutate({ source: { type: "path", path } });
	return wait(id);
}

/** The report of an import that must succeed. */
export async function take(path: string): Promise<ImportReport> {
	const status = await run(path);
	expect(status.error).toBeNull();
	return status.result as ImportReport;
}

/** Every row of every table, as text. @param except a table that is left out */
export function dump(except = ""): string {
	const database = openDatabase(join(library, "library.sqlite"));
	const tables = database
		.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'story_search%' ORDER BY name")
		.pluck()
		.all() as string[];
	const text = tables
		.filter((name) => name !== except)
		.map((name) => {
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

export const ID = "0123456789ab";
export const body = (text: string) =>
	`<section class="section"><div class="section-content"><h3 class="graf graf--title">Lamps</h3><p class="graf">${text}</p></div></section>`;

/** A post and the name of its file. */
export function post(
	text: string,
	exportedOn: string,
	options: { draft?: boolean; id?: string; previewTitle?: string } = {},
): [string, string] {
	const id = options.id ?? ID;
	const publishedAt = options.draft ? null : "2020-01-02T03:04:05.000Z";
	return [
		`posts/${options.draft ? "draft" : "2020-01-02"}_Lamps-${id}.html`,
		postFile({ title: options.previewTitle ?? "Lamps", body: body(text), id, publishedAt, handle: "ink", exportedOn }),
	];
}

export function archive(name: string, ...posts: [string, string][]): string {
	const path = join(folder, name);
	writeZip(path, new Map(posts));
	return path;
}

export async function storyOf(mediumId = ID) {
	const story = (await client.stories.list.query({})).find((one) => one.mediumId === mediumId);
	return client.stories.get.query({ id: story?.id ?? "" });
}

export async function edit(text: string): Promise<void> {
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

export const textOf = async () => JSON.stringify((await storyOf()).document);
