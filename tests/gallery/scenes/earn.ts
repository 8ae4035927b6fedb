import type { Page } from "@playwright/test";
import type { StudioClient } from "#service/client.ts";
import { dailyStories } from "#tests/support/daily-figures.ts";
import { choose, fill, hold, holdJob, option, press, pressInRoom, refuse, says, showPart, steps } from "../acts.ts";
import { ALL, FULL, PAIR, type Scene, SMALL } from "../scene.ts";

/** A saved response whose monthly amounts do not say which month. */
const MONTHLESS = JSON.stringify({
	data: {
		user: {
			postsConnection: {
				edges: [
					{
						node: {
							id: "a1b2c3d4e5f6",
							totalStats: { views: 812 },
							earnings: { monthlyEarnings: { units: 12, nanos: 500_000_000 } },
						},
					},
				],
			},
		},
	},
});
const overview = "#/earn/overview";
const pasteAndRead = steps(
	pressInRoom("Import stats"),
	fill("Or paste a table", "Month,Earnings\n2026-01,12.50\n2026-02,18.25\n2026-13,4.00\n"),
	press("Read the pasted table"),
);
const preview = steps(pasteAndRead, (page) => page.getByRole("button", { name: "Take in" }).waitFor());

/** Whatever other scenes brought in counts no longer. */
async function withoutFigures(_page: Page, client: StudioClient): Promise<void> {
	for (const { id, undone, nothingNew } of await client.stats.imports.query())
		if (!undone && !nothingNew) await client.stats.setUndone.mutate({ importId: id, undone: true });
}

/** Brings a table in, which is all there is then, and waits for what it shows. */
const taken = (table: string) =>
	steps(
		withoutFigures,
		pressInRoom("Import stats"),
		fill("Or paste a table", table),
		press("Read the pasted table"),
		(page) => page.getByRole("button", { name: "Take in" }).waitFor(),
		press("Take in"),
		(page) => page.getByRole("dialog").waitFor({ state: "hidden" }),
		// What came in is shown first.
		says("Earnings by month"),
	);

/** Two months by the day without two days, of stories whose publication is not known. */
const UNDATED = [
	"Date,Title,Earnings,Member reads",
	...Array.from({ length: 62 }, (_, at) => new Date(Date.UTC(2025, 11, 1 + at)).toISOString().slice(0, 10))
		.filter((day) => day !== "2026-01-14" && day !== "2026-01-15")
		.flatMap((day) => [`${day},A lamp,0.90,7`, ...(day < "2026-01-10" ? [] : [`${day},A ferry,1.40,9`])]),
].join("\n");

/** Half a year by the day, of whose last whole month eight days are missing, and a writer's first two months. */
const LACKING = dailyStories("2025-09-01", "2026-03-10", (day) => day >= "2026-02-10" && day <= "2026-02-17");
const YOUNG = dailyStories("2026-01-01", "2026-03-10");

const EUROS = "Month,Earnings (EUR)\n2025-11,21.00\n2025-12,24.50\n2026-01,18.25\n2026-02,22.00\n";

