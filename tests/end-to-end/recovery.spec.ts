import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import Database from "better-sqlite3";
import { START_ELEMENT } from "#contract/start.ts";
import { createStudioClient } from "#service/client.ts";
import { createStudio } from "#service/studio.ts";
import { expect, expectAccessible, expectAccessibleInBoth, type StudioUnderTest, test } from "#tests/support/studio.ts";
import { text } from "#tests/support/write-page.ts";

const file = (studio: StudioUnderTest) => join(studio.libraryDirectory, "library.sqlite");

function damage(studio: StudioUnderTest): void {
	for (const suffix of ["-wal", "-shm"]) rmSync(file(studio) + suffix, { force: true });
	writeFileSync(file(studio), "this is no library ".repeat(500));
}

async function expectScreen(page: Page, title: string): Promise<void> {
	await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
	for (const fact of ["What happened", "What is safe", "What to do next"])
		await expect(page.getByText(fact, { exact: true })).toBeVisible();
	await expectAccessibleInBoth(page);
}

test("a damaged library offers its backups; putting one back opens it", async ({ page, studio }) => {
	await studio.client.stories.create.mutate({ title: "Kept by the backup" });
	await studio.open("#/settings/library");
	await page.getByRole("button", { name: "Back up now" }).click();
	await expect(page.getByRole("rowheader")).toHaveCount(1);
	await studio.stop();
	damage(studio);
	await studio.start();
	await studio.open();
	await expectScreen(page, "The library is damaged");
	await expect(page.getByRole("radio")).toHaveCount(1);
	await page.getByRole("button", { name: "Put back this backup" }).click();
	await expect(page.getByRole("option", { name: "Kept by the backup" })).toBeVisible();
	await expect(page.getByText("The old library was moved to")).toBeVisible();
});

test("what could be saved is told in plain words, beside the backup that can still be put back", async ({
	page,
	studio,
}) => {
	await studio.client.stories.create.mutate({ title: "Kept by the backup" });
	await studio.open("#/settings/library");
	await page.getByRole("button", { name: "Back up now" }).click();
	await expect(page.getByRole("rowheader")).toHaveCount(1);
	await studio.stop();
	for (const suffix of ["-wal", "-shm"]) rmSync(file(studio) + suffix, { force: true });
	// The header is gone, the rows are not.
	writeFileSync(file(studio), Buffer.concat([Buffer.from("PK\x03\x04"), readFileSync(file(studio)).subarray(4)]));
	await studio.start();
	await studio.open();
	await page.getByRole("button", { name: "Save what can be read" }).click();
	const dialog = page.getByRole("dialog", { name: "What could be saved" });
	await expect(dialog.getByRole("rowheader", { name: "Stories", exact: true })).toBeVisible();
	await expect(dialog.getByRole("grid")).not.toContainText(/_|library meta|medium/);
	await expect(dialog).toContainText(/A backup of Mar 10, 2026.* lies beside it/);
	await expect(dialog).toContainText(/backups\/000001-20260310T090000-manual\.sqlite/);
	await expectAccessible(page);
	await dialog.getByRole("button", { name: "Put back this backup" }).click();
	await expect(page.getByRole("option", { name: "Kept by the backup" })).toBeVisible();
});

test("a lost story is there with its earlier text, and the report and the list say so", async ({ page, studio }) => {
	const { id } = await studio.client.stories.create.mutate({ title: "The keeper" });
	await studio.client.stories.snapshot.mutate({ id, label: "" });
	await studio.stop();
	const database = new Database(file(studio));
	const leaf = database
		.prepare<[], number>("SELECT pageno - 1 FROM dbstat WHERE name = 'story' AND pagetype = 'leaf'")
		.pluck()
		.get();
	database.close();
	const bytes = readFileSync(file(studio));
	// Neither the tables nor the free pages are known any more.
	bytes.write("PK");
	bytes.fill(0xff, 100, 4096);
	bytes.fill(0xa5, leaf! * 4096, (leaf! + 1) * 4096);
	writeFileSync(file(studio), bytes);
	await studio.start();
	await studio.open();
	await page.getByRole("button", { name: "Save what can be read" }).click();
	const dialog = page.getByRole("dialog", { name: "What could be saved" });
	await expect(dialog).toContainText("Another text that was kept of them is in its place");
	await expect(dialog).toContainText(
		"what you had deleted, such as stories, earlier texts or figures, may be among what was saved",
	);
	await expect(dialog.getByText(/^The keeper, the text of /)).toBeVisible();
	await expectAccessible(page);
	await dialog.getByRole("button", { name: "Open the library" }).click();
	const row = page.getByRole("option", { name: "The keeper" });
	await expect(row).toContainText("Another text");
	await expectAccessible(page);
	await row.click();
	await text(page).click();
	await page.keyboard.press("Control+End");
	await page.keyboard.type(" of the lamp");
	await expect(row).not.toContainText("Another text");
});

