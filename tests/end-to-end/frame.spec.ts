import type { Page } from "@playwright/test";
import { addStories, list } from "#tests/support/story-list.ts";
import { expect, expectAccessible, test } from "#tests/support/studio.ts";

const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const DESK_DARK = "rgb(16, 17, 19)";
const DESK_LIGHT = "rgb(246, 243, 236)";

/** Nothing is cut off sideways: no box of the page is wider than the window. */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
	const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	expect(overflow).toBeLessThanOrEqual(0);
}

test("the palette finds commands, stories and settings, and remembers what was run", async ({ page, studio }) => {
	await addStories(studio, "Reading by lamplight", "Other");
	await studio.open("#/settings/general");
	await page.keyboard.press("Control+k");
	const field = page.getByRole("combobox", { name: "Find a command" });
	await expect(field).toBeFocused();
	await field.fill("dark theme");
	await expect(page.getByRole("option", { selected: true })).toContainText("Use the dark theme");
	await expectAccessible(page);
	await page.keyboard.press("Enter");
	await expect(field).toBeHidden();
	await expect.poll(() => background(page)).toBe(DESK_DARK);

	await page.keyboard.press("Control+k");
	await field.fill("lampl");
	await page.getByRole("option", { name: "Reading by lamplight" }).click();
	await expect(page).toHaveURL(/#\/write\/[0-9a-f-]{36}$/);

	await page.keyboard.press("Control+k");
	const recent = page.getByRole("group", { name: "Recent" });
	await expect(recent.getByRole("option")).toHaveText([/Reading by lamplight/]);
	await field.fill(">lampl");
	await expect(page.getByText("Nothing found.")).toBeVisible();
	await page.keyboard.press("Escape");
	await expect(field).toBeHidden();
});

test("no shortcut fires while a word is being composed", async ({ page, studio }) => {
	await studio.open("#/settings/general");
	await page.evaluate(() =>
		window.dispatchEvent(new KeyboardEvent("keydown", { key: "k", ctrlKey: true, isComposing: true })),
	);
	await expect(page.getByRole("dialog")).toHaveCount(0);
	await page.evaluate(() => window.dispatchEvent(new KeyboardEvent("keydown", { key: "k", ctrlKey: true })));
	await expect(page.getByRole("dialog")).toBeVisible();
});

test("the shortcut sheet opens with a question mark, but not while typing, and names no key twice", async ({
	page,
	studio,
}) => {
	await studio.open();
	const search = page.getByRole("searchbox", { name: "Search stories" });
	await search.fill("a");
	await search.press("?");
	await expect(search).toHaveValue("a?");
	for (const room of ["#/write/", "#/plan/ideas", "#/earn/overview", "#/settings/general"]) {
		await page.evaluate((hash) => {
			window.location.hash = hash;
		}, room);
		await expect(page.locator("main")).toBeVisible();
		await page.keyboard.press("Control+/");
		const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
		await expect(sheet.getByText("Go to Plan")).toBeVisible();
		const keys = await sheet.locator("kbd").allTextContents();
		// In selected text it makes a link, anywhere else it opens the palette.
		const inTwoPlaces = "Ctrl+K";
		expect(keys.filter((key, index) => key !== inTwoPlaces && keys.indexOf(key) !== index)).toEqual([]);
		const meanings = sheet.locator("dl > div", { has: page.getByText(inTwoPlaces, { exact: true }) }).locator("dt");
		await expect(meanings).toHaveText(
			room === "#/write/"
				? ["Link the selected textwhen text is selected", "Commandswhen no story text is selected"]
				: ["Commandswhen no story text is selected"],
		);
		await page.keyboard.press("Escape");
		await expect(sheet).toBeHidden();
	}
	await page.locator("main").first().focus();
	await page.keyboard.press("?");
	const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
	await sheet.getByRole("searchbox").fill("new story");
	await expect(sheet.locator("dt")).toHaveText(["New story"]);
	await expectAccessible(page);
});

test("the switches of a long page are walked through inside the frame", async ({ page, studio }) => {
	await studio.open("#/settings/coach");
	await page.getByRole("searchbox", { name: "Search the rules" }).focus();
	for (let step = 0; step < 20; step += 1) await page.keyboard.press("Tab");
	await expect(page.locator("input:focus")).toBeInViewport();
	await expect(page.locator("main")).not.toHaveJSProperty("scrollTop", 0);
	expect(await page.evaluate(() => [document.documentElement.scrollTop, document.body.scrollTop])).toEqual([0, 0]);
});

test("the page is dark from its first frame when dark was chosen, without any script", async ({ studio, browser }) => {
	await studio.client.settings.update.mutate({ theme: "dark" });
	const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: "light" });
	const page = await context.newPage();
	await page.goto(studio.newLink());
	expect(await background(page)).toBe(DESK_DARK);
	await context.close();
});

