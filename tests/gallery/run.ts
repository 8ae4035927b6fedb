/**
 * Photographs every screen and state into `gallery/`, with one page that shows them all.
 *
 *     npm run gallery                 everything
 *     npm run gallery -- earn dark    names that contain all the words
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { type Browser, type BrowserContext, chromium } from "@playwright/test";
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

const filter = process.argv.slice(2);
const wanted = (name: string) => filter.every((word) => name.includes(word));
const framesOf = (scene: Scene) => (scene.frames === "all" ? FRAMES : FRAMES.slice(0, 2));

async function photograph(
	context: BrowserContext,
	library: PhotographedLibrary,
	base: string,
	scene: Scene,
	name: string,
): Promise<Photograph> {
	const page = await context.newPage();
	page.setDefaultTimeout(WAIT_MS);
	const file = `${name}.png`;
	let problem = "";
	try {
		await scene.before?.(page);
		await page.goto(base + library.resolve(scene.at));
		await page.locator("#root > *").first().waitFor();
		await page.waitForTimeout(SETTLE_MS);
		await scene.prepare?.(page);
		await page.waitForTimeout(SETTLE_MS / 2);
	} catch (error) {
		problem = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
	}
	await page.screenshot({ path: new URL(file, FOLDER).pathname, animations: "disabled" });
	await page.close();
	return { name, file, problem };
}

/** The address behind the one-time link, good for as long as the host runs. */
async function openedAddress(browser: Browser, library: PhotographedLibrary): Promise<string> {
	const page = await browser.newPage();
	await page.goto(library.host.newLink());
	const address = page.url().replace(/#.*$/, "");
	await page.close();
	return address;
}

async function photographFrame(
	browser: Browser,
	library: PhotographedLibrary,
	base: string,
	frame: Frame,
	scenes: readonly Scene[],
): Promise<Photograph[]> {
	const context = await browser.newContext({
		viewport: { width: frame.width, height: frame.height },
		deviceScaleFactor: frame.scale,
		colorScheme: frame.colorScheme,
		locale: "en-US",
		timezoneId: "UTC",
		reducedMotion: "reduce",
	});
	const photographs: Photograph[] = [];
	for (const scene of scenes)
		photographs.push(await photograph(context, library, base, scene, `${scene.name}-${frame.name}`));
	await context.close();
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
	const plan = FRAMES.map((frame) => ({
		frame,
		scenes: SCENES.filter(
			(scene) => scene.library === kind && framesOf(scene).includes(frame) && wanted(`${scene.name}-${frame.name}`),
		),
	})).filter(({ scenes }) => scenes.length > 0);
	if (plan.length === 0) continue;
	const library = await openLibraryOf(kind);
	const base = await openedAddress(browser, library);
	// Two at a time: one browser draws while the other waits.
	while (plan.length > 0)
		for (const done of await Promise.all(
			plan.splice(0, 2).map(({ frame, scenes }) => photographFrame(browser, library, base, frame, scenes)),
		))
			photographs.push(...done);
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
