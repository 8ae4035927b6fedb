import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createStudioClient, type StudioClient } from "./client.ts";
import { hostLog } from "./host-log.ts";
import { createStudio, type Studio } from "./studio.ts";

let directory: string;
let studio: Studio;
let client: StudioClient;

beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), "inkhour-"));
	studio = createStudio({ libraryDirectory: directory });
	client = createStudioClient(studio.fetch);
});

afterEach(async () => {
	await studio.close();
	rmSync(directory, { recursive: true, force: true });
});

test("a new story is saved, found and listed", async () => {
	const created = await client.stories.create.mutate({ title: "Reading hours" });
	const document = {
		...created.document,
		blocks: [...created.document.blocks, { id: "b1", type: "paragraph", spans: [{ text: "量子计算 and lamps" }] }],
	};
	const saved = await client.stories.save.mutate({
		id: created.id,
		baseRevision: created.revision,
		document: JSON.stringify(document),
	});
	expect(saved.revision).toBe(created.revision + 1);
	for (const query of ["量子", "子计", "lam", '"and lamps"', "Reading"])
		expect((await client.stories.search.query({ query })).map((hit) => hit.id)).toEqual([created.id]);
	expect(await client.stories.search.query({ query: '"(*' })).toEqual([]);
	expect((await client.stories.list.query({})).map((story) => story.title)).toEqual(["Reading hours"]);
});

test("a story that is created twice by one id is there once, with its first text", async () => {
	const id = crypto.randomUUID();
	const document = (text: string) =>
		JSON.stringify({ version: 1, blocks: [{ id: "a", type: "paragraph", spans: [{ text }] }] });
	const created = await client.stories.create.mutate({ id, document: document("lamps") });
	expect(created).toMatchObject({ id, revision: 1, existed: false });
	expect((await client.stories.search.query({ query: "lamps" })).map((hit) => hit.id)).toEqual([id]);
	const again = await client.stories.create.mutate({ id, document: document("stairs") });
	expect(again.existed).toBe(true);
	expect(JSON.stringify(again.document)).toBe(document("lamps"));
	expect(await client.stories.list.query({})).toHaveLength(1);
	// What was thrown away is neither written to nor brought back.
	await client.stories.trash.mutate({ id });
	const anew = await client.stories.create.mutate({ id, document: document("stairs") });
	expect(anew).toMatchObject({ existed: false, trashedAt: null });
	expect(anew.id).not.toBe(id);
	expect(JSON.stringify((await client.stories.get.query({ id })).document)).toBe(document("lamps"));
	await expect(client.stories.create.mutate({ document: "{" })).rejects.toMatchObject({
		data: { studio: { code: "INVALID_INPUT" } },
	});
});

test("a save on an old revision is a conflict and changes nothing", async () => {
	const created = await client.stories.create.mutate({});
	const save = (baseRevision: number) =>
		client.stories.save.mutate({ id: created.id, baseRevision, document: JSON.stringify(created.document) });
	await save(created.revision);
	await expect(save(created.revision)).rejects.toMatchObject({ data: { studio: { code: "CONFLICT" } } });
	expect((await client.stories.get.query({ id: created.id })).revision).toBe(created.revision + 1);
});

test("only POST with the studio's header is answered", async () => {
	const url = "http://studio.local/rpc/library.status";
	expect((await studio.fetch(new Request(url))).status).toBe(405);
	expect((await studio.fetch(new Request(url, { method: "POST" }))).status).toBe(403);
	expect((await studio.fetch(new Request("http://studio.local/elsewhere"))).status).toBe(404);
});

test("a slow call is told to who works on the studio, not to the writer's terminal", async () => {
	const told: Record<"log" | "debug", string[]> = { log: [], debug: [] };
	const other = createStudio({
		libraryDirectory: join(directory, "other"),
		log: (line) => void told.log.push(line),
		debug: (line) => void told.debug.push(line),
	});
	let now = 0;
	vi.spyOn(performance, "now").mockImplementation(() => {
		now += 50;
		return now;
	});
	await createStudioClient(other.fetch).library.status.query();
	vi.restoreAllMocks();
	await other.close();
	expect(told).toEqual({ log: [], debug: [expect.stringMatching(/^slow call: library\.status took \d+ ms$/)] });
	const write = () => {};
	expect(hostLog(write, {})).toEqual({ log: write });
	expect(hostLog(write, { INKHOUR_DEBUG: "1" })).toEqual({ log: write, debug: write });
});

test("closing waits for a save that is being answered", async () => {
	const created = await client.stories.create.mutate({ title: "Last words" });
	const saving = client.stories.save.mutate({
		id: created.id,
		baseRevision: created.revision,
		document: JSON.stringify(created.document),
	});
	const closing = studio.close();
	expect((await saving).revision).toBe(created.revision + 1);
	await closing;
});
