import { pngOf } from "#tests/support/pictures.ts";
import { expect, expectAccessibleInBoth, test } from "#tests/support/studio.ts";
import { blocks, stored, text, write } from "#tests/support/write-page.ts";

test("without a selection, Alt+F10 offers what the caret's block may become, and goes when it is left", async ({
	page,
	studio,
}) => {
	await write(page, studio, "plain words here", "Enter");
	const toolbar = page.getByRole("toolbar", { name: "Formatting" });
	await page.keyboard.press("Alt+F10");
	await expect(toolbar.getByRole("button", { name: "Heading", exact: true })).toBeFocused();
	await expect(toolbar.getByRole("button", { name: "Bold" })).toBeHidden();
	const box = await toolbar.boundingBox();
	const line = await text(page).locator("p").last().boundingBox();
	expect(Math.abs((box?.y ?? 0) - (line?.y ?? 9_999))).toBeLessThan(80);
	await page.keyboard.press("Escape");
	await expect(text(page)).toBeFocused();
	await expect(toolbar).toBeHidden();
	await page.keyboard.press("ArrowUp");
	await page.keyboard.press("Alt+F10");
	await expect(toolbar).toBeVisible();
	await toolbar.getByRole("button", { name: "Numbered list" }).press("Enter");
	await page.keyboard.press("Escape");
	await expect(text(page).locator("ol > li")).toHaveText("plain words here");
	await expect(text(page)).toBeFocused();
	await expect(toolbar).toBeHidden();
});

test("a block is moved from the bar, a picture by its own buttons, and the focus stays for the next press", async ({
	page,
	studio,
}) => {
	await write(page, studio, "one", "Enter", "two", "Enter", "three");
	const paragraphs = text(page).locator("p[data-kind=paragraph]");
	await page.keyboard.press("Alt+F10");
	await page.keyboard.press("End");
	await page.keyboard.press("ArrowLeft");
	const up = page.getByRole("button", { name: "Move the block up" });
	await expect(up).toBeFocused();
	await page.keyboard.press("Enter");
	await expect(paragraphs).toHaveText(["one", "three", "two"]);
	await page.keyboard.press("Enter");
	await expect(paragraphs).toHaveText(["three", "one", "two"]);
	await expect(up).toBeFocused();
	await page.keyboard.press("Escape");
	// The caret went with its block.
	await page.keyboard.type("!");
	await expect(paragraphs).toHaveText(["three!", "one", "two"]);
	await page.keyboard.press("Control+End");
	await page.keyboard.press("Enter");
	await page.keyboard.type("/pict");
	const chooser = page.waitForEvent("filechooser");
	await page.keyboard.press("Enter");
	await (await chooser).setFiles({ name: "lamp.png", mimeType: "image/png", buffer: pngOf(80, 50) });
	const figure = text(page).locator("figure");
	await expect(figure.locator("img")).toBeVisible();
	const before = () => figure.evaluate((element) => element.previousElementSibling?.textContent ?? "");
	await expect.poll(before).toBe("two");
	await figure.hover();
	await figure.getByRole("button", { name: "Move the block up" }).click();
	await expect.poll(before).toBe("one");
	await expect(figure.getByRole("button", { name: "Move the block up" })).toBeFocused();
	await page.keyboard.press("Enter");
	await expect.poll(before).toBe("three!");
});

test("toolbar: marks, link, heading, quote cycle, list; reached and walked with the keyboard", async ({
	page,
	studio,
}) => {
	await write(page, studio, "plain words here");
	await page.keyboard.press("Control+Shift+ArrowLeft");
	const toolbar = page.getByRole("toolbar", { name: "Formatting" });
	await toolbar.getByRole("button", { name: "Bold" }).click();
	await expect(toolbar.getByRole("button", { name: "Bold" })).toHaveAttribute("aria-pressed", "true");
	await page.keyboard.press("Alt+F10");
	await expect(toolbar.getByRole("button", { name: "Bold" })).toBeFocused();
	await page.keyboard.press("ArrowRight");
	await page.keyboard.press("Enter");
	await page.keyboard.press("Escape");
	await expect(text(page)).toBeFocused();
	expect((await blocks(page, studio))[1]).toEqual({
		type: "paragraph",
		spans: [{ text: "plain words " }, { text: "here", bold: true, italic: true }],
	});
	await page.keyboard.press("Control+k");
	await page.getByRole("textbox", { name: "Address" }).fill("javascript:alert(1)");
	await page.keyboard.press("Enter");
	await expect(page.getByText("A link starts with https://")).toBeVisible();
	await page.getByRole("textbox", { name: "Address" }).fill("example.org/lamp");
	await page.keyboard.press("Enter");
	await expect(text(page).locator("a")).toHaveAttribute("href", "https://example.org/lamp");
	const quote = () => toolbar.getByRole("button", { name: /quote/i });
	await quote().click();
	await expect(text(page).locator("[data-kind=quote]")).toBeVisible();
	await quote().click();
	await expect(text(page).locator("[data-kind=pullQuote]")).toBeVisible();
	await quote().click();
	await toolbar.getByRole("button", { name: "Bulleted list" }).click();
	await expect(text(page).locator("ul > li")).toHaveCount(1);
	await toolbar.getByRole("button", { name: "Small heading" }).click();
	expect((await blocks(page, studio))[1]).toMatchObject({ type: "heading", level: 2 });
});

