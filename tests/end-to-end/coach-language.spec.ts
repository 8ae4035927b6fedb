import type { Page } from "@playwright/test";
import { emptyStory } from "#domain/story/create.ts";
import { expect, expectAccessible, type StudioUnderTest, test } from "#tests/support/studio.ts";
import { text } from "#tests/support/write-page.ts";

const FIRST = "The keeper decided to utilize the lamp in order to read at night.";
const SECOND = "It was very cold on the stairs.";

async function openStory(studio: StudioUnderTest): Promise<void> {
	const { id, revision } = await studio.client.stories.create.mutate({ title: "My winter with a lamp on the stairs" });
	const document = emptyStory("My winter with a lamp on the stairs");
	const paragraphs = [FIRST, SECOND].map((one, n) => ({ id: `p${n}`, type: "paragraph", spans: [{ text: one }] }));
	await studio.client.stories.save.mutate({
		id,
		baseRevision: revision,
		document: JSON.stringify({ ...document, blocks: [...document.blocks.slice(0, 1), ...paragraphs] }),
	});
	await studio.open(`#/write/${id}`);
}
const coach = (page: Page) => page.getByRole("complementary", { name: "Coach" });
const kinds = (page: Page) => coach(page).getByRole("list", { name: "Findings by kind" });
/** Words marked in the text. */
const marked = (page: Page) =>
	page.evaluate(() =>
		["coach-error", "coach-style", "coach-around", "coach-outer"]
			.flatMap((name) => [...(CSS.highlights.get(name) ?? [])].map(String))
			.sort(),
	);
/** The browser tells the page of a moved caret before it draws next. */
const frame = (page: Page) =>
	page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
const selected = (page: Page) => page.evaluate(() => String(getSelection()));

test("findings are walked through, put right and undone by keyboard alone", async ({ page, studio }) => {
	await openStory(studio);
	await expect(kinds(page)).toBeVisible();
	await expect.poll(() => marked(page)).toContain("utilize");
	await text(page).focus();
	await page.keyboard.press("F8");
	await expect.poll(() => selected(page)).toBe("utilize");
	await expect(coach(page).getByRole("status").filter({ hasText: "utilize" })).toBeAttached();
	await page.keyboard.press("Shift+F8");
	await page.keyboard.press("F8");
	await expect.poll(() => selected(page)).toBe("utilize");
	const formatting = page.getByRole("toolbar", { name: "Formatting" });
	await expect(formatting).toHaveCount(0);
	await page.keyboard.press("Shift+ArrowRight");
	await expect(formatting).toBeVisible();
	await page.keyboard.press("Shift+F8");
	await page.keyboard.press("F8");
	await expect(formatting).toHaveCount(0);
	// Asked for, it comes all the same.
	await page.keyboard.press("Alt+F10");
	await expect(formatting.getByRole("button", { name: "Bold" })).toBeFocused();
	await page.keyboard.press("Escape");
	await expect.poll(() => selected(page)).toBe("utilize");
	await expectAccessible(page);
	await page.keyboard.press("Control+.");
	await expect(text(page)).toContainText("decided to use the lamp");
	await expect.poll(() => marked(page)).not.toContain("utilize");
	await page.keyboard.press("Control+z");
	await expect(text(page)).toContainText(FIRST);
	await page.keyboard.press("Control+End");
	await expect.poll(() => marked(page)).toContain("utilize");
});

test("the way through the findings goes on from where the caret was put", async ({ page, studio }) => {
	await openStory(studio);
	await expect.poll(() => marked(page)).toContain("utilize");
	await text(page).focus();
	await page.keyboard.press("F8");
	await expect.poll(() => selected(page)).toBe("utilize");
	await text(page).getByText(SECOND).click();
	await page.keyboard.press("Home");
	await frame(page);
	await page.keyboard.press("F8");
	await expect.poll(() => selected(page)).toBe("very cold");
	await page.keyboard.press("Home");
	await frame(page);
	await page.keyboard.press("Shift+F8");
	await expect.poll(() => selected(page)).toBe("in order to");
});

/** Whether the selected words can be seen. */
const inSight = (page: Page) =>
	page.evaluate(() => {
		const words = getSelection()?.getRangeAt(0).getBoundingClientRect() ?? new DOMRect();
		const at = document.elementFromPoint(words.x + words.width / 2, words.y + words.height / 2);
		return at?.closest("[data-page-scroller]") != null;
	});

