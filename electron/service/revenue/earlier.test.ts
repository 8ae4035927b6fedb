import { expect, test } from "vitest";
import { bring, client, directory, inEmptyLibrary, NOW, reopen, studio } from "#tests/support/revenue-studio.ts";
import { inventedStories, storyMonthsTable } from "#tests/support/stats-files.ts";
import { fixedClock } from "../clock.ts";
import { openLibrary } from "../library.ts";

inEmptyLibrary();

test("the forecast of an earlier time comes back from what had been imported by then", async () => {
	const rows = ["2025-09,11.00", "2025-10,14.50", "2025-11,9.75", "2025-12,12.00"];
	await reopen("2026-01-10T09:00:00.000Z");
	await bring(`Month,Earnings\n${rows.join("\n")}`);
	const then = await client.earn.projection.query({});
	await reopen(NOW);
	await bring("Month,Earnings\n2025-12,44.00\n2026-01,60.00\n2026-02,13.25");
	const now = await client.earn.projection.query({});
	expect(now.history.at(-1)).toEqual({ month: "2026-02", minor: 1325, missing: 0 });
	expect(await client.earn.projection.query({ asOf: "2026-01-10T09:00:00.000Z" })).toEqual(then);
	expect(await client.earn.projection.query({ asOf: NOW })).toEqual(now);
	expect(await client.earn.projection.query({ asOf: "2026-01-09T00:00:00.000Z" })).toMatchObject({
		refusals: [{ code: "imported-later", first: "2026-01-10T09:00:00.000Z" }],
	});
});

test("what a month is explained by and what would be if come back as they were too", async () => {
	const stories = inventedStories(30, "2026-01");
	await reopen("2026-02-20T09:00:00.000Z");
	await bring(storyMonthsTable(stories, "2026-01", 8));
	const ask = (asOf: string | null) =>
		Promise.all([
			client.earn.projection.query({ asOf }),
			client.earn.explain.query({ month: "2026-01", asOf }),
			client.earn.whatIf.query({ assumptions: { cadence: 9 }, asOf }),
		]);
	const then = await ask(null);
	expect(then[1].explanation).not.toBeNull();
	await studio.close();
	const handle = await openLibrary(directory, fixedClock(NOW));
	const library = handle.library();
	// An export of Medium's brings one of the stories later, with a day on which it came out.
	library?.database
		.prepare(
			`INSERT INTO import (id, kind, source_name, format, started_at, finished_at, state)
       VALUES ('later', 'medium-archive', 'a.zip', '', ?, ?, 'complete')`,
		)
		.run(NOW, NOW);
	const document = { version: 1 as const, blocks: [] };
	const publishedAt = "2020-05-01T00:00:00.000Z";
	library?.stories.insert({ document, importId: "later", mediumId: stories.at(-1)?.id ?? "", publishedAt }, NOW);
	handle.close();
	await reopen(NOW);
	await bring(storyMonthsTable(stories, "2026-02", 1));
	expect(await ask("2026-02-20T09:00:00.000Z")).toEqual(then);
	const now = await ask(null);
	expect(now[0].months).not.toEqual(then[0].months);
	expect(now[2].answer).not.toEqual(then[2].answer);
	await expect(client.earn.explain.query({ month: "2026-01", asOf: "2026-03-21T00:00:00.000Z" })).rejects.toThrow(
		/still to come/,
	);
});
