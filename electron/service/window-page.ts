import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Settings } from "#contract/settings.ts";
import { START_ELEMENT, START_PATH, type StartState } from "#contract/start.ts";

/** The style the page is drawn in from its first frame, without a script. */
export function themeRule(theme: Settings["theme"]): string {
	return `:root:root{color-scheme:${theme === "system" ? "light dark" : theme}}`;
}

const linkTo = (name: string) => new RegExp(`<link [^>]*href="\\./${name.replace(".", "\\.")}"[^>]*>`);
const THEME_LINK = linkTo("theme.css");
const START_LINK = linkTo(START_PATH);

/** JSON that may stand in a page: what could end the element, or begin a comment, is escaped. */
const inPage = (value: unknown) => JSON.stringify(value).replaceAll("<", "\\u003c");

/**
 * The window's page with what it would otherwise ask for before it can draw.
 * @param start `null` while the library is being opened: the page asks, and says what it waits for
 */
export function fillPage(html: string, theme: Settings["theme"], start: StartState | null): string {
	const styled = html.replace(THEME_LINK, () => `<style>${themeRule(theme)}</style>`);
	if (start === null) return styled;
	return styled.replace(
		START_LINK,
		() => `<script type="application/json" id="${START_ELEMENT}">${inPage(start)}</script>`,
	);
}

/** `null` when there is no built window. */
export async function readPage(windowDirectory: string): Promise<string | null> {
	return await readFile(join(windowDirectory, "index.html"), "utf8").catch(() => null);
}
