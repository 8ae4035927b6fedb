import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { buffer } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fromBufferPromise } from "yauzl";
import {
	absentHeaderSchema,
	EXPORT_ABSENT_HEADER,
	EXPORT_MISSING_HEADER,
	EXPORT_NAME_HEADER,
	type ExportFormat,
} from "#contract/export.ts";
import type { StoryImage } from "#domain/story/schema.ts";
import { createStudioClient, type StudioClient } from "#service/client.ts";
import { fixedClock } from "#service/clock.ts";
import { createStudio, type Studio } from "#service/studio.ts";
import { pngOf } from "#tests/support/pictures.ts";

let directory: string;
let studio: Studio;
let client: StudioClient;

beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), "inkhour-story-file-"));
	studio = createStudio({
		libraryDirectory: join(directory, "library"),
		clock: fixedClock("2026-03-10T09:00:00.000Z"),
	});
	client = createStudioClient(studio.fetch);
});

afterEach(async () => {
	await studio.close();
	rmSync(directory, { recursive: true, force: true });
});

async function addStory(title: string, images: readonly Partial<StoryImage>[]): Promise<string> {
	const { id, revision, document } = await client.stories.create.mutate({ title });
	const figures = images.map((image, at) => ({
		id: `figure${at}`,
		type: "figure",
		layout: "column",
		caption: [],
		image: { alt: "", ...image },
	}));
	const blocks = [...document.blocks, ...figures];
	await client.stories.save.mutate({ id, baseRevision: revision, document: JSON.stringify({ ...document, blocks }) });
	return id;
}

async function addPicture(width: number): Promise<string> {
	const path = join(directory, "picture.png");
	writeFileSync(path, pngOf(width, 8));
	return (await client.media.add.mutate({ source: { type: "path", path } })).assetId;
}

const get = (id: string, format: string) => studio.fetch(new Request(`http://studio/export/${id}/${format}`));

/** Name and content of every file of a zip; yauzl checks the checksums. */
async function unzipped(bytes: ArrayBuffer): Promise<Record<string, string>> {
	const archive = await fromBufferPromise(Buffer.from(bytes));
	const files: Record<string, string> = {};
	for await (const entry of archive.eachEntry())
		files[entry.fileName] = (await buffer(await archive.openReadStreamPromise(entry))).toString("latin1");
	return files;
}

/** The same of a folder the command line writes. */
async function exportedFolder(id: string, format: ExportFormat): Promise<Record<string, string>> {
	const folder = join(directory, `folder-${format}`);
	const job = await client.export.toFolder.mutate({ stories: [id], directory: folder, format });
	while ((await client.jobs.status.query({ id: job })).state === "running") await wait(5);
	const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name));
	return Object.fromEntries(
		paths
			.filter((path) => statSync(path).isFile())
			.map((path) => [relative(folder, path).replaceAll("\\", "/"), readFileSync(path, "latin1")]),
	);
}

test("the answer names what has no address, the first of much", async () => {
	const id = await addStory(
		"Lamps",
		Array.from({ length: 7 }, (_, n) => ({ alt: `灯 ${n}` })),
	);
	const answer = await get(id, "markdown");
	const header = decodeURIComponent(answer.headers.get(EXPORT_ABSENT_HEADER) ?? "");
	expect(absentHeaderSchema.parse(JSON.parse(header))).toEqual({
		count: 7,
		first: [0, 1, 2, 3, 4].map((n) => ({ kind: "picture", words: `灯 ${n}` })),
	});
});

test("Markdown says where the story stands", async () => {
	const { id } = await client.stories.create.mutate({ title: "Lamps" });
	await client.stories.setStage.mutate({ id, stage: "ready" });
	expect(await (await get(id, "markdown")).text()).toContain('\nstatus: "ready"\n');
});

test.each(["markdown", "html"] as const)(
	"a story with pictures as %s is a zip of what an export into a folder writes",
	async (format) => {
		const [first, second] = [await addPicture(12), await addPicture(20)];
		const lost = `${"0".repeat(64)}.png`;
		const id = await addStory(
			"Lamps – 灯",
			[first, second, first, lost].map((assetId) => ({ assetId })),
		);
		const answer = await get(id, format);
		expect(answer.headers.get("content-type")).toBe("application/zip");
		expect(decodeURIComponent(answer.headers.get(EXPORT_NAME_HEADER) ?? "")).toBe("Lamps – 灯.zip");
		expect(answer.headers.get(EXPORT_MISSING_HEADER)).toBe("1");
		const files = await unzipped(await answer.arrayBuffer());
		expect(Object.keys(files).toSorted()).toEqual(
			[`Lamps – 灯.${format === "html" ? "html" : "md"}`, `media/${first}`, `media/${second}`].toSorted(),
		);
		expect(files).toEqual(await exportedFolder(id, format));
	},
);

test("a story without pictures is its text alone, byte for byte what is written into a folder", async () => {
	const id = await addStory("Plain", []);
	const answer = await get(id, "markdown");
	expect(answer.headers.get("content-type")).toBe("text/markdown");
	const text = Buffer.from(await answer.arrayBuffer()).toString("latin1");
	expect({ "Plain.md": text }).toEqual(await exportedFolder(id, "markdown"));
});

test("what is no story or no format is not found", async () => {
	const id = await addStory("Plain", []);
	const unknown = "00000000-0000-4000-8000-000000000000";
	expect((await get(id, "pdf")).status).toBe(404);
	expect((await get("../library", "html")).status).toBe(404);
	const answer = await get(unknown, "html");
	expect([answer.status, (await answer.json()).code]).toEqual([500, "NOT_FOUND"]);
});

test("a page says the language its words show, and none where they show none", async () => {
	const start = async (title: string) => (await (await get(await addStory(title, []), "html")).text()).slice(0, 60);
	expect(await start("The lamps of the night")).toContain('<html lang="en">');
	expect(await start("Tides")).toContain("<html>");
});