const PAGES: readonly Scene[] = [
	{ name: "earn-overview", library: "sample", at: overview, frames: FULL },
	{ name: "earn-overview-table", library: "sample", at: overview, frames: ALL, prepare: choose("Table") },
	{ name: "earn-figure", library: "sample", at: overview, frames: ALL, prepare: press(/where from\?$/) },
	{
		name: "earn-chart-keyboard",
		library: "sample",
		at: overview,
		frames: FULL.slice(0, 3),
		prepare: async (page) => {
			await page.getByRole("slider").focus();
			for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowLeft");
		},
	},
	{
		name: "earn-explain",
		library: "sample",
		at: overview,
		frames: FULL,
		prepare: steps(
			(page) => page.getByRole("table", { name: "Causes of the change" }).waitFor(),
			showPart(/^Why a month/),
		),
	},
	{
		name: "earn-explain-stories",
		library: "sample",
		at: overview,
		frames: SMALL,
		prepare: async (page) => {
			const table = page.getByRole("region", { name: "Stories of the month" });
			await table.waitFor();
			await table.evaluate((element) => element.scrollIntoView({ block: "start" }));
		},
	},
	{
		name: "earn-dependence",
		library: "sample",
		at: overview,
		frames: ALL,
		prepare: steps(
			(page) => page.getByRole("table", { name: "Causes of the change" }).waitFor(),
			choose("By month of publication"),
			showPart("What the income hangs on"),
		),
	},
	{ name: "earn-stories", library: "sample", at: "#/earn/stories", frames: FULL },
	{ name: "earn-stories-columns", library: "sample", at: "#/earn/stories", frames: ALL, prepare: press("Columns") },
	{
		name: "earn-stories-months",
		library: "sample",
		at: "#/earn/stories",
		frames: PAIR,
		prepare: press(/Lifetime totals/),
	},
	{
		name: "earn-stories-month",
		library: "sample",
		at: "#/earn/stories",
		frames: PAIR,
		prepare: steps(press(/Lifetime totals/), option(/2026|2025/)),
	},
	{
		name: "earn-stories-none",
		library: "sample",
		at: "#/earn/stories",
		frames: PAIR,
		prepare: steps(fill("Filter by title", "zeppelin"), says("No title matches.")),
	},
	{
		name: "earn-stories-boost",
		library: "sample",
		at: "#/earn/stories",
		frames: PAIR,
		prepare: press(/is not known to be boosted/),
	},
	{
		name: "earn-explain-undated",
		library: "figures",
		at: overview,
		frames: ALL,
		changes: true,
		prepare: steps(
			taken(UNDATED),
			(page) => page.getByRole("table", { name: "Causes of the change" }).waitFor(),
			showPart(/^Why a month/),
		),
	},
	{
		name: "earn-projection-gap",
		library: "figures",
		at: "#/earn/projection",
		frames: ALL,
		changes: true,
		prepare: steps(
			taken("Month,Earnings\n2024-03,21.00\n2024-04,24.50\n2024-05,18.25\n2024-08,22.00\n2024-09,19.50\n"),
			(page) => page.getByRole("link", { name: "Projection" }).click(),
			says(/in between (is|are) not known/),
		),
	},
	{
		name: "earn-overview-lacking",
		library: "figures",
		at: overview,
		frames: FULL,
		changes: true,
		prepare: steps(taken(LACKING), (page) => page.getByRole("table", { name: "Causes of the change" }).waitFor()),
	},
	{
		name: "earn-projection-lacking",
		library: "figures",
		at: "#/earn/projection",
		frames: FULL,
		changes: true,
		prepare: steps(
			taken(LACKING),
			(page) => page.getByRole("link", { name: "Projection" }).click(),
			says(/^8 days of .* have no figures/),
		),
	},
	{
		name: "earn-projection-young",
		library: "figures",
		at: "#/earn/projection",
		frames: FULL,
		changes: true,
		prepare: steps(
			taken(YOUNG),
			(page) => page.getByRole("link", { name: "Projection" }).click(),
			says("What your stories earned so far"),
		),
	},
	{
		name: "earn-overview-young",
		library: "figures",
		at: overview,
		frames: FULL,
		changes: true,
		prepare: steps(taken(YOUNG), (page) => page.getByRole("table", { name: "Causes of the change" }).waitFor()),
	},
	{
		name: "earn-currencies",
		library: "figures",
		at: overview,
		frames: ALL,
		changes: true,
		prepare: steps(
			taken(EUROS),
			pressInRoom("Import stats"),
			fill("Or paste a table", "Month,Earnings\n2026-02,14.00\n"),
			press("Read the pasted table"),
			(page) => page.getByRole("button", { name: "Take in" }).waitFor(),
			press("Take in"),
			(page) => page.getByRole("link", { name: "How it works" }).click(),
			(page) => page.getByText("Currency that is counted").waitFor(),
			showPart("What you can change"),
		),
	},
	{ name: "earn-projection", library: "sample", at: "#/earn/projection", frames: FULL },
	{
		name: "earn-projection-year",
		library: "sample",
		at: "#/earn/projection",
		frames: ALL,
		prepare: steps(press(/months ahead/), option("12 months ahead")),
	},
	{ name: "earn-payouts", library: "sample", at: "#/earn/projection", frames: ALL, prepare: showPart("Payouts") },
	{
		name: "earn-stories-left",
		library: "sample",
		at: "#/earn/projection",
		frames: ALL,
		prepare: showPart("What is left in your stories"),
	},
	{ name: "earn-projection-table", library: "sample", at: "#/earn/projection", frames: ALL, prepare: choose("Table") },
	{
		name: "earn-assumptions",
		library: "sample",
		at: "#/earn/model",
		frames: ALL,
		prepare: steps(fill("Another day (YYYY-MM-DD)", "2026-02-30"), showPart("What you can change")),
	},
	{
		name: "earn-backtest",
		library: "sample",
		at: "#/earn/model",
		frames: ALL,
		prepare: showPart("How it would have done"),
	},
	{ name: "earn-model", library: "sample", at: "#/earn/model", frames: ALL },
	{
		name: "earn-model-end",
		library: "sample",
		at: "#/earn/model",
		frames: ALL,
		prepare: (page) => page.getByRole("main").evaluate((element) => element.scrollTo(0, 99_999)),
	},
	{ name: "earn-sources", library: "sample", at: "#/earn/sources", frames: ALL },
	{ name: "earn-source", library: "own", at: "#/earn/sources", frames: ALL, prepare: press("Details") },
];

