/** The built window in a real Chromium, on a library made for the bench. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import type { StoryDocument } from "#domain/story/schema.ts";
import { systemClock } from "#service/clock.ts";
import { openLibrary } from "#service/library.ts";
import { createStudio } from "#service/studio.ts";
import { CHROMIUM_ARGUMENTS, findDesktopChromium } from "#tests/support/chromium.ts";
import { startBrowserHost } from "../../electron/browser-host/host.ts";
import { buildWhatIsStale, WINDOW_DIRECTORY } from "../../electron/launch/build.ts";

const WORDS = "the reader stays for an hour when a story keeps its promise and every line earns the next one".split(
	" ",
);

/** Deterministic prose of about `words` words in paragraphs of eighty. */
export function longStory(title: string, words: number): StoryDocument {
	const document: StoryDocument = {
		version: 1,
		blocks: [{ id: "title", type: "title", spans: [{ text: title }] }],
	};
	for (let at = 0; at < words; at += 80) {
		const text = Array.from({ length: Math.min(80, words - at) }, (_, n) => WORDS[(at + n * 7) % WORDS.length]);
		document.blocks.push({ id: `p${at}`, type: "paragraph", spans: [{ text: `${text.join(" ")}.` }] });
	}
	return document;
}

export interface BenchWindow {
	browser: Browser;
	page: Page;
	/** Address of the window's page, opened once already. */
	address: string;
	/** Ids of the stories, in order. */
	stories: string[];
	close(): Promise<void>;
}

/** Starts host and browser on a new library that holds `documents`, and opens the window. */
export async function openBenchWindow(documents: readonly StoryDocument[]): Promise<BenchWindow> {
	buildWhatIsStale((line) => console.error(line));
	const directory = mkdtempSync(join(tmpdir(), "inkhour-bench-"));
	const handle = await openLibrary(directory, systemClock);
	const library = handle.library();
	if (!library) throw new Error("The bench's library does not open");
	const stories = library.database.transaction(() =>
		documents.map((document) => library.stories.insert({ document }, "2026-03-01T09:00:00.000Z")),
	)();
	handle.close();
	const studio = createStudio({ libraryDirectory: directory, windowDirectory: WINDOW_DIRECTORY });
	const host = await startBrowserHost(studio, { port: 0 });
	const executablePath = findDesktopChromium();
	const browser = await chromium.launch({
		args: CHROMIUM_ARGUMENTS,
		...(executablePath ? { executablePath } : {}),
	});
	const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
	await page.goto(host.newLink());
	await page.getByRole("textbox", { name: "Story text" }).waitFor();
	return {
		browser,
		page,
		address: page.url().replace(/#.*$/, ""),
		stories,
		async close() {
			await browser.close();
			await host.close();
			await studio.close();
			rmSync(directory, { recursive: true, force: true });
		},
	};
}