for (const [width, height] of [
	[640, 400],
	[480, 640],
] as const)
	test(`in ${width} × ${height} the coach is a drawer that gives way to the words of a finding`, async ({
		page,
		studio,
	}) => {
		await page.setViewportSize({ width, height });
		await openStory(studio);
		await text(page).getByText(SECOND).click();
		await page.keyboard.press("Home");
		await page.keyboard.insertText(`${FIRST} `.repeat(8));
		const whole = await text(page).evaluate((element) => element.getBoundingClientRect().width);
		await page.keyboard.press("Control+Shift+J");
		const drawer = page.getByRole("dialog", { name: "Coach" });
		await expect(coach(page).getByRole("button", { name: /^A simpler word/ })).toContainText("18");
		expect(await text(page).evaluate((element) => element.getBoundingClientRect().width)).toBe(whole);
		await expectAccessible(page);
		await coach(page)
			.getByRole("button", { name: /^A simpler word/ })
			.click();
		await expect(drawer).toBeHidden();
		await expect(text(page)).toBeFocused();
		await expect.poll(() => inSight(page)).toBe(true);
		const seen = new Set<string>();
		for (let step = 0; step < 4; step += 1) {
			await page.keyboard.press("Shift+F8");
			await frame(page);
			seen.add(await selected(page));
			await expect.poll(() => inSight(page)).toBe(true);
		}
		expect(seen.size).toBeGreaterThan(1);
		await page.keyboard.press("Control+Shift+J");
		await expect(drawer).toBeVisible();
		await page.keyboard.press("Escape");
		await expect(drawer).toBeHidden();
		await expect(text(page)).toBeFocused();
		await expect.poll(() => marked(page)).toEqual([]);
	});

test("in 900 × 600 the words of a finding are in sight beside the coach", async ({ page, studio }) => {
	await page.setViewportSize({ width: 900, height: 600 });
	await openStory(studio);
	await text(page).focus();
	await page.keyboard.press("Control+Shift+J");
	await expect(kinds(page)).toBeAttached();
	await text(page).getByText(SECOND).click();
	await page.keyboard.press("Home");
	await page.keyboard.insertText(`${FIRST} `.repeat(8));
	await expect(coach(page).getByRole("button", { name: /^A simpler word/ })).toContainText("18");
	await text(page).focus();
	const seen = new Set<string>();
	for (let step = 0; step < 6; step += 1) {
		await page.keyboard.press("Shift+F8");
		await frame(page);
		seen.add(await selected(page));
		await expect.poll(() => inSight(page)).toBe(true);
	}
	expect(seen.size).toBeGreaterThan(1);
	const top = await page.getByRole("main", { name: "Story" }).evaluate((one) => one.getBoundingClientRect().top);
	expect(top).toBe(0);
});

test("what is typed is found after a pause, and its sentence is not marked while it is typed", async ({
	page,
	studio,
}) => {
	await openStory(studio);
	await expect.poll(() => marked(page)).toContain("utilize");
	await text(page).getByText(SECOND).click();
	await page.keyboard.press("End");
	await page.keyboard.type(" We had to utilize candles");
	await expect(coach(page).getByRole("button", { name: /^A simpler word/ })).toContainText("3");
	await expect.poll(() => marked(page)).toContain("utilize");
	expect((await marked(page)).filter((one) => one === "utilize")).toHaveLength(1);
	await text(page).getByText("The keeper decided").click();
	await expect.poll(async () => (await marked(page)).filter((one) => one === "utilize").length).toBe(2);
});

test("a finding is ignored, a rule is switched off and on again", async ({ page, studio }) => {
	await openStory(studio);
	await text(page).focus();
	await expect(kinds(page)).toBeVisible();
	await page.keyboard.press("F8");
	await expect.poll(() => selected(page)).toBe("utilize");
	await coach(page).getByRole("button", { name: "Ignore here", exact: true }).click();
	await expect.poll(() => marked(page)).not.toContain("utilize");
	await coach(page).getByRole("button", { name: "Show them" }).click();
	await expect.poll(() => marked(page)).toContain("utilize");
	await text(page).focus();
	await page.keyboard.press("F8");
	await coach(page).getByRole("button", { name: "Switch this rule off" }).click();
	await expect.poll(() => marked(page)).not.toContain("utilize");
	await page
		.getByRole("alertdialog")
		.filter({ hasText: "Rule switched off" })
		.getByRole("button", { name: "Undo" })
		.click();
	await expect.poll(() => marked(page)).toContain("utilize");
});

