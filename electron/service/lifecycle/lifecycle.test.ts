import { fork } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
	appendFileSync,
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { backUp } from "../backup/write.ts";
import { fixedClock } from "../clock.ts";
import { checkFile } from "../database/check.ts";
import { SCHEMA_VERSION } from "../database/migrations/index.ts";
import { migrate, openDatabase } from "../database/open.ts";
import { type LibraryHandle, openLibrary } from "../library.ts";

const clock = fixedClock("2026-11-23T10:00:00.000Z");
let directory: string;
let handle: LibraryHandle;
let file: string;

const open = () => openLibrary(directory, clock);
const titles = () => (handle.library()?.stories.list() ?? []).map((story) => story.title).sort();

function addStories(count: number, from = 0): void {
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

beforeEach(async () => {
	directory = mkdtempSync(join(tmpdir(), "inkhour-life-"));
	file = join(directory, "library.sqlite");
	handle = await open();
});
afterEach(() => {
	handle.close();
	rmSync(directory, { recursive: true, force: true });
});

/** Every file below the folder and its bytes. */
function contents(): Record<string, string> {
	const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	return Object.fromEntries(
		files
			.map((entry) => join(entry.parentPath, entry.name))
			.sort()
			.map((name) => [name, createHash("sha256").update(readFileSync(name)).digest("hex")]),
	);
}

test("a closed library leaves one database file and opens again as it was, byte for byte", async () => {
	addStories(3);
	handle.close();
	const before = readFileSync(file);
	expect(readdirSync(directory).sort()).toEqual(["library.sqlite", "media"]);
	handle = await open();
	expect(titles()).toEqual(["Story 000", "Story 001", "Story 002"]);
	handle.close();
	expect(readFileSync(file).equals(before)).toBe(true);
});

test("FULL synchronous, foreign keys and the application id are set on every open", async () => {
	handle.close();
	handle = await open();
	const { database } = handle.library()!;
	expect(database.pragma("synchronous", { simple: true })).toBe(2);
	expect(database.pragma("foreign_keys", { simple: true })).toBe(1);
	expect(database.pragma("journal_mode", { simple: true })).toBe("wal");
	expect(database.pragma("application_id", { simple: true })).toBe(0x496e6b68);
});

test("a second opener is told who holds the library, and gets it after the first closed", async () => {
	const second = await open();
	expect(second.status()).toEqual({ state: "locked", directory, processId: process.pid });
	expect((await second.recover({ action: "retry" })).status.state).toBe("locked");
	await expect(second.recover({ action: "startFresh" })).rejects.toMatchObject({ code: "LIBRARY_LOCKED" });
	handle.close();
	expect((await second.recover({ action: "retry" })).status.state).toBe("open");
	second.close();
});

test("of processes that race for a library exactly one gets it, and a killed one leaves no stale lock", async () => {
	handle.close();
	const script = new URL("../../../tests/support/lock-racer.ts", import.meta.url).pathname;
	const racers = Array.from({ length: 4 }, () =>
		fork(script, [directory], { stdio: ["ignore", "ignore", "inherit", "ipc"] }),
	);
	await Promise.all(racers.map((racer) => once(racer, "message")));
	const answers = racers.map(
		async (racer) => (await once(racer, "message"))[0] as { state: string; processId?: number },
	);
	for (const racer of racers) racer.send("go");
	const states = await Promise.all(answers);
	const winner = racers[states.findIndex((status) => status.state === "open")];
	expect(states.map((status) => status.state).sort()).toEqual(["locked", "locked", "locked", "open"]);
	expect(winner).toBeDefined();
	const gone = racers.map((racer) => once(racer, "exit"));
	for (const racer of racers) racer.kill("SIGKILL");
	await Promise.all(gone);
	writeFileSync(join(directory, "library.session"), JSON.stringify({ pid: process.ppid, startedAt: "" }));
	handle = await open();
	expect(handle.status().state).toBe("open");
});

test("processes that take the lock and remove its file again and again never hold it together", async () => {
	handle.close();
	const script = new URL("../../../tests/support/lock-taker.ts", import.meta.url).pathname;
	const takers = Array.from({ length: 4 }, () =>
		fork(script, [directory, "400"], { stdio: ["ignore", "ignore", "inherit", "ipc"] }),
	);
	const tallies = await Promise.all(
		takers.map(async (taker) => (await once(taker, "message"))[0] as { alone: number; together: number }),
	);
	expect(tallies.map(({ together }) => together)).toEqual([0, 0, 0, 0]);
	expect(tallies.reduce((sum, { alone }) => sum + alone, 0)).toBeGreaterThan(50);
	expect(readdirSync(directory).filter((name) => name === "library.lock")).toEqual([]);
});

test("a library of a newer version is named and not touched", async () => {
	handle.close();
	newer();
	const before = readFileSync(file);
	handle = await open();
	expect(handle.status()).toEqual({
		state: "newer",
		directory,
		schemaVersion: SCHEMA_VERSION + 5,
		supportedVersion: SCHEMA_VERSION,
	});
	handle.close();
	expect(readFileSync(file).equals(before)).toBe(true);
});

test("every older schema is brought up to date after a checked backup", async () => {
	for (let version = 1; version < SCHEMA_VERSION; version += 1) {
		handle.close();
		rmSync(directory, { recursive: true });
		mkdirSync(directory);
		const database = openDatabase(file);
		migrate(database, version);
		database.close();
		handle = await open();
		expect(handle.status().state).toBe("open");
		const [backup] = readdirSync(join(directory, "backups"));
		expect(backup).toMatch(/-migration\.sqlite$/);
		const path = join(directory, "backups", backup!);
		expect(checkFile(path)).toEqual({ findings: [], dangling: 0 });
		const kept = new Database(path, { readonly: true });
		expect(kept.pragma("user_version", { simple: true })).toBe(version);
		kept.close();
	}
});

test("a folder that cannot be used is unreachable, and retry works once it can", async () => {
	handle.close();
	rmSync(directory, { recursive: true });
	writeFileSync(directory, "a file where the folder should be");
	handle = await open();
	expect(handle.status().state).toBe("unreachable");
	rmSync(directory);
	expect((await handle.recover({ action: "retry" })).status.state).toBe("open");
});

/** Deterministic noise for the bit flips. */
function flips(bytes: Buffer, seed: number, count: number): Buffer {
	const copy = Buffer.from(bytes);
	let state = seed;
	for (let n = 0; n < count; n += 1) {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		const at = state % copy.length;
		copy[at] = copy[at]! ^ (1 << (state % 8));
	}
	return copy;
}

const foreign = () => {
	rmSync(file);
	const database = new Database(file);
	database.exec("CREATE TABLE song (name TEXT); INSERT INTO song VALUES ('x')");
	database.close();
};

const newer = () => {
	const database = new Database(file);
	database.pragma(`user_version = ${SCHEMA_VERSION + 5}`);
	database.close();
};

const DAMAGE: [string, () => void][] = [
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

test.each([...DAMAGE.filter(([name]) => name !== "missing"), ["of a newer version", newer] as const])(
	"a folder whose library file is %s is after looking as it was before, whether the last session closed it or not",
	async (_, damage) => {
		addStories(20);
		handle.close();
		damage();
		for (const session of [null, "{}"]) {
			if (session !== null) writeFileSync(join(directory, "library.session"), session);
			const before = contents();
			handle = await open();
			expect(["damaged", "newer"]).toContain(handle.status().state);
			handle.close();
			expect(contents()).toEqual(before);
		}
	},
);

test("damage beside a log that was not yet written back leaves both as they were", async () => {
	addStories(20);
	const copy = mkdtempSync(join(tmpdir(), "inkhour-log-"));
	for (const name of ["library.sqlite", "library.sqlite-wal"]) copyFileSync(join(directory, name), join(copy, name));
	handle.close();
	rmSync(directory, { recursive: true });
	renameSync(copy, directory);
	expect(statSync(join(directory, "library.sqlite-wal")).size).toBeGreaterThan(0);
	const bytes = readFileSync(`${file}-wal`);
	for (let at = 32 + 24; at < bytes.length; at += 4096 + 24) bytes.fill(0x5a, at + 200, at + 400);
	writeFileSync(`${file}-wal`, bytes);
	truncateSync(file, 4096 * 3);
	const before = contents();
	handle = await open();
	expect(handle.status().state).toBe("damaged");
	handle.close();
	expect(contents()).toEqual(before);
});

test.each(DAMAGE)(
	"a library file that is %s is damaged, kept, and recovered from its backup without a restart",
	async (_, damage) => {
		addStories(60);
		await backUp(handle.library()!, "manual", clock.now(), {
			progress: () => {},
			signal: new AbortController().signal,
		});
		handle.close();
		damage();
		const kept = existsSync(file) ? readFileSync(file) : null;
		handle = await open();
		const status = handle.status();
		expect(status.state).toBe("damaged");
		if (status.state !== "damaged") return;
		expect(status.reason).not.toBe("");
		expect(status.backups).toHaveLength(1);
		if (kept) expect(readFileSync(file).equals(kept)).toBe(true);
		const result = await handle.recover({ action: "restoreBackup", backup: status.backups[0]!.name });
		expect(result.status.state).toBe("open");
		expect(titles()).toHaveLength(60);
		if (kept) expect(readFileSync(join(result.movedTo!, "library.sqlite")).equals(kept)).toBe(true);
	},
);

test.each(DAMAGE)("salvage and starting fresh work on a library file that is %s", async (name, damage) => {
	addStories(30);
	await backUp(handle.library()!, "manual", clock.now(), { progress: () => {}, signal: new AbortController().signal });
	handle.close();
	damage();
	handle = await open();
	expect((await handle.recover({ action: "salvage" })).status.state).toBe("open");
	if (name === "cut by a tenth" || name === "another header" || name === "cut inside a page")
		expect(titles().length).toBeGreaterThan(5);
	addStories(1, 900);
	expect(titles()).toContain("Story 900");
	handle.close();
	damage();
	handle = await open();
	expect((await handle.recover({ action: "startFresh" })).status.state).toBe("open");
	expect(titles()).toEqual([]);
});

test("bits flipped anywhere never crash it and never lose the file", { timeout: 120_000 }, async () => {
	addStories(20);
	handle.close();
	const sound = readFileSync(file);
	const tally: Record<string, number> = {};
	for (let seed = 1; seed <= 24; seed += 1) {
		writeFileSync(file, flips(sound, seed, 1 + (seed % 20)));
		// Left behind by a crash, so that the whole file is checked.
		writeFileSync(join(directory, "library.session"), "");
		handle = await open();
		const { state } = handle.status();
		tally[state] = (tally[state] ?? 0) + 1;
		expect(["open", "damaged", "newer"]).toContain(state);
		if (state !== "open") {
			const result = await handle.recover({ action: "salvage" });
			expect(result.status.state).toBe("open");
			expect(existsSync(join(result.movedTo!, "library.sqlite"))).toBe(true);
		}
		handle.close();
	}
	console.log(`bit flips: ${JSON.stringify(tally)} of 24 files`);
	expect(tally["damaged"]).toBeGreaterThan(0);
});

test("salvage reports what was lost and sets texts aside that are no documents", async () => {
	addStories(60);
	const { database } = handle.library()!;
	const { id } = handle.library()!.stories.list("all", "title")[3]!;
	database.prepare("UPDATE story SET document = ? WHERE id = ?").run('{"version":1,"blocks":[{"ty', id);
	handle.close();
	truncateSync(file, statSync(file).size - 4096 * 40);
	handle = await open();
	const { salvage, movedTo, status } = await handle.recover({ action: "salvage" });
	expect(status.state).toBe("open");
	const stories = salvage!.parts.find(({ part }) => part === "stories")!;
	expect(stories.kept).toBeGreaterThan(0);
	expect(salvage!.unreadable.map((one) => one.storyId)).toEqual([id]);
	expect(readFileSync(join(movedTo!, salvage!.unreadable[0]!.file), "utf8")).toContain('"blocks"');
	expect(titles().length).toBe(stories.kept - 1);
});

test("what salvage saved may be given up for a backup, and a damaged backup is not put in its place", async () => {
	addStories(60);
	await backUp(handle.library()!, "manual", clock.now(), { progress: () => {}, signal: new AbortController().signal });
	await backUp(handle.library()!, "manual", clock.now(), { progress: () => {}, signal: new AbortController().signal });
	handle.close();
	truncateSync(file, statSync(file).size - 4096 * 40);
	handle = await open();
	const { salvage } = await handle.recover({ action: "salvage" });
	const saved = titles();
	expect(saved.length).toBeLessThan(60);
	expect(salvage!.parts.map(({ part }) => part)).toContain("stories");
	const [newest, older] = readdirSync(join(directory, "backups")).toSorted().reverse();
	writeFileSync(join(directory, "backups", newest!), "no backup any more");
	await expect(handle.recover({ action: "restoreBackup", backup: newest! })).rejects.toThrow("This backup is damaged");
	expect(titles()).toEqual(saved);
	const { movedTo, status } = await handle.recover({ action: "restoreBackup", backup: older! });
	expect(status.state).toBe("open");
	expect(titles()).toHaveLength(60);
	expect(existsSync(join(movedTo!, "library.sqlite"))).toBe(true);
	await expect(handle.recover({ action: "restoreBackup", backup: older! })).rejects.toThrow("nothing to recover");
});

test("a library whose write-ahead log vanished is opened or named, never erased", async () => {
	addStories(5);
	const copy = mkdtempSync(join(tmpdir(), "inkhour-nowal-"));
	copyFileSync(file, join(copy, "library.sqlite"));
	writeFileSync(join(copy, "library.session"), "{}");
	const other = await openLibrary(copy, clock);
	expect(["open", "damaged"]).toContain(other.status().state);
	other.close();
	expect(existsSync(join(copy, "library.sqlite"))).toBe(true);
	rmSync(copy, { recursive: true });
});

test("damage met while working closes the library and names it", async () => {
	addStories(40);
	handle.close();
	const bytes = readFileSync(file);
	bytes.fill(0x5a, 4096 * 8);
	writeFileSync(file, bytes);
	handle = await open();
	if (handle.status().state === "open") {
		let failure: unknown;
		try {
			for (const story of handle.library()!.stories.list()) handle.library()!.stories.get(story.id);
		} catch (error) {
			failure = error;
		}
		handle.noticeFailure(failure);
	}
	expect(handle.status().state).toBe("damaged");
	expect(handle.library()).toBeNull();
});

test("junk in the lock file does not keep the writer out", async () => {
	handle.close();
	writeFileSync(join(directory, "library.lock"), "junk ".repeat(40));
	appendFileSync(join(directory, "library.session"), "not json");
	handle = await open();
	expect(handle.status().state).toBe("open");
});
