/**
 * Draws `resources/icons/icon.svg` in the sizes and files that the systems want: `npm run icons`, after the drawing changed.
 * On a Mac an icon keeps a margin; elsewhere it fills its square.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { type Browser, chromium } from "@playwright/test";
import { CHROMIUM_ARGUMENTS, findChromium } from "./chromium.ts";
import { type IconPicture, icnsFile, icoFile } from "./icon-files.ts";

const FOLDER = new URL("../../resources/icons/", import.meta.url);
const LINUX = [16, 32, 48, 64, 128, 256, 512];
const WINDOWS = [16, 24, 32, 48, 64, 128, 256];
const MAC = [16, 32, 64, 128, 256, 512, 1024];
/** Share of the side on each side. */
const MAC_MARGIN = 0.1;

const drawing = readFileSync(new URL("icon.svg", FOLDER), "utf8");

async function draw(browser: Browser, size: number, margin = 0): Promise<IconPicture> {
	const page = await browser.newPage({ viewport: { width: size, height: size } });
	const inset = Math.round(size * margin);
	await page.setContent(
		`<style>body{margin:0}svg{display:block;margin:${inset}px;width:${size - 2 * inset}px}</style>${drawing}`,
	);
	const png = await page.screenshot({ omitBackground: true });
	await page.close();
	return { size, png };
}

const executablePath = findChromium();
const browser = await chromium.launch({ args: CHROMIUM_ARGUMENTS, ...(executablePath ? { executablePath } : {}) });
const all = async (sizes: readonly number[], margin = 0) => {
	const pictures: IconPicture[] = [];
	for (const size of sizes) pictures.push(await draw(browser, size, margin));
	return pictures;
};
mkdirSync(new URL("png/", FOLDER), { recursive: true });
for (const { size, png } of await all(LINUX)) writeFileSync(new URL(`png/${size}x${size}.png`, FOLDER), png);
writeFileSync(new URL("icon.ico", FOLDER), icoFile(await all(WINDOWS)));
writeFileSync(new URL("icon.icns", FOLDER), icnsFile(await all(MAC, MAC_MARGIN)));
await browser.close();
