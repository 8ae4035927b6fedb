import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { restoreBundle } from "#service/backup/bundle.ts";
import { storePicture } from "#service/media/store.ts";
import { pngOf } from "#tests/support/pictures.ts";
import { expect, expectAccessible, expectAccessibleInBoth, type StudioUnderTest, test } from "#tests/support/studio.ts";
import { text } from "#tests/support/write-page.ts";

/** A story that shows a picture. @returns the picture's name */
async function addPicture(studio: StudioUnderTest): Promise<string> {
	const { assetId } = await storePicture(studio.libraryDirectory, pngOf(40, 30), "lamp.png");
	await studio.client.stories.create.mutate({
		title: "The lamp",
		document: JSON.stringify({
			version: 1,
			blocks: [
				{ id: "t", type: "title", spans: [{ text: "The lamp" }] },
				{ id: "f", type: "figure", image: { assetId, alt: "A lamp" }, caption: [], layout: "column" },
			],
		}),
	});
	return assetId;
}

/** Every check of the library finds it sound, its pictures among it. */
async function expectSound(studio: StudioUnderTest): Promise<void> {
	const id = await studio.client.library.verify.mutate();
	await expect.poll(async () => (await studio.client.jobs.status.query({ id })).state).toBe("done");
	expect((await studio.client.jobs.status.query({ id })).result).toMatchObject({
		ok: true,
		media: { checked: 1, missing: [], changed: [] },
	});
}

const rows = (page: Page) => page.getByRole("rowheader");

async function backUp(page: Page, expected: number): Promise<void> {
	await page.getByRole("button", { name: "Back up now" }).click();
	await expect(rows(page)).toHaveCount(expected);
}

test("a backup of a sound library is put back, with its pictures, and that can be taken back", async ({
	page,
	studio,
}) => {
	const assetId = await addPicture(studio);
	await studio.open("#/settings/library");
	await backUp(page, 1);
	await expect(page.getByText("Backed up, with 1 picture.")).toBeVisible();
	await expect(page.getByRole("row").nth(1)).toContainText(/made by you\s*1/);
	await studio.client.stories.create.mutate({ title: "Written since" });
	rmSync(join(studio.libraryDirectory, "media", assetId));

	await page.getByRole("button", { name: /^More for the backup of/ }).click();
	await page.getByRole("menuitem", { name: "Put back this backup…" }).click();
	const dialog = page.getByRole("dialog");
	await expect(dialog.getByRole("radio")).toHaveCount(1);
	await expectAccessibleInBoth(page);
	await dialog.getByRole("button", { name: "Put back this backup" }).click();
	await expect(dialog).toContainText("The library as it was until now is kept as a backup");
	await expect(dialog).not.toContainText("neither in this backup");
	await expectAccessible(page);
	await dialog.getByRole("button", { name: "Open the library" }).click();
	await expect(rows(page)).toHaveCount(2);
	await expect(page.getByRole("row").nth(1)).toContainText("before a backup was put back");
	expect((await studio.client.stories.list.query({})).map(({ title }) => title)).toEqual(["The lamp"]);
	await expectSound(studio);
	expect(readFileSync(join(studio.libraryDirectory, "media", assetId)).length).toBeGreaterThan(0);

	await page
		.getByRole("button", { name: /^More for the backup of/ })
		.first()
		.click();
	await page.getByRole("menuitem", { name: "Put back this backup…" }).click();
	await dialog.getByRole("button", { name: "Put back this backup" }).click();
	await dialog.getByRole("button", { name: "Open the library" }).click();
	await expect(rows(page)).toHaveCount(3);
	expect((await studio.client.stories.list.query({})).map(({ title }) => title).sort()).toEqual([
		"The lamp",
		"Written since",
	]);
});

