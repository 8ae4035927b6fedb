/** Writing in the window, as end-to-end tests do it. */
import type { Page } from "@playwright/test";
import { expect, type StudioUnderTest } from "./studio.ts";

/** The page the story is written on. */
export const text = (page: Page) => page.getByRole("textbox", { name: "Story text" });
/** There when everything typed is in the library. */
export const saved = (page: Page) => page.locator('[data-save-state="saved"]', { hasText: /Saved \d/ });

/** The story the page is on, as the library has it. */
export async function stored(page: Page, studio: StudioUnderTest) {
	await expect(saved(page)).toBeVisible();
	const id = /write\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "";
	return studio.client.stories.get.query({ id });
}

/** Blocks without ids, text and marks alone. */
export async function blocks(page: Page, studio: StudioUnderTest) {
	const { document } = await stored(page, studio);
	return document.blocks.map(({ id: _id, ...block }) => block);
}

/** Opens the studio on a new story, titles it, and types; names of keys are pressed. */
export async function write(page: Page, studio: StudioUnderTest, ...keys: string[]): Promise<void> {
	await studio.open();
	await expect(text(page)).toBeFocused();
	await page.keyboard.type("A title");
	await page.keyboard.press("Enter");
	for (const key of keys) {
		if (/^(?:[A-Z]\w+|.*\+.+)$/.test(key) && !key.includes(" ")) await page.keyboard.press(key);
		else await page.keyboard.type(key);
	}
}

/** Pastes what another program copied, by type. */
export async function paste(page: Page, data: Record<string, string>): Promise<void> {
	await text(page).evaluate((element, content) => {
		const transfer = new DataTransfer();
		for (const [type, value] of Object.entries(content)) transfer.setData(type, value);
		element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true }));
	}, data);
}
