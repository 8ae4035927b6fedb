/** What was imported and when is in the list of sources, also where it brought nothing new. */
import { expect, expectAccessible, type StudioUnderTest, test } from "#tests/support/studio.ts";

async function paste(studio: StudioUnderTest, text: string): Promise<void> {
	const { jobId: id } = await studio.client.stats.startImport.mutate({ source: { type: "text", text } });
	await expect.poll(async () => (await studio.client.jobs.status.query({ id })).state).toBe("done");
}

test("a source that brought nothing new says so, and has nothing to stop counting", async ({ page, studio }) => {
	await paste(studio, "Month,Earnings\n2026-01,12.40\n2026-02,9.10\n");
	studio.clock.advance(24 * 60 * 60_000);
	await paste(studio, "Month,Earnings\n2026-02,9.10\n");
	await studio.open("#/earn/sources");
	const sources = page.getByRole("list", { name: "Sources" }).getByRole("listitem");
	await expect(sources).toHaveCount(2);
	await expect(sources.first()).toContainText(/nothing new · imported Mar 11, 2026/);
	await expect(sources.first().getByRole("button", { name: "Stop counting" })).toHaveCount(0);
	await expect(sources.nth(1)).toContainText(/2 figures · imported Mar 10, 2026/);
	await expect(sources.nth(1).getByRole("button", { name: "Stop counting" })).toBeVisible();
	await expectAccessible(page);
});
