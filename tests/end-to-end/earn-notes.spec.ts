/** What the pages of Earn say beside their figures. */
import { bringStats } from "#tests/support/bring-stats.ts";
import { expect, expectAccessible, test } from "#tests/support/studio.ts";

test.use({ startTime: "2026-03-20T09:00:00.000Z" });

const MONTHS = ["2025-09", "2025-10", "2025-11", "2025-12", "2026-01", "2026-02"];

test("a day of a rule that no projection reaches is kept, and told to change nothing yet", async ({ page, studio }) => {
	await bringStats(studio, {
		"months.csv": `Month,Earnings\n${MONTHS.map((month, at) => `${month},2${at}.00`).join("\n")}`,
	});
	await studio.open("#/earn/model");
	const field = page.getByLabel("Another day (YYYY-MM-DD)");
	const told = page.getByText(
		"Beyond February 2027, the last month that can be projected now: it changes nothing yet.",
	);
	await field.fill("2027-02-28");
	await expect(page.getByRole("button", { name: "Add the day" })).toBeEnabled();
	await expect(told).toHaveCount(0);
	await field.fill("2030-01-01");
	await expect(told).toBeVisible();
	await field.press("Enter");
	await expect(page.getByRole("listitem").filter({ hasText: "2030" })).toContainText("Your own");
	await expect(page.getByRole("listitem").filter({ hasText: "2030" }).filter({ has: told })).toBeVisible();
	await expectAccessible(page);
});

test("where two currencies are earned, reading is said to be of all stories", async ({ page, studio }) => {
	const table = (currency: string, story: string) =>
		`Month,Title,Earnings (${currency}),Member reads\n${MONTHS.map((month) => `${month},${story},20.00,40`).join("\n")}`;
	const told = page.getByText("Of all your stories, whatever currency they earn in.");
	await bringStats(studio, { "dollars.csv": table("USD", "A lamp") });
	await studio.open("#/earn/overview");
	await expect(page.getByRole("heading", { name: "Member reads" })).toBeVisible();
	await expect(told).toHaveCount(0);
	await bringStats(studio, { "euros.csv": table("EUR", "A ferry") });
	await page.reload();
	await expect(told).toBeVisible();
});

test("rows that were not taken for one reason are listed as one", async ({ page, studio }) => {
	await studio.open("#/earn/overview");
	const rows = ["2026-01", "2026-05", "2026-05", "2026-05", "2026-06"].map((month, at) => `${month},Story ${at},4.00`);
	await page.getByRole("main").getByRole("button", { name: "Import stats" }).click();
	await page.getByLabel("Or paste a table").fill(["Month,Title,Earnings", ...rows].join("\n"));
	await page.getByRole("button", { name: "Read the pasted table" }).click();
	const refused = page.getByRole("region", { name: "Rows that were not taken" });
	await expect(refused.getByText("4 rows were not taken")).toBeVisible();
	await expect(refused.getByRole("row", { name: /^3 to 5 It is about May 2026/ })).toBeVisible();
	await expect(refused.getByRole("row", { name: /^6 It is about June 2026/ })).toBeVisible();
	await expectAccessible(page);
});
