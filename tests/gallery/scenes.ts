/** Every screen and state that is photographed. A new screen joins with one line. */
import { expect, type Page } from "@playwright/test";
import { generateExport } from "#tests/fixtures/medium-export/generate.ts";
import { makeZip } from "../support/zip.ts";

/** What the library holds. Each is made once for all its scenes. */
export type LibraryKind = "sample" | "imported" | "empty" | "damaged" | "newer" | "locked" | "figures";

/** `frames`: which windows. `all` is light and dark at 1280 × 800, then 900 × 600, 200 % and 1920 × 1080. */
export interface Scene {
	name: string;
	library: LibraryKind;
	/** Address fragment; `STORY` and `DRAFT` stand for the ids of a published sample story and of a draft; in `imported`, `STORY` has two texts. */
	at: string;
	frames: "all" | "pair";
	/** Brings the screen into its state; throw when it cannot be reached. */
	prepare?: (page: Page) => Promise<unknown>;
	/** Runs before the page is loaded. */
	before?: (page: Page) => Promise<unknown>;
}

/** The palette arrives after the first page; keys pressed before that are nobody's. */
const openPalette = async (page: Page) => {
	const field = page.getByRole("dialog").getByRole("combobox");
	await expect(async () => {
		if (!(await field.isVisible())) await page.keyboard.press("Control+k");
		await field.waitFor({ timeout: 1_000 });
	}).toPass({ timeout: 8_000 });
	return field;
};
const command = (name: string) => async (page: Page) => {
	await (await openPalette(page)).fill(name);
	await page.keyboard.press("Enter");
	await page.getByRole("dialog").getByRole("combobox").waitFor({ state: "hidden" });
	await page.getByRole("dialog").first().waitFor();
};
/** Nothing a scene types reaches the library. */
const neverSave = async (page: Page) => {
	await page.route(/stories\.(save|create)/, () => {});
};
const storyText = (page: Page) => page.getByRole("textbox", { name: "Story text" });
const selectWord = async (page: Page) => {
	await storyText(page).getByText("My list has three lines").dblclick();
	await page.getByRole("toolbar", { name: "Formatting" }).waitFor();
};
const readPastedStats = async (page: Page) => {
	await page.getByRole("main").getByRole("button", { name: "Import stats" }).click();
	await page.getByLabel("Or paste a table").fill("Month,Earnings\n2026-01,12.50\n2026-02,18.25\n2026-13,4.00\n");
	await page.getByRole("button", { name: "Read the pasted table" }).click();
	await page.getByRole("button", { name: "Take in" }).waitFor();
};
const stall = async (page: Page) => {
	await page.route(/\/rpc\/(?!library\.status|settings)/, () => {});
};
const scrollCoach = (heading: string) => async (page: Page) => {
	await page.locator(`#${heading}`).scrollIntoViewIfNeeded();
	await page.locator(`#${heading}`).evaluate((element) => element.scrollIntoView({ block: "start" }));
};

const importFile = (file: { name: string; buffer: Buffer }) => async (page: Page) => {
	await page.keyboard.press("Control+Shift+I");
	const chooser = page.waitForEvent("filechooser");
	await page.getByRole("button", { name: "Choose zip file…" }).click();
	await (await chooser).setFiles({ ...file, mimeType: "application/zip" });
};
/** Holds an import in its middle: one answer about the job, then none. */
const holdProgress = async (page: Page) => {
	let held = false;
	await page.route(/\/rpc\/jobs\.status/, async (route) => {
		if (held) return;
		held = true;
		const response = await route.fetch();
		const progress = {
			done: 1240,
			total: 3000,
			item: "posts/2019-05-06_What-the-tide-leaves-behind-0f0f0f0f0f0f.html",
		};
		const body = (await response.text())
			.replace(/"state":"\w+"/, '"state":"running"')
			.replace(/"progress":\{[^}]*\}/, `"progress":${JSON.stringify(progress)}`);
		await route.fulfill({ response, body });
	});
};
const smallExport = () =>
	makeZip([...generateExport({ seed: 9, posts: 3 }).files].map(([name, data]) => ({ name, data })));

