/** A second language is one file in `src/app/words`: here an unfinished Arabic one, and one made from English by code. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { openLibraryOf, type PhotographedLibrary } from "#tests/gallery/libraries.ts";
import type { Scene } from "#tests/gallery/scene.ts";
import { EVERY_SCENE, SCENE_GROUPS } from "#tests/gallery/scenes.ts";
import { Stage } from "#tests/gallery/stage.ts";
import { PSEUDO_LANGUAGE, pseudoCatalogue } from "#tests/words/pseudo.ts";
import { type BuiltWindow, buildWithLanguages } from "#tests/words/second-language.ts";
import { translate } from "#tests/words/translated-page.ts";
import { clippedWords, type Said, untranslated } from "#tests/words/visible-words.ts";
import { writersTexts } from "#tests/words/writers-texts.ts";

const catalogue = (path: string): Record<string, string> =>
	JSON.parse(readFileSync(join(import.meta.dirname, path), "utf8"));
const english = catalogue("../../src/app/words/en.json");
const arabic = catalogue("../fixtures/words/ar.json");
const pseudo = pseudoCatalogue(english);

// One build and one worker for all of them.
test.describe.configure({ mode: "default" });
// A recording of so many screens takes longer, and more memory, than the looks; what is found says where.
test.use({ trace: "off", screenshot: "off" });
let build: BuiltWindow;
test.beforeAll(() => {
	test.setTimeout(240_000);
	build = buildWithLanguages({ [PSEUDO_LANGUAGE]: pseudo, ar: arabic });
});
test.afterAll(() => build.remove());

const settled = (page: Page) =>
	page.waitForFunction(() => document.querySelector("#root > *") && !document.querySelector("[data-settled=false]"));

/** Name of the built file that holds a catalogue. */
const chunkWith = (word: string) =>
	readdirSync(join(build.directory, "assets")).find(
		(name) => name.endsWith(".js") && readFileSync(join(build.directory, "assets", name), "utf8").includes(word),
	) ?? "";

/** A page, and the files of the window it asks for. */
async function openPage(browser: Browser, library: PhotographedLibrary, locale: string) {
	const context = await browser.newContext({ locale, timezoneId: "UTC" });
	const page = await context.newPage();
	const files: string[] = [];
	page.on("request", (request) => files.push(request.url().split("/").at(-1) ?? ""));
	await page.goto(library.host.newLink());
	await settled(page);
	return { page, files };
}

test("a catalogue beside the English one can be chosen, is fetched only then, and English fills its gaps", async ({
	browser,
}) => {
	const library = await openLibraryOf("figures", build.directory);
	const [ours, other] = [chunkWith("الإعدادات"), chunkWith("⟦")];
	expect([ours, other]).toEqual([expect.stringMatching(/\.js$/), expect.stringMatching(/\.js$/)]);
	expect(readFileSync(join(build.directory, "index.html"), "utf8")).not.toContain(ours);

	const { page, files } = await openPage(browser, library, "en-US");
	await page.evaluate(() => window.location.replace("#/settings/general"));
	await page.getByRole("button", { name: "Language" }).click();
	expect(files).not.toContain(ours);
	const html = page.locator("html");
	await expect(html).toHaveAttribute("lang", "en");
	await page.getByRole("option", { name: "العربية" }).click();
	await expect(html).toHaveAttribute("lang", "ar");
	await expect(html).toHaveAttribute("dir", "rtl");
	await expect(page.getByRole("heading", { name: "الإعدادات" })).toBeVisible();
	await expect(page.getByText("Text size", { exact: true }).first()).toBeVisible();
	await expect(page.getByRole("radio", { name: "System" })).toBeVisible();
	expect(files).toContain(ours);

	files.length = 0;
	await page.reload();
	await settled(page);
	await expect(page.getByRole("heading", { name: "الإعدادات" })).toBeVisible();
	expect(files).toContain(ours);
	expect(files).not.toContain(other);
	await page.context().close();
	await library.close();
});

test("the system's language is shown unless another one is chosen, with all its plural forms and its numbers", async ({
	browser,
}) => {
	const library = await openLibraryOf("figures", build.directory);
	const { client } = library;
	for (const count of [1, 2, 3, 11, 100]) {
		const { id } = await client.stories.create.mutate({ title: "" });
		const { revision } = await client.stories.get.query({ id });
		const text = Array.from({ length: count }, () => "ink").join(" ");
		const document = { version: 1, blocks: [{ id: "a", type: "paragraph", spans: [{ text }] }] };
		await client.stories.save.mutate({ id, baseRevision: revision, document: JSON.stringify(document) });
	}
	const { page } = await openPage(browser, library, "ar");
	await expect(page.locator("html")).toHaveAttribute("lang", "ar");
	const number = (value: number) => new Intl.NumberFormat("ar").format(value);
	const forms = ["كلمة واحدة", "كلمتان", `${number(3)} كلمات`, `${number(11)} كلمة كثيرة`, `${number(100)} كلمة`];
	for (const form of forms) await expect(page.getByRole("option").getByText(form, { exact: true })).toBeVisible();
	await page.context().close();
	await client.settings.update.mutate({ language: "en" });
	const again = await openPage(browser, library, "ar");
	await expect(again.page.locator("html")).toHaveAttribute("dir", "ltr");
	await expect(again.page.getByRole("option").getByText("100 words", { exact: true })).toBeVisible();
	await again.page.context().close();
	await library.close();
});

/** A window of each of these sizes; a state that only a smaller one has is looked at there. */
const SIZES = ["light", "small"];

/** The scene as it is reached in the other language. */
const spoken = (scene: Scene): Scene => ({
	...scene,
	prepare:
		scene.prepare && ((page, client) => scene.prepare?.(translate(page, english, pseudo), client) ?? Promise.resolve()),
});

/** The walk takes minutes a library: in a usual run the empty one, all of them where every scene is wanted. */
const walked = SCENE_GROUPS.filter(({ library }) => library === "empty" || EVERY_SCENE);

for (const { name: group, library: kind, scenes } of walked)
	test(`every word is translated and has its room in the ${group}`, async ({ browser }) => {
		test.setTimeout(480_000);
		const library = await openLibraryOf(kind, build.directory);
		const stage = await Stage.open(browser, PSEUDO_LANGUAGE);
		const base = await stage.addressOf(library);
		const problems = new Set<string>();
		for (const scene of scenes) {
			const frames = scene.frames.filter(({ name }) => SIZES.includes(name));
			for (const [index, frame] of (frames.length > 0 ? frames : scene.frames).entries()) {
				await stage.frame(frame);
				const reached = index === 0 || scene.anew;
				const failure = await (reached ? stage.reach(spoken(scene), base, library) : stage.settle({ held: true })).then(
					() => null,
					String,
				);
				if (failure !== null) problems.add(`${scene.name}, ${frame.name}: not reached: ${failure}`);
				const report = (problem: string, found: readonly Said[]) => {
					for (const { words, where } of found)
						problems.add(`${scene.name}, ${frame.name}: ${problem}: “${words}” in ${where}`);
				};
				report("not translated", await untranslated(stage.page, writersTexts(library.directory)));
				report("cut off", await clippedWords(stage.page));
			}
		}
		await stage.close();
		await library.close();
		expect([...problems]).toEqual([]);
	});
