import { existsSync } from "node:fs";
import { expect, expectAccessible, test } from "#tests/support/studio.ts";
import { saved, stored, text, write } from "#tests/support/write-page.ts";

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

for (const pause of [0, 160])
	test(`a new page that is left ${pause} ms after its first keys is one story, whole, also elsewhere`, async ({
		page,
		studio,
		browser,
	}) => {
		page.on("dialog", (dialog) => void dialog.accept());
		await studio.open("#/write/");
		await expect(text(page)).toBeFocused();
		await page.keyboard.type("Lamps and stairs", { delay: 5 });
		await page.waitForTimeout(pause);
		await page.keyboard.type("!");
		await page.reload();
		const titles = async () => (await studio.client.stories.list.query({})).map(({ title }) => title);
		await expect.poll(titles).toEqual(["Lamps and stairs!"]);
		await expect(page.locator("[data-save-state=saved]")).toBeVisible();
		expect(await titles()).toEqual(["Lamps and stairs!"]);
		const elsewhere = await browser.newContext();
		const other = await elsewhere.newPage();
		await studio.open("#/write/", other);
		await expect(other.getByText("Lamps and stairs!").first()).toBeVisible();
		await elsewhere.close();
	});

test("a copy of a new page never goes over what was written on elsewhere meanwhile", async ({ page, studio }) => {
	studio.expectErrors(/422/);
	const id = crypto.randomUUID();
	const document = (words: string) =>
		JSON.stringify({ version: 1, blocks: [{ id: "t", type: "title", spans: [{ text: words }] }] });
	await studio.client.stories.create.mutate({ id, document: document("First words") });
	await studio.client.stories.save.mutate({ id, baseRevision: 1, document: document("First words, and many more") });
	const copy = { document: document("First words of an old page"), baseRevision: 0, at: "2026-03-10T08:00:00.000Z" };
	await page.goto(studio.newLink());
	await page.evaluate(
		(value) => localStorage.setItem("inkhour.unsaved.new", value),
		JSON.stringify({ ...copy, newId: id }),
	);
	await studio.open("#/write/");
	await expect(text(page)).toContainText("First words of an old page");
	await expect(page.locator("[data-save-state=conflict]")).toBeVisible();
	const { title } = await studio.client.stories.get.query({ id });
	expect(title).toBe("First words, and many more");
});

test("an old window of a studio that was started anew learns that the new one saved its text", async ({
	page,
	studio,
	context,
}) => {
	studio.expectErrors(/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|403/);
	// While nobody listens, no port is the studio's.
	studio.expectErrors(/request left the studio: http:\/\/127\.0\.0\.1:/);
	await write(page, studio, "before");
	const { id } = await stored(page, studio);
	const { port } = studio;
	await studio.stop();
	await page.keyboard.type(" and after");
	await expect(page.locator('[data-save-state="failed"]')).toBeVisible();
	await studio.start(port);
	// It tells the studio that refuses it from one that does not answer, and offers nothing that cannot work.
	const refused = page.getByRole("alert", { name: "The studio was started anew" });
	await expect(refused).toContainText("Open the new link in this browser: text that was not saved is kept here");
	await expect(refused.getByRole("button")).toHaveText(["Copy the text"]);
	await expectAccessible(page);
	const next = await context.newPage();
	await studio.open(`#/write/${id}`, next);
	await expect(text(next)).toContainText("before and after");
	await expect(saved(next)).toBeVisible();
	// The old one says so, offers no second copy, and asks nobody to wait.
	await expect(page.locator('[data-save-state="taken"]')).toContainText("Saved by the new window");
	const notice = page.getByRole("status", { name: "The studio was started anew" });
	await expect(notice).toContainText("Go on writing there and close this window");
	await expect(page.getByText("Not saved")).toHaveCount(0);
	await expectAccessible(page);
	await text(next).click();
	await next.keyboard.press("Control+End");
	await next.keyboard.type(" and on");
	await stored(next, studio);
	// The moments in which a page that has unsaved text would put its copy down.
	await page.evaluate(() => {
		window.dispatchEvent(new Event("blur"));
		window.dispatchEvent(new PageTransitionEvent("pagehide"));
	});
	expect(await page.evaluate((key) => localStorage.getItem(key), `inkhour.unsaved.${id}`)).toBeNull();
	await next.reload();
	await expect(text(next)).toContainText("before and after and on");
	await expect(next.getByText("that had not reached the library was put back")).toBeHidden();
	// What is typed into the old window nevertheless is not said to be saved, and is not lost.
	await text(page).click();
	await page.keyboard.press("Control+End");
	await page.keyboard.type(" too late");
	await expect(page.locator('[data-save-state="failed"]')).toBeVisible();
	await expect(notice).toHaveCount(0);
	const kept = () => page.evaluate((key) => localStorage.getItem(key), `inkhour.unsaved.${id}`);
	// The copy follows the last key.
	await expect.poll(kept).toContain("before and after too late");
});

