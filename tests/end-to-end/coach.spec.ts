import type { Page } from "@playwright/test";
import { emptyStory } from "#domain/story/create.ts";
import { expect, expectAccessible, type StudioUnderTest, test } from "#tests/support/studio.ts";

const TITLE = "Why do we keep 7 lamps: the best ways to read at night?";
const OPENING = "In this article I will look at lamps. The keeper counted every lamp on the stairs before it got dark.";

async function openStory(studio: StudioUnderTest, page: Page, title = TITLE, text = OPENING): Promise<string> {
	const { id, revision } = await studio.client.stories.create.mutate({ title });
	const document = emptyStory(title);
	const blocks = [
		...document.blocks.slice(0, 1),
		...(text ? [{ id: "p1", type: "paragraph", spans: [{ text }] }] : []),
		...(text
			? [
					{
						id: "l1",
						type: "list",
						ordered: true,
						items: ["One lamp", "Two lamps"].map((item) => ({ spans: [{ text: item }], depth: 0 })),
					},
				]
			: []),
	];
	await studio.client.stories.save.mutate({
		id,
		baseRevision: revision,
		document: JSON.stringify({ ...document, blocks }),
	});
	await studio.open(`#/write/${id}`);
	await expect(page.getByRole("complementary", { name: "Coach" })).toBeVisible();
	return id;
}

test("what is said about one story is never shown beside another", async ({ page, studio }) => {
	await openStory(studio, page);
	const coach = page.getByRole("complementary", { name: "Coach" });
	await expect(coach).toContainText("7 lamps");
	await page.evaluate(() => {
		const seen: string[] = [];
		Object.assign(window, { seen });
		const look = () => {
			if (document.querySelector("[contenteditable=true] h1")?.textContent === "")
				seen.push(document.querySelector("aside")?.textContent ?? "");
			requestAnimationFrame(look);
		};
		look();
		window.location.hash = "#/write/";
	});
	await expect(coach).toHaveText("Write a title or a few lines, and notes on them appear here.");
	const seen = await page.evaluate(() => ("seen" in window && Array.isArray(window.seen) ? window.seen : []));
	expect(seen.length).toBeGreaterThan(0);
	expect(seen.filter((text) => String(text).includes("7 lamps"))).toEqual([]);
});

test("an empty page gets one friendly line", async ({ page, studio }) => {
	await studio.open("#/write/");
	const coach = page.getByRole("complementary", { name: "Coach" });
	await expect(coach).toHaveText("Write a title or a few lines, and notes on them appear here.");
	// The coach's worker comes with the first words.
	expect(page.workers()).toEqual([]);
	await page.keyboard.type("A lamp");
	await expect.poll(() => page.workers().length).toBeGreaterThan(0);
});

test("tips say what, where, why and how we know", async ({ page, studio }) => {
	await openStory(studio, page);
	const coach = page.getByRole("complementary", { name: "Coach" });
	const tip = coach.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "A question as a title" }) });
	await tip.getByRole("button", { name: /^Why/ }).click();
	await expect(tip).toContainText("Upworthy Research Archive");
	await expect(tip).toContainText("−13.1% to −7.9%");
	await expect(coach.getByRole("heading", { name: "Clearing the throat" })).toBeVisible();
	await coach.getByRole("button", { name: "“In this article”" }).click();
	await expect
		.poll(() => page.evaluate(() => [...(CSS.highlights.get("coach-place") ?? [])].map(String)))
		.toEqual(["In this article"]);
	await expectAccessible(page);
});

test("an ignored tip stays ignored after a reload, and can be shown again", async ({ page, studio }) => {
	await openStory(studio, page);
	const coach = page.getByRole("complementary", { name: "Coach" });
	const heading = coach.getByRole("heading", { name: "A colon in the title" });
	const tip = coach.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "A colon in the title" }) });
	await tip.getByRole("button", { name: "Hide this tip" }).click();
	await page.getByRole("menuitem", { name: "Ignore always in this story" }).click();
	await expect(heading).toHaveCount(0);
	await page.reload();
	await expect(coach.getByRole("heading", { name: "A question as a title" })).toBeVisible();
	await expect(heading).toHaveCount(0);
	await coach.getByRole("button", { name: "Show them" }).click();
	await expect(heading).toBeVisible();
});

