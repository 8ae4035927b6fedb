import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";

const fromEnvironment = (name: string, path: string) => {
	const base = process.env[name];
	return base ? [join(base, path)] : [];
};

/** The same engine without what draws a desktop's window, which is a third faster. */
const SHELL = "/usr/bin/chromium-headless-shell";

/** In order: Debian's, Chrome, and what the desktop systems call it. */
const CANDIDATES = [
	"/usr/bin/chromium",
	"/usr/bin/chromium-browser",
	"/snap/bin/chromium",
	"/usr/bin/google-chrome",
	"/usr/bin/google-chrome-stable",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	"/Applications/Chromium.app/Contents/MacOS/Chromium",
	...fromEnvironment("PROGRAMFILES", "Google/Chrome/Application/chrome.exe"),
	...fromEnvironment("PROGRAMFILES(X86)", "Google/Chrome/Application/chrome.exe"),
	...fromEnvironment("LOCALAPPDATA", "Google/Chrome/Application/chrome.exe"),
];

const firstOf = (paths: readonly string[]) => paths.find((path) => existsSync(path)) ?? null;

/** A Chromium on this machine to test in, Playwright's own last; `null` when there is none. */
export const findChromium = (): string | null => firstOf([SHELL, ...CANDIDATES, chromium.executablePath()]);

/** One as writers have it, to measure in: the shell draws less. */
export const findDesktopChromium = (): string | null => firstOf([...CANDIDATES, chromium.executablePath(), SHELL]);

/** No sandbox because containers run as root; letters spaced as on a desktop; the rest keeps the browser itself off the network. */
export const CHROMIUM_ARGUMENTS = [
	"--no-sandbox",
	"--font-render-hinting=none",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
	"--disable-quic",
];