test("settings take effect at once and are there after a restart", async ({ page, studio }) => {
	await studio.open("#/settings/general");
	await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
	await page.getByRole("radio", { name: "Dark" }).click();
	await expect.poll(() => background(page)).toBe(DESK_DARK);
	await page.getByRole("radio", { name: "Light" }).click();
	await expect.poll(() => background(page)).toBe(DESK_LIGHT);
	await page.getByRole("radio", { name: "24" }).click();
	await expect(page.locator("figure p")).toHaveCSS("font-size", "24px");
	await expect.poll(async () => (await studio.client.settings.get.query()).settings.textSize).toBe(24);
	await studio.stop();
	await studio.start();
	await studio.open("#/settings/general");
	await expect(page.locator("figure p")).toHaveCSS("font-size", "24px");
	await expectAccessible(page);
});

test("a backup is made with its progress and listed; the report names no folder", async ({ page, studio }) => {
	await studio.open("#/settings/library");
	await page.getByRole("button", { name: "Back up now" }).click();
	await expect(page.getByText("Backed up, with 0 pictures. The copy was opened and checked.")).toBeVisible();
	await expect(page.getByRole("rowheader")).toHaveCount(1);
	await expectAccessible(page);
	await page.getByRole("tab", { name: "About" }).click();
	await expect(page.getByRole("heading", { name: "Network requests this session: 0" })).toBeVisible();
	await page.getByRole("button", { name: "Copy report" }).click();
	await expect(page.getByText("The report is on the clipboard")).toBeVisible();
	const report = await page.evaluate(() => navigator.clipboard.readText());
	expect(JSON.parse(report)).toMatchObject({ network: { requestsThisSession: 0 } });
	expect(report).not.toContain(studio.libraryDirectory);
	await page.getByRole("button", { name: "Show licences" }).click();
	for (const name of ["Inter", "Source Serif 4", "JetBrains Mono", "react", "better-sqlite3"])
		await expect(page.locator("summary", { hasText: new RegExp(`^${name} `) })).toBeVisible();
	await expectAccessible(page);
});

test("rooms are reached by keyboard, the title says where, focus begins the page", async ({ page, studio }) => {
	await studio.open();
	await page.keyboard.press("Tab");
	const skip = page.getByRole("button", { name: "Skip to the page" });
	await page.locator("body").evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
	await skip.focus();
	await expect(skip).toBeInViewport();
	await page.keyboard.press("Control+,");
	await expect(page).toHaveTitle("Settings: General – Inkhour");
	await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeFocused();
	await page.getByRole("tab", { name: "About" }).click();
	await expect(page).toHaveTitle("Settings: About – Inkhour");
	await page.keyboard.press("Control+1");
	await expect(page).toHaveTitle(/Inkhour$/);
	await page.getByRole("link", { name: "Settings" }).click();
	await expect(page).toHaveTitle("Settings: About – Inkhour");
});

