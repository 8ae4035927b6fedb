import { existsSync } from "node:fs";
import type { Page } from "@playwright/test";
import { pngOf } from "#tests/support/pictures.ts";
import { expect, expectAccessible, type StudioUnderTest, test } from "#tests/support/studio.ts";

const text = (page: Page) => page.getByRole("textbox", { name: "Story text" });
const saved = (page: Page) => page.locator('[data-save-state="saved"]', { hasText: /Saved \d/ });

/** The story the page is on, as the library has it. */
async function stored(page: Page, studio: StudioUnderTest) {
	await expect(saved(page)).toBeVisible();
	const id = /write\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "";
	return studio.client.stories.get.query({ id });
}

/** Blocks without ids, text and marks alone. */
async function blocks(page: Page, studio: StudioUnderTest) {
	const { document } = await stored(page, studio);
	return document.blocks.map(({ id: _id, ...block }) => block);
}

async function write(page: Page, studio: StudioUnderTest, ...keys: string[]): Promise<void> {
	await studio.open();
	await expect(text(page)).toBeFocused();
	await page.keyboard.type("A title");
	await page.keyboard.press("Enter");
	for (const key of keys) {
		if (/^(?:[A-Z]\w+|.*\+.+)$/.test(key) && !key.includes(" ")) await page.keyboard.press(key);
		else await page.keyboard.type(key);
	}
}

async function paste(page: Page, data: Record<string, string>): Promise<void> {
	await text(page).evaluate((element, content) => {
		const transfer = new DataTransfer();
		for (const [type, value] of Object.entries(content)) transfer.setData(type, value);
		element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true }));
	}, data);
}

test("opens on a blank page that takes text, saves it by itself and has it after a reload", async ({
	page,
	studio,
}) => {
	await studio.open();
	await expect(text(page)).toBeFocused();
	expect(await studio.client.stories.list.query({})).toEqual([]);
	await page.keyboard.type("Reading hours");
	await page.keyboard.press("Enter");
	await page.keyboard.type("What an hour is worth.");
	expect((await stored(page, studio)).title).toBe("Reading hours");
	await page.reload();
	await expect(text(page)).toContainText("What an hour is worth.");
	await expect(page.getByRole("contentinfo").getByText("7 words")).toBeVisible();
	expect(await studio.client.stories.list.query({})).toHaveLength(1);
});

