/** R1: an acknowledged save is there after the process was killed at a moment nobody chose. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SaveResult, StoryDetail } from "#contract/story.ts";
import { longStory, seededRandom } from "#tests/support/documents.ts";
import { systemClock } from "./clock.ts";
import { integrityFindings } from "./database/check.ts";
import { openLibrary } from "./library.ts";

const ROUNDS = 50;
const ROOT = join(import.meta.dirname, "../..");
const STUDIO = new URL("../../tests/support/killed-studio.ts", import.meta.url).pathname;
const THREAD = new URL("./threads/worker.ts", import.meta.url).pathname;

let directory: string;
/** What the processes run, and their compile cache. */
let built: string;
beforeAll(async () => {
	directory = mkdtempSync(join(tmpdir(), "inkhour-kill-"));
	// Where packages are found from.
	const caches = join(ROOT, "node_modules/.cache");
	mkdirSync(caches, { recursive: true });
	built = mkdtempSync(join(caches, "inkhour-kill-"));
	await bundle();
	const first = start();
	await ready(first);
	first.disconnect();
	await once(first, "exit");
});
afterAll(() => {
	for (const folder of [directory, built]) rmSync(folder, { recursive: true, force: true });
});

/** The studio and its thread in few files, as the desktop app has them: fifty starts from source take twice as long. */
async function bundle(): Promise<void> {
	await build({
		root: ROOT,
		configFile: false,
		logLevel: "warn",
		ssr: { noExternal: true, external: ["better-sqlite3"] },
		build: {
			ssr: true,
			outDir: built,
			rollupOptions: {
				input: {
					studio: STUDIO,
					"service-thread": THREAD,
				},
				output: { chunkFileNames: "[name].js" },
			},
		},
	});
}

/** A killed process leaves no compile cache behind; one that ends by itself does, and halves every later start. */
const start = () =>
	fork(join(built, "studio.js"), {
		execArgv: [],
		stdio: ["ignore", "ignore", "inherit", "ipc"],
		env: { ...process.env, NODE_COMPILE_CACHE: join(built, "compiled") },
	});
const ready = (child: ChildProcess) => once(child, "message");

async function call<Result>(child: ChildProcess, message: object): Promise<Result> {
	child.send(message);
	const [reply] = (await once(child, "message")) as [{ result?: Result; error?: string }];
	if (reply.error !== undefined) throw new Error(reply.error);
	return reply.result as Result;
}

/** What one story must hold: the last text that was acknowledged, or one that was on its way when the kill came. */
interface Expected {
	id: string;
	revision: number;
	acknowledged: string;
	underway: string | null;
}

test(`${ROUNDS} kills at random moments lose no acknowledged save`, { timeout: 120_000 }, async () => {
	const seed = Number(process.env["KILL_SEED"] ?? Date.now() % 1_000_000);
	const random = seededRandom(seed);
	const tally = { acknowledged: 0, underway: 0, underwayKept: 0, lost: 0 };
	let expected: Expected[] = [];
	let child = start();
	let isReady = ready(child);
	for (let round = 0; round <= ROUNDS; round += 1) {
		await isReady;
		const status = await call<{ state: string }>(child, { order: "open", directory });
		expect(status.state, `round ${round}, KILL_SEED=${seed}`).toBe("open");
		for (const story of expected) {
			const found = await call<StoryDetail>(child, { order: "read", id: story.id });
			const text = JSON.stringify(found.document);
			const isUnderway = story.underway !== null && text === story.underway && found.revision === story.revision + 1;
			if (story.underway !== null) tally.underway += 1;
			if (isUnderway) tally.underwayKept += 1;
			else if (text !== story.acknowledged || found.revision !== story.revision) tally.lost += 1;
			expect(tally.lost, `round ${round}, KILL_SEED=${seed}`).toBe(0);
			Object.assign(story, { revision: found.revision, acknowledged: text, underway: null });
		}
		if (round === ROUNDS) break;
		// The next process starts while this one works, so that a round costs no start.
		const next = start();
		const nextReady = ready(next);
		expected = await saveUntilKilled(child, expected, random, tally);
		child = next;
		isReady = nextReady;
	}
	const gone = once(child, "exit");
	child.kill("SIGKILL");
	await gone;
	const handle = await openLibrary(directory, systemClock);
	expect(integrityFindings(handle.library()!.database)).toEqual([]);
	handle.close();
	console.log(`kill test: KILL_SEED=${seed} ${ROUNDS} rounds ${JSON.stringify(tally)}`);
	expect(tally.acknowledged).toBeGreaterThan(10);
	expect(tally.underway).toBeGreaterThan(0);
});

async function saveUntilKilled(
	child: ChildProcess,
	before: Expected[],
	random: () => number,
	tally: { acknowledged: number },
): Promise<Expected[]> {
	const stories = [...before];
	const gone = once(child, "exit");
	let current: Expected | undefined;
	const work = (async () => {
		if (stories.length < 3) {
			const created = await call<StoryDetail>(child, { order: "create" });
			const acknowledged = JSON.stringify(created.document);
			stories.push({ id: created.id, revision: created.revision, acknowledged, underway: null });
		}
		for (;;) {
			current = stories[Math.floor(random() * stories.length)]!;
			const document = JSON.stringify(
				longStory(20 + Math.floor(random() ** 3 * 6_000), Math.floor(random() * 2 ** 32)),
			);
			current.underway = document;
			const saved = await call<SaveResult>(child, {
				order: "save",
				id: current.id,
				baseRevision: current.revision,
				document,
			});
			Object.assign(current, { revision: saved.revision, acknowledged: document, underway: null });
			tally.acknowledged += 1;
		}
	})().catch(() => undefined);
	await wait(20 + random() * 90);
	child.kill("SIGKILL");
	await Promise.race([work, gone]);
	await gone;
	return stories;
}
