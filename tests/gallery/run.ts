/**
 * Photographs every screen and state into `gallery/`, with one page that shows them all.
 *
 *     npm run gallery                 everything
 *     npm run gallery -- earn dark    names that contain all the words
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { buildWhatIsStale } from "../../electron/launch/build.ts";
import { CHROMIUM_ARGUMENTS, findChromium } from "../support/chromium.ts";
import { openLibraryOf, type PhotographedLibrary } from "./libraries.ts";
import { galleryPage, type Photograph } from "./page.ts";
import { type LibraryKind, SCENES, type Scene } from "./scenes.ts";

interface Frame {
	name: string;
	width: number;
	height: number;
	colorScheme: "light" | "dark";
	/** 2 stands for a zoom of 200 %: half the CSS pixels, the same screen. */
	scale: number;
}

const FRAMES: readonly Frame[] = [
	{ name: "light", width: 1280, height: 800, colorScheme: "light", scale: 1 },
	{ name: "dark", width: 1280, height: 800, colorScheme: "dark", scale: 1 },
	{ name: "small", width: 900, height: 600, colorScheme: "light", scale: 1 },
	{ name: "zoom200", width: 640, height: 400, colorScheme: "light", scale: 2 },
	{ name: "wide", width: 1920, height: 1080, colorScheme: "dark", scale: 1 },
];
const FOLDER = new URL("../../gallery/", import.meta.url);
const WAIT_MS = 8_000;
/** Fonts, charts and the coach's pause. */
const SETTLE_MS = 700;
/** One draws while the other waits. */
const WORKERS = 2;

const filter = process.argv.slice(2);
const wanted = (name: string) => filter.every((word) => name.includes(word));
const framesOf = (scene: Scene) =>
	(scene.frames === "all" ? FRAMES : FRAMES.slice(0, 2)).filter((frame) => wanted(`${scene.name}-${frame.name}`));

/** Puts a page into a frame; the scheme changes without loading anything again. */
async function putIn(page: Page, { width, height, colorScheme }: Frame): Promise<void> {
	await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
	await page.setViewportSize({ width, height });
}

/** Brings a scene about once and photographs it in frames of one size. */
async function photograph(
	page: Page,
	address: string,
	scene: Scene,
	frames: readonly [Frame, ...Frame[]],
): Promise<Photograph[]> {
	const photographs: Photograph[] = [];
	const reason = (error: unknown) =>
		(error instanceof Error ? error.message.split("\n")[0] : String(error)) || "failed";
	let problem = "";
	try {
		await putIn(page, frames[0]);
		await scene.before?.(page);
		await page.goto(address);
		await page.locator("#root > *").first().waitFor();
		await page.waitForTimeout(SETTLE_MS);
		await scene.prepare?.(page);
	} catch (error) {
		problem = reason(error);
	}
	for (const frame of frames) {
		const name = `${scene.name}-${frame.name}`;
		const file = `${name}.png`;
		let failed = problem;
		try {
			await page.emulateMedia({ colorScheme: frame.colorScheme });
			await page.waitForTimeout(SETTLE_MS / 3);
			await page.screenshot({ path: new URL(file, FOLDER).pathname, animations: "disabled" });
		} catch (error) {
			failed ||= reason(error);
		}
		photographs.push({ name, file, problem: failed });
	}
	return photographs;
}

/** The address behind the one-time link, good for as long as the host runs. */
async function openedAddress(browser: Browser, library: PhotographedLibrary): Promise<string> {
	const page = await browser.newPage();
	await page.goto(library.host.newLink());
	const address = page.url().replace(/#.*$/, "");
	await page.close();
	return address;
}

interface Work {
	scene: Scene;
	/** Of one size, so that one page serves them all. */
	frames: [Frame, ...Frame[]];
}

function workOf(kind: LibraryKind): Work[] {
	return SCENES.filter((scene) => scene.library === kind).flatMap((scene) =>
		[...Map.groupBy(framesOf(scene), ({ width }) => width).values()].flatMap(([first, ...rest]) =>
			first ? [{ scene, frames: [first, ...rest] as Work["frames"] }] : [],
		),
	);
}

/** Takes work until there is none. Scenes that only look share a page for each scale; the others get one of their own. */
async function photographAll(
	browser: Browser,
	library: PhotographedLibrary,
	base: string,
	queue: Work[],
): Promise<Photograph[]> {
	const photographs: Photograph[] = [];
	const contexts = new Map<number, BrowserContext>();
	const shared = new Map<number, Page>();
	for (let work = queue.shift(); work; work = queue.shift()) {
		const { scene, frames } = work;
		const { scale } = frames[0];
		const context =
			contexts.get(scale) ??
			(await browser.newContext({ deviceScaleFactor: scale, locale: "en-US", timezoneId: "UTC" }));
		contexts.set(scale, context);
		const own = scene.before !== undefined || scene.prepare !== undefined;
		const page = (own ? undefined : shared.get(scale)) ?? (await context.newPage());
		page.setDefaultTimeout(WAIT_MS);
		if (!own) shared.set(scale, page);
		photographs.push(...(await photograph(page, base + library.resolve(scene.at), scene, frames)));
		if (own) await page.close();
	}
	for (const context of contexts.values()) await context.close();
	return photographs;
}

buildWhatIsStale((line) => console.log(line));
if (filter.length === 0) rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const started = Date.now();
const executablePath = findChromium();
const browser = await chromium.launch({ args: CHROMIUM_ARGUMENTS, ...(executablePath ? { executablePath } : {}) });
const photographs: Photograph[] = [];
for (const kind of new Set<LibraryKind>(SCENES.map((scene) => scene.library))) {
	const queue = workOf(kind);
	if (queue.length === 0) continue;
	const library = await openLibraryOf(kind);
	const base = await openedAddress(browser, library);
	const workers = Array.from({ length: WORKERS }, () => photographAll(browser, library, base, queue));
	photographs.push(...(await Promise.all(workers)).flat());
	await library.close();
}
await browser.close();
const order = SCENES.map((scene) => scene.name);
const place = ({ name }: Photograph) => order.findIndex((scene) => name.startsWith(`${scene}-`));
photographs.sort((a, b) => place(a) - place(b));
writeFileSync(new URL("index.html", FOLDER), galleryPage(photographs));
const problems = photographs.filter((one) => one.problem !== "");
for (const { name, problem } of problems) console.error(`${name}: ${problem}`);
console.log(`${photographs.length} pictures in ${Math.round((Date.now() - started) / 1000)} s: gallery/index.html`);
process.exitCode = problems.length > 0 ? 1 : 0;
