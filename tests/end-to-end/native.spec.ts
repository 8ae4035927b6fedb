/** What a browser lends the studio: files, clipboard, downloads. Through the window's own doors. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Locator } from "@playwright/test";
import { pngOf } from "#tests/support/pictures.ts";
import { expect, test } from "#tests/support/studio.ts";

async function pastePicture(text: Locator): Promise<void> {
	await text.evaluate(async (element, base64) => {
		const data = new DataTransfer();
		const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
		data.items.add(new File([content], "../lamp.png", { type: "image/png" }));
		element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
	}, pngOf(320, 200).toString("base64"));
}

test("a pasted picture is kept in the library, shown, and there after a reload", async ({ page, studio }) => {
	const story = await studio.client.stories.create.mutate({ title: "Lamps" });
	await studio.open(`#/write/${story.id}`);
	const text = page.getByRole("textbox", { name: "Story text" });
	await expect(text).toContainText("Lamps");
	await text.click();
	await page.keyboard.press("Control+End");
	await pastePicture(text);
	const picture = page.locator('img[src^="media/"]');
	await expect(picture).toBeVisible();
	await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320);
	await expect
		.poll(async () => JSON.stringify((await studio.client.stories.get.query({ id: story.id })).document))
		.toContain("assetId");
	expect(readdirSync(join(studio.libraryDirectory, "media")).filter((name) => name.endsWith(".png"))).toHaveLength(1);
	expect(readdirSync(join(studio.libraryDirectory, "incoming"))).toEqual([]);
	await page.reload();
	await expect(picture).toBeVisible();
});

test("a picture pasted before the page's tools are there is kept all the same", async ({ page, studio }) => {
	const story = await studio.client.stories.create.mutate({ title: "Lamps" });
	let letTools: () => void = () => {};
	const held = new Promise<void>((resolve) => {
		letTools = resolve;
	});
	await page.route("**/PageTools-*.js", async (route) => {
		await held;
		await route.continue();
	});
	await page.goto(`${studio.newLink()}#/write/${story.id}`);
	const text = page.getByRole("textbox", { name: "Story text" });
	await expect(text).toContainText("Lamps");
	await text.click();
	await pastePicture(text);
	await expect
		.poll(async () => JSON.stringify((await studio.client.stories.get.query({ id: story.id })).document))
		.toContain("assetId");
	letTools();
	await expect(page.locator('img[src^="media/"]')).toBeVisible();
});