test("a text that is not whole is told once, with the text in its place and the file of what is left", async ({
	page,
	studio,
}) => {
	const { id } = await studio.client.stories.create.mutate({ title: "The keeper" });
	await studio.client.stories.snapshot.mutate({ id, label: "" });
	await studio.stop();
	const database = new Database(file(studio));
	database.prepare("UPDATE story SET document = '{' WHERE id = ?").run(id);
	database.close();
	const bytes = readFileSync(file(studio));
	// Neither the tables nor the free pages are known any more.
	bytes.write("PK");
	bytes.fill(0xff, 100, 4096);
	writeFileSync(file(studio), bytes);
	await studio.start();
	await studio.open();
	await page.getByRole("button", { name: "Save what can be read" }).click();
	const dialog = page.getByRole("dialog", { name: "What could be saved" });
	await expect(dialog.getByRole("listitem")).toHaveText([
		/^The keeper, the text of .*; what is left of the lost one: unreadable-.*\.txt$/,
	]);
	await expect(dialog).not.toContainText("These texts are not in the library");
	await expectAccessible(page);
});

test("without a backup what can be read is saved, or the writer types to start empty", async ({ page, studio }) => {
	await studio.stop();
	damage(studio);
	await studio.start();
	await studio.open();
	await expectScreen(page, "The library is damaged");
	await page.getByRole("button", { name: "Start with an empty library" }).click();
	const dialog = page.getByRole("alertdialog");
	await expect(dialog.getByRole("button", { name: "Start empty" })).toBeDisabled();
	await expectAccessible(page);
	await dialog.getByRole("textbox").fill("start empty");
	await dialog.getByRole("button", { name: "Start empty" }).click();
	await expect(page.getByText("Your stories will be listed here.")).toBeVisible();
});

test("a library of which nothing can be read says so, and where the damaged file is", async ({ page, studio }) => {
	await studio.stop();
	damage(studio);
	await studio.start();
	await studio.open();
	await page.getByRole("button", { name: "Save what can be read" }).click();
	const dialog = page.getByRole("dialog", { name: "What could be saved" });
	await expect(dialog).toContainText("Nothing could be read. The library that opens now is empty.");
	await expect(dialog).toContainText(`The damaged file is kept, in ${join(studio.libraryDirectory, "damaged")}`);
	await expect(dialog.getByRole("grid")).toHaveCount(0);
	await expectAccessible(page);
	await dialog.getByRole("button", { name: "Open the library" }).click();
	await expect(page.getByText("Your stories will be listed here.")).toBeVisible();
});

test("a library of a newer version is left alone", async ({ page, studio }) => {
	await studio.stop();
	const database = new Database(file(studio));
	const version = Number(database.pragma("user_version", { simple: true }));
	database.pragma(`user_version = ${version + 5}`);
	database.close();
	await studio.start();
	await studio.open();
	await expectScreen(page, "This library is from a newer Inkhour");
	const same = new Database(file(studio));
	expect(same.pragma("user_version", { simple: true })).toBe(version + 5);
	same.pragma(`user_version = ${version}`);
	same.close();
	await page.getByRole("button", { name: "Look again" }).click();
	await expect(page.getByRole("navigation", { name: "Rooms" })).toBeVisible();
});

test("a library another Inkhour holds opens once it is let go", async ({ page, studio }) => {
	await studio.stop();
	const other = createStudio({ libraryDirectory: studio.libraryDirectory });
	await createStudioClient(other.fetch).library.status.query();
	await studio.start();
	await studio.open();
	await expectScreen(page, "Another Inkhour has this library open");
	await other.close();
	await page.getByRole("button", { name: "Look again" }).click();
	await expect(page.getByRole("navigation", { name: "Rooms" })).toBeVisible();
});

test("a folder that cannot be used says so, and a silent studio is asked again", async ({ page, studio }) => {
	await studio.stop();
	rmSync(studio.libraryDirectory, { recursive: true, force: true });
	writeFileSync(studio.libraryDirectory, "a file where the folder was");
	await studio.start();
	await studio.open();
	await expectScreen(page, "The library’s folder cannot be used");
	studio.expectErrors(/ERR_FAILED/);
	const calls = /\/rpc\/|\/start\.json$/;
	await page.route(calls, (route) => route.abort());
	// The page as it comes while the library is being opened: without the state, which it has to ask for.
	await page.route(/\/(?:\?[^/]*)?$/, async (route) => {
		const answer = await route.fetch();
		const bare = (await answer.text()).replace(new RegExp(`<script [^>]*id="${START_ELEMENT}">.*?</script>`, "s"), "");
		await route.fulfill({ response: answer, body: bare });
	});
	await page.reload();
	await expectScreen(page, "The studio does not answer");
	await page.unroute(calls);
	await page.getByRole("button", { name: "Look again" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "The library’s folder cannot be used" })).toBeVisible();
});