test("link: the first thing typed after the key or the button is the address, and the word stays", async ({
	page,
	studio,
}) => {
	await write(page, studio, "one lamp");
	const field = page.getByRole("textbox", { name: "Address" });
	const link = text(page).locator("a");
	const toolbar = page.getByRole("toolbar", { name: "Formatting" });
	await page.keyboard.press("Control+Shift+ArrowLeft");
	await expect(toolbar).toBeVisible();
	await page.keyboard.press("Control+k");
	await page.keyboard.type("example.org/key");
	await expect(field).toBeFocused();
	await page.keyboard.press("Escape");
	await expect(field).toBeHidden();
	await expect(link).toHaveCount(0);
	await page.keyboard.press("Control+k");
	await page.keyboard.type("example.org/key");
	await page.keyboard.press("Enter");
	await expect(text(page)).toBeFocused();
	await expect(link).toHaveText("lamp");
	await expect(link).toHaveAttribute("href", "https://example.org/key");
	expect(await page.evaluate(() => document.getSelection()?.toString())).toBe("lamp");

	await page.keyboard.press("End");
	await page.keyboard.type(" and shade");
	await text(page).getByText("and shade").dblclick();
	await toolbar.getByRole("button", { name: "Link" }).click();
	await page.keyboard.type("example.org/button");
	await page.keyboard.press("Enter");
	await expect(link.nth(1)).toHaveAttribute("href", "https://example.org/button");
	expect(
		(await stored(page, studio)).document.blocks.map((block) => ("spans" in block ? block.spans : []))[1],
	).toHaveLength(4);
	await expect(text(page).locator("p").last()).toHaveText("one lamp and shade");
});

test("insert menu: search, arrows, Escape, plus button; move a block; undo and redo are said", async ({
	page,
	studio,
}) => {
	await write(page, studio, "first", "Enter", "/sep");
	await expect(page.getByRole("listbox", { name: "Insert" }).getByRole("option")).toHaveCount(1);
	await page.keyboard.press("Enter");
	await expect(text(page).locator("[data-kind=separator]")).toBeVisible();
	await page.keyboard.type("/");
	await page.keyboard.press("Escape");
	await expect(page.getByRole("listbox", { name: "Insert" })).toBeHidden();
	await page.keyboard.press("Backspace");
	await page.getByRole("button", { name: "Insert a block" }).click();
	await page.keyboard.type("note");
	await page.keyboard.press("Enter");
	await page.keyboard.type("check this");
	await page.keyboard.press("Control+Shift+ArrowUp");
	expect((await blocks(page, studio)).map((block) => block.type)).toEqual(["title", "paragraph", "note", "separator"]);
	await page.keyboard.press("Control+z");
	await expect(page.getByRole("status").filter({ hasText: "Undone" })).toBeAttached();
	await page.keyboard.press("Control+Shift+z");
	await expect(page.getByRole("status").filter({ hasText: "Redone" })).toBeAttached();
});

test("axe finds nothing on a full page, light and dark", async ({ page, studio }) => {
	await write(page, studio, "some text to select", "Enter", "/");
	await expect(page.getByRole("listbox", { name: "Insert" })).toBeVisible();
	await expectAccessibleInBoth(page);
	await page.keyboard.press("Escape");
	await page.keyboard.press("Backspace");
	await page.keyboard.press("ArrowUp");
	await page.keyboard.press("End");
	await page.keyboard.press("Shift+Home");
	await expect(page.getByRole("toolbar", { name: "Formatting" })).toBeVisible();
	await expectAccessibleInBoth(page);
});

test("a shortcut pressed at once after selecting is about what is selected", async ({ page, studio }) => {
	await write(page, studio, "Read the lamp book.");
	await stored(page, studio);
	// Before the browser has told anybody of the new selection.
	await text(page).evaluate((element) => {
		const line = element.querySelector("p");
		if (line) window.getSelection()?.selectAllChildren(line);
		element.dispatchEvent(
			new KeyboardEvent("keydown", { key: "k", code: "KeyK", ctrlKey: true, bubbles: true, cancelable: true }),
		);
	});
	await expect(page.getByRole("textbox", { name: "Address" })).toBeFocused();
	await page.keyboard.type("https://example.org/");
	await page.keyboard.press("Enter");
	await expect(text(page).getByRole("link", { name: "Read the lamp book." })).toBeVisible();
	await expect(page.getByRole("combobox", { name: "Find a command" })).toBeHidden();
});

test("the language of a code block is said once, and what the status line has no room for ends in an ellipsis", async ({
	page,
	studio,
}) => {
	const { id, revision, document } = await studio.client.stories.create.mutate({ title: "Lamps" });
	const code = { id: "code", type: "code", text: "let lamp;", language: "javascript", languageSource: "writer" };
	const save = (baseRevision: number) =>
		studio.client.stories.save.mutate({
			id,
			baseRevision,
			document: JSON.stringify({ ...document, blocks: [...document.blocks, code] }),
		});
	await save(revision);
	await studio.open(`#/write/${id}`);
	const block = text(page).locator("pre");
	const label = () => block.evaluate((element) => getComputedStyle(element, "::after").content);
	expect(await label()).toBe('"javascript"');
	await block.click();
	await expect(page.getByRole("combobox", { name: "Language of the code" })).toHaveValue("javascript");
	expect(await label()).toBe("none");
	await text(page).locator("p").first().click();
	await expect(page.getByRole("combobox", { name: "Language of the code" })).toBeHidden();
	expect(await label()).toBe('"javascript"');

	studio.expectErrors(/422/);
	// Changed elsewhere: the longest thing the line has to say.
	await save(revision + 1);
	await page.setViewportSize({ width: 360, height: 600 });
	await page.keyboard.type("Mine");
	const slot = page.locator("[data-slot=saved]");
	await expect(slot).toContainText("Not saved: changed elsewhere");
	const shown = await slot.evaluate((element) => ({
		cut: element.scrollWidth > element.clientWidth,
		overflow: getComputedStyle(element).textOverflow,
	}));
	expect(shown).toEqual({ cut: true, overflow: "ellipsis" });
});