export const SCENES: readonly Scene[] = [
	{ name: "write-published", library: "sample", at: "#/write/STORY", frames: "all" },
	{ name: "write-draft", library: "sample", at: "#/write/DRAFT", frames: "all" },
	{
		name: "write-coach-structure",
		library: "sample",
		at: "#/write/STORY",
		frames: "pair",
		prepare: scrollCoach("coach-structure"),
	},
	{
		name: "write-coach-why",
		library: "sample",
		at: "#/write/DRAFT",
		frames: "pair",
		prepare: (page) => page.getByRole("button", { name: /^Why/ }).first().click(),
	},
	{
		name: "write-coach-language",
		library: "sample",
		at: "#/write/DRAFT",
		frames: "all",
		prepare: async (page) => {
			await page.getByRole("list", { name: "Findings by kind" }).waitFor();
			await page.keyboard.press("F8");
			await scrollCoach("coach-language")(page);
		},
	},
	{
		name: "write-coach-verdicts",
		library: "sample",
		at: "#/write/STORY",
		frames: "all",
		prepare: async (page) => {
			const coach = page.getByRole("complementary", { name: "Coach" });
			await coach.getByRole("button", { name: "Add a variant" }).click();
			await coach.getByRole("textbox", { name: "Title variant 2" }).fill("Why do we write: is a corridor worth it?");
			await coach.getByRole("button", { name: "Compare" }).click();
			await page.getByRole("dialog").getByRole("article").waitFor();
		},
	},
	{ name: "write-blank", library: "sample", at: "#/write/", frames: "pair" },
	{
		name: "library-search",
		library: "sample",
		at: "#/write/STORY",
		frames: "pair",
		prepare: (page) => page.getByRole("searchbox", { name: "Search stories" }).fill("corridor"),
	},
	{
		name: "library-drawer",
		library: "sample",
		at: "#/write/STORY",
		frames: "pair",
		prepare: async (page) => {
			await page.setViewportSize({ width: 640, height: 400 });
			await page.getByRole("button", { name: "Show the library" }).click();
		},
	},
	{ name: "plan-ideas", library: "sample", at: "#/plan/ideas", frames: "all" },
	{ name: "plan-series", library: "sample", at: "#/plan/series", frames: "all" },
	{ name: "plan-calendar", library: "sample", at: "#/plan/calendar", frames: "all" },
	{ name: "earn-overview", library: "sample", at: "#/earn/overview", frames: "all" },
	{ name: "earn-stories", library: "sample", at: "#/earn/stories", frames: "all" },
	{ name: "earn-projection", library: "sample", at: "#/earn/projection", frames: "all" },
	{ name: "earn-model", library: "sample", at: "#/earn/model", frames: "pair" },
	{ name: "earn-sources", library: "sample", at: "#/earn/sources", frames: "pair" },
	{ name: "settings-general", library: "sample", at: "#/settings/general", frames: "all" },
	{ name: "settings-coach", library: "sample", at: "#/settings/coach", frames: "all" },
	{ name: "settings-knowledge", library: "sample", at: "#/settings/knowledge", frames: "pair" },
	{ name: "settings-library", library: "sample", at: "#/settings/library", frames: "pair" },
	{ name: "settings-about", library: "sample", at: "#/settings/about", frames: "pair" },
	{
		name: "palette",
		library: "sample",
		at: "#/write/STORY",
		frames: "all",
		prepare: async (page) => {
			await openPalette(page);
		},
	},
	{ name: "shortcuts", library: "sample", at: "#/plan/ideas", frames: "all", prepare: command("Keyboard shortcuts") },
	{ name: "import-dialog", library: "sample", at: "#/plan/ideas", frames: "all", prepare: command("Import") },
	{
		name: "toast",
		library: "sample",
		at: "#/write/DRAFT",
		frames: "pair",
		prepare: async (page) => {
			await page.getByRole("button", { name: "Hide this tip" }).first().click();
			await page.getByRole("menuitem", { name: "Ignore here" }).click();
			await page.getByText("Tip hidden").waitFor();
		},
	},
	{
		name: "insert-menu",
		library: "figures",
		at: "#/write/",
		frames: "pair",
		before: neverSave,
		prepare: async (page) => {
			await storyText(page).click();
			await page.keyboard.press("Enter");
			await page.keyboard.type("/");
			await page.getByRole("listbox", { name: "Insert" }).waitFor();
		},
	},
	{ name: "selection-toolbar", library: "sample", at: "#/write/STORY", frames: "pair", prepare: selectWord },
	{
		name: "link-editor",
		library: "sample",
		at: "#/write/STORY",
		frames: "pair",
		before: neverSave,
		prepare: async (page) => {
			await selectWord(page);
			await page.getByRole("toolbar", { name: "Formatting" }).getByRole("button", { name: "Link" }).click();
			await page.getByRole("textbox", { name: "Address" }).waitFor();
		},
	},
	{
		name: "not-saved",
		library: "sample",
		at: "#/write/DRAFT",
		frames: "pair",
		before: (page) => page.route(/stories\.save/, (route) => route.abort()),
		prepare: async (page) => {
			await storyText(page).locator("p").first().click();
			await page.keyboard.type("Kept here. ");
			await page
				.getByText(/^Not saved/)
				.first()
				.waitFor();
		},
	},
	{
		name: "room-failure",
		library: "sample",
		at: "#/earn/overview",
		frames: "pair",
		before: (page) => page.route(/EarnRoom-[^/]*\.js/, (route) => route.abort()),
		prepare: (page) => page.getByText("This room stopped working").waitFor(),
	},
	{
		name: "stats-import-preview",
		library: "figures",
		at: "#/earn/overview",
		frames: "pair",
		prepare: readPastedStats,
	},
	{
		name: "stats-import-result",
		library: "figures",
		at: "#/earn/overview",
		frames: "pair",
		prepare: async (page) => {
			await readPastedStats(page);
			await page.getByRole("button", { name: "Take in" }).click();
			await page
				.getByText(/came in|nothing new|came in before/i)
				.first()
				.waitFor();
		},
	},
	{ name: "loading", library: "sample", at: "#/earn/overview", frames: "pair", before: stall },
	{
		name: "service-gone",
		library: "sample",
		at: "#/write/STORY",
		frames: "pair",
		prepare: async (page) => {
			await page.route("**/rpc/**", (route) => route.abort());
			await page.evaluate(() => {
				window.location.hash = "#/earn/stories";
			});
			await page.getByRole("alert").first().waitFor();
		},
	},
	{ name: "import-past", library: "imported", at: "#/plan/ideas", frames: "all", prepare: command("Import") },
	{
		name: "import-report",
		library: "imported",
		at: "#/plan/ideas",
		frames: "all",
		prepare: async (page) => {
			await page.keyboard.press("Control+Shift+I");
			await page
				.getByRole("button", { name: /Report/ })
				.first()
				.click();
		},
	},
	{ name: "import-pending", library: "imported", at: "#/write/STORY", frames: "all" },
	{
		name: "import-compare",
		library: "imported",
		at: "#/write/STORY",
		frames: "all",
		prepare: (page) => page.getByRole("button", { name: "Compare…" }).click(),
	},
	{
		name: "import-failed",
		library: "imported",
		at: "#/plan/ideas",
		frames: "pair",
		prepare: async (page) => {
			await importFile({ name: "photographs.zip", buffer: Buffer.from("no zip") })(page);
			await page.getByRole("alert").waitFor();
		},
	},
	{
		name: "import-running",
		library: "imported",
		at: "#/plan/ideas",
		frames: "all",
		before: holdProgress,
		prepare: async (page) => {
			await importFile({ name: "medium-export.zip", buffer: smallExport() })(page);
			await page.getByText(/stories left/).waitFor();
		},
	},
	{ name: "first-run", library: "empty", at: "#/write/", frames: "all" },
	{ name: "empty-ideas", library: "empty", at: "#/plan/ideas", frames: "all" },
	{ name: "empty-series", library: "empty", at: "#/plan/series", frames: "all" },
	{ name: "empty-calendar", library: "empty", at: "#/plan/calendar", frames: "all" },
	{ name: "empty-overview", library: "empty", at: "#/earn/overview", frames: "all" },
	{ name: "empty-stories", library: "empty", at: "#/earn/stories", frames: "all" },
	{ name: "empty-sources", library: "empty", at: "#/earn/sources", frames: "all" },
	{ name: "damaged", library: "damaged", at: "", frames: "all" },
	{ name: "newer", library: "newer", at: "", frames: "pair" },
	{ name: "locked", library: "locked", at: "", frames: "pair" },
];
