import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pngOf } from "#tests/support/pictures.ts";
import { expect, expectAccessible, test } from "#tests/support/studio.ts";

test("versions: keep under a name, compare word by word, put back, undo; export as Markdown and HTML", async ({
	page,
	studio,
}) => {
	const { id } = await studio.client.stories.create.mutate({ title: "Lamps" });
	await studio.open(`#/write/${id}`);
	const text = page.getByRole("textbox", { name: "Story text" });
	await text.locator("p").last().click();
	await page.keyboard.type("A green lamp.");
	await page.getByRole("button", { name: "More for this story" }).click();
	await page.getByRole("menuitem", { name: "Versions…" }).click();
	const dialog = page.getByRole("dialog", { name: "Versions" });
	await expect(dialog.getByRole("listitem").filter({ hasText: "Kept automatically" })).toContainText("1 word");
	await dialog.getByRole("textbox", { name: "Keep the text as it is now, under a name" }).fill("Green");
	await page.keyboard.press("Enter");
	await expect(dialog.getByRole("listitem").filter({ hasText: "Green" })).toContainText("4 words");
	await expectAccessible(page);
	await page.keyboard.press("Escape");

	await text.locator("p").last().click();
	await page.keyboard.press("End");
	for (let n = 0; n < "green lamp.".length; n += 1) await page.keyboard.press("Backspace");
	await page.keyboard.type("red lamp.");
	// The palette knows it too.
	await page.keyboard.press("Control+k");
	await page.keyboard.type("Versions of the story");
	await page.keyboard.press("Enter");
	await dialog
		.getByRole("listitem")
		.filter({ hasText: "Green" })
		.getByRole("button", { name: /^Compare/ })
		.click();
	await expect(dialog.locator("del")).toHaveText("red");
	await expect(dialog.locator("ins")).toHaveText("green");
	await expectAccessible(page);
	await dialog.getByRole("button", { name: "Put this text back" }).click();
	await expect(text).toContainText("A green lamp.");
	await page.getByRole("button", { name: "Undo" }).click();
	await expect(text).toContainText("A red lamp.");
	await expect
		.poll(async () => JSON.stringify((await studio.client.stories.get.query({ id })).document))
		.toContain("A red lamp.");

	for (const [item, part] of [
		["Export as Markdown", "A red lamp."],
		["Export as HTML", "A red lamp.</p>"],
	] as const) {
		await page.getByRole("button", { name: "More for this story" }).click();
		const download = page.waitForEvent("download");
		await page.getByRole("menuitem", { name: item }).click();
		expect(await readFile(await (await download).path(), "utf8")).toContain(part);
	}
});

test("a story with pictures is exported as a zip that holds them, and the writer hears of those that are missing", async ({
	page,
	studio,
}) => {
	const picture = join(studio.libraryDirectory, "picture.png");
	await writeFile(picture, pngOf(12, 8));
	const { assetId, width, height } = await studio.client.media.add.mutate({ source: { type: "path", path: picture } });
	const story = await studio.client.stories.create.mutate({ title: "Lamps" });
	const figure = (id: string, asset: string) => ({
		...{ id, type: "figure", layout: "column", caption: [] },
		image: { assetId: asset, width, height, alt: "A lamp" },
	});
	const blocks = [...story.document.blocks, figure("f1", assetId), figure("f2", `${"0".repeat(64)}.png`)];
	await studio.client.stories.save.mutate({
		id: story.id,
		baseRevision: story.revision,
		document: JSON.stringify({ ...story.document, blocks }),
	});
	await studio.open(`#/write/${story.id}`);
	studio.expectErrors(/404/);
	await page.getByRole("button", { name: "More for this story" }).click();
	const download = page.waitForEvent("download");
	await page.getByRole("menuitem", { name: "Export as Markdown" }).click();
	expect((await download).suggestedFilename()).toBe("Lamps.zip");
	const bytes = await readFile(await (await download).path(), "latin1");
	expect(bytes.slice(0, 2)).toBe("PK");
	expect(bytes).toContain(`media/${assetId}`);
	await expect(page.getByText("1 picture is not in the library and not in the file.")).toBeVisible();
});
