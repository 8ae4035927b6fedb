/** The studio in a real Electron: what a stand-in cannot show. Runs where the binary and a display are. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, type ElectronApplication, expect, type Page, test } from "@playwright/test";
import { whyNoElectron } from "#tests/support/real-electron.ts";
import { electronBinary } from "../../../electron/launch/electron.ts";

const ROOT = join(import.meta.dirname, "../../..");
const reason = whyNoElectron();
test.skip(reason !== null, reason ?? "");

let directory: string;
let app: ElectronApplication;
let page: Page;

async function launch(): Promise<void> {
	app = await _electron.launch({
		executablePath: electronBinary() ?? "",
		args: [
			ROOT,
			`--library=${join(directory, "library")}`,
			`--user-data-dir=${join(directory, "profile")}`,
			// Chromium's sandbox refuses root, which containers run as.
			...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
		],
	});
	page = await app.firstWindow();
	await page.locator("#root > *").first().waitFor();
}

/** A call as the page makes it. */
function call(path: string, json: unknown): Promise<string> {
	return page.evaluate(
		async ([path, body]) => {
			const headers = { "x-inkhour": "1", "content-type": "application/json" };
			return (await fetch(`rpc/${path}`, { method: "POST", headers, body })).text();
		},
		[path, JSON.stringify({ json })] as const,
	);
}

test.beforeEach(async () => {
	directory = mkdtempSync(join(tmpdir(), "inkhour-electron-"));
	await launch();
});

test.afterEach(async () => {
	await app.close();
	rmSync(directory, { recursive: true, force: true });
});

test("the page has the bridge and nothing of Node", async () => {
	expect(page.url()).toMatch(/^app:\/\/studio\//);
	const globals = await page.evaluate(() => ({
		bridge: Object.keys((window as unknown as { inkhour: object }).inkhour).sort(),
		node: ["require", "process", "module", "Buffer", "electron"].filter((name) => name in window),
	}));
	expect(globals.node).toEqual([]);
	expect(globals.bridge).toContain("onFlushRequest");
	expect(await app.evaluate(({ app }) => app.commandLine.hasSwitch("disable-background-networking"))).toBe(true);
});

test("the page cannot leave, open windows or reach the network", async () => {
	const url = page.url();
	await page.evaluate(() => {
		window.location.href = "https://example.com/";
		window.open("app://studio/");
	});
	await expect(page.evaluate(() => fetch("https://example.com/"))).rejects.toThrow();
	expect(page.url()).toBe(url);
	expect(app.windows()).toHaveLength(1);
});

test("no port is opened", async () => {
	test.skip(process.platform !== "linux", "ss is Linux's");
	const pid = app.process().pid;
	const listening = execFileSync("ss", ["-ltnp"], { encoding: "utf8" }).split("\n");
	// Playwright's own debugging ports are asked for on the command line; the studio opens none beside them.
	expect(listening.filter((line) => line.includes(`pid=${pid},`)).length).toBeLessThanOrEqual(2);
});

test("what was written is there after a restart", async () => {
	expect(await call("stories.create", { title: "Kept" })).toContain("Kept");
	await app.close();
	await launch();
	expect(await call("stories.list", {})).toContain("Kept");
});