test("variants are compared side by side, and one becomes the title", async ({ page, studio }) => {
	await openStory(studio, page);
	const coach = page.getByRole("complementary", { name: "Coach" });
	await coach.getByRole("button", { name: "Add a variant" }).click();
	await coach.getByRole("textbox", { name: "Title variant 2" }).fill("7 lamps I lit on the stairs before dark");
	await coach.getByRole("button", { name: "Compare" }).click();
	const dialog = page.getByRole("dialog", { name: "Titles side by side" });
	await expect(dialog.getByRole("row", { name: /A question/ })).toContainText("less interest");
	// What the text does not keep is said of either title, whoever would be clicked more.
	await expect(
		dialog
			.getByRole("row", { name: /What the coach notes/ })
			.getByRole("cell")
			.last(),
	).toContainText("promises 7 lamps; the nearest count in the text is 2");
	await expect(dialog.getByRole("article")).toContainText("does not keep what");
	await expect(dialog).not.toContainText(/score:|winner/i);
	await expectAccessible(page);
	await page.setViewportSize({ width: 900, height: 600 });
	await expect(page.locator("[data-narrow]")).toBeAttached();
	await expect(dialog).toBeVisible();
	await page.setViewportSize({ width: 1280, height: 800 });
	await dialog.getByRole("button", { name: "Use B as the title" }).click();
	await expect(page.locator("main [contenteditable=true]").first()).toContainText(
		"7 lamps I lit on the stairs before dark",
	);
	await expect(coach.getByRole("textbox", { name: "Title variant 2" })).toHaveValue(TITLE);
});

test("the focus goes to a new variant, and after removal to the next or to the button", async ({ page, studio }) => {
	await openStory(studio, page);
	const coach = page.getByRole("complementary", { name: "Coach" });
	const add = coach.getByRole("button", { name: "Add a variant" });
	const field = (number: number) => coach.getByRole("textbox", { name: `Title variant ${number}` });
	const removeFirst = () => coach.getByRole("button", { name: "Remove this variant" }).first().press("Enter");
	await add.press("Enter");
	await expect(field(2)).toBeFocused();
	await page.keyboard.type("One more lamp");
	await expect(field(2)).toHaveValue("One more lamp");
	await add.press("Enter");
	await expect(field(3)).toBeFocused();
	await page.keyboard.type("Two lamps");
	await removeFirst();
	await expect(field(2)).toBeFocused();
	await expect(field(2)).toHaveValue("Two lamps");
	await removeFirst();
	await expect(add).toBeFocused();
});

test("a variant that is the title already says why it is not compared", async ({ page, studio }) => {
	await openStory(studio, page);
	const coach = page.getByRole("complementary", { name: "Coach" });
	await coach.getByRole("button", { name: "Add a variant" }).click();
	const variant = coach.getByRole("textbox", { name: "Title variant 2" });
	await variant.fill(` ${TITLE}`);
	await expect(variant).toHaveAccessibleDescription("This is the title already, so it is not compared.");
	await expect(coach.getByRole("button", { name: "Compare" })).toHaveCount(0);
	await expectAccessible(page);
	await variant.fill("Another title");
	await expect(variant).toHaveAccessibleDescription("");
	await expect(coach.getByRole("button", { name: "Compare" })).toBeVisible();
});

test("no verdict is given on a variant in another language", async ({ page, studio }) => {
	await openStory(studio, page);
	const coach = page.getByRole("complementary", { name: "Coach" });
	await coach.getByRole("button", { name: "Add a variant" }).click();
	await coach.getByRole("textbox", { name: "Title variant 2" }).fill("Wie ich auf der Insel das Licht gehütet habe");
	await coach.getByRole("button", { name: "Compare" }).click();
	const dialog = page.getByRole("dialog", { name: "Titles side by side" });
	await expect(dialog.getByRole("article", { name: "No telling between A and B" })).toContainText(
		"B does not read as English",
	);
	await expect(dialog.getByRole("row", { name: /A question/ })).toContainText("not English");
});

