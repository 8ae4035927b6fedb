/** A backup file from elsewhere, put back from the window. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { createStudioClient } from "#service/client.ts";
import { fixedClock } from "#service/clock.ts";
import { createStudio } from "#service/studio.ts";
import { refuse } from "#tests/gallery/acts.ts";
import { expect, expectAccessible, expectAccessibleInBoth, test } from "#tests/support/studio.ts";

let folder: string;
/** A whole library with two stories, one of them in the trash, made by another studio. */
let file: string;

test.beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "inkhour-elsewhere-"));
	file = join(folder, "from my stick.sqlite");
	const other = createStudio({
		libraryDirectory: join(folder, "other"),
		clock: fixedClock("2025-07-04T08:00:00.000Z"),
	});
	const client = createStudioClient(other.fetch);
	await client.stories.create.mutate({ title: "Written on the other desk" });
	const { id } = await client.stories.create.mutate({ title: "Thrown away" });
	await client.stories.trash.mutate({ id });
	const job = await client.library.backupTo.mutate({ file, replace: false });
	await expect.poll(async () => (await client.jobs.status.query({ id: job })).state).toBe("done");
	await other.close();
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Presses the button that has the focus, and gives the browser's file dialog a file. */
async function chooseByKey(page: Page, chosen: string): Promise<void> {
	const choosing = page.waitForEvent("filechooser");
	await page.keyboard.press("Enter");
	await (await choosing).setFiles(chosen);
}

test("with keys alone a file is opened, looked at, put back, and that is taken back", async ({ page, studio }) => {
	await studio.client.stories.create.mutate({ title: "Here now" });
	await studio.open("#/settings/library");
	await page.getByRole("button", { name: "Open a backup file…" }).press("Enter");
	const dialog = page.getByRole("dialog", { name: "Open a backup file" });
	await expect(dialog.getByRole("button", { name: "Choose a file…" })).toBeFocused();
	await expectAccessibleInBoth(page);
	// What is said is said in one place from the first step to the last: a new one would be heard by nobody.
	const status = page.getByRole("dialog").getByRole("status");
	await status.evaluate((element) => element.setAttribute("data-from-start", ""));
	await chooseByKey(page, file);

	const found = page.getByRole("dialog", { name: "Put back this backup?" });
	await expect(found).toContainText("from my stick.sqlite");
	await expect(found).toContainText("2, of these 1 in the trash");
	await expect(found).toContainText(/Oldest day known\s*Jul 4, 2025/);
	await expect(status).toHaveText("The file is sound: 2 stories; figures of stats: 0.");
	await expect(status).toHaveAttribute("data-from-start");
	await expect(found.getByRole("region", { name: "What the file holds" })).toBeFocused();
	await expect(found).toContainText("kept as a backup first");
	await expectAccessibleInBoth(page);
	expect((await studio.client.stories.list.query({})).map(({ title }) => title)).toEqual(["Here now"]);
	for (const name of ["Cancel", "Choose another…", "Put back this backup"]) {
		await page.keyboard.press("Tab");
		await expect(found.getByRole("button", { name })).toBeFocused();
	}
	await page.keyboard.press("Enter");

	const back = page.getByRole("dialog", { name: "The backup is back" });
	await expect(back).toContainText("The library as it was until now is kept as a backup");
	await expectAccessible(page);
	await expect(status).toContainText("kept as a backup");
	await expect(status).toHaveAttribute("data-from-start");
	await expect(back.getByRole("button", { name: "Open the library" })).toBeFocused();
	await page.keyboard.press("Enter");
	await expect(page.getByRole("row").nth(1)).toContainText("before a backup was put back");
	const titles = async () => (await studio.client.stories.list.query({})).map(({ title }) => title);
	expect(await titles()).toEqual(["Written on the other desk"]);

	// In a table the arrow keys lead to what is in a row.
	await page.getByRole("row").nth(1).focus();
	for (const key of ["ArrowLeft", "Enter"]) await page.keyboard.press(key);
	await page.getByRole("menuitem", { name: "Put back this backup…" }).press("Enter");
	await page.getByRole("button", { name: "Put back this backup" }).press("Enter");
	await page.getByRole("button", { name: "Open the library" }).press("Enter");
	await expect.poll(titles).toEqual(["Here now"]);
});

