/** Every screen and state that is photographed. A new screen joins with one line. */
import type { Page } from "@playwright/test";
import { generateExport } from "#tests/fixtures/medium-export/generate.ts";
import { makeZip } from "../support/zip.ts";

/** What the library holds. Each is made once for all its scenes. */
export type LibraryKind = "sample" | "imported" | "empty" | "damaged" | "newer" | "locked";

/** `frames`: which windows. `all` is light and dark at 1280 × 800, then 900 × 600, 200 % and 1920 × 1080. */
export interface Scene {
	name: string;
	library: LibraryKind;
	/** Address fragment; `STORY` and `DRAFT` stand for the ids of a published sample story and of a draft; in `imported`, `STORY` has two texts. */
	at: string;
	frames: "all" | "pair";
	/** Brings the screen into its state; throw when it cannot be reached. */
	prepare?: (page: Page) => Promise<void>;
	/** Runs before the page is loaded. */
	before?: (page: Page) => Promise<void>;
}

const command = (name: string) => async (page: Page) => {
	await page.keyboard.press("Control+k");
	await page.getByRole("dialog").getByRole("combobox").or(page.getByRole("dialog").getByRole("searchbox")).fill(name);
	await page.keyboard.press("Enter");
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
	{ name: "write-draft", library: "sample", at: "#/write/DRAFT", frames: "pair" },
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
	{ name: "settings-library", library: "sample", at: "#/settings/library", frames: "pair" },
	{ name: "settings-about", library: "sample", at: "#/settings/about", frames: "pair" },
	{
		name: "palette",
		library: "sample",
		at: "#/write/STORY",
		frames: "all",
		prepare: (page) => page.keyboard.press("Control+k"),
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
	{ name: "empty-ideas", library: "empty", at: "#/plan/ideas", frames: "pair" },
	{ name: "empty-series", library: "empty", at: "#/plan/series", frames: "pair" },
	{ name: "empty-calendar", library: "empty", at: "#/plan/calendar", frames: "pair" },
	{ name: "empty-overview", library: "empty", at: "#/earn/overview", frames: "pair" },
	{ name: "empty-stories", library: "empty", at: "#/earn/stories", frames: "pair" },
	{ name: "empty-sources", library: "empty", at: "#/earn/sources", frames: "pair" },
	{ name: "damaged", library: "damaged", at: "", frames: "all" },
	{ name: "newer", library: "newer", at: "", frames: "pair" },
	{ name: "locked", library: "locked", at: "", frames: "pair" },
];