test("settings list every rule, take figures within bounds, and take effect in the story", async ({ page, studio }) => {
	await openStory(studio);
	await expect.poll(() => marked(page)).toContain("utilize");
	const story = page.url();
	await coach(page).getByRole("button", { name: "What the coach knows" }).click();
	await expect(page.getByRole("heading", { name: "A question as a title" })).toBeVisible();
	await expect(page.getByText("Upworthy Research Archive").first()).toBeVisible();
	await expectAccessible(page);
	await page.getByRole("button", { name: "Switch rules on and off" }).click();
	await expectAccessible(page);
	const search = page.getByRole("searchbox", { name: "Search the rules" });
	await search.fill("sentence long");
	await expect(page.getByRole("switch", { name: "A long first sentence", exact: true })).toBeVisible();
	await expect(page.getByRole("switch", { name: "A simpler word" })).toHaveCount(0);
	await search.fill("zebra");
	await expect(page.getByText("No rule has these words.")).toBeVisible();
	await search.press("Escape");
	const language = page.getByRole("region", { name: "Language" });
	await language.getByRole("switch", { name: "A simpler word" }).focus();
	await page.keyboard.press("Space");
	const paragraphs = page.getByRole("switch", { name: "A long paragraph", exact: true });
	const long = page.getByRole("listitem").filter({ has: paragraphs });
	const field = long.getByRole("textbox", { name: "Words in a paragraph: long from", exact: true });
	await field.fill("300");
	await expect(long).toContainText("Only 50 to 199, whole. Stays below “Words in a paragraph: very long from”.");
	await field.press("Enter");
	await expect(field).toHaveValue("150");
	await field.fill("60");
	await field.press("Enter");
	await expect(long.getByRole("button", { name: "A long paragraph: as at first" })).toBeVisible();
	await page.getByRole("button", { name: "All rules as at first" }).click();
	await expect(field).toHaveValue("150");
	await page.getByRole("button", { name: "Undo" }).click();
	await expect(field).toHaveValue("60");
	await search.fill("four marks");
	const scenes = page.getByRole("listitem").filter({ has: page.getByRole("switch", { name: "Scenes" }) });
	await expect(scenes.getByRole("textbox", { name: "Places in the text, at least" })).toHaveValue("2");
	await page.goto(story);
	await expect(coach(page).getByRole("heading", { name: "Language" })).toBeVisible();
	await expect.poll(() => marked(page)).not.toContain("utilize");
	await page.reload();
	await expect(kinds(page)).toBeVisible();
	expect(await marked(page)).not.toContain("utilize");
});

test("a click on marked words shows what was found there", async ({ page, studio }) => {
	await openStory(studio);
	await expect.poll(() => marked(page)).toContain("very cold");
	const spot = await page.evaluate(() => {
		const range = [...(CSS.highlights.get("coach-style") ?? [])].find((one) => String(one) === "very cold");
		const rect = range instanceof Range ? range.getBoundingClientRect() : new DOMRect();
		return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
	});
	await page.mouse.click(spot.x, spot.y);
	const card = coach(page).getByRole("heading", { name: "A filler" });
	await expect(card).toBeInViewport();
	await expect(page.getByRole("toolbar", { name: "Formatting" })).toHaveCount(0);
});

test("marks are switched off and stay off", async ({ page, studio }) => {
	await openStory(studio);
	await expect.poll(() => marked(page)).toContain("utilize");
	await coach(page).getByRole("switch", { name: "Mark findings in the text" }).focus();
	await page.keyboard.press("Space");
	await expect.poll(() => marked(page)).toEqual([]);
	await expect(kinds(page)).toBeVisible();
});

