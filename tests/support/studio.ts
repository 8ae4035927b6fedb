/**
 * The end-to-end fixture: a real browser host on a library of its own for every test.
 *
 *     import { expect, expectAccessible, test } from "#tests/support/studio.ts";
 *     test("…", async ({ page, studio }) => {
 *         await studio.client.stories.create.mutate({ title: "Lamps" });
 *         await studio.open("#/write");
 *     });
 *
 * A console error, an unhandled exception or a request that leaves the host's origin fails the test; a test that
 * provokes one says so with `studio.expectErrors(/…/)`.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { createStudioClient, type StudioClient } from "#service/client.ts";
import { createStudio } from "#service/studio.ts";
import { type BrowserHost, startBrowserHost } from "../../electron/browser-host/host.ts";
import { WINDOW_DIRECTORY } from "../../electron/launch/build.ts";
import { SettableClock } from "./clock.ts";

export { expectAccessible, expectAccessibleInBoth } from "./accessible.ts";
export { expect };

/** Where the clock of every test starts; `test.use({ startTime: … })` changes it. */
const START_TIME = "2026-03-10T09:00:00.000Z";

/** The frame is complete, and so is the page; a screen without either is from the start. */
async function settled(page: Page): Promise<void> {
	await page.waitForFunction(() => !document.querySelector("[data-settled=false]"));
}

export class StudioUnderTest {
	readonly libraryDirectory: string;
	readonly clock: SettableClock;
	readonly #context: BrowserContext;
	readonly #page: Page;
	readonly #problems: string[] = [];
	readonly #expected: RegExp[] = [];
	readonly #watched = new WeakSet<BrowserContext>();
	#service: ReturnType<typeof createStudio> | null = null;
	#host: BrowserHost | null = null;

	constructor(page: Page, clock: SettableClock) {
		this.#page = page;
		this.#context = page.context();
		this.clock = clock;
		this.libraryDirectory = mkdtempSync(join(tmpdir(), "inkhour-e2e-"));
	}

	/** Calls the service beside the window, e.g. to prepare a library. */
	get client(): StudioClient {
		if (!this.#service) throw new Error("The studio is stopped");
		return createStudioClient(this.#service.fetch);
	}

	/** One-time link of the running host. */
	newLink(): string {
		if (!this.#host) throw new Error("The studio is stopped");
		return this.#host.newLink();
	}

	/** Of the running host. */
	get port(): number {
		if (!this.#host) throw new Error("The studio is stopped");
		return this.#host.port;
	}

	/** @param port 0 for any free one */
	async start(port = 0): Promise<void> {
		this.#service = createStudio({
			libraryDirectory: this.libraryDirectory,
			windowDirectory: WINDOW_DIRECTORY,
			clock: this.clock,
			log: (line) => console.log(`[service] ${line}`),
		});
		this.#host = await startBrowserHost(this.#service, { port });
		this.watch(this.#context);
	}

	/** Closes the host and the service; the library stays, and `start` opens it again. */
	async stop(): Promise<void> {
		await this.#host?.close();
		await this.#service?.close();
		this.#host = null;
		this.#service = null;
	}

	/** Opens the studio and waits until every part of the frame is there, its shortcuts too. */
	async open(fragment = "", page: Page = this.#page): Promise<void> {
		this.watch(page.context());
		// The redirect keeps the fragment: no other page is shown first.
		await page.goto(`${this.newLink()}${fragment}`);
		await page.locator("#root > *").first().waitFor();
		await settled(page);
	}

	/** Errors in the console that this test provokes on purpose. */
	expectErrors(...patterns: RegExp[]): void {
		this.#expected.push(...patterns);
	}

	/** What went wrong unexpectedly so far. */
	problems(): string[] {
		return this.#problems.filter((problem) => !this.#expected.some((pattern) => pattern.test(problem)));
	}

	/** Watches another browser context as the test's own one is watched. */
	watch(context: BrowserContext): void {
		if (this.#watched.has(context)) return;
		this.#watched.add(context);
		// From the start: told of just before the key that opens it, the browser may open its own dialog first.
		const expectFiles = (page: Page) => void page.on("filechooser", () => {});
		context.pages().forEach(expectFiles);
		context.on("page", expectFiles);
		context.on("console", (message) => {
			if (message.type() === "error") this.#problems.push(`console: ${message.text()} (${message.location().url})`);
		});
		context.on("weberror", (error) =>
			this.#problems.push(`exception: ${error.error().stack ?? error.error().message}`),
		);
		context.on("request", (request) => {
			const { protocol, host } = new URL(request.url());
			const local = protocol === "http:" && host === `127.0.0.1:${this.#host?.port}`;
			if (!local && !["data:", "blob:", "about:"].includes(protocol))
				this.#problems.push(`request left the studio: ${request.url()}`);
		});
	}

	async dispose(): Promise<void> {
		await this.stop();
		rmSync(this.libraryDirectory, { recursive: true, force: true });
	}
}

interface Fixtures {
	startTime: string;
	studio: StudioUnderTest;
}

export const test = base.extend<Fixtures>({
	startTime: [START_TIME, { option: true }],
	studio: [
		async ({ page, startTime }, use, testInfo) => {
			const studio = new StudioUnderTest(page, new SettableClock(startTime));
			await studio.start();
			await use(studio);
			// A request that a test holds back must not fail it when it is let go.
			const open = page.context().pages();
			await Promise.all(open.map((each) => each.unrouteAll({ behavior: "ignoreErrors" })));
			// What a page still asks for would fail for the host that goes away. A failed test keeps its page for the picture.
			if (testInfo.errors.length === 0) await Promise.all(open.map((each) => each.close()));
			await studio.dispose();
			expect(studio.problems()).toEqual([]);
		},
		{ auto: true },
	],
});
