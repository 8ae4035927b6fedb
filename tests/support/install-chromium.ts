import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findChromium } from "./chromium.ts";
import { runTool } from "./tools.ts";

function run(command: string, ...args: string[]): boolean {
	const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
	return spawnSync(command, args, { stdio: "inherit", env: environment }).status === 0;
}

/** The whole browser, and its shell to test in, of which older Debians have no package. */
function installFromDebian(): boolean {
	const install = (...names: string[]) => run("apt-get", "install", "--yes", "--no-install-recommends", ...names);
	const browser = ["chromium", "fonts-noto-core", "fonts-noto-cjk"];
	return run("apt-get", "update") && (install(...browser, "chromium-headless-shell") || install(...browser));
}

/** A Chromium to test in: the one that is there, else Debian's (as root), else Playwright's own. `null` when none can be had. */
export function ensureChromium(say: (line: string) => void): string | null {
	const found = findChromium();
	if (found) return found;
	if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
		say("There is no Chromium; installing Debian's.");
		if (installFromDebian()) return findChromium();
	}
	say("There is no Chromium; fetching Playwright's own.");
	runTool("@playwright/test", "playwright", ["install", "chromium"]);
	return findChromium();
}
