import { join } from "node:path";
import type { Page } from "@playwright/test";
import { BACKUP_FOLDER } from "#service/backup/files.ts";
import { fill, hold, holdJob, press, refuse, says, steps } from "../acts.ts";
import { ALL, FULL, PAIR, type Scene } from "../scene.ts";

const inLibrary = "#/settings/library";

/** Brings a rule's switch to the window's upper edge. */
const shown = (rule: string) => (page: Page) =>
	page.getByRole("switch", { name: rule, exact: true }).evaluate((at) => at.closest("li")?.scrollIntoView());

const chooseBackup = (file: string | { name: string; mimeType: string; buffer: Buffer }) => async (page: Page) => {
	await press("Open a backup file…")(page);
	const choosing = page.waitForEvent("filechooser");
	await press("Choose a file…")(page);
	await (await choosing).setFiles(file);
};

export const SETTINGS: readonly Scene[] = [
	{ name: "settings-general", library: "sample", at: "#/settings/general", frames: FULL },
	{
		name: "settings-choice",
		library: "sample",
		at: "#/settings/general",
		frames: PAIR,
		prepare: (page) => page.getByRole("button", { name: /First day of the week/ }).click(),
	},
	{ name: "settings-set-aside", library: "own", at: "#/settings/general", frames: PAIR },
	{ name: "settings-coach", library: "sample", at: "#/settings/coach", frames: ALL },
	{
		name: "settings-coach-search",
		library: "sample",
		at: "#/settings/coach",
		frames: FULL,
		prepare: fill("Search the rules", "sentence"),
	},
	{
		name: "settings-coach-lengths",
		library: "sample",
		at: "#/settings/coach",
		frames: ALL,
		prepare: shown("A long paragraph"),
	},
	{
		name: "settings-coach-sentences",
		library: "sample",
		at: "#/settings/coach",
		frames: ALL,
		prepare: shown("A long sentence"),
	},
	{ name: "settings-knowledge", library: "sample", at: "#/settings/knowledge", frames: PAIR },
	{ name: "settings-library", library: "sample", at: inLibrary, frames: ALL },
	{ name: "settings-backups", library: "own", at: inLibrary, frames: ALL },
	{
		name: "settings-checking",
		library: "own",
		at: inLibrary,
		frames: PAIR,
		before: holdJob({ done: 3, total: 8 }),
		prepare: press(/^Check/),
		held: true,
	},
	{
		name: "settings-checked",
		library: "own",
		at: inLibrary,
		frames: PAIR,
		prepare: steps(press(/^Check/), says(/All is well|agree|sound|in order/i)),
	},
	{
		name: "settings-backing-up",
		library: "own",
		at: inLibrary,
		frames: PAIR,
		before: holdJob({ done: 3, total: 8 }),
		prepare: steps(press("Back up now"), says("Backing up")),
		held: true,
	},
	{
		name: "settings-put-back",
		library: "own",
		at: inLibrary,
		frames: ALL,
		prepare: steps(press(/^More for the backup of/), (page) => page.getByRole("menuitem").first().click()),
	},
	{ name: "settings-backup-file", library: "own", at: inLibrary, frames: ALL, prepare: press("Open a backup file…") },
	{
		name: "settings-backup-file-found",
		library: "own",
		at: inLibrary,
		frames: ALL,
		prepare: async (page, client) => {
			const { directory } = await client.library.status.query();
			const [newest] = await client.library.backups.query();
			await chooseBackup(join(directory, BACKUP_FOLDER, newest?.name ?? ""))(page);
			await says("Last change")(page);
		},
	},
	{
		name: "settings-backup-file-refused",
		library: "own",
		at: inLibrary,
		frames: PAIR,
		prepare: steps(
			chooseBackup({ name: "diary.txt", mimeType: "text/plain", buffer: Buffer.from("Dear diary, ".repeat(20)) }),
			says("diary.txt"),
		),
	},
	{
		name: "settings-backup-failed",
		library: "own",
		at: inLibrary,
		frames: PAIR,
		before: refuse(/backupNow/, "DISK_FULL", "The disk is full"),
		prepare: steps(press("Back up now"), says(/The backup was not made/)),
	},
	{
		name: "settings-reading",
		library: "own",
		at: inLibrary,
		frames: PAIR,
		before: hold(/diagnostics|backups|sample/),
		held: true,
	},
	{ name: "settings-about", library: "sample", at: "#/settings/about", frames: ALL },
	{ name: "licences", library: "sample", at: "#/settings/about", frames: ALL, prepare: press("Show licences") },
	{
		name: "licence",
		library: "sample",
		at: "#/settings/about",
		frames: PAIR,
		prepare: steps(press("Show licences"), (page) => page.locator("summary").nth(2).click()),
	},
];
