import type { Page } from "@playwright/test";
import { bringStats, writeStats } from "#tests/support/bring-stats.ts";
import { inventedStories, partnerDashboard, statsPage, storyMonthsTable } from "#tests/support/stats-files.ts";
import { expect, expectAccessible, test } from "#tests/support/studio.ts";

test.use({ startTime: "2026-03-20T09:00:00.000Z" });

const STORIES = inventedStories(30, "2026-03");
const FILES = {
	"stats.json": statsPage(STORIES),
	"dashboard.json": partnerDashboard(STORIES, "2026-03", 14, 19),
	"months.csv": storyMonthsTable(STORIES, "2026-02", 10),
};

async function importFile(page: Page, path: string): Promise<void> {
	await page.getByRole("main").getByRole("button", { name: "Import stats" }).click();
	const chooser = page.waitForEvent("filechooser");
	await page.getByRole("button", { name: "Choose a file" }).click();
	await (await chooser).setFiles(path);
}

test("a saved dashboard becomes figures that say where they come from", async ({ page, studio }) => {
	await studio.open("#/earn/overview");
	await expect(page.getByText("No figures yet.")).toBeVisible();
	await expectAccessible(page);

	await importFile(page, writeStats(studio, "dashboard.json", FILES["dashboard.json"]));
	const dialog = page.getByRole("dialog", { name: "Take these figures in?" });
	await expect(dialog.getByText("Partner dashboard (JSON)")).toBeVisible();
	// Months of the account stand apart from totals of stories.
	await expect(dialog.getByRole("row", { name: /Your account By month/ }).first()).toBeVisible();
	await expect(dialog.getByRole("row", { name: /Single stories/ }).first()).toBeVisible();
	await expectAccessible(page);
	await dialog.getByRole("button", { name: "Take in" }).click();
	await expect(page.getByText(/^dashboard\.json: \d+ new figures came in\.$/)).toBeVisible();

	await expect(page.getByRole("heading", { name: "March 2026" })).toBeVisible();
	await expect(page.getByText(/14 complete months\. The last, February 2026/)).toBeVisible();
	const soFar = page.getByRole("button", { name: /^\$[\d.,]+, where from\?$/ }).first();
	await soFar.focus();
	await page.keyboard.press("Enter");
	const origin = page.getByRole("dialog", { name: "Where Earnings comes from" });
	await expect(origin.getByText(/dashboard\.json, row 15/)).toBeVisible();
	await expect(origin.getByText("UTC days")).toBeVisible();
	await expectAccessible(page);
	await page.keyboard.press("Escape");
	await expect(soFar).toBeFocused();
});

test("a file that is no stats file is refused with its name, and rows that cannot be read are listed", async ({
	page,
	studio,
}) => {
	await studio.open("#/earn/sources");
	await importFile(page, writeStats(studio, "cut.json", FILES["stats.json"].slice(0, 400)));
	await expect(page.getByRole("alert")).toContainText("cut.json");
	await expect(page.getByRole("alert")).toContainText("cut short");
	await page.getByLabel("Or paste a table").fill("Month,Earnings\n2026-01,$12.40\n2026-02,lots");
	await page.getByRole("button", { name: "Read the pasted table" }).click();
	await expect(page.getByText("1 row was not taken")).toBeVisible();
	await expect(page.getByText(/Earnings is not an amount of money/)).toBeVisible();
	await page.getByRole("button", { name: "Take in" }).click();
	await expect(page.getByText("Pasted text: 1 new figure came in.")).toBeVisible();
	await page.goto(`${page.url().split("#")[0]}#/earn/sources`);
	await expect(page.getByRole("heading", { name: "Pasted text" })).toBeVisible();
	await page.getByRole("button", { name: "Stop counting" }).click();
	await expect(page.getByText("Not counted", { exact: true })).toBeVisible();
	await page.getByRole("button", { name: "Count again" }).click();
	await expect(page.getByText("Not counted", { exact: true })).toBeHidden();
});

