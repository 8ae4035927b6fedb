import type { Page } from "@playwright/test";
import { choose, fill, hold, press, refuse, says, steps } from "../acts.ts";
import { ALL, FULL, NARROW, PAIR, type Scene } from "../scene.ts";

const search = (words: string) => fill("Search stories", words);
const drawer = press("Show the library");
/** Where the coach is folded away it is opened first. */
const coach = async (page: Page) => {
	const show = page.getByRole("button", { name: "Show the coach" });
	if (await show.isVisible()) await show.click();
	await page.locator("#coach-headline").waitFor();
};

export const LIBRARY: readonly Scene[] = [
	{
		name: "library-search",
		library: "sample",
		at: "#/write/STORY",
		frames: PAIR,
		prepare: steps(search("corridor"), says(/found$/)),
	},
	{
		name: "library-search-none",
		library: "sample",
		at: "#/write/STORY",
		frames: PAIR,
		prepare: steps(search("zeppelin"), says(/Nothing here/)),
	},
	{ name: "library-drawer", library: "sample", at: "#/write/STORY", frames: NARROW, prepare: drawer },
	{
		name: "library-drawer-search",
		library: "sample",
		at: "#/write/STORY",
		frames: NARROW,
		prepare: steps(drawer, search("lamp"), says(/found$/)),
	},
	{ name: "library-shelf", library: "sample", at: "#/write/STORY", frames: PAIR, prepare: choose(/^Published/) },
	{ name: "library-trash", library: "own", at: "#/write/LONG", frames: PAIR, prepare: choose(/^Trash/) },
	{ name: "library-shelf-empty", library: "own", at: "#/write/LONG", frames: PAIR, prepare: choose(/^Published/) },
	{ name: "library-order", library: "sample", at: "#/write/STORY", frames: PAIR, prepare: press(/Last edited/) },
	{
		name: "library-row-menu",
		library: "sample",
		at: "#/write/STORY",
		frames: PAIR,
		prepare: (page) => page.getByRole("option", { name: "The Last Ferry" }).click({ button: "right" }),
	},
	{
		name: "library-several",
		library: "sample",
		at: "#/write/STORY",
		frames: PAIR,
		prepare: async (page) => {
			await page
				.getByRole("option")
				.nth(0)
				.click({ modifiers: ["Control"] });
			await page
				.getByRole("option")
				.nth(2)
				.click({ modifiers: ["Shift"] });
			await page.getByRole("toolbar", { name: "Chosen stories" }).waitFor();
		},
	},
	{ name: "library-unread", library: "sample", at: "#/write/STORY", frames: PAIR, before: refuse(/stories\.list/) },
	{
		name: "library-reading",
		library: "sample",
		at: "#/write/STORY",
		frames: PAIR,
		before: hold(/stories\.(list|shelves)/),
		held: true,
	},
	{ name: "coach-narrow", library: "sample", at: "#/write/STORY", frames: NARROW, prepare: coach },
];

const scrollTo = (heading: string) => (page: Page) =>
	page.locator(`#${heading}`).evaluate((element) => element.scrollIntoView({ block: "start" }));

const variant = steps(
	press("Add a variant"),
	fill("Title variant 2", "7 Things My Empty List Taught You About 3 O’Clock"),
);

export const COACH: readonly Scene[] = [
	{
		name: "coach-structure",
		library: "sample",
		at: "#/write/STORY",
		frames: FULL.slice(0, 3),
		prepare: scrollTo("coach-structure"),
	},
	{
		name: "coach-outline",
		library: "sample",
		at: "#/write/STORY",
		frames: PAIR,
		prepare: steps(scrollTo("coach-structure"), choose("List")),
	},
	{ name: "coach-marks", library: "sample", at: "#/write/STORY", frames: PAIR, prepare: scrollTo("coach-marks") },
	{ name: "coach-opening", library: "sample", at: "#/write/DRAFT", frames: PAIR, prepare: scrollTo("coach-opening") },
	{ name: "coach-why", library: "sample", at: "#/write/DRAFT", frames: PAIR, prepare: press(/^Why/) },
	{ name: "coach-tip-menu", library: "sample", at: "#/write/DRAFT", frames: PAIR, prepare: press("Hide this tip") },
	{
		name: "coach-tip-shown",
		library: "sample",
		at: "#/write/DRAFT",
		frames: FULL.slice(0, 3),
		prepare: (page) => page.getByRole("list", { name: "Places" }).getByRole("button").last().click(),
	},
	{
		name: "coach-titles",
		library: "sample",
		at: "#/write/STORY",
		frames: ALL,
		before: hold(/feedback\.remember/),
		anew: true,
		prepare: steps(coach, variant, press("Compare")),
		held: true,
	},
	{
		name: "coach-language",
		library: "sample",
		at: "#/write/DRAFT",
		frames: ALL,
		anew: true,
		prepare: async (page) => {
			await coach(page);
			await page.getByRole("list", { name: "Findings by kind" }).waitFor();
			await page.keyboard.press("F8");
			await page.locator("#coach-language").scrollIntoViewIfNeeded();
		},
	},
	{
		name: "coach-mistakes",
		library: "own",
		at: "#/write/MISTAKES",
		frames: ALL,
		anew: true,
		prepare: async (page) => {
			await coach(page);
			// The grammar checker is some megabytes of WebAssembly.
			await page.getByRole("button", { name: /^Spelling/ }).waitFor({ timeout: 60_000 });
			await press(/^A filler/)(page);
		},
	},
	{
		name: "coach-german",
		library: "own",
		at: "#/write/GERMAN",
		frames: PAIR,
		prepare: press("What is looked at here"),
	},
	{
		name: "coach-german-marks",
		library: "own",
		at: "#/write/GERMAN",
		frames: PAIR,
		prepare: scrollTo("coach-marks"),
	},
	{ name: "coach-other-language", library: "own", at: "#/write/FOREIGN", frames: PAIR },
	{ name: "coach-closed", library: "sample", at: "#/write/STORY", frames: PAIR, prepare: press("Hide the coach") },
];
