/** An open library of its own for every test of opening, damage and recovery, and ways to damage its file. */
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach } from "vitest";
import { fixedClock } from "#service/clock.ts";
import { SCHEMA_VERSION } from "#service/database/migrations/index.ts";
import { type LibraryHandle, openLibrary } from "#service/library.ts";

export const clock = fixedClock("2026-11-23T10:00:00.000Z");
export let directory: string;
export let handle: LibraryHandle;
/** The library's database. */
export let file: string;

/** Opens the library again, as `handle`. */
export async function open(): Promise<void> {
	handle = await openLibrary(directory, clock);
}

export const titles = () => (handle.library()?.stories.list() ?? []).map((story) => story.title).sort();

export function addStories(count: number, from = 0): void {
	for (let n = from; n < from + count; n += 1)
		handle.library()!.stories.insert(
			{
				document: {
					version: 1,
					blocks: [
						{ id: "t", type: "title", spans: [{ text: `Story ${String(n).padStart(3, "0")}` }] },
						{ id: "p", type: "paragraph", spans: [{ text: `Tide ${n} `.repeat(600) }] },
					],
				},
			},
			clock.now().toISOString(),
		);
}

/** Opens a library for each test of the file that calls it. */
export function inOpenLibrary(): void {
	beforeEach(async () => {
		directory = mkdtempSync(join(tmpdir(), "inkhour-life-"));
		file = join(directory, "library.sqlite");
		await open();
	});
	afterEach(() => {
		handle.close();
		rmSync(directory, { recursive: true, force: true });
	});
}

/** Every file below the folder and its bytes. */
export function contents(): Record<string, string> {
	const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	return Object.fromEntries(
		files
			.map((entry) => join(entry.parentPath, entry.name))
			.sort()
			.map((name) => [name, createHash("sha256").update(readFileSync(name)).digest("hex")]),
	);
}

const foreign = () => {
	rmSync(file);
	const database = new Database(file);
	database.exec("CREATE TABLE song (name TEXT); INSERT INTO song VALUES ('x')");
	database.close();
};

/** Makes the library file one of a later version. */
export const newer = () => {
	const database = new Database(file);
	database.pragma(`user_version = ${SCHEMA_VERSION + 5}`);
	database.close();
};

/** Ways to damage the file of a closed library, by name. */
export const DAMAGE: [string, () => void][] = [
	["cut by a tenth", () => truncateSync(file, Math.floor((statSync(file).size * 0.9) / 4096) * 4096)],
	["cut inside a page", () => truncateSync(file, statSync(file).size - 1000)],
	["cut to 50 bytes", () => truncateSync(file, 50)],
	["empty", () => truncateSync(file, 0)],
	["zeros", () => writeFileSync(file, Buffer.alloc(statSync(file).size))],
	["a text file", () => writeFileSync(file, "Dear diary,\nnothing here is a database.\n".repeat(200))],
	[
		"another header",
		() => writeFileSync(file, Buffer.concat([Buffer.from("PK\x03\x04"), readFileSync(file).subarray(4)])),
	],
	["another program's database", foreign],
	["missing", () => rmSync(file)],
	[
		"wrong first page",
		() => {
			const bytes = readFileSync(file);
			bytes.fill(0xff, 100, 4096);
			writeFileSync(file, bytes);
		},
	],
];