test("the table of stories sorts by keyboard, filters, and changes its columns and its month", async ({
	page,
	studio,
}) => {
	await bringStats(studio, FILES);
	await studio.open("#/earn/stories");
	const table = page.getByRole("table");
	await expect(table.getByRole("columnheader", { name: /Earnings \(USD\)/ })).toHaveAttribute(
		"aria-sort",
		"descending",
	);
	const titles = table.getByRole("rowheader");
	const byEarnings = await titles.first().textContent();
	await table.getByRole("button", { name: "Views" }).focus();
	await page.keyboard.press("Enter");
	await expect(table.getByRole("columnheader", { name: "Views" })).toHaveAttribute("aria-sort", "descending");
	await expect(titles.first()).not.toHaveText(byEarnings ?? "");
	await expectAccessible(page);

	await page.getByLabel("Filter by title").fill("tide");
	await expect(page.getByText("6 stories")).toBeVisible();
	await page.getByRole("button", { name: "Columns" }).click();
	await page.getByRole("menu").getByText("Fans", { exact: true }).click();
	await expect(table.getByRole("columnheader", { name: "Fans" })).toBeVisible();
	await page.getByRole("button", { name: /Figures of/ }).click();
	await page.getByRole("option", { name: "February 2026" }).click();
	await expect(table.getByRole("columnheader", { name: /Member reading time/ })).toBeVisible();
});

test("in a small window the table of stories gives its titles what the figures leave", async ({ page, studio }) => {
	await bringStats(studio, FILES);
	await page.setViewportSize({ width: 900, height: 600 });
	await studio.open("#/earn/stories");
	const width = async (name: string) => (await page.getByRole("columnheader", { name }).boundingBox())?.width ?? 0;
	await expect(page.getByRole("columnheader", { name: "Boosted" })).toBeInViewport({ ratio: 1 });
	expect(await width("Boosted")).toBeLessThan(100);
	expect(await width("Story")).toBeGreaterThan(250);
});

test("a Boost is marked with the keyboard, told everywhere, and taken back", async ({ page, studio }) => {
	await bringStats(studio, FILES);
	await studio.open("#/earn/stories");
	const cell = page.getByRole("button", { name: /is not known to be boosted/ }).first();
	await cell.focus();
	await page.keyboard.press("Enter");
	await expect(page.getByRole("dialog", { name: /^Boost of/ })).toBeVisible();
	await expectAccessible(page);
	await page.keyboard.type("03102026");
	await page.keyboard.press("Enter");
	const marked = page.getByRole("button", { name: /was boosted\. Change the day/ });
	await expect(marked).toHaveCount(1);
	await expect(page.getByText(/^Boosted on /)).toBeVisible();
	await page.getByRole("link", { name: "How it works" }).click();
	await expect(page.getByText(/1 story is known to be boosted/)).toBeVisible();
	await page.getByRole("button", { name: "Undo" }).click();
	await expect(page.getByText(/1 story is known to be boosted/)).toBeHidden();
	await page.getByRole("link", { name: "Stories", exact: true }).click();
	await expect(marked).toHaveCount(0);
});

test("months before a gap count, and the gap is told and drawn as unknown", async ({ page, studio }) => {
	const rows = ["2025-06,30.00", "2025-07,25.00", "2025-08,28.00", "2025-09,24.00", "2026-01,26.00", "2026-02,22.00"];
	await bringStats(studio, { "months.csv": `Month,Earnings\n${rows.join("\n")}` });
	await studio.open("#/earn/projection");
	await expect(page.getByText(/^3 months in between are not known/)).toBeVisible();
	const chart = page.getByRole("slider", { name: "Projection of monthly earnings" });
	await chart.focus();
	await page.keyboard.press("Home");
	for (let step = 0; step < 4; step += 1) await page.keyboard.press("ArrowRight");
	await expect(chart).toHaveAttribute("aria-valuetext", "October 2025: not known");
});

