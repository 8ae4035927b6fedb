import { list } from "#tests/support/story-list.ts";
import { expect, expectAccessible, test } from "#tests/support/studio.ts";

test("one click fills every room, says that it is invented, and one click takes it away", async ({ page, studio }) => {
	await studio.open("#/write/");
	await page.keyboard.press("Control+k");
	await page.keyboard.type("Add the sample library");
	await page.keyboard.press("Enter");
	const banner = page.getByRole("region", { name: "Sample library" });
	await expect(banner).toContainText("invented");
	await expect(page.getByText("The Last Ferry").first()).toBeAttached();
	// However narrow the list, a row has its date and its length.
	const rows = list(page);
	await expect(rows.locator("time").first()).toBeVisible();
	const clipped = await rows.locator("[title]").evaluateAll((all) =>
		all
			.filter((facts) => {
				const { bottom, right } = facts.getBoundingClientRect();
				return [...facts.children].slice(1).some((fact) => {
					const own = fact.getBoundingClientRect();
					return own.bottom > bottom + 1 || own.right > right + 1;
				});
			})
			.map((facts) => facts.getAttribute("title")),
	);
	expect(clipped).toEqual([]);
	await expectAccessible(page);
	await page.evaluate(() => {
		window.location.hash = "#/plan/ideas";
	});
	await expect(page.getByRole("textbox", { name: "Title of “Soup for people who do not cook”" })).toBeVisible();
	await banner.getByRole("button", { name: "Remove the sample" }).click();
	await expect(banner).toHaveCount(0);
	expect(await studio.client.sample.status.query()).toEqual({
		present: false,
		withoutFigures: false,
		besideOwn: false,
		stories: 0,
		edited: [],
	});
});

test("what the writer changed is asked about and kept", async ({ page, studio }) => {
	await studio.open("#/write/");
	const { jobId } = await studio.client.sample.add.mutate();
	await expect.poll(async () => (await studio.client.jobs.status.query({ id: jobId })).state).toBe("done");
	const [draft] = await studio.client.stories.list.query({ shelf: "drafts" });
	const { document, revision } = await studio.client.stories.get.query({ id: draft!.id });
	const blocks = [...document.blocks, { id: "mine", type: "paragraph", spans: [{ text: "My own sentence." }] }];
	await studio.client.stories.save.mutate({
		id: draft!.id,
		baseRevision: revision,
		document: JSON.stringify({ ...document, blocks }),
	});
	await page.reload();
	await page.getByRole("button", { name: "Remove the sample" }).click();
	const dialog = page.getByRole("alertdialog", { name: "Keep what you changed?" });
	await expect(dialog).toContainText(draft!.title);
	await expectAccessible(page);
	await dialog.getByRole("button", { name: "Keep mine, remove the rest" }).click();
	await expect
		.poll(async () => (await studio.client.stories.list.query({})).map((story) => story.id))
		.toEqual([draft!.id]);
});