test("Markdown while typing: blocks, marks, links; one undo brings the characters back", async ({ page, studio }) => {
	await write(
		page,
		studio,
		"# Section",
		"Enter",
		"Some **bold**, *italic*, `code` and [a link](https://example.org/x).",
		"Enter",
		"- one",
		"Enter",
		"Tab",
		"deeper",
		"Enter",
		"Enter",
		"Enter",
		"2. second",
		"Enter",
		"Enter",
		"> quoted",
		"Enter",
		"Enter",
		"```ts",
		"Enter",
		"const a = 1;",
		"Enter",
		"Enter",
		"Enter",
		"---",
		"## Small",
	);
	expect(await blocks(page, studio)).toEqual([
		{ type: "title", spans: [{ text: "A title" }] },
		{ type: "heading", level: 1, spans: [{ text: "Section" }] },
		{
			type: "paragraph",
			spans: [
				{ text: "Some " },
				{ text: "bold", bold: true },
				{ text: ", " },
				{ text: "italic", italic: true },
				{ text: ", " },
				{ text: "code", code: true },
				{ text: " and " },
				{ text: "a link", link: { href: "https://example.org/x" } },
				{ text: "." },
			],
		},
		{
			type: "list",
			ordered: false,
			items: [
				{ spans: [{ text: "one" }], depth: 0 },
				{ spans: [{ text: "deeper" }], depth: 1 },
			],
		},
		{ type: "list", ordered: true, start: 2, items: [{ spans: [{ text: "second" }], depth: 0 }] },
		{ type: "quote", spans: [{ text: "quoted" }] },
		{ type: "code", text: "const a = 1;", language: "ts", languageSource: "writer" },
		{ type: "separator" },
		{ type: "heading", level: 2, spans: [{ text: "Small" }] },
	]);
	await page.keyboard.press("Enter");
	await page.keyboard.type("# ");
	await expect(text(page).locator("h2").last()).toHaveText("");
	await page.keyboard.press("Control+z");
	await expect(text(page).locator("p").last()).toHaveText("# ");
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
	await page.getByText("and shade").dblclick();
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

test("hostile HTML leaves text, marks and safe links; Markdown becomes blocks; a pasted address links", async ({
	page,
	studio,
}) => {
	await write(page, studio, "Some text before", "Enter");
	await paste(page, {
		"text/plain": "x",
		"text/html": `<script>window.hit=1</script><style>*{display:none}</style><h2 onclick="window.hit=1">Kept</h2>
			<p style="position:fixed" onmouseover="window.hit=1">Some <b>bold</b> <a href="javascript:window.hit=1">bad</a>
			<a href="https://example.org/">good</a></p><img src="x" onerror="window.hit=1">
			<img src="https://example.org/p.png" alt="A lamp" onload="window.hit=1"><svg onload="window.hit=1"><text>no</text></svg>
			<iframe srcdoc="<script>parent.hit=1</script>"></iframe><object data="x"></object>`,
	});
	await expect(text(page).locator("h2")).toHaveText("Kept");
	await expect(page.getByRole("button", { name: "Load picture" })).toBeVisible();
	const kept = await blocks(page, studio);
	expect(kept.slice(2, 5)).toEqual([
		{ type: "heading", level: 1, spans: [{ text: "Kept" }] },
		{
			type: "paragraph",
			spans: [
				{ text: "Some " },
				{ text: "bold", bold: true },
				{ text: " bad " },
				{ text: "good", link: { href: "https://example.org/" } },
			],
		},
		{
			type: "figure",
			image: { remoteUrl: "https://example.org/p.png", alt: "A lamp" },
			caption: [],
			layout: "column",
		},
	]);
	expect(await page.evaluate(() => "hit" in window)).toBe(false);
	expect(await text(page).innerHTML()).not.toMatch(/script|onerror|onclick|javascript:/i);
	await page.keyboard.press("Control+End");
	await page.keyboard.press("Enter");
	await paste(page, { "text/plain": "- a\n- b\n\n> said **loud**" });
	await expect(text(page).locator("ul > li")).toHaveText(["a", "b"]);
	await expect(text(page).locator("blockquote strong")).toHaveText("loud");
	await page.keyboard.press("Enter");
	await page.keyboard.press("Enter");
	await page.keyboard.type("linked");
	await page.keyboard.press("Control+Shift+ArrowLeft");
	await paste(page, { "text/plain": "https://example.org/pasted" });
	await expect(text(page).getByRole("link", { name: "linked" })).toHaveAttribute("href", "https://example.org/pasted");
});

test("a picture from disk: kept in the library, captioned, described, laid out, removed by keyboard", async ({
	page,
	studio,
}) => {
	await write(page, studio, "/pict");
	const chooser = page.waitForEvent("filechooser");
	await page.keyboard.press("Enter");
	await (await chooser).setFiles({ name: "lamp.png", mimeType: "image/png", buffer: pngOf(800, 500) });
	await expect(text(page).locator("figure img")).toHaveJSProperty("complete", true);
	await text(page).locator("figcaption").click();
	await page.keyboard.type("A *lamp*");
	await text(page).locator("figure img").click();
	await page.getByRole("textbox", { name: "Alt text" }).fill("A reading lamp");
	await page.getByRole("button", { name: "Wider than the text" }).click();
	await expect
		.poll(async () => (await blocks(page, studio))[1])
		.toMatchObject({
			type: "figure",
			image: { alt: "A reading lamp", width: 800, height: 500, assetId: expect.stringMatching(/^[0-9a-f]{64}\.png$/) },
			caption: [{ text: "A " }, { text: "lamp", italic: true }],
			layout: "outset",
		});
	await text(page).locator("figcaption").click();
	await page.keyboard.press("Home");
	await page.keyboard.press("Backspace");
	await expect(text(page).locator("figure[data-selected]")).toBeVisible();
	await page.keyboard.press("Backspace");
	await expect(text(page).locator("figure")).toHaveCount(0);
	await page.keyboard.press("Control+z");
	await expect(text(page).locator("figure img")).toBeVisible();
});

test("text composed with an input method arrives once, and Enter of the composition is no Enter", async ({
	page,
	studio,
}) => {
	await write(page, studio, "- ");
	const cdp = await page.context().newCDPSession(page);
	for (const part of ["に", "にほ", "にほんご"])
		await cdp.send("Input.imeSetComposition", { text: part, selectionStart: part.length, selectionEnd: part.length });
	await cdp.send("Input.imeSetComposition", { text: "日本語", selectionStart: 3, selectionEnd: 3 });
	await page.waitForTimeout(600);
	await cdp.send("Input.insertText", { text: "日本語" });
	await page.keyboard.type(" ok");
	expect((await blocks(page, studio))[1]).toEqual({
		type: "list",
		ordered: false,
		items: [{ spans: [{ text: "日本語 ok" }], depth: 0 }],
	});
});

test("two windows: the second to save is told, both texts are kept", async ({ page, studio, context }) => {
	await write(page, studio, "shared");
	const { id } = await stored(page, studio);
	const other = await context.newPage();
	await studio.open(`#/write/${id}`, other);
	await expect(text(other)).toContainText("shared");
	await text(page).click();
	await page.keyboard.press("Control+End");
	await page.keyboard.type(" theirs");
	await expect
		.poll(async () => JSON.stringify((await studio.client.stories.get.query({ id })).document))
		.toContain("theirs");
	studio.expectErrors(/422/);
	await text(other).locator("p").first().click();
	await other.keyboard.press("Control+End");
	await other.keyboard.type(" mine");
	await expect(other.getByText("This story was changed elsewhere")).toBeVisible();
	await expectAccessible(other);
	await other.getByRole("button", { name: "Keep mine" }).click();
	await expect(saved(other)).toBeVisible();
	const mine = await studio.client.stories.get.query({ id });
	expect(JSON.stringify(mine.document)).toContain("shared mine");
});

test("a save that fails is told at once and kept; the next opening offers the text back, and it is saved", async ({
	page,
	studio,
}) => {
	// No save goes out until the page is loaded anew, not even the one a leaving page sends along.
	await page.addInitScript(() => {
		const [navigation] = performance.getEntriesByType("navigation");
		if (navigation instanceof PerformanceNavigationTiming && navigation.type === "reload")
			sessionStorage.removeItem("refused");
		const fetchAsIs = window.fetch;
		window.fetch = (input, init) => {
			const refused = String(input).includes("stories.save") ? sessionStorage.getItem("refused") : null;
			if (refused === null) return fetchAsIs(input, init);
			sessionStorage.setItem("refused", init?.keepalive ? `${refused} leaving` : refused);
			return Promise.reject(new TypeError("Failed to fetch"));
		};
	});
	await write(page, studio, "safe");
	const { id } = await stored(page, studio);
	await page.evaluate(() => sessionStorage.setItem("refused", "yes"));
	await page.keyboard.type(" and more");
	await expect(page.locator('[data-save-state="failed"]')).toBeVisible({ timeout: 2000 });
	await expect(page.getByText("Your text is kept on this page").first()).toBeVisible();
	await expect(page.getByRole("button", { name: "Copy text" })).toBeVisible();
	await expectAccessible(page);
	page.on("dialog", (dialog) => void dialog.accept());
	await page.evaluate(() =>
		window.addEventListener("pagehide", () =>
			localStorage.setItem("seen-while-leaving", sessionStorage.getItem("refused") ?? ""),
		),
	);
	await page.reload();
	expect(await page.evaluate(() => localStorage.getItem("seen-while-leaving"))).toBe("yes leaving");
	await expect(text(page)).toContainText("safe and more");
	await expect(page.getByText("that had not reached the library was put back")).toBeVisible();
	await expect
		.poll(async () => JSON.stringify((await studio.client.stories.get.query({ id })).document))
		.toContain("safe and more");
	await expect(saved(page)).toBeVisible();
	await page.getByRole("button", { name: "Good" }).click();
	// What is saved is not offered again.
	await page.reload();
	await expect(text(page)).toContainText("safe and more");
	await expect(page.getByText("that had not reached the library was put back")).toBeHidden();
});

test("switching stories fast never loses or mixes text; trash can be undone", async ({ page, studio }) => {
	const one = await studio.client.stories.create.mutate({ title: "One" });
	const two = await studio.client.stories.create.mutate({ title: "Two" });
	await studio.open(`#/write/${one.id}`);
	for (const [id, word] of [
		[one.id, "alpha"],
		[two.id, "beta"],
		[one.id, "gamma"],
		[two.id, "delta"],
	] as const) {
		await page.evaluate((hash) => window.location.replace(hash), `#/write/${id}`);
		await expect(text(page).locator("h1")).toHaveText(id === one.id ? "One" : "Two");
		await text(page).locator("p").last().click();
		await page.keyboard.press("Control+End");
		await page.keyboard.type(` ${word}`);
	}
	await expect(saved(page)).toBeVisible();
	const body = async (id: string) => JSON.stringify((await studio.client.stories.get.query({ id })).document.blocks[1]);
	await expect.poll(() => body(one.id)).toContain('" alpha gamma"');
	await expect.poll(() => body(two.id)).toContain('" beta delta"');
	await page.getByRole("button", { name: "More for this story" }).click();
	await page.getByRole("menuitem", { name: "Move to the trash" }).click();
	await expect(text(page).locator("h1")).toHaveText("");
	await page.getByRole("button", { name: "Undo" }).click();
	await expect(text(page).locator("h1")).toHaveText("Two");
	expect(existsSync(studio.libraryDirectory)).toBe(true);
});

for (const theme of ["light", "dark"] as const)
	test(`axe finds nothing on a full page, ${theme}`, async ({ page, studio }) => {
		await page.emulateMedia({ colorScheme: theme });
		await write(page, studio, "some text to select", "Enter", "/");
		await expect(page.getByRole("listbox", { name: "Insert" })).toBeVisible();
		await expectAccessible(page);
		await page.keyboard.press("Escape");
		await page.keyboard.press("Backspace");
		await page.keyboard.press("ArrowUp");
		await page.keyboard.press("End");
		await page.keyboard.press("Shift+Home");
		await expect(page.getByRole("toolbar", { name: "Formatting" })).toBeVisible();
		await expectAccessible(page);
	});

test("Escape, then Tab leaves the text; Tab alone does too where it has no other meaning", async ({ page, studio }) => {
	await write(page, studio, "- item", "Escape", "Tab");
	await expect(text(page)).not.toBeFocused();
	expect((await blocks(page, studio))[1]).toMatchObject({ items: [{ depth: 0 }] });
});
