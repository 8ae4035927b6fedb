import type { Page } from "@playwright/test";
import { choose, command, fill, hold, press, refuse, says, steps } from "../acts.ts";
import { ALL, FULL, PAIR, type Scene, SMALL } from "../scene.ts";

const ideas = "#/plan/ideas";
const selectTwo = async (page: Page) => {
	await page
		.getByRole("checkbox", { name: /^Select/ })
		.nth(0)
		.check({ force: true });
	await page
		.getByRole("checkbox", { name: /^Select/ })
		.nth(1)
		.check({ force: true });
};

const IDEAS: readonly Scene[] = [
	{ name: "plan-ideas", library: "sample", at: ideas, frames: FULL },
	{ name: "plan-idea-open", library: "sample", at: ideas, frames: ALL, prepare: press(/^Note and effort/) },
	{ name: "plan-idea-heat", library: "sample", at: ideas, frames: PAIR, prepare: press(/^Heat \d/) },
	{ name: "plan-idea-date", library: "sample", at: ideas, frames: ALL, prepare: press(/^Set a day/) },
	{ name: "plan-ideas-chosen", library: "sample", at: ideas, frames: ALL, prepare: selectTwo },
	{
		name: "plan-ideas-topic",
		library: "sample",
		at: ideas,
		frames: PAIR,
		prepare: steps(selectTwo, press("Set topic")),
	},
	{ name: "plan-ideas-order", library: "sample", at: ideas, frames: PAIR, prepare: press(/Newest first/) },
	{
		name: "plan-ideas-typed",
		library: "sample",
		at: ideas,
		frames: ALL,
		prepare: fill("New idea", "What the tide table leaves out #harbour"),
	},
	{
		name: "plan-ideas-none",
		library: "sample",
		at: ideas,
		frames: PAIR,
		prepare: steps(fill("Search ideas", "zeppelin"), says("No idea matches.")),
	},
	{ name: "plan-ideas-started", library: "sample", at: ideas, frames: PAIR, prepare: choose(/^Started/) },
	{ name: "plan-ideas-published", library: "sample", at: ideas, frames: PAIR, prepare: choose(/^Published/) },
	{ name: "plan-ideas-given-up", library: "sample", at: ideas, frames: PAIR, prepare: choose(/^Dropped/) },
	{ name: "plan-ideas-dropped", library: "own", at: ideas, frames: PAIR, prepare: choose(/^Dropped/) },
	{ name: "plan-idea-long", library: "own", at: ideas, frames: ALL },
	{ name: "plan-ideas-unread", library: "sample", at: ideas, frames: PAIR, before: refuse(/plan\.ideas\.list/) },
	{
		name: "plan-ideas-reading",
		library: "sample",
		at: ideas,
		frames: PAIR,
		before: hold(/plan\.ideas\.list/),
		held: true,
	},
	{ name: "empty-ideas", library: "empty", at: ideas, frames: ALL },
	{ name: "capture-idea", library: "sample", at: "#/earn/overview", frames: ALL, prepare: command("Capture idea") },
];

const SERIES: readonly Scene[] = [
	{ name: "plan-series", library: "sample", at: "#/plan/series", frames: FULL },
	{ name: "plan-part-menu", library: "sample", at: "#/plan/series", frames: PAIR, prepare: press(/^More for/) },
	{
		name: "plan-part-story",
		library: "sample",
		at: "#/plan/series",
		frames: ALL,
		prepare: steps(press(/^More for/), (page) => page.getByRole("menuitem", { name: /existing story/ }).click()),
	},
	{
		name: "plan-part-date",
		library: "sample",
		at: "#/plan/series",
		frames: PAIR,
		prepare: (page) => page.locator("[data-part]").last().getByRole("button", { name: /day/i }).first().click(),
	},
	{ name: "plan-series-bare", library: "own", at: "#/plan/series", frames: ALL },
	{
		name: "plan-series-deleted",
		library: "own",
		at: "#/plan/series",
		frames: PAIR,
		prepare: (page) => page.locator("summary").first().click(),
	},
	{
		name: "plan-series-unread",
		library: "sample",
		at: "#/plan/series",
		frames: PAIR,
		before: refuse(/plan\.series\.list/),
	},
	{ name: "empty-series", library: "empty", at: "#/plan/series", frames: ALL },
];

const calendar = "#/plan/calendar";
const openEntry = (page: Page) => page.locator("[data-entry]").first().click();
const plannedEntry = (page: Page) => page.locator("td [data-entry^=idea], td [data-entry^=part]").first().click();

const CALENDAR: readonly Scene[] = [
	{ name: "plan-calendar", library: "sample", at: calendar, frames: FULL },
	{ name: "plan-calendar-list", library: "sample", at: calendar, frames: ALL, prepare: choose("List") },
	{ name: "plan-calendar-grid", library: "sample", at: calendar, frames: SMALL, prepare: choose("Month") },
	{ name: "plan-calendar-later", library: "sample", at: "#/plan/calendar/2026-09", frames: PAIR },
	{
		name: "plan-calendar-later-list",
		library: "sample",
		at: "#/plan/calendar/2026-09",
		frames: PAIR,
		prepare: choose("List"),
	},
	{
		name: "plan-day",
		library: "sample",
		at: calendar,
		frames: ALL,
		anew: true,
		prepare: async (page) => {
			const cell = page.locator("td[data-date='2026-03-19']");
			if (await cell.isVisible()) await cell.click({ position: { x: 8, y: 8 } });
			else
				await page
					.getByRole("button", { name: /^Add to/ })
					.first()
					.click();
		},
	},
	{ name: "plan-entry", library: "sample", at: calendar, frames: ALL, anew: true, prepare: openEntry },
	{
		name: "plan-entry-move",
		library: "sample",
		at: calendar,
		frames: PAIR,
		prepare: steps(plannedEntry, press("Move to…")),
	},
	{ name: "plan-rhythm", library: "sample", at: calendar, frames: ALL, prepare: press(/rhythm/i) },
	{ name: "plan-waiting", library: "sample", at: calendar, frames: SMALL, prepare: press("What waits for a day") },
	{
		name: "plan-waiting-none",
		library: "sample",
		at: calendar,
		frames: PAIR,
		prepare: steps(fill("Search what waits", "zeppelin"), says("Nothing that waits matches.")),
	},
	{ name: "plan-calendar-unread", library: "sample", at: calendar, frames: PAIR, before: refuse(/plan\.range/) },
	{ name: "plan-calendar-reading", library: "sample", at: calendar, frames: PAIR, before: hold(/plan\./), held: true },
	{ name: "empty-calendar", library: "empty", at: calendar, frames: ALL },
	{
		name: "plan-moved",
		library: "sample",
		at: calendar,
		frames: ALL,
		changes: true,
		prepare: async (page) => {
			const entry = page.locator("td [data-entry^=idea], td [data-entry^=part]").first();
			await entry.focus();
			await page.keyboard.press("Alt+ArrowRight");
			await page.getByRole("button", { name: "Undo" }).waitFor();
		},
	},
];

export const PLAN: readonly Scene[] = [...IDEAS, ...SERIES, ...CALENDAR];
