import type { Locator, Page } from "@playwright/test";
import { parsePlainDate, plainDate } from "#domain/planning/plain-date.ts";
import { toast } from "#tests/support/notice.ts";
import { expect, expectAccessibleInBoth, type StudioUnderTest, test } from "#tests/support/studio.ts";

/** The clock of these tests stands at Tuesday, 10 March 2026. */
const day = (page: Page, date: string): Locator => page.locator(`[data-date="${date}"]`);
const undo = (page: Page, text: string | RegExp) => toast(page, text).getByRole("button", { name: "Undo" }).click();

async function addSeries(studio: StudioUnderTest): Promise<string> {
	const { id } = await studio.client.plan.series.create.mutate({ title: "Light at home" });
	for (const title of ["First lamp", "Second lamp", "Third lamp"])
		await studio.client.plan.series.addPart.mutate({ seriesId: id, title, promise: `Why the ${title.toLowerCase()}` });
	return id;
}

async function addIdea(studio: StudioUnderTest, line: string, date?: string): Promise<string> {
	const { id } = await studio.client.plan.ideas.capture.mutate({ line });
	const on = date === undefined ? null : parsePlainDate(date);
	if (on) await studio.client.plan.schedule.mutate({ subjects: [{ type: "idea", id }], date: on });
	return id;
}

const partTitles = (page: Page) =>
	page
		.getByRole("textbox", { name: /^Title of part/ })
		.evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));

