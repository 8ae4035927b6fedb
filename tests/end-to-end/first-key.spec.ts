import type { CDPSession, Page } from "@playwright/test";
import { expect, test } from "#tests/support/studio.ts";
import { saved, text } from "#tests/support/write-page.ts";

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

/** Runs what gives a command and types right behind it, as fast as the browser takes it: no key waits for what one before it did. */
async function typeRightBehind(page: Page, keys: string, command: (send: CDPSession["send"]) => Promise<unknown>[]) {
	const browser = await page.context().newCDPSession(page);
	const send = browser.send.bind(browser);
	const typed = () =>
		[...keys].flatMap((key) => [
			send("Input.dispatchKeyEvent", { type: "keyDown", key, text: key }),
			send("Input.dispatchKeyEvent", { type: "keyUp", key }),
		]);
	await Promise.all([...command(send), ...typed()]);
	await browser.detach();
}

test("no key typed after a new story was asked for goes into the story before it", async ({ page, studio }) => {
	const { id } = await studio.client.stories.create.mutate({ title: "Lamps" });
	const before = () => studio.client.stories.get.query({ id });
	const { revision } = await before();
	const ways: Record<string, () => Promise<void>> = {
		"the shortcut": () =>
			typeRightBehind(page, "Ferries", (send) => [
				send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "n", code: "KeyN", modifiers: 2 }),
			]),
		"the palette": async () => {
			await text(page).press("Control+k");
			await page.keyboard.type("New story");
			await expect(page.getByRole("dialog").getByRole("option", { selected: true })).toContainText("New story");
			await typeRightBehind(page, "Ferries", (send) => [
				send("Input.dispatchKeyEvent", { type: "keyDown", key: "Enter", code: "Enter", text: "\r" }),
			]);
		},
		"the button": async () => {
			const box = await page
				.getByRole("region", { name: "Library" })
				.getByRole("button", { name: "New story" })
				.boundingBox();
			const place = { x: (box?.x ?? 0) + 8, y: (box?.y ?? 0) + 8, button: "left", clickCount: 1 } as const;
			await typeRightBehind(page, "Ferries", (send) => [
				send("Input.dispatchMouseEvent", { type: "mousePressed", ...place }),
				send("Input.dispatchMouseEvent", { type: "mouseReleased", ...place }),
			]);
		},
	};
	for (const [name, ask] of Object.entries(ways)) {
		await studio.open(`#/write/${id}`);
		await expect(text(page)).toHaveText("Lamps");
		await expect(text(page)).toBeFocused();
		await ask();
		await expect(text(page), name).toHaveText("Ferries");
		await expect(page).not.toHaveURL(new RegExp(id));
		expect((await before()).revision, name).toBe(revision);
		await expect(saved(page)).toBeVisible();
	}
});
