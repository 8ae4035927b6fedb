import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { StartFlags } from "./flags.ts";
import { STOPS } from "./stops.ts";
import { hasDisplay } from "./system.ts";

const ROOT = join(import.meta.dirname, "../..");
const PACKAGE = join(ROOT, "node_modules/electron");
/** Long enough for a slow line, short enough for a machine without one. */
const REACH_TIMEOUT_MS = 4000;
/** About 120 MB. */
const FETCH_TIMEOUT_MS = 5 * 60_000;
/** An Electron that ends with an error this early lacks something on this machine. */
const EARLY_MS = 10_000;

/** Path of Electron's executable when it has been fetched. The package itself must not be imported: that fetches. */
export function electronBinary(): string | null {
	try {
		const override = process.env["ELECTRON_OVERRIDE_DIST_PATH"];
		const path = join(override ?? join(PACKAGE, "dist"), readFileSync(join(PACKAGE, "path.txt"), "utf8").trim());
		return existsSync(path) ? path : null;
	} catch {
		return null;
	}
}

async function reachable(address: string): Promise<boolean> {
	try {
		await fetch(address, { method: "HEAD", redirect: "manual", signal: AbortSignal.timeout(REACH_TIMEOUT_MS) });
		return true;
	} catch {
		return false;
	}
}

/** Fetches Electron the way its package does on first use. Says what it does; gives up without harm. */
async function fetchElectron(say: (line: string) => void): Promise<string | null> {
	const mirror = process.env["ELECTRON_MIRROR"] ?? process.env["npm_config_electron_mirror"] ?? "https://github.com/";
	if (!(await reachable(mirror))) {
		say("Electron is not here yet and its download cannot be reached; using the browser.");
		return null;
	}
	say("Fetching Electron, about 120 MB, once …");
	const child = spawn(process.execPath, [join(PACKAGE, "install.js")], {
		cwd: PACKAGE,
		stdio: "ignore",
		timeout: FETCH_TIMEOUT_MS,
	});
	await ended(child);
	const binary = electronBinary();
	if (!binary) say("Electron could not be fetched; using the browser.");
	return binary;
}

function ended(child: ChildProcess): Promise<number> {
	return new Promise((resolve) => {
		child.once("error", () => resolve(1));
		child.once("exit", (code) => resolve(code ?? 1));
	});
}

/**
 * Runs the studio in Electron until it is closed.
 * @returns its exit status, or `null` when Electron cannot be used here and the browser should be
 */
export async function runElectron(flags: StartFlags, say: (line: string) => void): Promise<number | null> {
	if (!hasDisplay()) return null;
	if (process.platform === "linux" && process.getuid?.() === 0) {
		say("Electron keeps its sandbox and so does not run as root; using the browser.");
		return null;
	}
	const binary = electronBinary() ?? (await fetchElectron(say));
	if (!binary) return null;
	const started = Date.now();
	const args = [ROOT, `--library=${flags.library}`, ...(flags.sample ? ["--sample"] : [])];
	const child = spawn(binary, args, { stdio: "inherit" });
	let asked = false;
	const forward = (signal: NodeJS.Signals) => {
		asked = true;
		child.kill(signal);
	};
	for (const signal of STOPS) process.on(signal, forward);
	const status = await ended(child);
	for (const signal of STOPS) process.off(signal, forward);
	if (status !== 0 && !asked && Date.now() - started < EARLY_MS) {
		say("Electron did not start on this machine; using the browser.");
		return null;
	}
	return asked ? 0 : status;
}
