/** Copy, cut and paste of the page, with the browser's own clipboard. */
import type { Page } from "@playwright/test";
import type { Block } from "#domain/story/schema.ts";
import { expect, type StudioUnderTest, test } from "#tests/support/studio.ts";

const text = (page: Page) => page.getByRole("textbox", { name: "Story text" });
const saved = (page: Page) => page.locator('[data-save-state="saved"]', { hasText: /Saved \d/ });

const BLOCKS: Block[] = [
	{ id: "t", type: "title", spans: [{ text: "Lamps" }] },
	{ id: "p", type: "paragraph", spans: [{ text: "A " }, { text: "warm", bold: true }, { text: " light & <shade>." }] },
	{ id: "u", type: "pullQuote", spans: [{ text: "Light is a habit." }] },
	{ id: "h", type: "heading", level: 2, spans: [{ text: "Wiring" }] },
	{ id: "c", type: "code", text: "on()\n\toff()", language: "javascript", languageSource: "detected" },
	{
		id: "f",
		type: "figure",
		image: { remoteUrl: "https://example.org/lamp.png", alt: "A lamp", width: 40, height: 30 },
		caption: [{ text: "Seen at " }, { text: "dusk", italic: true }],
		layout: "outset",
	},
	{
		id: "l",
		type: "list",
		ordered: true,
		start: 3,
		items: [
			{ spans: [{ text: "three" }], depth: 0 },
			{ spans: [{ text: "deeper" }], depth: 1 },
		],
	},
	{ id: "n", type: "note", spans: [{ text: "call the electrician" }] },
	{ id: "e", type: "paragraph", spans: [{ text: "The end." }] },
];

async function openWith(page: Page, studio: StudioUnderTest, blocks: Block[]): Promise<void> {
	const { id, revision } = await studio.client.stories.create.mutate({});
	const document = JSON.stringify({ version: 1, blocks });
	await studio.client.stories.save.mutate({ id, baseRevision: revision, document });
	await studio.open(`#/write/${id}`);
	await expect(text(page)).toBeFocused();
}

/** Blocks of the story on the page, as the library has them, without ids. */
async function stored(page: Page, studio: StudioUnderTest) {
	await expect(saved(page)).toBeVisible();
	const id = /write\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "";
	const { document } = await studio.client.stories.get.query({ id });
	return withoutIds(document.blocks);
}

const withoutIds = (blocks: readonly Block[]) => blocks.map(({ id: _, ...block }) => block);

/** What a copy of the selection puts on the clipboard, by type. */
const copied = (page: Page) =>
	text(page).evaluate((element) => {
		const clipboardData = new DataTransfer();
		element.dispatchEvent(new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }));
		return Object.fromEntries(clipboardData.types.map((type) => [type, clipboardData.getData(type)]));
	});

async function newStory(page: Page): Promise<void> {
	await page.evaluate(() => window.location.replace("#/write/"));
	await expect(text(page)).toBeFocused();
	await expect(text(page)).toHaveText("");
}

test("a whole story copied and pasted is the same story", async ({ page, studio }) => {
	await openWith(page, studio, BLOCKS);
	await page.keyboard.press("Control+a");
	await page.keyboard.press("Control+c");
	await newStory(page);
	await page.keyboard.press("Control+v");
	await expect(text(page).getByText("The end.")).toBeVisible();
	const pasted = await stored(page, studio);
	const last = pasted.at(-1);
	// The empty paragraph of the new page stays below.
	expect(last).toEqual({ type: "paragraph", spans: [] });
	expect(pasted.slice(0, -1)).toEqual(withoutIds(BLOCKS));
});

