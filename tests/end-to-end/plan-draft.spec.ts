import { toast } from "#tests/support/notice.ts";
import { expect, test } from "#tests/support/studio.ts";

test("a started draft whose text could not be saved is not taken back", async ({ page, studio }) => {
	const key = "inkhour.unsaved.";
	const copies = () =>
		page.evaluate((prefix) => Object.entries(localStorage).filter(([name]) => name.startsWith(prefix)), key);
	const { id } = await studio.client.plan.series.create.mutate({ title: "Light at home" });
	await studio.client.plan.series.addPart.mutate({ seriesId: id, title: "First lamp", promise: "Why the first lamp" });
	const plan = `#/plan/series/${id}`;
	await studio.open(plan);
	const first = page.getByRole("list", { name: "Parts" }).getByRole("listitem").first();
	const toPlan = () => page.goto(page.url().replace(/#.*/, plan));
	await first.getByRole("button", { name: "Start draft" }).click();
	await expect(page).toHaveURL(/#\/write\/[0-9a-f-]{36}$/);
	const storyId = page.url().slice(-36);
	studio.expectErrors(/stories\.save/);
	await page.route("**/rpc/stories.save*", (route) => route.abort());
	await page.getByRole("textbox", { name: "Story text" }).press("End");
	await page.keyboard.type("precious words");
	await expect.poll(copies).toHaveLength(1);

	await toast(page, "Draft started").getByRole("button", { name: "Undo" }).click();
	await expect(toast(page, "The draft was not taken back: its text could not be saved")).toBeVisible();
	expect(JSON.stringify(await copies())).toContain("precious words");

	// With another story open the text is in the emergency copy alone.
	await page.goto(page.url().replace(/#.*/, "#/write/"));
	await expect(page.getByRole("textbox", { name: "Story text" })).toHaveText("");
	await toPlan();
	await toast(page, "was not taken back").getByRole("button", { name: "Close" }).click();
	await first.getByRole("button", { name: "Open draft" }).press("ControlOrMeta+z");
	await expect(toast(page, "was not taken back")).toBeVisible();
	expect(JSON.stringify(await copies())).toContain("precious words");

	await page.unrouteAll({ behavior: "wait" });
	await page.goto(page.url().replace(/#.*/, `#/write/${storyId}`));
	await expect(page.getByRole("textbox", { name: "Story text" })).toContainText("precious words");
	await expect.poll(copies).toEqual([]);
	await toPlan();
	await first.getByRole("button", { name: "Open draft" }).press("ControlOrMeta+z");
	await expect(toast(page, "kept in the trash")).toBeVisible();
	const { document } = await studio.client.stories.get.query({ id: storyId });
	expect(JSON.stringify(document)).toContain("precious words");
});
