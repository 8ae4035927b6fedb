/** What several scenes do to reach their state. */
import { expect, type Page } from "@playwright/test";
import type { StudioClient } from "#service/client.ts";
import { generateExport } from "#tests/fixtures/medium-export/generate.ts";
import { makeZip } from "../support/zip.ts";

/** The palette arrives after the first page; keys pressed before that are nobody's. */
export async function openPalette(page: Page) {
	const field = page.getByRole("dialog").getByRole("combobox");
	await expect(async () => {
		if (!(await field.isVisible())) await page.keyboard.press("Control+k");
		await field.waitFor({ timeout: 1_000 });
	}).toPass({ timeout: 8_000 });
	return field;
}

/** Runs a command that opens a dialog. */
export const command = (name: string) => async (page: Page) => {
	await (await openPalette(page)).fill(name);
	await page.keyboard.press("Enter");
	await page.getByRole("dialog").getByRole("combobox").waitFor({ state: "hidden" });
	await page.getByRole("dialog").first().waitFor();
};

export const press = (name: string | RegExp) => (page: Page) => page.getByRole("button", { name }).first().click();
export const pressInRoom = (name: string | RegExp) => (page: Page) =>
	page.getByRole("main").getByRole("button", { name }).first().click();
export const choose = (name: string | RegExp) => (page: Page) => page.getByRole("radio", { name }).first().click();
export const option = (name: string | RegExp) => (page: Page) => page.getByRole("option", { name }).first().click();
export const item = (name: string | RegExp) => (page: Page) => page.getByRole("menuitem", { name }).first().click();
export const fill = (label: string, text: string) => (page: Page) => page.getByLabel(label).first().fill(text);
export const says = (text: string | RegExp) => (page: Page) => page.getByText(text).first().waitFor();

/** Brings the part of a page under a heading into sight. */
export const showPart = (heading: string | RegExp) => async (page: Page) => {
	const title = page.getByRole("main").getByRole("heading", { name: heading });
	await title.waitFor();
	await title.evaluate((element) => element.scrollIntoView({ block: "start" }));
};

type Act = (page: Page, client: StudioClient) => Promise<unknown>;

/** One after the other. */
export const steps =
	(...acts: readonly Act[]) =>
	async (page: Page, client: StudioClient) => {
		for (const act of acts) await act(page, client);
	};

/** Calls that match are never answered. */
export const hold = (path: RegExp) => (page: Page) => page.route(path, () => {});
/** Calls that match fail as the service fails. */
export const refuse =
	(path: RegExp, code = "INTERNAL", message = "The disk reported an error") =>
	(page: Page) =>
		page.route(path, (route) => {
			const studio = { code, message: { text: message }, details: {} };
			const json = { message, code: -32603, data: { code: "INTERNAL_SERVER_ERROR", httpStatus: 500, studio } };
			return route.fulfill({ status: 500, contentType: "application/json", body: JSON.stringify({ error: { json } }) });
		});
/** Calls that match are not answered by anybody. */
export const cut = (path: RegExp) => (page: Page) => page.route(path, (route) => route.abort());

/** Nothing a scene types reaches the library. */
export const neverSave = hold(/stories\.(save|create)/);
export const storyText = (page: Page) => page.getByRole("textbox", { name: "Story text" });
/** At the end of the first paragraph. */
export const typeAtEnd = (text: string) => async (page: Page) => {
	await storyText(page).locator("p").first().click();
	await page.keyboard.press("End");
	await page.keyboard.type(text);
};

export const selectWord = async (page: Page) => {
	await storyText(page)
		.getByText("My list has three lines")
		.dblclick({ position: { x: 40, y: 16 } });
	await page.getByRole("toolbar", { name: "Formatting" }).waitFor();
};

export const importFile = (file: { name: string; buffer: Buffer }) => async (page: Page) => {
	await page.keyboard.press("Control+Shift+I");
	const [chooser] = await Promise.all([
		page.waitForEvent("filechooser"),
		page.getByRole("button", { name: "Choose zip file…" }).click(),
	]);
	await chooser.setFiles({ ...file, mimeType: "application/zip" });
};

export const smallExport = () =>
	makeZip([...generateExport({ seed: 9, posts: 3 }).files].map(([name, data]) => ({ name, data })));

/** Holds a job in its middle: one answer about it, then none. */
export const holdJob = (progress: { done: number; total: number | null; item?: string }) => async (page: Page) => {
	let held = false;
	await page.route(/\/rpc\/jobs\.status/, async (route) => {
		if (held) return;
		held = true;
		const response = await route.fetch();
		const body = (await response.text())
			.replace(/"state":"\w+"/, '"state":"running"')
			.replace(/"progress":\{[^}]*\}/, `"progress":${JSON.stringify(progress)}`);
		await route.fulfill({ response, body });
	});
};
