import { expect, expectAccessible, test } from "#tests/support/studio.ts";

test("the printed link opens the studio, once", async ({ page, studio, browser }) => {
	const link = studio.newLink();
	await page.goto(link);
	await expect(page.getByRole("navigation").first()).toBeVisible();
	await expectAccessible(page);
	studio.expectErrors(/403/);
	const elsewhere = await browser.newContext();
	const stranger = await elsewhere.newPage();
	expect((await stranger.goto(link))?.status()).toBe(403);
	await expect(stranger.getByRole("heading")).toHaveText("Open the link Inkhour printed");
	await expectAccessible(stranger);
	await elsewhere.close();
});

test("a reload and a second tab keep working", async ({ page, studio, context }) => {
	await studio.open("#/plan/ideas");
	await page.reload();
	await expect(page.getByRole("navigation").first()).toBeVisible();
	const second = await context.newPage();
	await second.goto(page.url());
	await expect(second.getByRole("navigation").first()).toBeVisible();
	expect(second.url()).toContain("#/plan/ideas");
});

test("after a restart an old tab says what to do, and the new link opens the same library", async ({
	page,
	studio,
}) => {
	await studio.client.stories.create.mutate({ title: "Lamps" });
	await studio.open();
	const { port } = studio;
	// The page asks again while nobody answers, and the new host refuses it.
	studio.expectErrors(/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|403/);
	await studio.stop();
	await studio.start(port);
	await page.reload();
	await expect(page.getByRole("heading")).toHaveText("Open the link Inkhour printed");
	await studio.open();
	await expect(page.getByText("Lamps").first()).toBeVisible();
});