test("the projection shows ranges, moves by keyboard, has a table, and refuses in words", async ({ page, studio }) => {
	await bringStats(studio, FILES);
	await studio.open("#/earn/projection");
	await expect(page.getByRole("heading", { name: "April 2026" })).toBeVisible();
	await expect(page.getByRole("term").filter({ hasText: "Stories already out" }).first()).toBeVisible();
	const chart = page.getByRole("slider", { name: "Projection of monthly earnings" });
	await chart.focus();
	await page.keyboard.press("End");
	await expect(chart).toHaveAttribute("aria-valuetext", /^May 2026: \$[\d,]+–\$[\d,]+, likely/);
	await expect(page.getByText(/Tried on your own past: of 8 months/)).toBeVisible();
	await expect(page.getByRole("region", { name: "Payouts" }).getByRole("row")).toHaveCount(4);
	await page.keyboard.press("Home");
	await expect(chart).toHaveAttribute("aria-valuetext", /earned/);
	await page.getByRole("radio", { name: "Table" }).click();
	const table = page.getByRole("region", { name: "Projection of monthly earnings" });
	await expect(table.getByRole("rowheader", { name: "May 2026" })).toBeVisible();

	await page.getByRole("link", { name: "How it works" }).click();
	await expect(page.getByText(/Fitted on 14 complete months/)).toBeVisible();
	await expect(page.getByRole("table").getByRole("row")).toHaveCount(4);
	await expectAccessible(page);
	await page.emulateMedia({ colorScheme: "dark" });
	for (const name of ["Projection", "Sources"]) {
		await page.getByRole("link", { name, exact: true }).click();
		await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
		await expectAccessible(page);
	}
});

test("a month is explained to the cent, story by story, and what the income hangs on is told", async ({
	page,
	studio,
}) => {
	await bringStats(studio, FILES);
	await studio.open("#/earn/overview");
	const causes = page.getByRole("table", { name: "Causes of the change" });
	// No engagement stands out in these figures: it is no cause.
	await expect(causes.getByRole("row")).toHaveCount(7);
	const cents = async () => {
		const texts = await causes.getByRole("row").locator("td:nth-of-type(1)").allTextContents();
		return texts.map((text) => Math.round(Number(text.replace(/[$,]/g, "").replace("\u2212", "-")) * 100));
	};
	const sumsUp = async () => {
		const all = await cents();
		expect(all.slice(0, -1).reduce((sum, part) => sum + part, 0)).toBe(all.at(-1));
		return all;
	};
	const newest = await sumsUp();
	await page.getByRole("button", { name: /Month to explain/ }).click();
	await page.getByRole("option", { name: "January 2026" }).click();
	await expect(page.getByText(/^January 2026 earned \$/)).toBeVisible();
	expect(await sumsUp()).not.toEqual(newest);
	await expect(page.getByRole("region", { name: "Stories of the month" }).getByRole("row").nth(1)).toBeVisible();
	await page.getByRole("radio", { name: "By month of publication" }).click();
	await expect(page.getByRole("region", { name: "By month of publication" }).getByRole("row")).toHaveCount(11);
	await expectAccessible(page);
});

test("what the projection takes for granted can be changed, and back", async ({ page, studio }) => {
	await bringStats(studio, FILES);
	await studio.open("#/earn/model");
	const stories = page.getByLabel("New stories a month");
	await stories.fill("30");
	await stories.press("Enter");
	const least = page.getByLabel("Least payout (USD)");
	await least.fill("ten");
	await least.press("Enter");
	await expect(page.getByText("“ten” was not taken. Only 0 to 1,000")).toBeVisible();
	await expect(least).toHaveValue("10");
	await least.fill("25.50");
	await least.press("Enter");
	const payoutDay = page.getByLabel("Payouts start by day");
	await payoutDay.fill("9.5");
	await payoutDay.press("Enter");
	await expect(page.getByText("“9.5” was not taken. Only 1 to 28, whole")).toBeVisible();
	await payoutDay.fill("15");
	await payoutDay.press("Enter");
	await page.getByRole("button", { name: "Take out Aug 1, 2023" }).click();
	const day = page.getByLabel("Another day (YYYY-MM-DD)");
	await day.fill("2025-02-30");
	await expect(page.getByText("That is no day of the calendar.")).toBeVisible();
	await day.fill("2025-12-15");
	await page.getByRole("button", { name: "Add the day" }).click();
	await expect(page.getByText(/A rule changed on Dec 15, 2025/)).toBeVisible();
	await expectAccessible(page);
	expect((await studio.client.settings.get.query()).settings).toMatchObject({
		storiesAMonth: 30,
		leastPayout: 2550,
		payoutDay: 15,
		ruleDays: ["2019-10-28", "2025-10-01", "2025-12-15", "2026-02-17"],
	});
	await page.getByRole("button", { name: "Back to the usual assumptions" }).click();
	await expect(page.getByText(/A rule changed on Dec 15, 2025/)).toBeHidden();
	await expect(stories).toHaveValue("");
	await expect(least).toHaveValue("10");
});