test("spelling is checked in a worker of its own, and a word is added to the writer's dictionary", async ({
	page,
	studio,
}) => {
	test.slow();
	await openStory(studio);
	await expect(kinds(page)).toBeVisible();
	await text(page).getByText(SECOND).click();
	await page.keyboard.press("End");
	await page.keyboard.type(" A brimmelow burned there all night. Nobody");
	const spelling = coach(page).getByRole("button", { name: /^Spelling/ });
	// The checker is some megabytes of WebAssembly.
	await expect(spelling).toBeVisible({ timeout: 60_000 });
	await spelling.click();
	await expect.poll(() => selected(page)).toBe("brimmelow");
	await expect(spelling.getByRole("img", { name: "Error" })).toBeVisible();
	const errors = () => page.evaluate(() => [...(CSS.highlights.get("coach-error") ?? [])].map(String));
	await expect.poll(errors).toEqual(["brimmelow"]);
	await expect(coach(page)).toContainText("not in the American English dictionary");
	await coach(page).getByRole("button", { name: "Add to my dictionary" }).click();
	await expect(spelling).toHaveCount(0);
	await page.goto(page.url().replace(/#.*/, "#/settings/coach"));
	await expect(page.getByRole("textbox", { name: "My dictionary" })).toHaveValue("brimmelow");
});

test("titles are compared by what tests tell, for a kind of story that is kept", async ({ page, studio }) => {
	const requests: string[] = [];
	page.on("request", (request) => requests.push(request.url()));
	await openStory(studio);
	await coach(page).getByRole("button", { name: "Add a variant" }).click();
	await coach(page).getByRole("textbox", { name: "Title variant 2" }).fill("What we learned: is a lamp worth it?");
	expect(requests.filter((one) => one.includes("model"))).toEqual([]);
	await coach(page).getByRole("button", { name: "Compare" }).click();
	const dialog = page.getByRole("dialog", { name: "Titles side by side" });
	const verdict = dialog.getByRole("article");
	await expect(verdict).toHaveCount(1);
	await expect(verdict).toContainText(/A is (clearly|probably) stronger than B/);
	await expect(verdict.getByRole("list", { name: "Reasons" }).getByRole("listitem").first()).toContainText(/clicks/);
	await expect(dialog).toContainText(/52\.3\s%/);
	await expect(dialog).toContainText(
		"Upworthy Research Archive (Matias, Munger, Aubin Le Quere, Ebersole 2021), CC BY 4.0",
	);
	await dialog.getByRole("radio", { name: "Tutorial" }).click();
	await expectAccessible(page);
	await page.reload();
	await coach(page).getByRole("button", { name: "Compare" }).click();
	await expect(dialog.getByRole("radio", { name: "Tutorial" })).toBeChecked();
});

test("a coach that stops is started again, and says so", async ({ page, studio }) => {
	studio.expectErrors(/./);
	await page.addInitScript(() => {
		const RealWorker = window.Worker;
		window.Worker = class extends RealWorker {
			constructor(address: string | URL, options?: WorkerOptions) {
				super(address, options);
				(window as unknown as { workers?: Worker[] }).workers ??= [];
				(window as unknown as { workers: Worker[] }).workers.push(this);
			}
		};
	});
	await openStory(studio);
	await expect(kinds(page)).toBeVisible();
	const kill = () =>
		page.evaluate(() => {
			const worker = (window as unknown as { workers: Worker[] }).workers.at(-1);
			worker?.terminate();
			worker?.dispatchEvent(new Event("error"));
		});
	await kill();
	await expect(coach(page)).toContainText("The coach had stopped and was started again.");
	await text(page).getByText(SECOND).click();
	await page.keyboard.press("End");
	await page.keyboard.type(" We had to utilize candles.");
	await expect(coach(page).getByRole("button", { name: /^A simpler word/ })).toContainText("3");
	await kill();
	await expect(coach(page)).toContainText("The coach stopped twice");
});

test("a grammar checker whose dictionary cannot be loaded is said to be away, and looks once it is there", async ({
	page,
	studio,
}) => {
	studio.expectErrors(/^console: Failed to load resource/);
	const dictionary = /\.wasm/;
	await page.context().route(dictionary, (route) => route.abort());
	await openStory(studio);
	await expect(coach(page).getByText("Spelling and grammar cannot be checked just now")).toBeVisible();
	// What needs no such checker is found all the same.
	await expect(kinds(page)).toBeVisible();
	await page.context().unroute(dictionary);
	const ready = coach(page).getByText("Spelling and grammar go by American English.");
	await expect(ready).toBeVisible({ timeout: 40_000 });
});
