import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/studio.ts";
import { text } from "#tests/support/write-page.ts";

declare global {
	interface Window {
		/** Names of what the page had asked for when the text took the caret. */
		askedBeforeCaret?: string[];
	}
}

test("up to the first key the page asks for two files of code, and for nothing of the service", async ({
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
	expect(asked.filter((name) => /^rpc\/|\.json$/.test(name))).toEqual([]);
});

/** Holds back what the frame loads last until it is let through. */
async function holdLateCode(page: Page): Promise<() => void> {
	let letThrough: () => void = () => {};
	const wait = new Promise<void>((resolve) => {
		letThrough = resolve;
	});
	await page.route(/\/assets\/(?:Late|LibraryPane)-[^/]*\.js$/, async (route) => {
		await wait;
		await route.continue();
	});
	return letThrough;
}

test("a shortcut pressed before its command is loaded runs, and what is typed after it does not go into the story", async ({
	page,
	studio,
}) => {
	const letThrough = await holdLateCode(page);
	await page.goto(studio.newLink());
	await expect(text(page)).toBeFocused();
	await page.keyboard.press("Control+k");
	await page.keyboard.type("calendars");
	await page.keyboard.press("Backspace");
	letThrough();
	const field = page.getByRole("combobox", { name: "Find a command, a story or a setting" });
	await expect(field).toHaveValue("calendar");
	await expect(page.getByRole("option", { name: /Plan: Calendar/ })).toBeVisible();
	await page.keyboard.press("Escape");
	await expect(text(page)).toHaveText("");
	await expect(text(page)).toBeFocused();
	await page.keyboard.type("Mine");
	await expect(text(page)).toHaveText("Mine");
});

test("every shortcut that comes late is waited for, and typing goes on in the page where nothing opens", async ({
	page,
	studio,
}) => {
	const opened = {
		"Control+/": page.getByRole("dialog", { name: "Keyboard shortcuts" }),
		"Control+Alt+n": page.getByRole("dialog", { name: "Capture idea" }),
		"Control+Shift+I": page.getByRole("dialog", { name: "Import from Medium" }),
		"Control+Shift+F": page.getByRole("searchbox", { name: "Search stories" }).and(page.locator(":focus")),
	};
	for (const [keys, dialog] of Object.entries(opened)) {
		const letThrough = await holdLateCode(page);
		await page.goto(studio.newLink());
		await expect(text(page)).toBeFocused();
		await page.keyboard.press(keys);
		letThrough();
		await expect(dialog).toBeVisible();
		await page.unrouteAll({ behavior: "wait" });
	}
	const letThrough = await holdLateCode(page);
	await page.goto(studio.newLink());
	await expect(text(page)).toBeFocused();
	await page.keyboard.press("Control+\\");
	await page.keyboard.type("Mine");
	letThrough();
	await expect(page.getByRole("region", { name: "Library" })).toBeHidden();
	await expect(page.getByRole("button", { name: "Show the library" })).toBeVisible();
	await expect(text(page)).toHaveText("Mine");
});
