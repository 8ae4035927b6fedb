import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { ImportReport } from "#contract/imports.ts";
import { createStudioClient } from "#service/client.ts";
import { createStudio } from "#service/studio.ts";
import { generateExport } from "#tests/fixtures/medium-export/generate.ts";
import { postFile } from "#tests/fixtures/medium-export/post.ts";
import { writeFolder, writeZip } from "#tests/fixtures/medium-export/write.ts";
import { expect, expectAccessible, test } from "#tests/support/studio.ts";

let folder: string;
test.beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "inkhour-e2e-import-"));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

function archive(name: string, text: string, exportedOn: string): string {
	const path = join(folder, name);
	const html = postFile({
		title: "Lamps",
		body: `<section class="section"><h3 class="graf graf--title">Lamps</h3><p class="graf">${text}</p></section>`,
		id: "0123456789ab",
		publishedAt: "2020-01-02T03:04:05.000Z",
		handle: "ink",
		exportedOn,
	});
	writeZip(path, new Map([["posts/2020-01-02_Lamps-0123456789ab.html", html]]));
	return path;
}

test("an archive comes in with a report, and the import is undone", async ({ page, studio }) => {
	const path = join(folder, "medium-export.zip");
	writeZip(path, generateExport({ seed: 8, posts: 40 }).files);
	await studio.open();
	await page.keyboard.press("ControlOrMeta+Shift+I");
	const dialog = page.getByRole("dialog", { name: "Import from Medium" });
	await expect(dialog).toBeVisible();
	await expectAccessible(page);
	const chooser = page.waitForEvent("filechooser");
	await dialog.getByRole("button", { name: "Choose zip file…" }).click();
	await (await chooser).setFiles(path);
	await expect(dialog.getByText(/exported from Medium on/)).toBeVisible();
	await expect(dialog.getByRole("row")).not.toHaveCount(0);
	await dialog.getByRole("radio", { name: /Only problems/ }).click();
	await expectAccessible(page);
	await dialog.getByRole("button", { name: "Undo this import" }).click();
	await expect(dialog.getByText("This import was undone.")).toBeVisible();
	await expect(page.getByText("The import of medium-export.zip was undone")).toBeVisible();
	expect(await studio.client.stories.list.query({})).toEqual([]);
});

/** Every file of an import and what became of it, however it came in. */
function fileByFile({ files, pages, skipped }: ImportReport) {
	return [
		...files.map(({ file, outcome, kind, stage, notes }) => ({ file, outcome, kind, stage, notes })),
		...pages,
		...skipped,
	];
}

test("a folder chosen in the browser is reported file by file as the same export on disk and as a zip", async ({
	page,
	studio,
}) => {
	const { files } = generateExport({ seed: 8, posts: 12 });
	files.set("medium.rss", "<rss><channel></channel></rss>");
	files.set("profile/about.html", "<p>About</p>");
	files.set("notes.txt", "Not Medium’s.");
	files.set("posts/2020-01-01_Empty-0123456789aa.html", "");
	const [zip, unpacked] = [join(folder, "medium-export.zip"), join(folder, "medium-export")];
	writeZip(zip, files);
	writeFolder(unpacked, files);

	async function onDisk(path: string) {
		const other = createStudio({ libraryDirectory: join(folder, `library of ${basename(path)}`) });
		const client = createStudioClient(other.fetch);
		const { id } = await client.imports.start.mutate({ source: { type: "path", path } });
		await expect.poll(async () => (await client.jobs.status.query({ id })).state).toBe("done");
		const report = (await client.jobs.status.query({ id })).result as ImportReport;
		await other.close();
		return fileByFile(report);
	}

	await studio.open();
	await page.keyboard.press("ControlOrMeta+Shift+I");
	const chooser = page.waitForEvent("filechooser");
	await page.getByRole("button", { name: "Choose folder…" }).click();
	await (await chooser).setFiles(unpacked);
	await expect(page.getByRole("dialog").getByText(/exported from Medium on/)).toBeVisible();
	const [past] = await studio.client.imports.list.query();
	const inBrowser = fileByFile(await studio.client.imports.report.query({ id: past?.id ?? "" }));
	expect(inBrowser).toEqual(await onDisk(zip));
	expect(inBrowser).toEqual(await onDisk(unpacked));
	expect(new Set(inBrowser.map(({ file }) => file))).toEqual(new Set(files.keys()));
});

