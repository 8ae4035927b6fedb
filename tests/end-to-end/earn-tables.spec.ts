/** Tables and charts of Earn in windows of every size: whole titles, a sign that a table goes on, months in step. */
import type { Page } from "@playwright/test";
import { bringStats } from "#tests/support/bring-stats.ts";
import { expect, expectAccessible, test } from "#tests/support/studio.ts";

test.use({ startTime: "2026-03-20T09:00:00.000Z" });

const TITLES = [
	"I Read Every Draft to My Cat, and Here Is What She Taught Me About the Endings That Nobody Asked For",
	"A Lamp",
	"What the Tide Leaves Behind When Nobody Has Been Looking at the Beach for Three Whole Winters in a Row",
];

/** Months by the day, with stories that are long known. */
const DAILY = [
	"Date,Title,Published,Earnings,Member reads",
	...Array.from({ length: 460 }, (_, at) => new Date(Date.UTC(2024, 11, 1 + at)).toISOString().slice(0, 10)).flatMap(
		(day, at) =>
			TITLES.map(
				(title, place) =>
					`${day},"${title}",2024-11-2${place},${(0.4 + ((at + place) % 5) / 10).toFixed(2)},${4 + place}`,
			),
	),
].join("\n");

/** Titles of a table that are not seen whole; a page's own box that scrolls does not count. */
const cutTitles = (page: Page, table: string) =>
	page
		.getByRole("region", { name: table, exact: true })
		.getByRole("rowheader")
		.evaluateAll((cells) =>
			cells
				.flatMap((cell) => [cell, ...cell.querySelectorAll("*")])
				.filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
				.map(({ textContent }) => textContent),
		);

test("titles take the room there is, and are whole where there is little", async ({ page, studio }) => {
	await bringStats(studio, { "days.csv": DAILY });
	await studio.open("#/earn/overview");
	const name = page.getByRole("rowheader", { name: TITLES[0] ?? "" });
	for (const [width, height] of [
		[1280, 800],
		[640, 400],
	] as const) {
		await page.setViewportSize({ width, height });
		for (const [fragment, tables] of [
			["#/earn/overview", ["By story", "Stories of the month"]],
			["#/earn/projection", ["What is left in your stories"]],
			["#/earn/stories", ["Stories"]],
		] as const) {
			await page.goto(`${page.url().split("#")[0]}${fragment}`);
			for (const table of tables) {
				const region = page.getByRole("region", { name: table, exact: true });
				await expect(region.getByRole("rowheader", { name: TITLES[0] ?? "" })).toBeVisible();
				expect(await cutTitles(page, table), `${table} at ${width}`).toEqual([]);
			}
		}
	}
	await page.setViewportSize({ width: 1280, height: 800 });
	await page.goto(`${page.url().split("#")[0]}#/earn/overview`);
	await expect(name.first()).toBeVisible();
	// On one line where there is room for one.
	const line = await page.getByRole("region", { name: "By story" }).getByRole("rowheader").first().boundingBox();
	expect(line?.height).toBeLessThan(40);
});

test("of many stories with long titles every row is reached, the last one too", async ({ page, studio }) => {
	const titles = Array.from({ length: 300 }, (_, at) => `${at % 3 === 0 ? TITLES[0] : "A Lamp"} ${at}`);
	await bringStats(studio, {
		"many.csv": ["Month,Title,Earnings", ...titles.map((title, at) => `2026-02,"${title}",${900 - at}.00`)].join("\n"),
	});
	await page.setViewportSize({ width: 900, height: 600 });
	await studio.open("#/earn/stories");
	const box = page.getByRole("region", { name: "Stories", exact: true });
	await expect(box.getByRole("rowheader", { name: `${TITLES[0]} 0` })).toBeInViewport({ ratio: 1 });
	await box.focus();
	// Rows are measured as they come, so the end may move on once.
	await expect(async () => {
		await page.keyboard.press("End");
		await expect(box.getByRole("rowheader", { name: "A Lamp 299" })).toBeInViewport({ ratio: 1, timeout: 1000 });
	}).toPass();
	await expect(box.getByRole("rowheader", { name: `${TITLES[0]} 297` })).toBeInViewport({ ratio: 1 });
	expect(await cutTitles(page, "Stories")).toEqual([]);
	await page.getByRole("button", { name: "Story", exact: true }).press("Enter");
	await page.keyboard.press("Home");
	await expect(box.getByRole("row").nth(1)).toBeVisible();
});

test("a table that goes on to the side shows it, until its end is reached", async ({ page, studio }) => {
	await bringStats(studio, { "days.csv": DAILY });
	await page.setViewportSize({ width: 640, height: 400 });
	await studio.open("#/earn/model");
	const box = page.getByRole("region", { name: "Back-test", exact: true });
	await expect(box).toHaveAttribute("data-more-end", "true");
	await expect(box).not.toHaveAttribute("data-more-start");
	await expectAccessible(page);
	await box.focus();
	await page.keyboard.press("ArrowRight");
	await expect(box).toHaveAttribute("data-more-start", "true");
	await box.evaluate((element) => element.scrollTo({ left: 9999 }));
	await expect(box).not.toHaveAttribute("data-more-end");
	await page.setViewportSize({ width: 1280, height: 800 });
	await expect(box).not.toHaveAttribute("data-more-start");
});

/** Places of the names of months below a chart, from one to the next, pixels. */
async function steps(page: Page): Promise<number[]> {
	const labels = page.getByRole("slider").locator(".recharts-xAxis-tick-labels text");
	await expect(labels.first()).toBeVisible();
	const places = await labels.evaluateAll((all) => all.map((label) => Number(label.getAttribute("x"))));
	return places.slice(1).map((place, at) => Math.round(place - (places[at] ?? 0)));
}

test("months below a chart are named in equal steps, also where some are not known", async ({ page, studio }) => {
	const months = Array.from({ length: 15 }, (_, at) => new Date(Date.UTC(2024, 11 + at, 1)).toISOString().slice(0, 7));
	const known = months.filter((_, at) => at !== 5);
	await bringStats(studio, {
		"months.csv": `Month,Earnings\n${known.map((month, at) => `${month},${20 + at}.00`).join("\n")}`,
	});
	await studio.open("#/earn/overview");
	for (const fragment of ["#/earn/overview", "#/earn/projection"])
		for (const width of [640, 900, 1100, 1280, 1920]) {
			await page.setViewportSize({ width, height: 800 });
			await page.goto(`${page.url().split("#")[0]}${fragment}`);
			await expect
				.poll(async () => {
					const found = await steps(page);
					return found.length > 1 && Math.max(...found) - Math.min(...found) <= 1;
				}, `${fragment} at ${width}`)
				.toBe(true);
		}
	await page.goto(`${page.url().split("#")[0]}#/earn/overview`);
	const chart = page.getByRole("slider", { name: "Earnings by month" });
	await chart.focus();
	await page.keyboard.press("Home");
	for (let step = 0; step < 5; step += 1) await page.keyboard.press("ArrowRight");
	await expect(chart).toHaveAttribute("aria-valuetext", "May 2025: not known");
});
