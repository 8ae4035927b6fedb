import { fork } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import {
	addStories,
	clock,
	directory,
	file,
	handle,
	inOpenLibrary,
	newer,
	open,
	titles,
} from "#tests/support/open-library.ts";
import { checkFile } from "../database/check.ts";
import { SCHEMA_VERSION } from "../database/migrations/index.ts";
import { migrate, openDatabase } from "../database/open.ts";
import { openLibrary } from "../library.ts";

inOpenLibrary();

test("a closed library leaves one database file and opens again as it was, byte for byte", async () => {
	addStories(3);
	handle.close();
	const before = readFileSync(file);
	expect(readdirSync(directory).sort()).toEqual(["library.sqlite", "media"]);
	await open();
	expect(titles()).toEqual(["Story 000", "Story 001", "Story 002"]);
	handle.close();
	expect(readFileSync(file).equals(before)).toBe(true);
});

test("FULL synchronous, foreign keys and the application id are set on every open", async () => {
	handle.close();
	await open();
	const { database } = handle.library()!;
	expect(database.pragma("synchronous", { simple: true })).toBe(2);
	expect(database.pragma("foreign_keys", { simple: true })).toBe(1);
	expect(database.pragma("journal_mode", { simple: true })).toBe("wal");
	expect(database.pragma("application_id", { simple: true })).toBe(0x496e6b68);
});

test("a second opener is told who holds the library, and gets it after the first closed", async () => {
	const second = await openLibrary(directory, clock);
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
	await open();
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
	await open();
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
		await open();
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
	await open();
	expect(handle.status().state).toBe("unreachable");
	rmSync(directory);
	expect((await handle.recover({ action: "retry" })).status.state).toBe("open");
});

test("junk in the lock file does not keep the writer out", async () => {
	handle.close();
	writeFileSync(join(directory, "library.lock"), "junk ".repeat(40));
	appendFileSync(join(directory, "library.session"), "not json");
	await open();
	expect(handle.status().state).toBe("open");
});
