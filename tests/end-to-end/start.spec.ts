import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

const ROOT = join(import.meta.dirname, "../..");
const START = [process.execPath, join(ROOT, "electron/launch/main.js")];

/** `npm start` as a child, with what it said so far. */
class Started {
	readonly child: ChildProcess;
	output = "";

	constructor([command = "", ...words]: readonly string[], ...flags: string[]) {
		this.child = spawn(command, [...words, "--browser", "--no-open", ...flags], { stdio: "pipe", cwd: ROOT });
		for (const stream of [this.child.stdout, this.child.stderr])
			stream?.on("data", (chunk: Buffer) => {
				this.output += chunk.toString();
			});
	}

	links(): string[] {
		return this.output.match(/http:\/\/127\.0\.0\.1:\d+\/open\?code=\S+/g) ?? [];
	}

	async link(count: number): Promise<string> {
		await expect.poll(() => this.links().length, { message: this.output, timeout: 20_000 }).toBe(count);
		return this.links()[count - 1] ?? "";
	}

	async exitStatus(): Promise<number> {
		if (this.child.exitCode === null) await once(this.child, "exit");
		return this.child.exitCode ?? -1;
	}
}

let library: string;
test.beforeEach(() => {
	library = mkdtempSync(join(tmpdir(), "inkhour-start-"));
});
test.afterEach(() => rmSync(library, { recursive: true, force: true }));

test("starts, prints a link, gives another on Enter, closes on SIGTERM", async ({ page, browser }) => {
	const started = new Started(START, "--library", library);
	await page.goto(await started.link(1));
	await expect(page.getByRole("navigation").first()).toBeVisible();
	started.child.stdin?.write("\n");
	const second = await browser.newPage();
	await second.goto(await started.link(2));
	await expect(second.getByRole("navigation").first()).toBeVisible();

	const port = new URL(started.links()[0] ?? "").port;
	const other = new Started(START, "--library", join(library, "other"), "--port", port);
	expect(await other.exitStatus()).toBe(1);
	expect(other.output).toBe(`Port ${port} is in use. Choose another with --port, or leave it out.\n`);

	started.child.kill("SIGTERM");
	expect(await started.exitStatus()).toBe(0);
	expect(started.output).toContain("Closed.");
});

test("an unknown flag is one clear line", async () => {
	const started = new Started(START, "--colour");
	expect(await started.exitStatus()).toBe(2);
	expect(started.output).toContain("Unknown option '--colour'");
});

test("a signal to npm ends the studio that it started", async () => {
	test.skip(process.platform === "win32", "Windows has no such signals");
	const npm = new Started(["npm", "start", "--"], "--library", library);
	await npm.link(1);
	npm.child.kill("SIGTERM");
	await expect.poll(() => npm.output, { timeout: 10_000 }).toContain("Closed.");
});
