/** R3: a save that cannot be written says so, and the text before it stays. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { longStory } from "#tests/support/documents.ts";
import { createStudioClient } from "./client.ts";
import { fixedClock } from "./clock.ts";
import { integrityFindings } from "./database/check.ts";
import { prepareStoryText } from "./database/story-text.ts";
import { toStudioError } from "./errors.ts";
import { openLibrary } from "./library.ts";
import { createStudio } from "./studio.ts";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "inkhour-full-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a write that fails at any page leaves the last text, and the next save works", async () => {
	const handle = await openLibrary(folder, fixedClock("2026-11-23T10:00:00.000Z"));
	const { database, stories } = handle.library()!;
	const now = "2026-11-23T10:00:00.000Z";
	const small = longStory(50, 1);
	const id = stories.insert({ document: small }, now);
	const pages = Number(database.pragma("page_count", { simple: true }));
	const large = prepareStoryText(longStory(9_000, 2));
	let refused = 0;
	for (let room = 0; room < 40; room += 1) {
		database.pragma(`max_page_count = ${pages + room}`);
		let code = "saved";
		try {
			stories.save(id, 1, large, now);
		} catch (error) {
			code = toStudioError(error).code;
		}
		if (code === "saved") break;
		expect(code).toBe("DISK_FULL");
		refused += 1;
		expect(stories.get(id)).toMatchObject({ document: small, revision: 1 });
	}
	expect(refused).toBeGreaterThan(5);
	expect(JSON.stringify(stories.get(id).document)).toBe(large.json);
	expect(integrityFindings(database)).toEqual([]);
	database.pragma("max_page_count = 1000000");
	handle.close();
});

const system = (command: string, ...words: string[]) => spawnSync(command, words);
const disk = join(tmpdir(), `inkhour-tmpfs-${process.pid}`);
mkdirSync(disk, { recursive: true });
const canMount =
	process.platform === "linux" && system("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk).status === 0;
if (canMount) system("umount", disk);
rmSync(disk, { recursive: true, force: true });

test.skipIf(!canMount)(
	"on a full disk the window is told DISK_FULL, and saving works again once there is room",
	async () => {
		mkdirSync(disk, { recursive: true });
		system("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk);
		try {
			const studio = createStudio({ libraryDirectory: join(disk, "library") });
			const client = createStudioClient(studio.fetch);
			const { id } = await client.stories.create.mutate({});
			const kept = longStory(200, 3);
			const { revision } = await client.stories.save.mutate({ id, baseRevision: 1, document: JSON.stringify(kept) });
			const filler = join(disk, "filler");
			for (let size = 3_000_000; size > 1_000; size = Math.floor(size / 2))
				try {
					writeFileSync(`${filler}-${size}`, Buffer.alloc(size));
				} catch {
					// The disk is full from here on.
				}
			const large = JSON.stringify(longStory(20_000, 4));
			await expect(client.stories.save.mutate({ id, baseRevision: revision, document: large })).rejects.toMatchObject({
				data: { studio: { code: "DISK_FULL" } },
			});
			expect((await client.stories.get.query({ id })).document).toEqual(kept);
			for (let size = 3_000_000; size > 1_000; size = Math.floor(size / 2))
				rmSync(`${filler}-${size}`, { force: true });
			await client.stories.save.mutate({ id, baseRevision: revision, document: large });
			expect(JSON.stringify((await client.stories.get.query({ id })).document)).toBe(large);
			await studio.close();
		} finally {
			system("umount", "-l", disk);
			rmSync(disk, { recursive: true, force: true });
		}
	},
);