test("other programs get clean HTML with the pictures, plain text, and no notes to self", async ({ page, studio }) => {
	await openWith(page, studio, BLOCKS);
	await page.keyboard.press("Control+a");
	const data = await copied(page);
	const html = data["text/html"] ?? "";
	expect(html).toContain('<p id="p">A <strong>warm</strong> light &amp; &lt;shade&gt;.</p>');
	expect(html).toMatch(
		/<figure><img src="https:\/\/example\.org\/lamp\.png" alt="A lamp" width="40" height="30"[^>]*><figcaption>Seen at <em>dusk<\/em><\/figcaption><\/figure>/,
	);
	expect(html).toContain('<code class="language-javascript">on()\n\toff()</code>');
	expect(html).not.toMatch(/style=|data-|electrician/);
	expect(data["text/plain"]).toContain("Light is a habit.\n\nWiring");
	expect(data["text/plain"]).not.toContain("electrician");

	// Through a program that keeps the HTML alone.
	await newStory(page);
	await text(page).evaluate((element, content) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData("text/html", content);
		element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
	}, html);
	await expect(text(page).getByText("The end.")).toBeVisible();
	const back = await stored(page, studio);
	expect(back).toContainEqual({ type: "pullQuote", spans: [{ text: "Light is a habit." }] });
	expect(back).toContainEqual({
		type: "code",
		text: "on()\n\toff()",
		language: "javascript",
		languageSource: "writer",
	});
	expect(back).toContainEqual({
		type: "figure",
		image: { remoteUrl: "https://example.org/lamp.png", alt: "A lamp", width: 40, height: 30 },
		caption: [{ text: "Seen at " }, { text: "dusk", italic: true }],
		layout: "column",
	});
});

test("words out of a block are words; cut takes exactly what it copies, and paste brings it back", async ({
	page,
	studio,
}) => {
	await openWith(page, studio, BLOCKS);
	await text(page).getByText("Wiring").dblclick();
	await page.keyboard.press("Shift+ArrowLeft");
	expect(await copied(page)).toMatchObject({
		"text/plain": "Wirin",
		"text/html": expect.stringMatching(/^<p [^>]*>Wirin<\/p>$/),
	});

	// From the middle of a line into the middle of the list.
	await text(page).evaluate((element) => {
		const find = (words: string) => {
			const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
			while (walker.nextNode()) if (walker.currentNode.textContent?.includes(words)) return walker.currentNode;
			throw new Error(words);
		};
		window.getSelection()?.setBaseAndExtent(find("light"), 3, find("deeper"), 2);
	});
	// The picture's own words come with its code.
	await expect(text(page).getByText("Load picture")).toBeVisible();
	const before = await text(page).textContent();
	const selected = JSON.parse((await copied(page))["application/x-inkhour-story"] ?? "{}");
	expect(selected.blocks.map((block: Block) => block.type)).toEqual([
		"paragraph",
		"pullQuote",
		"heading",
		"code",
		"figure",
		"list",
	]);
	await page.keyboard.press("Control+x");
	await expect(text(page).locator("figure")).toHaveCount(0);
	await expect(text(page)).toContainText("A warm lieper");
	await page.keyboard.press("Control+v");
	await expect(text(page).locator("figure")).toHaveCount(1);
	expect((await stored(page, studio)).map((block) => block.type)).toContain("pullQuote");
	await page.keyboard.press("Control+z");
	await page.keyboard.press("Control+z");
	await expect.poll(() => text(page).textContent()).toBe(before);
});

test("a picture selected as a whole is cut and pasted", async ({ page, studio }) => {
	await openWith(page, studio, BLOCKS);
	await text(page)
		.locator("figure > div")
		.first()
		.click({ position: { x: 3, y: 3 } });
	await expect(text(page).locator("figure[data-selected]")).toBeVisible();
	await page.keyboard.press("Control+x");
	await expect(text(page).locator("figure")).toHaveCount(0);
	await text(page).getByText("The end.").click();
	await page.keyboard.press("End");
	await page.keyboard.press("Control+v");
	await expect(text(page).locator("figure")).toHaveCount(1);
	expect((await stored(page, studio)).slice(-3, -1)).toEqual(withoutIds([BLOCKS[8], BLOCKS[5]] as Block[]));
});
