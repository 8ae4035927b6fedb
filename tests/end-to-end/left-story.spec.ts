/** What is done behind asking for another story is for that story, and never for the one that is left. */
import type { CDPSession, Page } from "@playwright/test";
import { expect, type StudioUnderTest, test } from "#tests/support/studio.ts";
import { saved, text } from "#tests/support/write-page.ts";

interface TwoStories {
	left: string;
	asked: string;
	blocks: (id: string) => Promise<string>;
}

/** Opens one of two stories of a library on a slow disk, and writes into it. */
async function twoStories(page: Page, studio: StudioUnderTest): Promise<TwoStories> {
	const { id: asked } = await studio.client.stories.create.mutate({ title: "Lamps" });
	const { id: left } = await studio.client.stories.create.mutate({ title: "Bread" });
	await studio.open(`#/write/${left}`);
	await expect(text(page)).toContainText("Bread");
	await page.keyboard.press("Control+End");
	await page.keyboard.type(" rises");
	await expect(saved(page)).toBeVisible();
	await page.route("**/rpc/stories.get*", async (route) => {
		await new Promise((resolve) => setTimeout(resolve, 600));
		await route.continue();
	});
	return {
		left,
		asked,
		blocks: async (id) => JSON.stringify((await studio.client.stories.get.query({ id })).document),
	};
}

/** Asks for the other story. The caret stays in the text, as for a writer who has asked by the palette. */
async function ask(page: Page): Promise<void> {
	await page.getByRole("listbox", { name: "Stories" }).getByRole("option", { name: /Lamps/ }).click();
	await text(page).evaluate((element) => element.focus());
}

/** The page is on the story that was asked for, and shows the words. */
async function expectAsked(page: Page, { asked, left, blocks }: TwoStories, words: string): Promise<void> {
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
	const stories = await twoStories(page, studio);
	await page.evaluate(() => navigator.clipboard.writeText("and oil"));
	await ask(page);
	await page.keyboard.type("[");
	await page.keyboard.press("Control+v");
	await page.keyboard.type("]");
	await expectAsked(page, stories, "[and oil]");
});

test("undo takes nothing back in the story that is left", async ({ page, studio }) => {
	const stories = await twoStories(page, studio);
	await ask(page);
	await page.keyboard.press("Control+z");
	await page.keyboard.type("lit");
	await expectAsked(page, stories, "lit");
});

test("what an input method composes does not get into the story that is left", async ({ page, studio }) => {
	const stories = await twoStories(page, studio);
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

test("the story that is left takes text again when the other one does not come", async ({ page, studio }) => {
	const { left, blocks } = await twoStories(page, studio);
	await ask(page);
	await page.evaluate((id) => {
		window.location.hash = `#/write/${id}`;
	}, left);
	await expect(text(page)).toContainText("Bread");
	await text(page).click();
	await page.keyboard.press("Control+End");
	await page.keyboard.type(" slowly");
	await expect.poll(() => blocks(left)).toContain(" rises slowly");
});