test("a file that is no archive is refused with what to do next", async ({ page, studio }) => {
	await studio.open();
	await page.keyboard.press("ControlOrMeta+Shift+I");
	const chooser = page.waitForEvent("filechooser");
	await page.getByRole("button", { name: "Choose zip file…" }).click();
	await (await chooser).setFiles({ name: "photo.zip", mimeType: "application/zip", buffer: Buffer.from("no zip") });
	const alert = page.getByRole("dialog").getByRole("alert");
	await expect(alert).toContainText("Your library is as it was");
	// File and reason are the command line's.
	await expect(alert).toContainText("This is no zip file and no folder of a Medium export");
	await expect(alert).toContainText("photo.zip");
	await expect(alert).toContainText("Choose the whole archive that Medium sent");
	await expectAccessible(page);
	await page.getByRole("button", { name: "Choose another file" }).click();
	await expect(page.getByRole("button", { name: "Choose zip file…" })).toBeVisible();
});

test("Medium's newer text waits beside the writer's: compare, take, undo", async ({ page, studio }) => {
	const take = async (path: string) => {
		const { id } = await studio.client.imports.start.mutate({ source: { type: "path", path } });
		await expect.poll(async () => (await studio.client.jobs.status.query({ id })).state).toBe("done");
	};
	await take(archive("a.zip", "The old lamp burns on the sill.", "2021-01-01"));
	const [listed] = await studio.client.stories.list.query({});
	const story = await studio.client.stories.get.query({ id: listed?.id ?? "" });
	const mine = [...story.document.blocks, { id: "mine", type: "paragraph", spans: [{ text: "A line of my own." }] }];
	await studio.client.stories.save.mutate({
		id: story.id,
		baseRevision: story.revision,
		document: JSON.stringify({ version: 1, blocks: mine }),
	});
	await take(archive("b.zip", "The new lamp burns on the sill.", "2021-02-01"));
	await studio.open(`#/write/${story.id}`);
	const banner = page.getByRole("region", { name: "Newer text from Medium" });
	await expect(banner).toBeVisible();
	await expect(page.getByRole("option", { name: "Lamps" })).toHaveText(/Two texts.*Published.*changed/);
	await banner.getByRole("button", { name: "Compare…" }).click();
	const dialog = page.getByRole("dialog");
	await expect(dialog.locator("del", { hasText: "old" })).toBeVisible();
	await expect(dialog.locator("ins", { hasText: "new" })).toBeVisible();
	await expectAccessible(page);
	await dialog.getByRole("button", { name: "Use Medium’s text" }).click();
	await expect(banner).toBeHidden();
	await expect(page.getByRole("main", { name: "Story" }).getByText("The new lamp burns")).toBeVisible();
	await page.getByRole("button", { name: "Undo" }).click();
	await expect(page.getByRole("main", { name: "Story" }).getByText("A line of my own.")).toBeVisible();
	await expect(banner).toBeVisible();
	await banner.getByRole("button", { name: "Keep mine" }).click();
	await expect(banner).toBeHidden();

	await page.keyboard.press("ControlOrMeta+Shift+I");
	const chooser = page.waitForEvent("filechooser");
	await page.getByRole("button", { name: "Choose zip file…" }).click();
	await (await chooser).setFiles(archive("c.zip", "The newest lamp burns on the sill.", "2021-03-01"));
	await page.getByRole("dialog").getByRole("button", { name: "Done" }).click();
	await expect(banner).toBeVisible();
});

test("an open story that nobody edited shows the newer text as soon as the import is over", async ({
	page,
	studio,
}) => {
	const chooseArchive = async (path: string) => {
		await page.keyboard.press("ControlOrMeta+Shift+I");
		const chooser = page.waitForEvent("filechooser");
		await page.getByRole("button", { name: "Choose zip file…" }).click();
		await (await chooser).setFiles(path);
		await page.getByRole("dialog").getByRole("button", { name: "Done" }).click();
	};
	await studio.open();
	await chooseArchive(archive("a.zip", "The old lamp burns on the sill.", "2021-01-01"));
	await page.getByRole("option", { name: "Lamps" }).click();
	const text = page.getByRole("textbox", { name: "Story text" });
	await expect(text).toContainText("The old lamp burns");
	await chooseArchive(archive("b.zip", "The new lamp burns on the sill.", "2021-02-01"));
	await expect(text).toContainText("The new lamp burns");
	await expect(page.getByRole("region", { name: "Newer text from Medium" })).toBeHidden();

	// The page goes on from the new text: what is typed now is no conflict.
	await text.locator("p").first().click();
	await page.keyboard.press("End");
	await page.keyboard.type(" Still.");
	await expect(page.locator('[data-save-state="saved"]', { hasText: /Saved \d/ })).toBeVisible();
	await expect(text).toContainText("The new lamp burns on the sill. Still.");

	// Edited since: the newer text waits beside it.
	await chooseArchive(archive("c.zip", "The newest lamp burns on the sill.", "2021-03-01"));
	await expect(page.getByRole("region", { name: "Newer text from Medium" })).toBeVisible();
	await expect(text).toContainText("The new lamp burns on the sill. Still.");
});
