import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { refuse } from "#tests/gallery/acts.ts";
import { pngOf } from "#tests/support/pictures.ts";
import { expect, test } from "#tests/support/studio.ts";
import { blocks, paste, text, write } from "#tests/support/write-page.ts";

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

test("what is chosen by typing is chosen however fast Enter follows", async ({ page, studio }) => {
	await write(page, studio, "");
	// In one task: the page has not been drawn in between.
	await text(page).evaluate((element) => {
		document.execCommand("insertText", false, "/divider");
		element.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
	});
	await expect(text(page)).not.toContainText("/divider");
	await expect.poll(async () => (await blocks(page, studio)).map(({ type }) => type)).toContain("separator");
});

test("a menu that is opened by its button and closed again leaves nothing in the line", async ({ page, studio }) => {
	await write(page, studio, "");
	await page.getByRole("button", { name: "Insert a block" }).click();
	await expect(page.getByRole("listbox", { name: "Insert" })).toBeVisible();
	await page.keyboard.press("Escape");
	await expect(text(page)).toHaveText("A title");
	// A slash that was typed stays.
	await page.keyboard.type("/");
	await page.keyboard.press("Escape");
	await expect(text(page)).toHaveText("A title/");
});

test("a new story on a new page puts the caret into the text", async ({ page, studio }) => {
	await studio.open("#/write/");
	await page.getByRole("button", { name: "New story" }).click();
	await page.keyboard.type("Lamps and stairs");
	await expect(text(page)).toContainText("Lamps and stairs");
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
	// The editor hears of the new place a moment after the browser has it.
	await expect.poll(() => page.evaluate(() => window.getSelection()?.anchorOffset)).toBe(0);
	await page.keyboard.press("Backspace");
	await expect(text(page).locator("figure[data-selected]")).toBeVisible();
	await page.keyboard.press("Backspace");
	await expect(text(page).locator("figure")).toHaveCount(0);
	await page.keyboard.press("Control+z");
	await expect(text(page).locator("figure img")).toBeVisible();
});

/** The same picture with ten megabytes between its parts that nobody looks at. */
function weighty(png: Buffer): Buffer {
	const chunk = Buffer.alloc(10_000_012);
	chunk.writeUInt32BE(10_000_000);
	chunk.write("npAd", 4, "latin1");
	chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4);
	return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}

test("pictures that are refused are named, with their reason, and the others come in; a very large one is told of", async ({
	page,
	studio,
}) => {
	const notices = page.getByRole("alertdialog");
	const choose = async (...files: { name: string; buffer: Buffer }[]) => {
		const chooser = page.waitForEvent("filechooser");
		await page.keyboard.press("Enter");
		await (await chooser).setFiles(files.map((file) => ({ ...file, mimeType: "image/png" })));
	};
	const whole = pngOf(800, 500);
	const broken = Buffer.from(whole);
	broken.fill(0x11, 45, broken.length - 16);
	studio.expectErrors(/422/);
	await write(page, studio, "/pict");
	await choose(
		{ name: "nothing.png", buffer: Buffer.alloc(0) },
		{ name: "drawing.svg", buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>") },
		{ name: "lamp.png", buffer: whole },
		{ name: "cut.png", buffer: whole.subarray(0, 60) },
	);
	await expect(notices.filter({ hasText: "“nothing.png” was not added: The file is empty" })).toBeVisible();
	await expect(notices.filter({ hasText: "“drawing.svg” was not added: SVG is not taken" })).toBeVisible();
	await expect(notices.filter({ hasText: "“cut.png” was not added: The picture is cut short" })).toBeVisible();
	await expect(text(page).locator("figure img")).toHaveCount(1);
	await page.keyboard.press("Enter");
	await page.keyboard.type("/pict");
	await choose({ name: "broken.png", buffer: broken });
	await expect(notices).toHaveText([/“broken.png” was not added: It is damaged and cannot be shown/]);
	await page.keyboard.press("Enter");
	await page.keyboard.type("/pict");
	await choose({ name: "large.png", buffer: weighty(whole) });
	await expect(notices).toHaveText([/“large.png” is a large picture, 10 MB/]);
	await expect(text(page).locator("figure img")).toHaveCount(2);
});

test("a picture whose file is damaged or missing says so in its place", async ({ page, studio }) => {
	const cut = `${"1".repeat(64)}.png`;
	await mkdir(join(studio.libraryDirectory, "media"), { recursive: true });
	await writeFile(join(studio.libraryDirectory, "media", cut), pngOf(800, 500).subarray(0, 60));
	const { id, revision, document } = await studio.client.stories.create.mutate({ title: "Lamps" });
	const figure = (block: string, assetId: string) => ({
		...{ id: block, type: "figure", layout: "column", caption: [] },
		image: { assetId, width: 800, height: 500, alt: "" },
	});
	const blocks = [...document.blocks.slice(0, 1), figure("f1", cut), figure("f2", `${"0".repeat(64)}.png`)];
	const baseRevision = revision;
	await studio.client.stories.save.mutate({ id, baseRevision, document: JSON.stringify({ ...document, blocks }) });
	studio.expectErrors(/404/);
	await studio.open(`#/write/${id}`);
	await expect(text(page).getByText("This picture cannot be shown")).toHaveCount(2);
	await expect(text(page).locator("figure img")).toHaveCount(0);
});

test("why a picture was not loaded is not covered by its alt text", async ({ page, studio }) => {
	const { id, revision, document } = await studio.client.stories.create.mutate({ title: "Lamps" });
	const image = { alt: "", mediumId: "1*lamp.png", width: 800, height: 200 };
	const figure = { id: "f", type: "figure", image, layout: "column", caption: [] };
	const blocks = [...document.blocks.slice(0, 1), figure];
	await studio.client.stories.save.mutate({
		id,
		baseRevision: revision,
		document: JSON.stringify({ ...document, blocks }),
	});
	await refuse(/media\.fetchRemote/, "UNAVAILABLE", "The picture could not be fetched")(page);
	studio.expectErrors(/status of 500/);
	await studio.open(`#/write/${id}`);
	await page.getByRole("button", { name: "Load picture" }).click();
	const reason = page.getByRole("alert").filter({ hasText: "Not loaded" });
	await expect(reason).toBeVisible();
	const alt = page.getByRole("textbox", { name: "Alt text" });
	await alt.focus();
	const [said, bar] = await Promise.all([reason.boundingBox(), alt.locator("xpath=..").boundingBox()]);
	expect((said?.y ?? Infinity) + (said?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
});
