/** What is done behind asking for another story is for that story, and never for the one that is left. */
import type { CDPSession, Page } from "@playwright/test";
import { toast } from "#tests/support/notice.ts";
import { expect, type StudioUnderTest, test } from "#tests/support/studio.ts";
import { saved, text } from "#tests/support/write-page.ts";

interface Stories {
	left: string;
	asked: string;
	/** One more that may be asked for. */
	third: string;
	blocks: (id: string) => Promise<string>;
}

/**
 * Opens one of the stories of a library on a slow disk, and writes into it.
 * @param milliseconds how long each of the others takes
 */
async function someStories(
	page: Page,
	studio: StudioUnderTest,
	milliseconds = { asked: 600, third: 600 },
): Promise<Stories> {
	const { id: third } = await studio.client.stories.create.mutate({ title: "Ferries" });
	const { id: asked } = await studio.client.stories.create.mutate({ title: "Lamps" });
	const { id: left } = await studio.client.stories.create.mutate({ title: "Bread" });
	await studio.open(`#/write/${left}`);
	await expect(text(page)).toContainText("Bread");
	await page.keyboard.press("Control+End");
	await page.keyboard.type(" rises");
	await expect(saved(page)).toBeVisible();
	await page.route("**/rpc/stories.get*", async (route) => {
		const isThird = route.request().url().includes(third);
		await new Promise((resolve) => setTimeout(resolve, isThird ? milliseconds.third : milliseconds.asked));
		await route.continue().catch(() => {});
	});
	return {
		left,
		asked,
		third,
		blocks: async (id) => JSON.stringify((await studio.client.stories.get.query({ id })).document),
	};
}

/** Asks for another story. The caret stays in the text, as for a writer who has asked by the palette. */
async function ask(page: Page, name = "Lamps"): Promise<void> {
	await page.getByRole("listbox", { name: "Stories" }).getByRole("option", { name }).click();
	await text(page).evaluate((element) => element.focus());
}

/** The page is on the story that was asked for, and shows the words. */
async function expectAsked(page: Page, { asked, left, blocks }: Stories, words: string): Promise<void> {
	await expect(text(page)).toContainText("Lamps");
	await expect(text(page)).toContainText(words);
	await expect(page).toHaveURL(new RegExp(`#/write/${asked}$`));
	await expect.poll(() => blocks(asked)).toContain(words);
	expect(await blocks(left)).toMatch(/"Bread".*"spans":\[\{"text":" rises"\}\]/);
}

test("what is pasted between keys comes in its place, into the story that was asked for", async ({
	page,
	studio,
	context,
}) => {
	await context.grantPermissions(["clipboard-read", "clipboard-write"]);
	const stories = await someStories(page, studio);
	await page.evaluate(() => navigator.clipboard.writeText("and oil"));
	await ask(page);
	await page.keyboard.type("[");
	await page.keyboard.press("Control+v");
	await page.keyboard.type("]");
	await expectAsked(page, stories, "[and oil]");
});

test("undo takes nothing back in the story that is left", async ({ page, studio }) => {
	const stories = await someStories(page, studio);
	await ask(page);
	await page.keyboard.press("Control+z");
	await page.keyboard.type("lit");
	await expectAsked(page, stories, "lit");
});

test("what an input method composes does not get into the story that is left", async ({ page, studio }) => {
	const stories = await someStories(page, studio);
	const browser: CDPSession = await page.context().newCDPSession(page);
	await ask(page);
	await browser.send("Input.imeSetComposition", { text: "ひかり", selectionStart: 3, selectionEnd: 3 });
	await browser.send("Input.insertText", { text: "光" });
	await expect(text(page)).toContainText("Lamps");
	await page.keyboard.type("lit");
	await expectAsked(page, stories, "lit");
	for (const id of [stories.left, stories.asked]) expect(await stories.blocks(id)).not.toMatch(/ひ|光/);
	await browser.detach();
});

/** What was typed for a story that did not come is offered, and comes whole. */
async function expectOffered(page: Page, words: string): Promise<void> {
	await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
	await toast(page, words.replace("\n", " ")).getByRole("button", { name: "Copy the text" }).click();
	await expect(toast(page, "The text is on the clipboard")).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(words);
}

