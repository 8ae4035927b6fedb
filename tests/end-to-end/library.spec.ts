/** The list of stories: its rows, its menu, its search. */
import type { Page } from "@playwright/test";
import { addStories, list } from "#tests/support/story-list.ts";
import { expect, expectAccessible, test } from "#tests/support/studio.ts";

const option = (page: Page, name: string) => list(page).getByRole("option", { name });

test("the library is worked with the keyboard alone: move, find by typing, choose, trash, undo", async ({
	page,
	studio,
}) => {
	await addStories(studio, "Delta", "Charlie", "Bravo", "Alpha", "Alphabet");
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
	const length = list(page).getByText("1,352 char.");
	await expect(length).toBeVisible();
	const facts = length.locator("xpath=..");
	await expect(facts).toHaveAttribute("title", /1,353 words and characters$/);
	const [of, line] = await Promise.all([length.boundingBox(), facts.boundingBox()]);
	expect((of?.y ?? Infinity) + (of?.height ?? 0)).toBeLessThanOrEqual((line?.y ?? 0) + (line?.height ?? 0));
});

test("the row of the open story follows its page, not the list", async ({ page, studio }) => {
	const [id = ""] = await addStories(studio, "Lamps");
	await studio.open(`#/write/${id}`);
	await expect(option(page, "Lamps")).toBeVisible();
	let asked = 0;
	// From here on the list answers nothing.
	await page.route(/stories\.list/, () => {
		asked += 1;
	});
	await page.getByRole("textbox", { name: "Story" }).press("ControlOrMeta+End");
	await page.keyboard.press("Enter");
	await page.keyboard.insertText("One lamp after the other. ".repeat(4));
	await expect(page.getByRole("contentinfo")).toContainText(/Saved .*21 words/);
	await expect(option(page, "Lamps")).toContainText("21 words");
	await expect.poll(() => asked).toBeGreaterThan(0);
});

test("a row means itself under the first press, however far down the open story is", async ({ page, studio }) => {
	const [first = ""] = await addStories(studio, ...Array.from({ length: 60 }, (_, at) => `Story ${at + 1}`));
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
	await addStories(studio, "One", "Two");
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
	const [id = ""] = await addStories(studio, "An evening", "Another");
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
	const [id] = await addStories(studio, "An evening", "Another");
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

test("Enter right behind a story's name in the palette waits for the story, and so does what is typed next", async ({
	page,
	studio,
}) => {
	const [bread = "", lamps = ""] = await addStories(studio, "Bread", "Lamps");
	await studio.open(`#/write/${bread}`);
	const text = page.getByRole("textbox", { name: "Story text" });
	await expect(text).toBeFocused();
	await page.route("**/rpc/stories.search*", async (route) => {
		await new Promise((resolve) => setTimeout(resolve, 300));
		await route.continue();
	});
	await page.keyboard.press("Control+k");
	await page.keyboard.type("Lamps");
	await page.keyboard.press("Enter");
	await page.keyboard.type("lit at night");
	await expect(text).toContainText("lit at night");
	await expect(page).toHaveURL(new RegExp(`#/write/${lamps}$`));
	// What nothing answers is not chosen, and the keys stay with the field.
	await page.keyboard.press("Control+k");
	await page.keyboard.type("zebra");
	await page.keyboard.press("Enter");
	await page.keyboard.type("s");
	await expect(page.getByRole("dialog").getByRole("combobox")).toHaveValue("zebras");
});

for (const how of ["list", "palette"] as const)
	test(`what is typed right behind choosing a story in the ${how} is for that story`, async ({ page, studio }) => {
		const [bread = "", lamps = ""] = await addStories(studio, "Bread", "Lamps");
		await studio.open(`#/write/${bread}`);
		const text = page.getByRole("textbox", { name: "Story text" });
		await expect(text).toContainText("Bread");
		// A library on a slow disk.
		await page.route("**/rpc/stories.get*", async (route) => {
			await new Promise((resolve) => setTimeout(resolve, 250));
			await route.continue();
		});
		if (how === "list") await list(page).getByRole("option", { name: /Lamps/ }).click();
		else {
			await page.keyboard.press("Control+k");
			await page.keyboard.type("Lamps");
			await expect(page.locator("[id^=palette-story]")).toHaveCount(1);
			await page.keyboard.press("Enter");
		}
		await page.keyboard.type("lit at night");
		await expect(text).toContainText("lit at night");
		await expect(page).toHaveURL(new RegExp(`#/write/${lamps}$`));
		await expect(text).toContainText("Lamps");
		const blocks = async (id: string) => JSON.stringify((await studio.client.stories.get.query({ id })).document);
		await expect.poll(() => blocks(lamps)).toContain("lit at night");
		expect(await blocks(bread)).not.toContain("night");
	});

test("on a slow machine what is typed behind the shortcut of the search is searched for", async ({ page, studio }) => {
	await addStories(studio, "An evening", "Another");
	const devTools = await page.context().newCDPSession(page);
	await devTools.send("Emulation.setCPUThrottlingRate", { rate: 8 });
	await page.goto(studio.newLink());
	await expect(page.getByRole("textbox", { name: "Story text" })).toBeFocused();
	await page.keyboard.press("Control+Shift+F");
	await page.keyboard.type("evening");
	await devTools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
	await expect(page.getByText("1 story found")).toBeVisible();
	await expect(page.getByRole("searchbox", { name: "Search stories" })).toHaveValue("evening");
});
