import type { Page } from "@playwright/test";
import { expect, expectAccessible, type StudioUnderTest, test } from "#tests/support/studio.ts";

async function stories(studio: StudioUnderTest, ...titles: string[]): Promise<string[]> {
	const ids: string[] = [];
	for (const title of titles) {
		studio.clock.advance(1_000);
		ids.push((await studio.client.stories.create.mutate({ title })).id);
	}
	return ids;
}

const list = (page: Page) => page.getByRole("listbox", { name: "Stories", exact: true });
const option = (page: Page, name: string) => list(page).getByRole("option", { name });
const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const DESK_DARK = "rgb(16, 17, 19)";
const DESK_LIGHT = "rgb(246, 243, 236)";

/** Nothing is cut off sideways: no box of the page is wider than the window. */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
	const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	expect(overflow).toBeLessThanOrEqual(0);
}

test("the palette finds commands, stories and settings, and remembers what was run", async ({ page, studio }) => {
	await stories(studio, "Reading by lamplight", "Other");
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
	await expect(page.getByText("Backed up. The copy was opened and checked.")).toBeVisible();
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

test("the library is worked with the keyboard alone: move, find by typing, choose, trash, undo", async ({
	page,
	studio,
}) => {
	await stories(studio, "Delta", "Charlie", "Bravo", "Alpha", "Alphabet");
	await studio.open();
	await expect(list(page).getByRole("option")).toHaveText([/Alphabet/, /Alpha/, /Bravo/, /Charlie/, /Delta/]);
	await list(page).focus();
	const active = () =>
		list(page).evaluate((box) => document.getElementById(box.getAttribute("aria-activedescendant") ?? "")?.textContent);
	await expect.poll(active).toMatch(/^Alphabet/);
	await page.keyboard.type("bra");
	await expect.poll(active).toMatch(/^Bravo/);
	await page.keyboard.press("Enter");
	await expect(page).toHaveURL(/#\/write\/[0-9a-f-]{36}$/);
	// The story has opened before the list is gone back to.
	await expect(page.getByRole("textbox", { name: "Story text" })).toContainText("Bravo");
	await list(page).focus();
	await page.keyboard.press("Home");
	await page.keyboard.press("Shift+ArrowDown");
	await expect(page.getByRole("toolbar", { name: "Chosen stories" })).toContainText("2 chosen");
	await expectAccessible(page);
	await page.keyboard.press("Delete");
	await expect(list(page).getByRole("option")).toHaveText([/Bravo/, /Charlie/, /Delta/]);
	await expect.poll(active).toMatch(/^Bravo/);
	await expect(page.getByRole("radio", { name: /Trash/ })).toContainText("2");
	const notice = page.getByRole("region", { name: /Notices/ });
	await expect(notice).toContainText("2 stories moved to the trash");
	await expectAccessible(page);
	await page.keyboard.press("F6");
	await expect.poll(() => notice.evaluate((region) => region.contains(document.activeElement))).toBe(true);
	await notice.getByRole("button", { name: "Undo" }).press("Enter");
	await expect(list(page).getByRole("option")).toHaveCount(5);
});

test("a row of a Chinese story has room for its length", async ({ page, studio }) => {
	const { id, revision, document } = await studio.client.stories.create.mutate({ title: "灯塔 Lighthouse" });
	const paragraph = { id: "p", type: "paragraph", spans: [{ text: "灯塔看守人走到海边。".repeat(150) }] };
	const blocks = [...document.blocks.slice(0, 1), paragraph];
	await studio.client.stories.save.mutate({
		id,
		baseRevision: revision,
		document: JSON.stringify({ ...document, blocks }),
	});
	await studio.open();
	const length = list(page).getByText("1,353 char.");
	await expect(length).toBeVisible();
	const facts = length.locator("xpath=..");
	await expect(facts).toHaveAttribute("title", /1,353 words and characters$/);
	const [of, line] = await Promise.all([length.boundingBox(), facts.boundingBox()]);
	expect((of?.y ?? Infinity) + (of?.height ?? 0)).toBeLessThanOrEqual((line?.y ?? 0) + (line?.height ?? 0));
});

test("the row of the open story follows its page, not the list", async ({ page, studio }) => {
	const [id = ""] = await stories(studio, "Lamps");
	await studio.open(`#/write/${id}`);
	await expect(option(page, "Lamps")).toBeVisible();
	let asked = 0;
	// From here on the list answers nothing.
	await page.route(/stories\.list/, () => {
		asked += 1;
	});
	await page.getByRole("textbox", { name: "Story" }).press("ControlOrMeta+End");
	await page.keyboard.press("Enter");
	await page.keyboard.type("One lamp after the other. ".repeat(4));
	await expect(page.getByRole("contentinfo")).toContainText(/Saved .*21 words/);
	await expect(option(page, "Lamps")).toContainText("21 words");
	await expect.poll(() => asked).toBeGreaterThan(0);
});

test("a row means itself under the first press, however far down the open story is", async ({ page, studio }) => {
	const [first = ""] = await stories(studio, ...Array.from({ length: 60 }, (_, at) => `Story ${at + 1}`));
	await studio.open(`#/write/${first}`);
	await expect(option(page, "Story 58")).toBeVisible();
	await option(page, "Story 58").click({ button: "right" });
	await expect(page.getByRole("menu", { name: "Story" })).toBeVisible();
	await page.keyboard.press("Escape");
	await page.reload();
	await option(page, "Story 60").click({ modifiers: ["Control"] });
	await option(page, "Story 58").click({ modifiers: ["Shift"] });
	await expect(page.getByText("3 chosen")).toBeVisible();
});

test("the menu of a story opens from the keyboard, changes its stage and puts trash back", async ({ page, studio }) => {
	await stories(studio, "One", "Two");
	await studio.open();
	await list(page).focus();
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Shift+F10");
	const menu = page.getByRole("menu", { name: "Story" });
	await expect(menu).toBeVisible();
	await expectAccessible(page);
	await menu.getByRole("menuitemradio", { name: "Ready" }).press("Enter");
	await expect(option(page, "One")).toContainText("Ready");
	await page.getByRole("button", { name: "Undo" }).click();
	await expect(option(page, "One")).toContainText("Draft");
	await option(page, "Two").click({ button: "right" });
	await menu.getByRole("menuitem", { name: "trash" }).click();
	await page.getByRole("radio", { name: /Trash/ }).click();
	await option(page, "Two").click({ button: "right" });
	await menu.getByRole("menuitem", { name: "Put back" }).click();
	await expect(page.getByText("The trash is empty")).toBeVisible();
	await page.getByRole("button", { name: "Show all stories" }).click();
	await expect(list(page).getByRole("option")).toHaveCount(2);
});

test("search shows where the words are, as they are typed", async ({ page, studio }) => {
	const [id = ""] = await stories(studio, "An evening", "Another");
	const story = await studio.client.stories.get.query({ id });
	const blocks = [...story.document.blocks, { id: "p1", type: "paragraph", spans: [{ text: "A <b>green</b> lamp." }] }];
	await studio.client.stories.save.mutate({
		id,
		baseRevision: story.revision,
		document: JSON.stringify({ ...story.document, blocks }),
	});
	await studio.open();
	const search = page.getByRole("searchbox", { name: "Search stories" });
	await search.fill("green");
	await expect(page.getByText("1 story found")).toBeVisible();
	const hit = page.getByRole("listbox", { name: "Stories found" }).getByRole("option");
	await expect(hit.locator("mark")).toHaveText("green");
	await expect(hit).toContainText("A <b>green</b> lamp.");
	await expectAccessible(page);
	await search.press("Escape");
	await expect(list(page).getByRole("option")).toHaveCount(2);
});

test("from the search one goes on to what was found, and to a new story that is open already, by keyboard", async ({
	page,
	studio,
}) => {
	const [id] = await stories(studio, "An evening", "Another");
	await studio.open();
	await page.keyboard.press("Control+Shift+F");
	await page.keyboard.type("evening");
	await expect(page.getByText("1 story found")).toBeVisible();
	await page.keyboard.press("Control+n");
	await page.keyboard.type("Lamps");
	await expect(page.getByRole("textbox", { name: "Story text" })).toContainText("Lamps");
	await page.getByRole("searchbox", { name: "Search stories" }).focus();
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Enter");
	await expect(page).toHaveURL(new RegExp(`#/write/${id}$`));
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
		await stories(studio, "A title that is rather long, so that it has to be cut somewhere on the way");
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

test("a notice covers nothing of the room, and gives its place back", async ({ page, studio }) => {
	const { id } = await studio.client.stories.create.mutate({ title: "Lamps" });
	await page.setViewportSize({ width: 900, height: 600 });
	await studio.open(`#/write/${id}`);
	const bottom = (name: string) => page.locator(name).evaluate((element) => element.getBoundingClientRect().bottom);
	const whole = await bottom("main");
	await page.getByRole("button", { name: "More for this story" }).click();
	await page.getByRole("menuitem", { name: "Move to the trash" }).click();
	const notices = page.locator("[data-notices]");
	await expect(notices.getByRole("button", { name: "Undo" })).toBeVisible();
	await expect
		.poll(
			async () => (await bottom("main")) - (await notices.evaluate((element) => element.getBoundingClientRect().top)),
		)
		.toBeLessThanOrEqual(0);
	expect(await bottom("[data-notices]")).toBeLessThanOrEqual(600 - 28);
	await notices.getByRole("button", { name: "Close" }).click();
	await expect(notices).toHaveCount(0);
	await expect.poll(() => bottom("main")).toBe(whole);
});
