/** A small library for every test of the command line, and a run of one command on it. */
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, vi } from "vitest";
import type { Block } from "#domain/story/schema.ts";
import { fixedClock } from "#service/clock.ts";
import { type Library, openLibrary } from "#service/library.ts";
import { commands } from "../../electron/cli/commands/index.ts";
import { runCommandLine } from "../../electron/cli/run.ts";
import { pngOf } from "./pictures.ts";

const NOW = "2026-11-23T10:00:00.000Z";

/** Holds the library; the test's own files go beside it. */
export let folder: string;
export let library: string;
/** Of its three stories, of which two differ in their capitals alone and one is called like a path. */
export let ids: string[];
export const picture = pngOf(3, 2);
export const asset = `${createHash("sha256").update(picture).digest("hex")}.png`;

function enter(): void {
	folder = mkdtempSync(join(tmpdir(), "inkhour-commands-"));
	library = join(folder, "library");
}
const leave = () => rmSync(folder, { recursive: true, force: true });

async function fill(): Promise<void> {
	enter();
	const blocks = (title: string): Block[] => [
		{ id: "t", type: "title", spans: [{ text: title }] },
		{ id: "p", type: "paragraph", spans: [{ text: "Under the 灯 lamp" }] },
		{ id: "f", type: "figure", image: { assetId: asset, alt: "A lamp" }, caption: [], layout: "column" },
	];
	ids = await inLibrary((open) =>
		["Tides", "tides", "../../CON"].map((title) =>
			open.stories.insert({ document: { version: 1, blocks: blocks(title) } }, NOW),
		),
	);
	writeFileSync(join(library, "media", asset), picture);
}

/** The command line goes by the system's clock: the tests' figures grow no older. */
function standAtNow(): void {
	beforeAll(() => void vi.useFakeTimers({ toFake: ["Date"], now: new Date(NOW) }));
	afterAll(() => void vi.useRealTimers());
}

/** One library for all tests of the file that calls it, which only ask. */
export function inOneCommandLibrary(): void {
	standAtNow();
	beforeAll(fill);
	afterAll(leave);
}

/** A library for each test of the file that calls it, each a copy of one. */
export function inCommandLibrary(): void {
	standAtNow();
	let made: string;
	beforeAll(async () => {
		await fill();
		made = folder;
	});
	beforeEach(() => {
		enter();
		cpSync(join(made, "library"), library, { recursive: true });
	});
	afterEach(leave);
	afterAll(() => rmSync(made, { recursive: true, force: true }));
}

/** Runs a command with `--json`. */
export async function run(...argv: string[]) {
	let out = "";
	let err = "";
	const status = await runCommandLine([...argv, "--json"], commands, {
		out: (text) => {
			out += text;
		},
		err: (text) => {
			err += text;
		},
	});
	return { status, json: JSON.parse(out), err };
}

/** Runs a command as a person reads it: everything it says, in one text. */
export async function told(...argv: string[]): Promise<{ status: number; text: string }> {
	let text = "";
	const out = (part: string) => {
		text += part;
	};
	const status = await runCommandLine(argv, commands, { out, err: out });
	return { status, text };
}

export async function inLibrary<Result>(work: (open: Library) => Result): Promise<Result> {
	const handle = await openLibrary(library, fixedClock(NOW));
	const result = work(handle.library()!);
	handle.close();
	return result;
}

/** Changes with every byte and name below a folder. */
export function fingerprint(directory: string): string {
	const hash = createHash("sha256");
	for (const name of readdirSync(directory, { recursive: true, withFileTypes: true }).sort((a, b) =>
		a.name < b.name ? -1 : 1,
	))
		if (name.isFile()) hash.update(name.name).update(readFileSync(join(name.parentPath, name.name)));
	return hash.digest("hex");
}
