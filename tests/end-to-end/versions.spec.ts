import { readFile } from "node:fs/promises";
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
