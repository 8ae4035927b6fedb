/** The list of stories in Write, and stories for it. */
import type { Page } from "@playwright/test";
import type { StudioUnderTest } from "./studio.ts";

export const list = (page: Page) => page.getByRole("listbox", { name: "Stories", exact: true });

/** One story for each title, a second apart, so that their order is known. @returns their ids */
export async function addStories(studio: StudioUnderTest, ...titles: string[]): Promise<string[]> {
	const ids: string[] = [];
	for (const title of titles) {
		studio.clock.advance(1_000);
		ids.push((await studio.client.stories.create.mutate({ title })).id);
	}
	return ids;
}
