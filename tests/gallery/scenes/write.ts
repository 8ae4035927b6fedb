import {
	cut,
	fill,
	hold,
	item,
	neverSave,
	press,
	refuse,
	says,
	selectWord,
	steps,
	storyText,
	typeAtEnd,
} from "../acts.ts";
import { ALL, FULL, NARROW, PAIR, type Scene } from "../scene.ts";

const openMenu = steps(
	async (page) => {
		await storyText(page).click();
		await page.keyboard.press("Control+End");
		await page.keyboard.press("Enter");
		await page.keyboard.type("/");
	},
	(page) => page.getByRole("listbox", { name: "Insert" }).waitFor(),
);
const openLink = steps(
	selectWord,
	(page) => page.getByRole("toolbar", { name: "Formatting" }).getByRole("button", { name: "Link" }).click(),
	(page) => page.getByRole("textbox", { name: "Address" }).waitFor(),
);
const inView = (selector: string) => (page: Parameters<typeof storyText>[0]) =>
	storyText(page)
		.locator(selector)
		.first()
		.evaluate((element) => element.scrollIntoView({ block: "center" }));

export const WRITE: readonly Scene[] = [
	{ name: "write-published", library: "sample", at: "#/write/STORY", frames: FULL },
	{ name: "write-draft", library: "sample", at: "#/write/DRAFT", frames: ALL },
	{ name: "write-blank", library: "sample", at: "#/write/", frames: ALL },
	{ name: "write-blocks", library: "own", at: "#/write/BLOCKS", frames: ALL },
	{
		name: "write-blocks-code",
		library: "own",
		at: "#/write/BLOCKS",
		frames: PAIR,
		prepare: inView("[data-kind=code], pre"),
	},
	{
		name: "write-blocks-gallery",
		library: "own",
		at: "#/write/BLOCKS",
		frames: ALL,
		prepare: inView("figure:nth-of-type(4)"),
	},
	{
		name: "write-blocks-end",
		library: "own",
		at: "#/write/BLOCKS",
		frames: ALL,
		prepare: (page) => page.locator("[data-page-scroller]").evaluate((element) => element.scrollTo(0, 99_999)),
	},
	{ name: "write-long-words", library: "own", at: "#/write/LONG", frames: ALL },
	{ name: "write-other-script", library: "own", at: "#/write/FOREIGN", frames: PAIR },
	{
		name: "write-picture-chosen",
		library: "own",
		at: "#/write/BLOCKS",
		frames: ALL,
		prepare: async (page) => {
			await storyText(page).locator("figure img").first().click();
			await page.getByRole("textbox", { name: "Alt text" }).first().waitFor();
		},
	},
	{
		name: "write-picture-not-loaded",
		library: "own",
		at: "#/write/BLOCKS",
		frames: PAIR,
		before: refuse(/media\.fetchRemote/, "NOT_FOUND", "The address answers with “404 Not Found”"),
		prepare: async (page) => {
			await page.getByRole("button", { name: "Load picture" }).first().click();
			const confirm = page.getByRole("button", { name: /^Load it from/ }).first();
			if (await confirm.isVisible()) await confirm.click();
			await page
				.getByText(/^Not loaded/)
				.first()
				.waitFor();
		},
	},
	{
		name: "write-code-language",
		library: "own",
		at: "#/write/BLOCKS",
		frames: PAIR,
		before: neverSave,
		prepare: async (page) => {
			await storyText(page).getByText("const hour").click();
			await page.getByLabel("Language of the code").waitFor();
		},
	},
	{
		name: "write-link",
		library: "own",
		at: "#/write/BLOCKS",
		frames: PAIR,
		prepare: async (page) => {
			await storyText(page).getByRole("link", { name: "a link" }).click();
			await page.getByRole("dialog", { name: "Link" }).waitFor();
		},
	},
	{
		name: "insert-menu",
		library: "figures",
		at: "#/write/",
		frames: ALL,
		anew: true,
		before: neverSave,
		prepare: openMenu,
		held: true,
	},
	{
		name: "insert-plus",
		library: "figures",
		at: "#/write/",
		frames: PAIR,
		before: neverSave,
		prepare: async (page) => {
			await storyText(page).click();
			await page.keyboard.press("Enter");
			await page.getByRole("button", { name: "Insert a block" }).waitFor();
		},
		held: true,
	},
	{
		name: "embed-dialog",
		library: "figures",
		at: "#/write/",
		frames: ALL,
		before: neverSave,
		prepare: steps(openMenu, async (page) => {
			await page.keyboard.type("emb");
			await page.keyboard.press("Enter");
			await page.getByRole("dialog").getByRole("textbox").fill("not an address");
			await page.keyboard.press("Enter");
		}),
		held: true,
	},
	{ name: "selection-toolbar", library: "sample", at: "#/write/STORY", frames: FULL, anew: true, prepare: selectWord },
	{
		name: "link-editor",
		library: "sample",
		at: "#/write/STORY",
		frames: ALL,
		anew: true,
		before: neverSave,
		prepare: openLink,
	},
	{
		name: "link-editor-wrong",
		library: "sample",
		at: "#/write/STORY",
		frames: PAIR,
		before: neverSave,
		prepare: steps(openLink, fill("Address", "javascript:alert(1)"), (page) => page.keyboard.press("Enter")),
	},
	{ name: "stage-menu", library: "sample", at: "#/write/DRAFT", frames: PAIR, prepare: press(/^Stage:/) },
	{ name: "story-menu", library: "sample", at: "#/write/STORY", frames: ALL, prepare: press("More for this story") },
	{
		name: "versions",
		library: "own",
		at: "#/write/SHARED",
		frames: ALL,
		prepare: steps(press("More for this story"), item("Versions…"), says("Before the second ending")),
	},
	{
		name: "versions-compare",
		library: "own",
		at: "#/write/SHARED",
		frames: ALL,
		prepare: steps(press("More for this story"), item("Versions…"), press(/^Compare with/), says("Only what differs")),
	},
	{
		name: "versions-none",
		library: "sample",
		at: "#/write/DRAFT",
		frames: PAIR,
		prepare: steps(press("More for this story"), item("Versions…"), says(/No earlier text/)),
	},
	{
		name: "not-saved",
		library: "sample",
		at: "#/write/SCRATCH",
		changes: true,
		frames: ALL,
		before: cut(/stories\.save/),
		prepare: steps(typeAtEnd(" Kept here."), says(/^Not saved/)),
	},
	{
		name: "disk-full",
		library: "sample",
		at: "#/write/SCRATCH",
		changes: true,
		frames: PAIR,
		before: refuse(/stories\.save/, "DISK_FULL", "The disk is full"),
		prepare: steps(typeAtEnd(" Kept here."), says(/^Not saved: disk full/)),
	},
	{
		name: "saving",
		library: "sample",
		at: "#/write/SCRATCH",
		changes: true,
		frames: PAIR,
		before: hold(/stories\.save/),
		prepare: steps(typeAtEnd(" On its way."), says("Saving…")),
		held: true,
	},
	{
		name: "changed-elsewhere",
		library: "own",
		at: "#/write/SHARED",
		frames: ALL,
		changes: true,
		prepare: async (page, client) => {
			const id = /write\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? "";
			const { document, revision } = await client.stories.get.query({ id });
			const blocks = [...document.blocks, { id: "theirs", type: "paragraph", spans: [{ text: "From elsewhere." }] }];
			await client.stories.save.mutate({
				id,
				baseRevision: revision,
				document: JSON.stringify({ version: 1, blocks }),
			});
			await typeAtEnd(" Mine.")(page);
			await page.getByText("This story was changed elsewhere").waitFor();
		},
	},
	{
		name: "story-missing",
		library: "sample",
		at: "#/write/00000000-0000-4000-8000-000000000000",
		frames: PAIR,
	},
	{
		name: "write-opening",
		library: "sample",
		at: "#/write/DRAFT",
		frames: PAIR,
		before: hold(/stories\.get/),
		held: true,
	},
	{
		name: "focus-in-text",
		library: "sample",
		at: "#/write/STORY",
		frames: NARROW,
		prepare: (page) => storyText(page).locator("p").nth(1).click(),
	},
];
