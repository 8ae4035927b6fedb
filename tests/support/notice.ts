/** The short notices at the foot of the window. */
import type { Locator, Page } from "@playwright/test";

export const toast = (page: Page, text: string | RegExp): Locator =>
	page.getByRole("alertdialog").filter({ hasText: text });
