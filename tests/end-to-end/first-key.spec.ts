import { expect, test } from "#tests/support/studio.ts";
import { text } from "#tests/support/write-page.ts";

declare global {
	interface Window {
		/** Names of what the page had asked for when the text took the caret. */
		askedBeforeCaret?: string[];
	}
}

test("up to the first key the page asks for two files of code and one answer of the service", async ({
	page,
	studio,
}) => {
	await page.addInitScript(() => {
		document.addEventListener("focusin", ({ target }) => {
			if (target instanceof HTMLElement && target.isContentEditable)
				window.askedBeforeCaret ??= performance
					.getEntriesByType("resource")
					.map(({ name }) => new URL(name).pathname.split("/").slice(2).join("/"));
		});
	});
	await studio.open();
	await expect(text(page)).toBeFocused();
	const asked = (await page.evaluate(() => window.askedBeforeCaret)) ?? [];
	const code = asked.filter((name) => name.endsWith(".js")).map((name) => name.replace(/-[\w-]{8}\.js$/, ""));
	expect(code.toSorted()).toEqual(["assets/index", "assets/write"]);
	expect(asked.filter((name) => /^rpc\/|\.json$/.test(name))).toEqual(["start.json"]);
});