test("ideas and series are accessible", async ({ page, studio }) => {
	const id = await addSeries(studio);
	await addIdea(studio, "Why lamps flicker #home-light", "2026-03-06");
	await addIdea(studio, "Bread that forgives");
	await studio.open("#/plan/ideas");
	await page.getByRole("button", { name: "Note and effort of “Bread that forgives”" }).click();
	await page.getByRole("checkbox", { name: "Select “Why lamps flicker”" }).press(" ");
	await expect(page.getByRole("region", { name: "Chosen ideas" })).toBeVisible();
	await expectAccessibleInBoth(page);
	await page.goto(page.url().replace(/#.*/, `#/plan/series/${id}`));
	await expect(page.getByRole("textbox", { name: "Title of part 3" })).toHaveValue("Third lamp");
	await expectAccessibleInBoth(page);
});

test("the calendar is accessible, as a grid and as a list", async ({ page, studio }) => {
	await addIdea(studio, "Why lamps flicker #home-light", "2026-03-06");
	await studio.client.plan.setCadence.mutate({ weekdays: [2, 5] });
	await studio.open("#/plan/calendar");
	await expect(day(page, "2026-03-06")).toContainText("4 days late");
	await expectAccessibleInBoth(page);
	await day(page, "2026-03-06").press("Enter");
	await page.getByRole("dialog").getByRole("button", { name: "Move to…" }).click();
	await expectAccessibleInBoth(page);
	await page.keyboard.press("Escape");
	await page.setViewportSize({ width: 640, height: 700 });
	await expect(page.getByRole("list", { name: "Days of the month" })).toContainText("Why lamps flicker");
	await expectAccessibleInBoth(page);
});

test("ideas are captured one after the other, edited in place, dropped and brought back", async ({ page, studio }) => {
	await studio.open("#/plan/ideas");
	await expect(page.getByText("No ideas yet")).toBeVisible();
	const field = page.getByRole("textbox", { name: "New idea" });
	await page.getByRole("button", { name: "Write down an idea" }).click();
	await expect(field).toBeFocused();
	await page.keyboard.type("Why lamps flicker #light");
	await expect(page.getByText("Topic: light")).toBeVisible();
	await page.keyboard.press("Enter");
	await expect(field).toHaveValue("");
	await page.keyboard.type("Bread that forgives");
	await page.keyboard.press("Enter");
	const list = page.getByRole("list", { name: "Ideas" });
	await expect(list.getByRole("listitem")).toHaveCount(2);
	await expect(page.getByRole("combobox", { name: "Topic of “Why lamps flicker”" })).toHaveValue("light");

	const angle = page.getByRole("textbox", { name: "Angle of “Why lamps flicker”" });
	await angle.fill("Physics anyone can try");
	await angle.press("Enter");
	await angle.fill("a slip");
	await angle.press("Escape");
	await expect(angle).toHaveValue("Physics anyone can try");
	await expect(page.getByRole("button", { name: "Heat 50 of 100 for “Why lamps flicker”" })).toBeVisible();

	await page.getByRole("button", { name: "Note and effort of “Bread that forgives”" }).click();
	await page.getByRole("textbox", { name: "Note of “Bread that forgives”" }).fill("Half a line");
	await page.goto(page.url().replace(/#.*/, "#/plan/series"));
	await expect(page.getByText("No series yet")).toBeVisible();
	await page.goto(page.url().replace(/#.*/, "#/plan/ideas"));
	await page.getByRole("button", { name: "Note and effort of “Bread that forgives”" }).click();
	await expect(page.getByRole("textbox", { name: "Note of “Bread that forgives”" })).toHaveValue("Half a line");
	await page.goto(page.url().replace(/#.*/, "#/plan/calendar/9999-12"));
	await expect(page.getByRole("heading", { name: "March 2026" })).toBeVisible();
	await page.goto(page.url().replace(/#.*/, "#/plan/ideas"));
	await page.getByRole("button", { name: "Note and effort of “Bread that forgives”" }).click();
	await page.getByRole("button", { name: "Drop idea" }).click();
	await expect(list.getByRole("listitem")).toHaveCount(1);
	await undo(page, "“Bread that forgives” dropped");
	await expect(list.getByRole("listitem")).toHaveCount(2);

	await page.getByRole("searchbox", { name: "Search ideas" }).fill("physics");
	await expect(list.getByRole("listitem")).toHaveCount(1);
	await page.reload();
	await expect(angle).toHaveValue("Physics anyone can try");
});

test("several ideas are put on a day and taken back with one undo", async ({ page, studio }) => {
	await addIdea(studio, "One");
	await addIdea(studio, "Two");
	await studio.open("#/plan/ideas");
	for (const title of ["One", "Two"]) await page.getByRole("checkbox", { name: `Select “${title}”` }).press(" ");
	const bar = page.getByRole("region", { name: "Chosen ideas" });
	await bar.getByRole("button", { name: "Put on a day" }).click();
	await page.getByRole("button", { name: "Friday, March 20, 2026" }).click();
	await expect(page.getByRole("button", { name: /is on Friday, March 20, 2026/ })).toHaveCount(2);
	await undo(page, "2 ideas put on Mar 20, 2026");
	await expect(page.getByRole("button", { name: /is on Friday/ })).toHaveCount(0);
});

test("an idea is captured from anywhere", async ({ page, studio }) => {
	await studio.open("#/settings/general");
	await page.locator("body").press("ControlOrMeta+Alt+n");
	await page.getByRole("dialog", { name: "Capture idea" }).getByRole("textbox").fill("From the train #travel");
	await page.keyboard.press("Enter");
	await expect(page.getByRole("dialog", { name: "Capture idea" })).toBeHidden();
	const { ideas } = await studio.client.plan.ideas.list.query({});
	expect(ideas.map(({ title, topic }) => [title, topic])).toEqual([["From the train", "travel"]]);
});

test("a part's title has the room that its badge, day and button leave", async ({ page, studio }) => {
	const { id } = await studio.client.plan.series.create.mutate({ title: "Light at home" });
	const title = "My To-Do List Has Three Lines, and This Is Why It Works";
	for (const each of [title, "Second lamp"])
		await studio.client.plan.series.addPart.mutate({ seriesId: id, title: each });
	await page.setViewportSize({ width: 1280, height: 800 });
	await studio.open("#/plan/series");
	const field = page.getByRole("textbox", { name: "Title of part 1" });
	await expect(field).toHaveValue(title);
	expect(await field.evaluate((input) => input.scrollWidth - input.clientWidth)).toBe(0);
	const badges = await Promise.all(
		[0, 1].map((at) =>
			page.getByRole("list", { name: "Parts" }).getByRole("listitem").nth(at).getByText("Planned").boundingBox(),
		),
	);
	expect(badges[0]?.x).toBe(badges[1]?.x);
});

test("a series is made, and its parts are ordered by button, keyboard and drag, with undo", async ({
	page,
	studio,
}) => {
	await studio.open("#/plan/series");
	await page.getByRole("textbox", { name: "New series" }).fill("Light at home");
	await page.keyboard.press("Enter");
	const newPart = page.getByRole("textbox", { name: "New part" });
	for (const title of ["First lamp", "Second lamp", "Third lamp"]) {
		await newPart.fill(title);
		await newPart.press("Enter");
		await expect(newPart).toHaveValue("");
	}
	await expect.poll(() => partTitles(page)).toEqual(["First lamp", "Second lamp", "Third lamp"]);

	await page.getByRole("button", { name: "Move “First lamp” down" }).click();
	await expect.poll(() => partTitles(page)).toEqual(["Second lamp", "First lamp", "Third lamp"]);
	await expect(page.getByRole("button", { name: "Move “First lamp” down" })).toBeFocused();

	await page.getByRole("textbox", { name: "Title of part 3" }).press("Alt+ArrowUp");
	await expect.poll(() => partTitles(page)).toEqual(["Second lamp", "Third lamp", "First lamp"]);
	await undo(page, "“Third lamp” is now part 2");
	await expect.poll(() => partTitles(page)).toEqual(["Second lamp", "First lamp", "Third lamp"]);

	const rows = page.getByRole("list", { name: "Parts" }).getByRole("listitem");
	await page
		.getByRole("button", { name: "Drag “Third lamp”" })
		.dragTo(rows.first(), { targetPosition: { x: 200, y: 8 } });
	await expect.poll(() => partTitles(page)).toEqual(["Third lamp", "Second lamp", "First lamp"]);

	await page.getByRole("button", { name: "More for “Second lamp”" }).click();
	await page.getByRole("menuitem", { name: "Take out of the series" }).click();
	await expect.poll(() => partTitles(page)).toEqual(["Third lamp", "First lamp"]);
	await page.getByRole("heading", { name: "Plan" }).focus();
	await page.keyboard.press("ControlOrMeta+z");
	await expect.poll(() => partTitles(page)).toEqual(["Third lamp", "Second lamp", "First lamp"]);

	await page.getByRole("button", { name: "Delete series" }).click();
	await expect(page.getByText("No series yet")).toBeVisible();
	await undo(page, "Series “Light at home” deleted");
	await expect.poll(() => partTitles(page)).toHaveLength(3);
});

test("a part gets a day, moves on the calendar by keyboard and by drag, and comes back", async ({ page, studio }) => {
	const id = await addSeries(studio);
	await studio.open(`#/plan/series/${id}`);
	await page.getByRole("button", { name: "Set a day for “Second lamp”" }).click();
	await page.getByRole("button", { name: "Thursday, March 12, 2026" }).click();
	await expect(page.getByRole("button", { name: /“Second lamp” is on Thursday, March 12, 2026/ })).toBeVisible();

	await page.getByRole("tab", { name: "Calendar" }).click();
	const chip = page.getByRole("button", { name: /^Second lamp/ });
	await expect(day(page, "2026-03-12")).toContainText("Light at homePlanned · Part 2");

	await day(page, "2026-03-10").focus();
	for (const key of ["ArrowRight", "ArrowRight", "Tab"]) await page.keyboard.press(key);
	await expect(chip).toBeFocused();
	await page.keyboard.press("Alt+ArrowRight");
	await expect(day(page, "2026-03-13")).toContainText("Second lamp");
	await expect(chip).toBeFocused();
	await page.keyboard.press("Escape");
	await expect(day(page, "2026-03-13")).toBeFocused();

	await page.keyboard.press("Enter");
	await page.getByRole("dialog").getByRole("button", { name: "Move to…" }).click();
	await expect(page.getByRole("spinbutton", { name: /^month/ })).toBeFocused();
	const planned = page.getByRole("dialog").getByRole("button", { name: /Friday, March 13, 2026/ });
	for (let tab = 0; tab < 5; tab += 1) await page.keyboard.press("Tab");
	await expect(planned).toBeFocused();
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Enter");
	await expect(day(page, "2026-03-20")).toContainText("Second lamp");

	await chip.dragTo(day(page, "2026-03-25"));
	await expect(day(page, "2026-03-25")).toContainText("Second lamp");
	// It was moved three times: only the last move is told.
	await expect(toast(page, "Second lamp")).toHaveCount(1);
	await undo(page, "“Second lamp” is on Mar 25, 2026");
	await expect(day(page, "2026-03-20")).toContainText("Second lamp");

	const tray = page.getByRole("complementary", { name: "Waiting for a day" });
	await tray.getByRole("button", { name: /^Third lamp/ }).dragTo(day(page, "2026-03-24"));
	await expect(day(page, "2026-03-24")).toContainText("Third lamp");
	await chip.dragTo(tray);
	await expect(tray).toContainText("Second lamp");
});

test("a day is typed, in the order of the language, and taken with Enter", async ({ page, studio }) => {
	const id = await addSeries(studio);
	await studio.open(`#/plan/series/${id}`);
	await page.getByRole("button", { name: "Set a day for “Second lamp”" }).click();
	const popover = page.getByRole("dialog", { name: "Day for “Second lamp”" });
	const set = popover.getByRole("button", { name: "Set", exact: true });
	await expect(set).toBeDisabled();
	await expectAccessibleInBoth(page);
	// What is typed goes into the field, and an Enter before it sets nothing.
	const year = popover.getByRole("spinbutton", { name: /^year/ });
	await expect(popover.getByRole("spinbutton", { name: /^month/ })).toBeFocused();
	await page.keyboard.press("Enter");
	await expect(popover).toBeVisible();
	await page.keyboard.type("1224");
	await expect(year).toBeFocused();
	await page.keyboard.type("202");
	await expect(set).toBeDisabled();
	await page.keyboard.press("Enter");
	await expect(popover).toBeVisible();
	await page.keyboard.press("Backspace");
	await page.keyboard.press("Backspace");
	await page.keyboard.type("6");
	await expect(set).toBeEnabled();
	await page.keyboard.press("Enter");
	await expect(popover).toBeHidden();
	await expect(page.getByRole("button", { name: /“Second lamp” is on Thursday, December 24, 2026/ })).toBeVisible();
});

test("the calendar is walked by keyboard, across months", async ({ page, studio }) => {
	await studio.open("#/plan/calendar");
	await day(page, "2026-03-10").focus();
	const walk = async (key: string, to: string) => {
		await page.keyboard.press(key);
		await expect(day(page, to)).toBeFocused();
	};
	await walk("Home", "2026-03-08");
	await walk("End", "2026-03-14");
	await walk("ArrowUp", "2026-03-07");
	await walk("PageUp", "2026-02-07");
	await expect(page.getByRole("heading", { name: "February 2026" })).toBeVisible();
	await walk("PageDown", "2026-03-07");
	await walk("Shift+PageDown", "2027-03-07");
	await page.getByRole("button", { name: "Today" }).click();
	await expect(page.getByRole("heading", { name: "March 2026" })).toBeVisible();
	await day(page, "2026-03-11").press("Enter");
	await page.getByRole("textbox", { name: "Add to this day" }).fill("Bread that forgives #food");
	await page.keyboard.press("Enter");
	await expect(day(page, "2026-03-11")).toContainText("Bread that forgives");
	await page.goBack();
	await expect(page.getByRole("heading", { name: "March 2027" })).toBeVisible();
});

test("what waits is put on a day with the arrows and Enter; Enter in the field makes an idea", async ({
	page,
	studio,
}) => {
	await addIdea(studio, "First fog");
	await addIdea(studio, "Second fog");
	await addIdea(studio, "Second frost");
	await studio.open("#/plan/calendar");
	await day(page, "2026-03-11").press("Enter");
	const field = page.getByRole("textbox", { name: "Add to this day" });
	const offer = (title: string) => page.getByRole("button", { name: `${title} Idea: put on this day` });
	await expect(field).toBeFocused();
	await page.keyboard.type("Second");
	await page.keyboard.press("ArrowDown");
	await expect(page.getByRole("button", { name: /^Second .*put on this day$/ }).first()).toBeFocused();
	await expect(offer("First fog")).toHaveCount(0);
	await page.keyboard.press("ArrowUp");
	await expect(field).toBeFocused();
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("End");
	await page.keyboard.press("ArrowDown");
	const last = page.getByRole("button", { name: /^Second .*put on this day$/ }).last();
	await expect(last).toBeFocused();
	const name = (await last.getAttribute("aria-label")) ?? "";
	await page.keyboard.press("Enter");
	await expect(day(page, "2026-03-11")).toContainText(name.replace(" Idea: put on this day", ""));
	await expect(field).toBeFocused();
	await expect(field).toHaveValue("");
	await page.keyboard.type("Second");
	await page.keyboard.press("Enter");
	const put = async () => {
		const range = { from: plainDate(2026, 3, 11), to: plainDate(2026, 3, 11) };
		const { entries } = await studio.client.plan.range.query(range);
		return entries.map(({ title }) => title).sort();
	};
	await expect.poll(put).toEqual([name.replace(" Idea: put on this day", ""), "Second"].sort());
	expect((await studio.client.plan.tray.query({ query: "", limit: 9 })).entries).toHaveLength(2);
});

test("a draft starts from the plan with everything that was planned, once, and can be undone", async ({
	page,
	studio,
}) => {
	const id = await addSeries(studio);
	await studio.open(`#/plan/series/${id}`);
	const second = page.getByRole("list", { name: "Parts" }).getByRole("listitem").nth(1);
	await second.getByRole("button", { name: "Start draft" }).click();
	await expect(page).toHaveURL(/#\/write\/[0-9a-f-]{36}$/);
	await expect(page.getByRole("main")).toContainText("Promise: Why the second lamp");
	const empty = page.getByRole("textbox", { name: "Story text" }).locator("[data-kind=paragraph]");
	await expect.poll(() => empty.evaluate((block) => block.contains(getSelection()?.anchorNode ?? null))).toBe(true);
	const storyId = page.url().split("/").at(-1) ?? "";
	const { document } = await studio.client.stories.get.query({ id: storyId });
	expect(document.blocks.map((block) => ("spans" in block ? (block.spans[0]?.text ?? "") : block.type))).toEqual([
		"Light at home · Part 2",
		"Second lamp",
		"Promise: Why the second lamp",
		"",
	]);

	await page.goto(page.url().replace(/#.*/, `#/plan/series/${id}`));
	await expect(second).toContainText("Draft");
	await page.goto(page.url().replace(/#.*/, "#/settings/general"));
	await expect(page.locator("main[data-room=settings]")).toBeVisible();
	await studio.client.stories.setStage.mutate({ id: storyId, stage: "ready" });
	await page.goto(page.url().replace(/#.*/, `#/plan/series/${id}`));
	await expect(second).toContainText("Ready");
	await second.getByRole("button", { name: "Open draft" }).click();
	await expect(page).toHaveURL(new RegExp(`${storyId}$`));
	// The notice went when its room was left; the plan still knows the change.
	await expect(toast(page, "Draft started")).toBeHidden();
	await page.goto(page.url().replace(/#.*/, `#/plan/series/${id}`));
	await second.getByRole("button", { name: "Open draft" }).press("ControlOrMeta+z");
	await expect(second).toContainText("Planned");
	expect((await studio.client.stories.list.query({ shelf: "trash" })).map((story) => story.id)).toEqual([storyId]);

	await second.getByRole("button", { name: "Start draft" }).click();
	await expect(page).toHaveURL(/#\/write\/[0-9a-f-]{36}$/);
	await undo(page, "Draft started");
	await expect(page).toHaveURL(/#\/plan\/series/);
	await expect(second).toContainText("Planned");
	await expect(toast(page, "Undone")).toBeVisible();
	// Nobody wrote in it: nothing of it is left, and the rail leads to a new page.
	expect(await studio.client.stories.shelves.query()).toMatchObject({ all: 0, trash: 1 });
	await page.getByRole("link", { name: "Write" }).click();
	await expect(page).toHaveURL(/#\/write\/?$/);

	await page.goto(page.url().replace(/#.*/, `#/plan/series/${id}`));
	await second.getByRole("button", { name: "Start draft" }).click();
	await page.getByRole("textbox", { name: "Story text" }).press("A");
	await undo(page, "Draft started");
	await expect(toast(page, "kept in the trash")).toBeVisible();
	expect(await studio.client.stories.shelves.query()).toMatchObject({ all: 0, trash: 2 });
});

test("a story that is already written becomes a part", async ({ page, studio }) => {
	const id = await addSeries(studio);
	await studio.client.stories.create.mutate({ title: "Written long ago" });
	await studio.open(`#/plan/series/${id}`);
	await page.getByRole("button", { name: "More for “First lamp”" }).click();
	await page.getByRole("menuitem", { name: "Use an existing story…" }).click();
	await page.getByRole("searchbox", { name: "Search stories of no series" }).fill("long");
	await page.getByRole("button", { name: /Written long ago/ }).click();
	const first = page.getByRole("list", { name: "Parts" }).getByRole("listitem").first();
	await expect(first).toContainText("Story: “Written long ago”");
	await expect(first.getByRole("button", { name: "Open draft" })).toBeVisible();
});
