import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
/** What the window and the Electron shell are built from. */
const INPUTS = ["src", "electron", "resources", "electron.vite.config.ts", "package.json", "package-lock.json"];
const STAMP = join(ROOT, "out/built-from");

/** Folder of the built window. */
export const WINDOW_DIRECTORY = join(ROOT, "out/window");

function* files(path: string): Generator<string> {
	const stats = statSync(join(ROOT, path), { throwIfNoEntry: false });
	if (!stats) return;
	if (!stats.isDirectory()) yield `${path} ${stats.size} ${stats.mtimeMs}`;
	else
		for (const name of readdirSync(join(ROOT, path)).sort())
			if (!name.includes(".test.")) yield* files(join(path, name));
}

function inputsKey(): string {
	const hash = createHash("sha256");
	for (const input of INPUTS) for (const file of files(input)) hash.update(`${file}\n`);
	return hash.digest("hex");
}

function builtFrom(): string | null {
	try {
		return statSync(join(WINDOW_DIRECTORY, "index.html")) && readFileSync(STAMP, "utf8");
	} catch {
		return null;
	}
}

/**
 * Builds the window and the Electron shell, and notes what they were built from.
 * @throws {Error} with the builder's output when it fails
 */
export function build(): void {
	// Before the build: what changes during it makes it stale.
	const key = inputsKey();
	const cli = join(ROOT, "node_modules/electron-vite/bin/electron-vite.js");
	const built = spawnSync(process.execPath, [cli, "build", "--logLevel", "warn"], { cwd: ROOT, encoding: "utf8" });
	if (built.status !== 0) throw new Error(`The build failed:\n${built.stdout}${built.stderr}`);
	mkdirSync(join(ROOT, "out"), { recursive: true });
	writeFileSync(STAMP, key);
}

/**
 * Builds when the sources have changed since the last build.
 * @returns whether it built
 * @throws {Error} with the builder's output when it fails
 */
export function buildWhatIsStale(say: (line: string) => void): boolean {
	if (builtFrom() === inputsKey()) return false;
	say("Building the studio (a few seconds) …");
	build();
	return true;
}