test("the map has a list twin, and a piece leads to its place", async ({ page, studio }) => {
	await openStory(studio, page);
	const coach = page.getByRole("complementary", { name: "Coach" });
	await coach.getByRole("radio", { name: "List" }).click();
	await expect(coach.getByRole("list", { name: "Pieces of the story" }).getByRole("listitem")).toHaveCount(2);
	await coach.getByRole("button", { name: /^List One lamp/ }).click();
	await expect.poll(() => page.evaluate(() => CSS.highlights.has("coach-place"))).toBe(true);
});

test("the four marks say what is there and lead to it", async ({ page, studio }) => {
	const kitchen = "One morning, in the kitchen, my mother said “the lamp is lit”. She laughed until noon. ";
	await openStory(studio, page, "A lamp in the kitchen", kitchen.repeat(12));
	const marks = page.getByRole("region", { name: "Four marks" });
	await expect(marks.getByRole("heading", { level: 3 })).toHaveText([
		"In-depth analysis",
		"Professional value",
		"Story",
		"Practical value",
	]);
	await expect(marks).toContainText("No source is named or linked.");
	await marks.getByRole("button", { name: "Show in the text: People, 24" }).click();
	await expect
		.poll(() => page.evaluate(() => [...(CSS.highlights.get("coach-place") ?? [])].map(String)))
		.toEqual(["my mother"]);
	await marks.getByRole("button", { name: "Why these four" }).click();
	await expect(marks).toContainText("Distribution Guidelines");
	await expectAccessible(page);
});

test("a long paragraph of Chinese is told in characters, and is silenced by the one rule for every language", async ({
	page,
	studio,
}) => {
	await openStory(studio, page, "灯塔的看守人", "灯塔的看守人每天清晨走到海边。".repeat(30));
	const coach = page.getByRole("complementary", { name: "Coach" });
	const paragraph = coach.getByRole("heading", { name: "A long paragraph", exact: true });
	await expect(paragraph).toBeVisible();
	await expect(coach).toContainText(/4\d\d characters in one paragraph\. Past 300, it becomes a wall on a phone\./);
	await studio.client.settings.update.mutate({
		coachRules: { "structure.paragraph-length-characters": { on: false } },
	});
	await page.reload();
	await expect(coach.getByRole("heading", { name: "Structure" })).toBeVisible();
	await expect(coach.getByRole("heading", { name: "No subtitle" })).toBeVisible();
	await expect(paragraph).toHaveCount(0);
});

test("of another language it is said what is looked at and what is not", async ({ page, studio }) => {
	await openStory(
		studio,
		page,
		"Warum brauchen wir noch Wärter?",
		"Der Wärter zählte die Lampen auf der Treppe, und es war noch nicht dunkel.",
	);
	const coach = page.getByRole("complementary", { name: "Coach" });
	await expect(coach).toContainText("This reads as German.");
	await coach.getByRole("button", { name: "What is looked at here" }).click();
	await expect(coach.getByRole("definition").filter({ hasText: "Spelling and grammar" })).toContainText("Verdicts");
	await expect(coach).toContainText("2 rules looked; nothing to add.");
	await expectAccessible(page);
	await expect(coach.getByRole("heading", { name: "A question as a title" })).toHaveCount(0);
});

test("a response is called one, and is not asked for a title", async ({ page, studio }) => {
	const { jobId } = await studio.client.sample.add.mutate();
	await expect.poll(async () => (await studio.client.jobs.status.query({ id: jobId })).state).toBe("done");
	const [response] = await studio.client.stories.list.query({ shelf: "responses" });
	await studio.open(`#/write/${response?.id}`);
	const coach = page.getByRole("complementary", { name: "Coach" });
	await expect(coach).toContainText("A response needs no title");
	await expect(coach.getByText("No title yet")).toHaveCount(0);
	const story = page.getByRole("main", { name: "Story" });
	await expect(story.getByText("Response", { exact: true })).toBeVisible();
	await expect(story.getByText("Published", { exact: true })).toHaveCount(0);
});