test("backups are in the palette: one is made, one is put back from a page being written, and the text is safe", async ({
	page,
	studio,
}) => {
	const { id } = await studio.client.stories.create.mutate({ title: "Ebb" });
	await studio.open(`#/write/${id}`);
	const choose = async (name: string) => {
		await page.keyboard.press("Control+k");
		await page.getByRole("combobox").fill("backup");
		await page.getByRole("option", { name }).click();
	};
	await page.keyboard.press("Control+k");
	await page.getByRole("combobox").fill("Back up");
	await page.getByRole("option", { name: "Back up now" }).click();
	await expect(page.getByText("Backed up, with 0 pictures.")).toBeVisible();
	await text(page).click();
	await page.keyboard.press("Control+End");
	await page.keyboard.type(" and flow");
	await choose("Put back a backup…");
	const dialog = page.getByRole("dialog", { name: "Put back a backup?" });
	await dialog.getByRole("button", { name: "Put back this backup" }).click();
	await page.getByRole("button", { name: "Open the library" }).click();
	await expect(rows(page)).toHaveCount(2);
	const now = async () => JSON.stringify((await studio.client.stories.get.query({ id })).document);
	expect(await now()).not.toContain("and flow");
	const [kept] = await studio.client.library.backups.query();
	await page
		.getByRole("button", { name: /^More for the backup of/ })
		.first()
		.click();
	await page.getByRole("menuitem", { name: "Put back this backup…" }).click();
	await page.getByRole("button", { name: "Put back this backup" }).click();
	await page.getByRole("button", { name: "Open the library" }).click();
	expect(kept?.kind).toBe("replaced");
	await expect.poll(now).toContain("and flow");
});

test("a backup is saved to a file that the command line restores", async ({ page, studio }) => {
	await addPicture(studio);
	await studio.open();
	const downloading = page.waitForEvent("download");
	await page.keyboard.press("Control+k");
	await page.getByRole("combobox").fill("backup");
	await page.getByRole("option", { name: "Save a backup to a file…" }).click();
	const download = await downloading;
	expect(download.suggestedFilename()).toMatch(/^inkhour-000001-.*-manual\.sqlite$/);
	const to = join(studio.libraryDirectory, "elsewhere");
	const report = await restoreBundle(await download.path(), to);
	expect(report).toMatchObject({ stories: 1, media: 1, missing: [] });
});

test("of a backup without pictures that are gone it is told which are missing, and why a backup is not put back", async ({
	page,
	studio,
}) => {
	const assetId = await addPicture(studio);
	await studio.stop();
	await studio.start();
	rmSync(join(studio.libraryDirectory, "media", assetId));
	await studio.open("#/settings/library");
	await expect(page.getByRole("row").nth(1)).toContainText(/automatic\s*not in it/);
	await page.getByRole("button", { name: /^More for the backup of/ }).click();
	await page.getByRole("menuitem", { name: "Put back this backup…" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByRole("button", { name: "Put back this backup" }).click();
	await expect(dialog).toContainText("1 picture is neither in this backup nor in the library’s folder");
	await expect(dialog).toContainText(`${assetId} in “The lamp”`);
	await expectAccessible(page);
});

test("no notice lies over the buttons of a dialog", async ({ page, studio }) => {
	await studio.client.stories.create.mutate({ title: "Ebb" });
	await page.setViewportSize({ width: 640, height: 400 });
	await studio.open("#/settings/library");
	await backUp(page, 1);
	await page.getByRole("button", { name: /^More for the backup of/ }).click();
	await page.getByRole("menuitem", { name: "Put back this backup…" }).click();
	const notice = page.locator("[data-notices]");
	await expect(notice).toContainText("Backed up");
	const button = page.getByRole("dialog").getByRole("button", { name: "Put back this backup" });
	await expect(async () => {
		const [over, under] = [await notice.boundingBox(), await button.boundingBox()];
		expect(under!.y + under!.height).toBeLessThanOrEqual(over!.y);
		expect(under!.y).toBeGreaterThan(0);
	}).toPass();
});
