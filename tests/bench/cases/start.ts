import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import { serveFile } from "#service/static-files.ts";
import { type Bench, type BenchCase, figure, ratio } from "../bench.ts";
import { longStory, openBenchWindow } from "../window.ts";

const STORIES = 5_000;
const SAMPLES = 15;
const ROOT = join(import.meta.dirname, "../bare-lexical");

/** Serves the bare page, built as the studio's own window is. */
export async function serveBarePage(): Promise<{ address: string; close: () => void }> {
	const outDir = mkdtempSync(join(tmpdir(), "inkhour-bare-"));
	await build({
		root: ROOT,
		base: "./",
		logLevel: "error",
		configFile: false,
		plugins: [react()],
		build: { outDir, emptyOutDir: true, minify: true },
	});
	const server = createServer(async (request, response) => {
		const path = new URL(request.url ?? "/", "http://localhost").pathname.slice(1) || "index.html";
		const cache = path.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache";
		const file = await serveFile(outDir, path, { "cache-control": cache });
		response.writeHead(file?.status ?? 404, Object.fromEntries(file?.headers ?? []));
		response.end(file ? Buffer.from(await file.arrayBuffer()) : "");
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return {
		address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		close: () => {
			server.close();
			server.closeAllConnections();
			rmSync(outDir, { recursive: true, force: true });
		},
	};
}

/** Waits until the library has what was typed: an unsaved text would be restored by the next load, which takes longer. */
async function untilSaved(page: Page): Promise<void> {
	await page.locator("[data-save-state=saved]", { hasText: /\d/ }).waitFor();
}

/** Milliseconds from the start of the navigation to a focused Lexical page; then a key must really write. */
async function loadToCaret(page: Page, address: string): Promise<number> {
	await page.goto("about:blank");
	await page.goto(address);
	const time = await page.waitForFunction(() => (window as { caretAt?: number }).caretAt);
	await page.keyboard.type("x");
	await page.waitForFunction(() => document.querySelector("[data-lexical-editor]")?.textContent?.includes("x"));
	return Number(await time.jsonValue());
}

export const startBench: Bench = {
	name: "start",
	summary: "page load until the caret accepts text, 5,000 stories in the library",
	async run(log) {
		log(`making a library of ${STORIES} stories`);
		const studio = await openBenchWindow(
			Array.from({ length: STORIES }, (_, n) => longStory(`Story number ${n}`, 120 + (n % 300))),
		);
		const bare = await serveBarePage();
		try {
			const { page } = studio;
			// Without it the studio would open the story of the sample before.
			const blankPage = `${studio.address}#/write/`;
			page.on("dialog", (dialog) => void dialog.accept());
			await page.addInitScript(() => {
				const look = () => {
					const focused = document.activeElement;
					if (focused instanceof HTMLElement && focused.isContentEditable && "lexicalEditor" in focused.dataset)
						(window as { caretAt?: number }).caretAt = performance.now();
					else setTimeout(look, 1);
				};
				look();
			});
			const times = { blank: [] as number[], unsaved: [] as number[], bare: [] as number[] };
			for (let n = 0; n < SAMPLES + 2; n += 1) {
				const blank = await loadToCaret(page, blankPage);
				await untilSaved(page);
				const other = await loadToCaret(page, bare.address);
				// Left before it is saved; the text is restored then.
				await loadToCaret(page, blankPage);
				const unsaved = await loadToCaret(page, blankPage);
				await untilSaved(page);
				// The first two fill the browser's cache.
				if (n < 2) continue;
				times.blank.push(blank);
				times.unsaved.push(unsaved);
				times.bare.push(other);
			}
			const baseline = figure(times.bare);
			const against = (name: string, samples: readonly number[]): BenchCase => ({
				case: name,
				unit: "ms",
				ours: figure(samples),
				baseline: { name: "bare Lexical page", ...baseline },
				ratio: ratio(figure(samples), baseline),
			});
			return [
				against("page load to caret", times.blank),
				against("the same with unsaved text to restore", times.unsaved),
			];
		} finally {
			bare.close();
			await studio.close();
		}
	},
};