const isEditable = (page: Page) => text(page).evaluate((element: HTMLElement) => element.isContentEditable);

test("the story that is left takes text again when the other one does not come, but not what was typed for that", async ({
	page,
	studio,
}) => {
	const { left, asked, blocks } = await someStories(page, studio, { asked: 3_000, third: 0 });
	await ask(page);
	await page.keyboard.type("abd");
	await page.keyboard.press("Backspace");
	await page.keyboard.type("c");
	await ask(page, "Bread");
	await expectOffered(page, "abc");
	await expect(text(page)).toContainText("Bread");
	await text(page).click();
	await page.keyboard.press("Control+End");
	await page.keyboard.type(" slowly");
	await expect.poll(() => blocks(left)).toContain(" rises slowly");
	for (const id of [left, asked]) expect(await blocks(id)).not.toContain("abc");
});

test("what was typed for a story does not go into a third one, and the one that is left takes nothing until that is there", async ({
	page,
	studio,
}) => {
	const { left, asked, third, blocks } = await someStories(page, studio, { asked: 800, third: 1_600 });
	await ask(page);
	await page.keyboard.type("abc");
	const secondCame = page.waitForResponse(/rpc\/stories\.get/);
	await ask(page, "Ferries");
	await page.keyboard.type("sail");
	await secondCame;
	await expect(text(page)).toContainText("Bread");
	expect(await isEditable(page)).toBe(false);
	await expect(text(page)).toContainText("Ferries");
	expect(await isEditable(page)).toBe(true);
	await expect.poll(() => blocks(third)).toContain("sail");
	await expectOffered(page, "abc");
	for (const id of [left, asked, third]) expect(await blocks(id)).not.toContain("abc");
});

test("what is typed for a story that takes long is there when it comes", async ({ page, studio }) => {
	await page.clock.install();
	const stories = await someStories(page, studio, { asked: 2_000, third: 0 });
	await ask(page);
	await page.keyboard.type("hel");
	// Some of it after keys have ceased to be held where something takes them.
	await page.clock.fastForward(5_300);
	await page.keyboard.type("lo");
	await expectAsked(page, stories, "hello");
});

test("commands are not held for long, and what no text takes then is offered", async ({ page, studio }) => {
	await page.clock.install();
	const { left, asked, blocks } = await someStories(page, studio, { asked: 4_000, third: 0 });
	await ask(page);
	await page.keyboard.type("hello");
	await page.clock.fastForward(5_300);
	await page.keyboard.press("Control+k");
	const field = page.getByRole("combobox", { name: "Find a command, a story or a setting" });
	await expect(field).toBeFocused();
	await page.keyboard.type("pl");
	await expect(field).toHaveValue("pl");
	await expectOffered(page, "hello");
	for (const id of [left, asked]) expect(await blocks(id)).not.toContain("hello");
});

test("what was typed for a story that cannot be opened is offered", async ({ page, studio }) => {
	const { left, blocks } = await someStories(page, studio);
	studio.expectErrors(/404 .*stories\.get/);
	await page.route("**/rpc/stories.get*", async (route) => {
		await new Promise((resolve) => setTimeout(resolve, 600));
		await route.fulfill({ status: 404, json: {} });
	});
	await ask(page);
	await page.keyboard.type("abc");
	await page.keyboard.press("Enter");
	await page.keyboard.type("de");
	await expect(page.getByText(/This story could not be opened/)).toBeVisible();
	await expectOffered(page, "abc\nde");
	expect(await blocks(left)).not.toContain("abc");
});

test("keys are not held once the palette that was to choose is closed", async ({ page, studio }) => {
	const { left, blocks } = await someStories(page, studio);
	await page.route("**/rpc/stories.search*", () => {});
	await page.keyboard.press("Control+k");
	await page.keyboard.type("xqz");
	await page.keyboard.press("Enter");
	await page.keyboard.type("abc");
	await page.keyboard.press("Escape");
	await expect(page.getByRole("dialog")).toBeHidden();
	await expect(text(page)).toBeFocused();
	await page.keyboard.type("So ");
	await expect(text(page)).toContainText("So ", { timeout: 1_500 });
	await expectOffered(page, "abc");
	await expect.poll(() => blocks(left)).toContain("So ");
	expect(await blocks(left)).not.toContain("abc");
});