test("a wrong file is refused with its name and the reason, another is chosen, and cancelling leaves nothing behind", async ({
	page,
	studio,
}) => {
	const wrong = join(folder, "diary.txt");
	writeFileSync(wrong, "Dear diary, nothing here is a database.\n".repeat(9));
	const cut = join(folder, "cut.sqlite");
	writeFileSync(cut, readFileSync(file).subarray(0, 20_000));
	// The browser tells of every refused call.
	studio.expectErrors(/status of 422/);
	await studio.open();
	await page.keyboard.press("Control+k");
	await page.getByRole("combobox").fill("backup file");
	await page.getByRole("option", { name: "Open a backup file…" }).click();
	const dialog = page.getByRole("dialog", { name: "Open a backup file" });
	await expect(dialog.getByRole("button", { name: "Choose a file…" })).toBeFocused();
	await chooseByKey(page, wrong);
	const alert = dialog.getByRole("alert");
	await expect(alert).toContainText("The file is no sound backup.");
	await expect(alert).toContainText("diary.txt");
	await expect(alert).toContainText("The library file is not a database.");
	await expectAccessibleInBoth(page);

	await expect(dialog.getByRole("button", { name: "Choose another…" })).toBeFocused();
	await chooseByKey(page, cut);
	await expect(alert).toContainText("cut short");
	await expect(alert).not.toContainText("diary.txt");
	await expect(dialog.getByRole("button", { name: "Choose another…" })).toBeFocused();
	await chooseByKey(page, file);
	await expect(page.getByRole("dialog")).toContainText("2, of these 1 in the trash");
	await page.keyboard.press("Escape");
	await expect(page.getByRole("dialog")).toBeHidden();
	await expect.poll(() => readdirSync(join(studio.libraryDirectory, "incoming"))).toEqual([]);
	expect(await studio.client.library.backups.query()).toEqual([]);
});

test("a damaged library without a backup is given up for a file from elsewhere", async ({ page, studio }) => {
	await studio.stop();
	for (const suffix of ["-wal", "-shm"])
		rmSync(join(studio.libraryDirectory, `library.sqlite${suffix}`), { force: true });
	writeFileSync(join(studio.libraryDirectory, "library.sqlite"), "this is no library ".repeat(500));
	await studio.start();
	await studio.open();
	await page.getByRole("button", { name: "Open a backup file…" }).press("Enter");
	await expect(page.getByRole("button", { name: "Choose a file…" })).toBeFocused();
	await chooseByKey(page, file);
	await expect(page.getByRole("dialog")).toContainText("The damaged library is moved aside and kept.");
	await page.getByRole("button", { name: "Put back this backup" }).press("Enter");
	await expect(page.getByRole("dialog")).toContainText(/The old library was moved to .*damaged/);
	await expectAccessible(page);
	await page.getByRole("button", { name: "Open the library" }).press("Enter");
	await expect(page.getByRole("option", { name: "Written on the other desk" })).toBeVisible();
});

/** Opens a backup file from the settings and waits for what it holds. */
async function find(page: Page): Promise<void> {
	await page.getByRole("button", { name: "Open a backup file…" }).press("Enter");
	await expect(page.getByRole("button", { name: "Choose a file…" })).toBeFocused();
	await chooseByKey(page, file);
	await expect(page.getByRole("dialog")).toContainText("2, of these 1 in the trash");
}

test("where only the answer was lost nobody claims to know, and the window begins anew with the library that is there", async ({
	page,
	studio,
}) => {
	studio.expectErrors(/Failed to load resource/);
	await studio.client.stories.create.mutate({ title: "Here now" });
	await studio.open("#/settings/library");
	await find(page);
	await page.route(/library\.recover/, async (route) => {
		await route.fetch();
		await route.abort();
	});
	await page.route(/library\.whenReplaced/, (route) => route.abort(), { times: 1 });
	await page.getByRole("button", { name: "Put back this backup" }).click();
	const dialog = page.getByRole("dialog", { name: "Is the backup back?" });
	await expect(dialog.getByRole("alert")).toContainText("it is not known whether the backup was put back");
	await expect(dialog).not.toContainText("Nothing was changed");
	await expect(dialog.getByRole("button", { name: "Put back this backup" })).toBeHidden();
	await expectAccessibleInBoth(page);
	// Closing it would go on with pages of a library that may be gone.
	await page.keyboard.press("Escape");
	await expect(dialog.getByRole("alert")).toContainText("still does not answer");
	await dialog.getByRole("button", { name: "Look again" }).click();
	await expect(page.getByRole("row").nth(1)).toContainText("before a backup was put back");
	await expect(dialog).toBeHidden();
	await expect.poll(() => readdirSync(join(studio.libraryDirectory, "incoming"))).toEqual([]);
});

test("the failure of one file is not told beside the next", async ({ page, studio }) => {
	studio.expectErrors(/status of 500/);
	await studio.open("#/settings/library");
	await find(page);
	await refuse(/library\.recover/, "DISK_FULL", "The disk is full")(page);
	await page.getByRole("button", { name: "Put back this backup" }).press("Enter");
	const alert = page.getByRole("alert");
	await expect(alert).toContainText("The backup was not put back: The disk is full. Nothing was changed.");
	await expect(page.getByRole("button", { name: "Put back this backup" })).toBeFocused();
	await page.getByRole("button", { name: "Choose another…" }).focus();
	await chooseByKey(page, file);
	await expect(page.getByRole("region", { name: "What the file holds" })).toBeFocused();
	await expect(alert).toBeHidden();
});