test("a new page asked for by its address comes, also while the story before is being saved", async ({
	page,
	studio,
}) => {
	await write(page, studio, "before");
	const { id } = await stored(page, studio);
	await studio.open(`#/write/${id}`);
	await expect(text(page)).toContainText("before");
	await page.keyboard.press("Control+End");
	await page.keyboard.type(" and after");
	await page.evaluate(() => {
		window.location.replace("#/write/");
		// Saves at once: the story that is left has news before the window has heard of the address.
		window.dispatchEvent(new Event("blur"));
	});
	await expect(text(page)).toHaveText("");
	await expect(page).toHaveURL(/#\/write\/$/);
	await expect
		.poll(async () => JSON.stringify((await studio.client.stories.get.query({ id })).document))
		.toContain("before and after");
});

test("text that only the browser kept is offered at the start, until it is in the library", async ({
	page,
	studio,
}) => {
	const lamps = await studio.client.stories.create.mutate({ title: "Lamps" });
	const bread = await studio.client.stories.create.mutate({ title: "Bread" });
	const copy = (story: typeof lamps, more: string) =>
		JSON.stringify({
			document: JSON.stringify({
				...story.document,
				blocks: [
					...story.document.blocks.filter(({ type }) => type === "title"),
					...(more === "" ? story.document.blocks.slice(1) : [{ id: "p", type: "paragraph", spans: [{ text: more }] }]),
				],
			}),
			baseRevision: story.revision,
			at: "2026-03-09T12:00:00.000Z",
		});
	await studio.open();
	await page.evaluate(
		([lampsKey, lampsCopy, breadKey, breadCopy]) => {
			localStorage.setItem(lampsKey, lampsCopy);
			localStorage.setItem(breadKey, breadCopy);
		},
		[
			`inkhour.unsaved.${lamps.id}`,
			copy(lamps, "never saved"),
			`inkhour.unsaved.${bread.id}`,
			copy(bread, ""),
		] as const,
	);
	// The new link after a crash.
	await studio.open();
	const notice = page.getByRole("status").filter({ hasText: "Unsaved text of" });
	await expect(notice).toHaveText(/Unsaved text of “Lamps” from Mar 9, 2026.* is kept here\./);
	await expectAccessible(page);
	await page.getByRole("button", { name: "Not now" }).click();
	// That of the other story is in the library already.
	await expect(notice).toHaveCount(0);
	expect(await page.evaluate((id) => localStorage.getItem(`inkhour.unsaved.${id}`), bread.id)).toBeNull();
	await studio.open("#/plan/ideas");
	await expect(notice).toBeVisible();
	await page.getByRole("button", { name: "Open", exact: true }).click();
	await expect(text(page)).toContainText("never saved");
	await expect(notice).toHaveCount(0);
	await expect(saved(page)).toBeVisible();
	await studio.open();
	await expect(page.locator("[data-settled=false]")).toHaveCount(0);
	await expect(notice).toHaveCount(0);
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
