/** A page on which scenes are brought about, one after another, and looked at in several windows. */
import { writeFile } from "node:fs/promises";
import type { Browser, CDPSession, Page, Request } from "@playwright/test";
import type { PhotographedLibrary } from "./libraries.ts";
import type { Frame, Scene } from "./scene.ts";

const WAIT_MS = 8_000;
/** Without a change for so long, and nothing on its way, a screen is as it stays. */
const QUIET_MS = 100;

/** Runs in the page: waits for fonts, pictures, what says it is busy, and for no change. @returns what is still awaited */
function quiet({ held, quietMs, longestMs }: { held: boolean; quietMs: number; longestMs: number }): Promise<string> {
	const started = performance.now();
	let changed = started;
	const observer = new MutationObserver(() => {
		changed = performance.now();
	});
	observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
	const awaited = () => {
		if (document.fonts.status !== "loaded") return "fonts";
		if ([...document.images].some((image) => !image.complete)) return "pictures";
		if (!held && document.querySelector("[data-settled=false],[aria-busy=true],[data-ready=false]"))
			return "what says it is busy";
		if (
			document
				.getAnimations()
				.some(({ playState, effect }) => playState === "running" && effect?.getComputedTiming().endTime !== Infinity)
		)
			return "an animation";
		return performance.now() - changed < quietMs ? "the last change" : "";
	};
	return new Promise((resolve) => {
		const look = () => {
			const still = awaited();
			if (still !== "" && performance.now() - started < longestMs) return void setTimeout(look, 16);
			observer.disconnect();
			resolve(still);
		};
		look();
	});
}

export class Stage {
	readonly #page: Page;
	readonly #session: CDPSession;
	readonly #asked = new Set<Request>();
	/** The page may be led to the next screen as it is: nothing is open on it, nothing was held back. */
	#clean = false;

	private constructor(page: Page, session: CDPSession) {
		this.#page = page;
		this.#session = session;
		page.setDefaultTimeout(WAIT_MS);
		page.on("request", (request) => {
			// What the page before still asked for, with its last breath even, is nothing to wait for.
			if (request.isNavigationRequest()) this.#asked.clear();
			// The end of what a worker asks for is not always told.
			if (!/-worker-|\.wasm$/.test(request.url())) this.#asked.add(request);
		});
		page.on("requestfinished", (request) => this.#asked.delete(request));
		page.on("requestfailed", (request) => this.#asked.delete(request));
	}

	/** @param locale language of the system */
	static async open(browser: Browser, locale = "en-US"): Promise<Stage> {
		const context = await browser.newContext({ viewport: null, locale, timezoneId: "UTC" });
		const page = await context.newPage();
		// What a scene kept in the window's storage is not for the next.
		await page.addInitScript(() => {
			if (window.origin !== "null") localStorage.clear();
		});
		return new Stage(page, await context.newCDPSession(page));
	}

	get page(): Page {
		return this.#page;
	}

	/** The address behind the one-time link, good for as long as the host runs. */
	async addressOf(library: PhotographedLibrary): Promise<string> {
		await this.#page.goto(library.host.newLink());
		this.#clean = false;
		return this.#page.url().replace(/#.*$/, "");
	}

	/** Size, zoom and colours of the window; what is open stays. */
	async frame({ width, height, scale, colorScheme, forcedColors = false }: Frame): Promise<void> {
		await this.#session.send("Emulation.setDeviceMetricsOverride", {
			width,
			height,
			deviceScaleFactor: scale,
			mobile: false,
		});
		await this.#page.emulateMedia({
			colorScheme,
			reducedMotion: "reduce",
			forcedColors: forcedColors ? "active" : "none",
		});
	}

	/** Brings a scene about. Throws when its state is not reached. */
	async reach(scene: Scene, base: string, library: PhotographedLibrary): Promise<void> {
		const page = this.#page;
		if (!this.#clean || scene.before) {
			await page.goto("about:blank");
			await page.unrouteAll({ behavior: "ignoreErrors" });
			await scene.before?.(page);
		}
		this.#clean = !scene.before && !scene.prepare;
		await page.goto(base + library.resolve(scene.at));
		await page.locator("#root > *").first().waitFor();
		if (!scene.prepare) return this.settle(scene);
		await this.settle();
		await scene.prepare(page, library.client);
		await page.mouse.move(0, 0);
		await this.settle(scene);
	}

	/** Waits until the screen is as it stays. */
	async settle({ held = false }: { held?: boolean } = {}): Promise<void> {
		const end = Date.now() + WAIT_MS;
		for (;;) {
			const still = await this.#page.evaluate(quiet, { held, quietMs: QUIET_MS, longestMs: WAIT_MS });
			if (still !== "") throw new Error(`The screen does not settle: ${still}`);
			if (held || this.#asked.size === 0) return;
			if (Date.now() > end)
				throw new Error(`Unanswered: ${[...this.#asked].map((request) => request.url()).join(" ")}`);
		}
	}

	async photograph(path: string): Promise<void> {
		const { data } = await this.#session.send("Page.captureScreenshot", { format: "png", optimizeForSpeed: true });
		await writeFile(path, Buffer.from(data, "base64"));
	}

	async close(): Promise<void> {
		await this.#page.context().close();
	}

	/** Lets go of the library, which may then be closed. */
	async leave(): Promise<void> {
		await this.#page.goto("about:blank");
		this.#clean = false;
	}
}
