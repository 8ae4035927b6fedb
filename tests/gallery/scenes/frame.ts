import { command, cut, hold, openPalette, press, says, steps } from "../acts.ts";
import { ALL, FULL, PAIR, type Scene } from "../scene.ts";

export const FRAME: readonly Scene[] = [
	{ name: "first-run", library: "empty", at: "#/write/", frames: FULL },
	{ name: "palette", library: "sample", at: "#/write/STORY", frames: FULL, prepare: openPalette },
	{
		name: "palette-found",
		library: "sample",
		at: "#/plan/ideas",
		frames: ALL,
		prepare: async (page) => (await openPalette(page)).fill("lamp"),
	},
	{
		name: "palette-none",
		library: "sample",
		at: "#/plan/ideas",
		frames: PAIR,
		prepare: async (page) => (await openPalette(page)).fill("zeppelin"),
	},
	{ name: "shortcuts", library: "sample", at: "#/plan/ideas", frames: ALL, prepare: command("Keyboard shortcuts") },
	{
		name: "shortcuts-write",
		library: "sample",
		at: "#/write/STORY",
		frames: PAIR,
		prepare: command("Keyboard shortcuts"),
	},
	{
		name: "skip-link",
		library: "sample",
		at: "#/plan/ideas",
		frames: PAIR,
		prepare: (page) => page.locator("button", { hasText: "Skip to the page" }).focus(),
	},
	{
		name: "focus-rail",
		library: "sample",
		at: "#/plan/ideas",
		frames: FULL.slice(0, 3),
		prepare: async (page) => {
			await page.locator("button", { hasText: "Skip to the page" }).focus();
			await page.keyboard.press("Tab");
			await page.keyboard.press("Tab");
		},
	},
	{
		name: "focus-table",
		library: "sample",
		at: "#/earn/stories",
		frames: FULL.slice(0, 3),
		prepare: async (page) => {
			await page.getByRole("searchbox").focus();
			for (let step = 0; step < 6; step += 1) await page.keyboard.press("Tab");
		},
	},
	{
		name: "toast",
		library: "sample",
		at: "#/write/DRAFT",
		frames: ALL,
		changes: true,
		prepare: steps(
			(page) => page.getByRole("button", { name: "Hide this tip" }).first().click(),
			(page) => page.getByRole("menuitem", { name: "Ignore here" }).click(),
			says("Tip hidden"),
		),
	},
	{
		name: "room-failure",
		library: "sample",
		at: "#/earn/overview",
		frames: ALL,
		before: cut(/EarnRoom-[^/]*\.js/),
		prepare: says("This room stopped working"),
	},
	{
		name: "room-opening",
		library: "sample",
		at: "#/earn/overview",
		frames: PAIR,
		before: hold(/EarnRoom-[^/]*\.js/),
		held: true,
	},
	{
		name: "library-opening",
		library: "sample",
		at: "#/earn/overview",
		frames: PAIR,
		before: async (page) => {
			await cut(/start\.json/)(page);
			await hold(/library\.status/)(page);
		},
		held: true,
	},
	{
		name: "service-gone",
		library: "sample",
		at: "#/write/STORY",
		frames: ALL,
		held: true,
		prepare: async (page) => {
			await page.route("**/rpc/**", (route) => route.abort());
			await page.evaluate(() => {
				window.location.hash = "#/earn/stories";
			});
			await page.getByRole("alert").first().waitFor();
		},
	},
	{
		name: "service-unreachable",
		library: "sample",
		at: "#/write/STORY",
		frames: ALL,
		before: cut(/\/rpc\/|start\.json/),
		held: true,
	},
	{
		name: "sample-remove",
		library: "sample",
		at: "#/plan/ideas",
		frames: ALL,
		before: (page) =>
			page.route(/sample\.status/, async (route) => {
				const response = await route.fetch();
				const body = (await response.text()).replace(
					'"edited":[]',
					'"edited":[{"id":"a","title":"My To-Do List Has Three Lines"},{"id":"b","title":""}]',
				);
				await route.fulfill({ response, body });
			}),
		prepare: steps(press("Remove the sample"), (page) => page.getByRole("alertdialog").waitFor()),
	},
];