test("stories open on their newest month where no lifetime totals came in", async ({ page, studio }) => {
	await bringStats(studio, { "months.csv": FILES["months.csv"] });
	await studio.open("#/earn/stories");
	const period = page.getByRole("button", { name: /Figures of/ });
	await expect(period).toContainText("February 2026");
	await expect(page.getByRole("table").getByRole("rowheader").first()).toBeVisible();
	await period.click();
	await page.getByRole("option", { name: "Lifetime totals" }).click();
	await page.getByRole("button", { name: "Show February 2026" }).click();
	await expect(period).toContainText("February 2026");
});

test("a month corrected below nothing has a minus, in the table and under the chart", async ({ page, studio }) => {
	const text = "Month,Earnings\n2025-11,$20.00\n2025-12,$10.00\n2026-01,$12.00\n2026-02,-$6.00\n2026-04,$90.00";
	await bringStats(studio, { "months.csv": text });
	await studio.open("#/earn/overview");
	await expect(page.getByText(/The last, February 2026, earned \u2212\$6\.00/)).toBeVisible();
	await expectAccessible(page);
	await page.getByRole("radio", { name: "Table" }).first().click();
	const table = page.getByRole("region", { name: "Earnings by month" });
	await expect(table.getByRole("row", { name: /February 2026/ })).toContainText("\u2212$6.00");
	await expect(table.getByText("April 2026")).toHaveCount(0);
	await studio.open("#/earn/projection");
	await expect(page.getByRole("heading", { name: "March 2026" })).toBeVisible();
	await expectAccessible(page);
});

test("of many stories the first are shown, with a way to see all, and how their hours are known", async ({
	page,
	studio,
}) => {
	await bringStats(studio, FILES);
	await studio.open("#/earn/overview");
	const table = page.getByRole("region", { name: "Stories of the month" });
	await expect(table.getByRole("row")).toHaveCount(13);
	await page
		.getByRole("button", { name: /^Show all \d\d: / })
		.first()
		.click();
	expect(await table.getByRole("row").count()).toBeGreaterThan(20);
	await expectAccessible(page);
	await page.getByRole("button", { name: "Show only the first 12" }).click();
	await expect(table.getByRole("row")).toHaveCount(13);
	await studio.open("#/earn/projection");
	const chart = page.getByRole("slider", { name: "Projection of monthly earnings" }).locator("svg").first();
	await expect(chart).toBeVisible();
	const beyond = () =>
		chart.evaluate((svg) => {
			const rights = [...svg.querySelectorAll("text")].map((text) => text.getBoundingClientRect().right);
			return rights.length === 0 ? Number.NaN : Math.max(...rights) - svg.getBoundingClientRect().right;
		});
	await expect.poll(beyond).toBeLessThanOrEqual(0);
});

