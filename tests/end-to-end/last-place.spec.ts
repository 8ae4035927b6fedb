import { expect, expectAccessible, type StudioUnderTest, test } from "#tests/support/studio.ts";
import { saved, text } from "#tests/support/write-page.ts";

const lastPlace = async (studio: StudioUnderTest) => (await studio.client.settings.get.query()).settings.lastPlace;

test("the studio opens where the writer was, also when the window is closed at once", async ({
	page,
	context,
	studio,
}) => {
	await studio.open();
	await expect(page).not.toHaveURL(/#/);
	await page.keyboard.type("Lamps");
	await expect(page).toHaveURL(/#\/write\/[0-9a-f-]{36}$/);
	await expect(saved(page)).toBeVisible();
	const story = new URL(page.url()).hash;
	await page.close();
	await expect.poll(() => lastPlace(studio)).toBe(story);
	await studio.stop();
	await studio.start();

	const second = await context.newPage();
	await studio.open("", second);
	await expect(text(second)).toHaveText("Lamps");
	await expect(text(second)).toBeFocused();
	expect(new URL(second.url()).hash).toBe(story);
	await second.getByRole("link", { name: "Plan" }).click();
	await second.getByRole("tab", { name: "Calendar" }).click();
	await expect(second).toHaveURL(/#\/plan\/calendar$/);
	// Stayed at for a while it is kept, without the window being closed.
	await expect.poll(() => lastPlace(studio)).toBe("#/plan/calendar");

	const third = await context.newPage();
	await studio.open("", third);
	await expect(third).toHaveTitle(/^Plan: Calendar/);
	// An address that asks for a page has its way.
	await studio.open("#/write/", third);
	await expect(text(third)).toHaveText("");
});

test("a story that has gone to the trash leaves the blank page, and so does the setting", async ({ page, studio }) => {
	const { id } = await studio.client.stories.create.mutate({ title: "Lamps" });
	await studio.client.settings.update.mutate({ lastPlace: `#/write/${id}` });
	await studio.client.stories.trash.mutate({ id });
	await studio.open();
	await expect(text(page)).toBeFocused();
	await expect(text(page)).toHaveText("");
	await expect(page.getByRole("alertdialog")).toHaveCount(0);
	await expect.poll(() => lastPlace(studio)).toBe("#/write/");

	await studio.client.stories.restore.mutate({ id });
	await studio.client.settings.update.mutate({ lastPlace: `#/write/${id}` });
	await studio.open("#/settings/general");
	await page.getByRole("radiogroup", { name: "When the studio opens" }).getByText("New story").click();
	await expectAccessible(page);
	await expect.poll(async () => (await studio.client.settings.get.query()).settings.opensAt).toBe("new");
	await studio.open();
	await expect(text(page)).toHaveText("");
});

test("unsaved text of another page than the last one is offered", async ({ page, studio }) => {
	const { id, document } = await studio.client.stories.create.mutate({ title: "Lamps" });
	await studio.client.settings.update.mutate({ lastPlace: `#/write/${id}` });
	const title = { id: "t", type: "title", spans: [{ text: "Ferries" }] };
	await studio.open("#/settings/general");
	await page.evaluate(
		(copy) => localStorage.setItem("inkhour.unsaved.new", copy),
		JSON.stringify({
			document: JSON.stringify({ ...document, blocks: [title] }),
			baseRevision: 0,
			at: "2026-03-09T12:00:00.000Z",
		}),
	);
	await page.goto("about:blank");
	// The page that is left keeps its own place with its last breath.
	await expect.poll(() => lastPlace(studio)).toBe("#/settings/general");
	await studio.client.settings.update.mutate({ lastPlace: `#/write/${id}` });
	await studio.open();
	await expect(text(page)).toHaveText("Lamps");
	await page.getByRole("button", { name: "Open", exact: true }).click();
	await expect(text(page)).toContainText("Ferries");
	await expect(saved(page)).toBeVisible();
});
