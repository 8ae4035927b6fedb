import { expect, test } from "#tests/support/studio.ts";
import { blocks, text, write } from "#tests/support/write-page.ts";

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

test("Escape, then Tab leaves the text; Tab alone does too where it has no other meaning", async ({ page, studio }) => {
	await write(page, studio, "- item", "Escape", "Tab");
	await expect(text(page)).not.toBeFocused();
	expect((await blocks(page, studio))[1]).toMatchObject({ items: [{ depth: 0 }] });
});

test("an empty page has nothing to scroll", async ({ page, studio }) => {
	for (const [width, height] of [
		[1280, 800],
		[640, 400],
	] as const) {
		await page.setViewportSize({ width, height });
		await studio.open();
		const scroller = page.locator("[data-page-scroller]");
		await expect(text(page)).toBeFocused();
		expect(await scroller.evaluate((element) => element.scrollHeight - element.clientHeight)).toBeLessThanOrEqual(0);
	}
});