test("a writer in euros is told why there are no payouts, and one in two currencies which of them counts", async ({
	page,
	studio,
}) => {
	await bringStats(studio, { "euros.csv": "Month,Earnings\n2025-12,€10.00\n2026-01,€12.00\n2026-02,€11.00" });
	const reason = page.getByText(/^These earnings are in EUR\. The program's least payout is known in USD only/);
	for (const at of ["#/earn/overview", "#/earn/projection", "#/earn/model"]) {
		await studio.open(at);
		await expect(reason).toBeVisible();
	}
	const least = page.getByLabel("Least payout (EUR)");
	await least.fill("9");
	await least.press("Enter");
	await expect(reason).toBeHidden();
	await studio.open("#/earn/projection");
	await expect(page.getByRole("columnheader", { name: "Chance of a payout" })).toBeVisible();
	await bringStats(studio, { "dollars.csv": "Month,Earnings\n2026-02,$900.00" });
	await studio.open("#/earn/overview");
	const counted = page.getByText(/^Only earnings in EUR are counted, for more amounts, large or small, are in it/);
	await expect(counted).toHaveCount(1);
	await studio.open("#/earn/model");
	await page.getByRole("button", { name: /Currency that is counted/ }).click();
	await page.getByRole("option", { name: "USD" }).click();
	await expect(page.getByText(/^Only earnings in USD are counted, as you chose/)).toBeVisible();
	await expectAccessible(page);
});

test("a plan far over the pace is said beside the months it moves", async ({ page, studio }) => {
	await bringStats(studio, FILES);
	const { client } = studio;
	for (let day = 1; day <= 28; day += 1) {
		const { id } = await client.plan.ideas.capture.mutate({ line: `Of day ${day}` });
		const subject = { type: "idea" as const, id };
		await client.plan.schedule.mutate({ subjects: [subject], date: `2026-04-${String(day).padStart(2, "0")}` });
		await client.plan.startDraft.mutate({ subject });
	}
	await studio.open("#/earn/projection");
	await expect(
		page.getByText(
			/^28 stories are planned for April 2026 from now on, against [\d.]+ otherwise counted on.* Without the plan: \$/,
		),
	).toBeVisible();
	await expectAccessible(page);
});

test("what is drawn from figures of years ago is told as outdated, and no payouts of it", async ({ page, studio }) => {
	await bringStats(studio, { "months.csv": "Month,Earnings\n2021-11,30.00\n2021-12,25.00\n2022-01,28.00" });
	await studio.open("#/earn/projection");
	await expect(page.getByText(/nothing is known of the \d+ months since then\..* months that are over/)).toBeVisible();
	await expect(page.getByText(/^February 2022 should have earned/)).toBeVisible();
	await expect(page.getByRole("button", { name: /3 months after the newest figures/ })).toBeVisible();
	await expect(page.getByText("Chance of a payout")).toHaveCount(0);
	await expectAccessible(page);
	await studio.open("#/earn/overview");
	await expect(page.getByText(/months that are over are as they would have been/)).toBeVisible();
});

test("numbers that are being worked out anew say so, once that takes a while", async ({ page, studio }) => {
	await bringStats(studio, FILES);
	await studio.open("#/earn/projection");
	await expect(page.getByRole("slider", { name: "Projection of monthly earnings" })).toBeVisible();
	await expect(page.getByText(/first look/i)).toHaveCount(0);
	const anew = page.getByText("Being worked out anew: these numbers may still change.");
	await expect(anew).toHaveCount(0);
	await page.route(/earn\.projection/, () => {});
	await page.evaluate(() => window.location.replace("#/plan/ideas"));
	await expect(page.getByRole("heading", { name: "Plan", level: 1 })).toBeVisible();
	await page.evaluate(() => window.location.replace("#/earn/projection"));
	await expect(anew).toBeVisible();
	await expect(page.getByRole("slider", { name: "Projection of monthly earnings" })).toBeVisible();
	await expectAccessible(page);
});

test("two months give no number, and the page says what is missing", async ({ page, studio }) => {
	const text = "Month,Earnings\n2026-01,$12.40\n2026-02,$9.10";
	await bringStats(studio, { "months.csv": text });
	await studio.open("#/earn/projection");
	await expect(
		page.getByText("2 months that are over and known are too few for an honest number. It takes 3."),
	).toBeVisible();
	await expect(page.getByRole("slider")).toHaveCount(0);
	// The cards that are without a number say the same, not to import what has just come in.
	await studio.open("#/earn/overview");
	await expect(
		page.getByText("2 months that are over and known are too few for an honest number. It takes 3."),
	).toHaveCount(2);
	await expect(page.getByText(/Import the newest/)).toHaveCount(0);
});
