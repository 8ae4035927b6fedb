/** What a browser lends the studio: files, clipboard, downloads. Through the window's own doors. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pngOf } from "#tests/support/pictures.ts";
import { expect, test } from "#tests/support/studio.ts";

test("a pasted picture is kept in the library, shown, and there after a reload", async ({ page, studio }) => {
	const story = await studio.client.stories.create.mutate({ title: "Lamps" });
	await studio.open(`#/write/${story.id}`);
	const text = page.getByRole("textbox", { name: "Story text" });
	await expect(text).toContainText("Lamps");
	await text.click();
	await page.keyboard.press("Control+End");
	const bytes = pngOf(320, 200).toString("base64");
	await text.evaluate(async (element, base64) => {
		const data = new DataTransfer();
		const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
		data.items.add(new File([content], "../lamp.png", { type: "image/png" }));
		element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
	}, bytes);
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