test("an address that leads nowhere becomes the true one, and the window says so", async ({ page, studio }) => {
	const notice = page.getByRole("alertdialog").filter({ hasText: "There is no page at that address." });
	await studio.open("#/nonsense");
	await expect(page).toHaveURL(/#\/write\/$/);
	await expect(notice).toBeVisible();
	await expectAccessible(page);
	await notice.getByRole("button", { name: "Close" }).click();
	await page.evaluate(() => {
		window.location.hash = "#/earn/nonsense";
	});
	await expect(page).toHaveURL(/#\/earn\/overview$/);
	await expect(page.getByRole("heading", { level: 1, name: "Earn" })).toBeVisible();
	await expect(notice).toBeVisible();
	// What was done in a room is not told in the next one.
	await page.getByRole("navigation", { name: "Rooms" }).getByRole("link", { name: "Plan" }).click();
	await expect(page).toHaveTitle(/^Plan/);
	await expect(notice).toBeHidden({ timeout: 2_000 });
	await page.goBack();
	await expect(page).toHaveURL(/#\/earn\/overview$/);
});

test("a room that breaks keeps the rest working and can be reloaded", async ({ page, studio }) => {
	studio.expectErrors(/broken on purpose/);
	await page.route(/PlanRoom-.*\.js/, (route) =>
		route.fulfill({
			contentType: "text/javascript",
			body: "export default () => { if (!window.mended) throw new Error('broken on purpose'); return null; }",
		}),
	);
	await studio.open("#/plan/ideas");
	await expect(page.getByRole("alert")).toContainText("Everything that was saved is safe");
	await expectAccessible(page);
	await page.getByText("Details", { exact: true }).click();
	await expect(page.locator("pre")).toContainText("broken on purpose");
	await page.getByRole("link", { name: "Settings" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
	await page.getByRole("link", { name: "Plan" }).click();
	const reload = page.getByRole("button", { name: "Reload this room" });
	await expect(reload).toBeVisible();
	await page.evaluate(() => Reflect.set(window, "mended", true));
	await reload.click();
	await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a studio that stops answering says so over the room, and goes on when it answers", async ({ page, studio }) => {
	studio.expectErrors(/ERR_FAILED|Failed to fetch/);
	await studio.open("#/settings/library");
	await expect(page.getByRole("button", { name: "Back up now" })).toBeVisible();
	await page.route("**/rpc/**", (route) => route.abort());
	await page.getByRole("button", { name: "Back up now" }).click();
	await expect(page.getByText("The studio stopped answering.")).toBeVisible();
	await expectAccessible(page);
	await page.getByRole("button", { name: "Try again" }).click();
	await page.unroute("**/rpc/**");
	await expect(page.getByText("The studio stopped answering.")).toBeHidden();
});

for (const { name, width, height } of [
	{ name: "900 × 600", width: 900, height: 600 },
	{ name: "1280 × 800 at 200 %", width: 640, height: 400 },
	{ name: "900 × 600 at 200 %", width: 450, height: 300 },
])
	test(`everything is in reach at ${name}`, async ({ page, studio }) => {
		await addStories(studio, "A title that is rather long, so that it has to be cut somewhere on the way");
		await page.setViewportSize({ width, height });
		await studio.open();
		if (width < 860) await page.getByRole("button", { name: "Show the library" }).click();
		await expect(list(page).getByRole("option")).toHaveCount(1);
		await expectNoSidewaysScroll(page);
		await list(page).getByRole("option").click();
		if (width < 860) await expect(list(page)).toBeHidden();
		for (const fragment of ["#/settings/general", "#/settings/library", "#/settings/about"]) {
			await page.evaluate((hash) => {
				window.location.hash = hash;
			}, fragment);
			await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
			await expectNoSidewaysScroll(page);
		}
		await expectAccessible(page);
		await page.keyboard.press("Control+k");
		await expect(page.getByRole("combobox")).toBeInViewport();
		await expectNoSidewaysScroll(page);
	});

test("forced colours keep borders and the mark of what is chosen", async ({ page, studio }) => {
	await page.emulateMedia({ forcedColors: "active" });
	await studio.open("#/settings/general");
	const chosen = page.getByRole("link", { name: "Settings" });
	const other = page.getByRole("link", { name: "Plan" });
	const border = (link: typeof chosen) => link.evaluate((element) => getComputedStyle(element).borderTopColor);
	expect(await border(chosen)).not.toBe(await border(other));
	await expect(page.getByRole("radio", { name: "System" })).toHaveCSS("border-top-style", "solid");
	await page.getByRole("tab", { name: "Library" }).focus();
	await page.keyboard.press("ArrowRight");
	await expect(page.getByRole("tab", { name: "About" })).toHaveCSS("outline-style", "solid");
});

test("nothing moves when the system asks for less motion", async ({ page, studio }) => {
	await page.emulateMedia({ reducedMotion: "reduce" });
	await studio.open("#/settings/general");
	await page.keyboard.press("Control+k");
	await expect(page.getByRole("combobox")).toBeVisible();
	const moving = await page.evaluate(
		() =>
			document.getAnimations().filter((animation) => Number(animation.effect?.getComputedTiming().duration) > 10)
				.length,
	);
	expect(moving).toBe(0);
});

test("the three doors go when they are closed, and stay away", async ({ page, studio }) => {
	await studio.open();
	const doors = page.getByRole("region", { name: "First steps" });
	await expect(doors.getByRole("button", { name: "Start writing" })).toBeVisible();
	await doors.getByRole("button", { name: "Do not show this again" }).click();
	await expect(doors).toBeHidden();
	await page.reload();
	await expect(page.getByText("Your stories will be listed here.")).toBeVisible();
	await expect(doors).toBeHidden();
});

test("equal failures are one notice; a notice with an undo goes with its room; undo and the import are found everywhere", async ({
	page,
	studio,
}) => {
	const notices = page.getByRole("alertdialog");
	studio.expectErrors(/ERR_FAILED/);
	await studio.open("#/settings/general");
	await page.route(/rpc\/settings/, (route) => route.abort());
	for (const theme of ["Dark", "Light", "Dark"]) {
		await page.getByRole("radio", { name: theme }).click();
		await expect(notices.filter({ hasText: "The setting could not be saved" })).toHaveCount(1);
	}
	await page.unroute(/rpc\/settings/);

	const dialog = page.getByRole("dialog", { name: "Import stats" });
	await page.keyboard.press("Control+k");
	await page.keyboard.type("Import stats");
	await page.keyboard.press("Enter");
	await expect(dialog).toBeVisible();
	await page.keyboard.press("Escape");
	await expect(dialog).toBeHidden();

	const { id } = await studio.client.stories.create.mutate({ title: "Lamps" });
	await studio.open(`#/write/${id}`);
	await page.keyboard.press("Control+/");
	const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
	for (const name of ["Undo", "Redo"]) await expect(sheet.getByText(name, { exact: true })).toBeVisible();
	await page.keyboard.press("Escape");
	await page.getByRole("button", { name: "More for this story" }).click();
	await page.getByRole("menuitem", { name: "Move to the trash" }).click();
	const undo = notices.getByRole("button", { name: "Undo" });
	await expect(undo).toBeVisible();
	await page.getByRole("navigation", { name: "Rooms" }).getByRole("link", { name: "Plan" }).click();
	await expect(undo).toBeHidden();
});

test("over a dialog there is no palette, and keys go on to the dialog", async ({ page, studio }) => {
	await studio.open("#/plan/ideas");
	await page.keyboard.press("Control+Shift+i");
	const dialog = page.getByRole("dialog", { name: "Import from Medium" });
	await expect(dialog).toBeVisible();
	const focused = () => dialog.evaluate((element) => element.contains(document.activeElement));
	await expect.poll(focused).toBe(true);
	await page.keyboard.press("Control+k");
	await expect(page.getByRole("dialog")).toHaveCount(1);
	expect(await focused()).toBe(true);
	await page.keyboard.press("Escape");
	await expect(dialog).toBeHidden();
	await page.keyboard.press("Control+k");
	await expect(page.getByRole("combobox", { name: "Find a command" })).toBeFocused();
	await page.keyboard.press("Control+k");
	await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("notices leave the room as it is and every dialog in reach; Escape closes the one that has the focus", async ({
	page,
	studio,
}) => {
	studio.expectErrors(/ERR_FAILED/);
	const { id } = await studio.client.stories.create.mutate({ title: "Lamps" });
	await page.setViewportSize({ width: 900, height: 600 });
	await studio.open(`#/write/${id}`);
	const box = (name: string) => page.locator(name).evaluate((element) => element.getBoundingClientRect().toJSON());
	const room = await box("main");
	await page.getByRole("button", { name: "More for this story" }).click();
	await page.getByRole("menuitem", { name: "Move to the trash" }).click();
	const notices = page.locator("[data-notices]");
	await expect(notices.getByRole("button", { name: "Undo" })).toBeVisible();
	expect(await box("main")).toEqual(room);

	// What went wrong stays, also over a dialog that fills the window.
	await page.goto(page.url().replace(/#.*/, "#/settings/general"));
	await page.route(/rpc\/settings/, (route) => route.abort());
	await page.getByRole("radio", { name: "Dark" }).click();
	await expect(notices.getByRole("alertdialog")).toHaveCount(1);
	await page.unroute(/rpc\/settings/);
	for (const height of [600, 400]) {
		await page.setViewportSize({ width: 640, height });
		await page.keyboard.press("Control+/");
		const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
		await expect(sheet).toBeVisible();
		await expect
			.poll(async () => (await box("[data-notices]")).top - (await box("[role=dialog]")).bottom)
			.toBeGreaterThanOrEqual(0);
		await page.keyboard.press("F6");
		await expect.poll(() => notices.evaluate((region) => region.contains(document.activeElement))).toBe(true);
		if (height === 400) await page.keyboard.press("Escape");
		await expect(notices).toHaveCount(height === 400 ? 0 : 1);
		await sheet.getByRole("button", { name: "Close" }).press("Escape");
		await expect(sheet).toBeHidden();
	}
});