const FEW: readonly Scene[] = [
	{ name: "earn-overview-few", library: "own", at: overview, frames: ALL },
	{ name: "earn-stories-unknown", library: "own", at: "#/earn/stories", frames: PAIR },
	{ name: "earn-projection-refused", library: "own", at: "#/earn/projection", frames: ALL },
	{ name: "earn-model-refused", library: "own", at: "#/earn/model", frames: PAIR },
	{ name: "earn-sources-archives", library: "imported", at: "#/earn/sources", frames: PAIR },
	{ name: "earn-sources-undone", library: "own", at: "#/earn/sources", frames: ALL },
	{
		name: "earn-unprojected",
		library: "sample",
		at: "#/earn/projection",
		frames: PAIR,
		before: refuse(/earn\.projection/),
	},
	{ name: "earn-unread", library: "sample", at: overview, frames: PAIR, before: refuse(/earn\.overview/) },
	{ name: "earn-reading", library: "sample", at: overview, frames: PAIR, before: hold(/earn\./), held: true },
	{ name: "empty-overview", library: "empty", at: overview, frames: ALL },
	{ name: "empty-stories", library: "empty", at: "#/earn/stories", frames: PAIR },
	{ name: "empty-projection", library: "empty", at: "#/earn/projection", frames: PAIR },
	{ name: "empty-model", library: "empty", at: "#/earn/model", frames: PAIR },
	{ name: "empty-sources", library: "empty", at: "#/earn/sources", frames: PAIR },
];

const IMPORT: readonly Scene[] = [
	{ name: "stats-import", library: "sample", at: overview, frames: ALL, prepare: pressInRoom("Import stats") },
	{ name: "stats-import-preview", library: "own", at: overview, frames: ALL, prepare: preview },
	{
		name: "stats-import-alike",
		library: "own",
		at: overview,
		frames: ALL,
		prepare: steps(
			pressInRoom("Import stats"),
			fill("Or paste a table", "Title,Date,Views,Viewers,Claps\nLamps,2026-01-05,30,20,4\n"),
			press("Read the pasted table"),
			(page) => page.getByRole("button", { name: "Take in" }).waitFor(),
		),
	},
	{
		name: "stats-import-boosts",
		library: "own",
		at: overview,
		frames: PAIR,
		prepare: steps(
			pressInRoom("Import stats"),
			fill("Or paste a table", "Title,Boosted\nLamps,2026-01-05\nFerries,soon\n"),
			press("Read the pasted table"),
			(page) => page.getByRole("button", { name: "Take in" }).waitFor(),
		),
	},
	{
		name: "stats-import-month",
		library: "own",
		at: overview,
		frames: PAIR,
		prepare: steps(
			pressInRoom("Import stats"),
			fill("Or paste a table", MONTHLESS),
			press("Read the pasted table"),
			(page) => page.getByRole("button", { name: "Read the pasted table" }).waitFor({ state: "hidden" }),
		),
	},
	{
		name: "stats-import-refused",
		library: "own",
		at: overview,
		frames: ALL,
		prepare: steps(
			pressInRoom("Import stats"),
			fill("Or paste a table", "nothing that looks like a table"),
			press("Read the pasted table"),
			(page) => page.getByRole("alert").first().waitFor(),
		),
	},
	{
		name: "stats-import-running",
		library: "own",
		at: overview,
		frames: PAIR,
		before: holdJob({ done: 120, total: 480 }),
		prepare: steps(pasteAndRead, says("Reading figures")),
		held: true,
	},
	{
		name: "stats-import-result",
		library: "figures",
		at: overview,
		frames: PAIR,
		changes: true,
		prepare: steps(preview, press("Take in"), says(/came in|nothing new/i)),
	},
];

export const EARN: readonly Scene[] = [...PAGES, ...FEW, ...IMPORT];
