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
