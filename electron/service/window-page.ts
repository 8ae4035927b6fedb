import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Settings } from "#contract/settings.ts";
import { START_ELEMENT, START_PATH, type StartState } from "#contract/start.ts";

/** What stands in `index.html` in the places of both. */
const THEME_PLACE = /<meta name="theme"[^>]*>/;
const START_PLACE = new RegExp(`<link [^>]*href="\\./${START_PATH}"[^>]*>`);

/** The page is drawn in the theme from its first frame, without a script. */
function themeElement(theme: Settings["theme"]): string {
	return `<style>:root:root{color-scheme:${theme === "system" ? "light dark" : theme}}</style>`;
}

/** JSON that may stand in a page: what could end the element, or begin a comment, is escaped. */
const inPage = (value: unknown) => JSON.stringify(value).replaceAll("<", "\\u003c");

/**
 * The window's page with what it would otherwise ask for before it can draw.
 * @param start `null` while the library is being opened: the page asks, and says what it waits for
 */
export function fillPage(html: string, theme: Settings["theme"], start: StartState | null): string {
	const styled = html.replace(THEME_PLACE, () => themeElement(theme));
	if (start === null) return styled;
	return styled.replace(
		START_PLACE,
		() => `<script type="application/json" id="${START_ELEMENT}">${inPage(start)}</script>`,
	);
}

/** `null` when there is no built window. */
export async function readPage(windowDirectory: string): Promise<string | null> {
	return await readFile(join(windowDirectory, "index.html"), "utf8").catch(() => null);
}
