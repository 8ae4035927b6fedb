/** Figures that are not enough, or not all: what Earn makes of them and says. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { dailyStories } from "#tests/support/daily-figures.ts";
import { expect, expectAccessible, type StudioUnderTest, test } from "#tests/support/studio.ts";

test.use({ startTime: "2026-03-20T09:00:00.000Z" });

async function bring(studio: StudioUnderTest, text: string): Promise<void> {
	const path = join(studio.libraryDirectory, "days.csv");
	writeFileSync(path, text);
	const { jobId } = await studio.client.stats.startImport.mutate({ source: { type: "path", path } });
	await expect.poll(async () => (await studio.client.jobs.status.query({ id: jobId })).state).toBe("done");
}

test("a month that lacks days is told wherever it is used", async ({ page, studio }) => {
	const lost = (day: string) => day >= "2026-02-10" && day <= "2026-02-17";
	await bring(studio, dailyStories("2025-09-01", "2026-03-19", lost));
	const words = /8 days of February 2026 have no figures: it may have earned more than is known\./;
	await studio.open("#/earn/overview");
	const months = page.getByRole("main").getByRole("figure").first();
	await expect(months.getByText(words)).toBeVisible();
	await expect(months.getByText(/^5 complete months\. The last, January 2026/)).toBeVisible();
	await page.getByRole("radio", { name: "Table" }).click();
	await expect(page.getByRole("row", { name: /February 2026/ }).getByText("8 days without figures")).toBeVisible();
	const causes = page.getByRole("table", { name: "Causes of the change" });
	await expect(causes.getByRole("rowheader", { name: "Days with figures" })).toBeVisible();
	await expectAccessible(page);
	await page.getByRole("link", { name: "Projection" }).click();
	await expect(page.getByText(words)).toBeVisible();
	const chart = page.getByRole("slider", { name: "Projection of monthly earnings" });
	await chart.focus();
	await page.keyboard.press("Home");
	for (let step = 0; step < 5; step += 1) await page.keyboard.press("ArrowRight");
	await expect(chart).toHaveAttribute("aria-valuetext", /^February 2026: earned .* · 8 days without figures$/);
	// Months ahead have no dot.
	await expect(page.locator(".recharts-line-dots circle")).toHaveCount(6);
	await expectAccessible(page);
	await page.getByRole("link", { name: "How it works" }).click();
	await expect(page.getByText(/^Fitted on 6 months, September 2025 to February 2026\. 8 days of/)).toBeVisible();
});

test("a writer's first months tell when there will be a projection, what came in, and what may still come", async ({
	page,
	studio,
}) => {
	await bring(studio, dailyStories("2026-01-01", "2026-03-19"));
	await studio.open("#/earn/projection");
	await expect(page.getByText(/It takes 3\. There will be one from Apr 1, 2026 on, when March 2026/)).toBeVisible();
	await expect(page.getByText(/^New: the first months say little/)).toBeVisible();
	for (const month of ["January 2026", "February 2026", "March 2026"])
		await expect(page.getByRole("heading", { name: month })).toBeVisible();
	await expect(
		page.getByRole("region", { name: "What your stories that are out may bring" }).getByRole("row"),
	).toHaveCount(4);
	await expect(page.getByRole("region", { name: "What your stories earned so far" }).getByRole("row")).toHaveCount(7);
	// It does not help to import before the month is over: there is the usual button and no other.
	await expect(page.getByRole("main").getByRole("button", { name: "Import stats" })).toHaveCount(1);
	await expectAccessible(page);
	await page.emulateMedia({ colorScheme: "dark" });
	await expectAccessible(page);
	await page.getByRole("link", { name: "Overview" }).click();
	await expect(page.getByText(/^New: the first months say little/)).toBeVisible();
	await expect(page.getByText(/There will be one from Apr 1, 2026 on/).first()).toBeVisible();
});
