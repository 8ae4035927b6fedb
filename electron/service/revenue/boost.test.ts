import { expect, test } from "vitest";
import { bring, client, inEmptyLibrary, NOW, project, reopen } from "#tests/support/revenue-studio.ts";
import { inventedStories, storyMonthsTable } from "#tests/support/stats-files.ts";

inEmptyLibrary();

test("a story is said to be boosted, by a source or by the writer, whose word can be taken back", async () => {
	const stories = inventedStories(30, "2026-02");
	await bring(storyMonthsTable(stories, "2026-02", 8));
	const [first, second] = stories.map(({ id }) => `story:${id}`).slice(-2) as [string, string];
	const boostOf = async (subject: string) =>
		(await client.earn.stories.query({ month: "2026-02" })).rows.find((row) => row.subject === subject);
	expect(await boostOf(first)).toMatchObject({ boostedOn: null, boostMark: null });
	expect((await project()).boost).toBeNull();
	const node = { id: second.slice(6), firstBoostedAt: Date.UTC(2026, 1, 9), totalStats: { views: 5 } };
	await bring(JSON.stringify({ data: { user: { postsConnection: { edges: [{ node }] } } } }));
	expect(await boostOf(second)).toMatchObject({ boostedOn: "2026-02-09", boostMark: null });
	expect(await client.earn.markBoost.mutate({ subject: first, mark: "2026-02-11" })).toEqual({ before: null });
	expect(await client.earn.markBoost.mutate({ subject: second, mark: "none" })).toEqual({ before: null });
	expect(await boostOf(first)).toMatchObject({ boostedOn: "2026-02-11", boostMark: "2026-02-11" });
	expect(await boostOf(second)).toMatchObject({ boostedOn: null, boostMark: "none" });
	const marked = await project();
	expect(marked.boost).toMatchObject({ stories: 1, attention: null, chance: 0 });
	const { named } = await client.earn.explain.query({ month: "2026-02" });
	expect(named[first]).toMatchObject({ boostedOn: "2026-02-11" });
	expect(await client.earn.markBoost.mutate({ subject: first, mark: null })).toEqual({ before: "2026-02-11" });
	expect(await boostOf(first)).toMatchObject({ boostedOn: null, boostMark: null });
	await expect(client.earn.markBoost.mutate({ subject: first, mark: "2026-04-01" })).rejects.toThrow(/still to come/);
	await expect(client.earn.markBoost.mutate({ subject: "account", mark: null })).rejects.toThrow();
	// What was said later was not known then.
	await reopen("2026-03-25T09:00:00.000Z");
	await client.earn.markBoost.mutate({ subject: first, mark: "2026-02-11" });
	expect((await client.earn.projection.query({ asOf: NOW, refined: false })).boost).toBeNull();
	expect((await project()).boost).toMatchObject({ stories: 1 });
});

test("what was said of a title is said of its story once that is known, and can be taken back there", async () => {
	const [story] = inventedStories(1, "2026-02");
	if (!story) throw new Error("No story");
	const [title, subject] = [`title:${story.title.toLowerCase()}`, `story:${story.id}`];
	const rows = async () => (await client.earn.stories.query({ month: null })).rows;
	await bring(`Title,Views\n"${story.title}",12\n`);
	const boosted = "2026-02-11";
	expect(await client.earn.markBoost.mutate({ subject: title, mark: boosted })).toEqual({ before: null });
	expect(await rows()).toMatchObject([{ subject: title, boostedOn: boosted, boostMark: boosted }]);
	const node = { id: story.id, title: story.title, firstBoostedAt: Date.UTC(2026, 1, 9), totalStats: { views: 14 } };
	await bring(JSON.stringify({ data: { user: { postsConnection: { edges: [{ node }] } } } }));
	expect(await rows()).toMatchObject([{ subject, boostedOn: boosted, boostMark: boosted }]);
	// There was none; the source's day counts; and back to what was said first, each from the story's row.
	expect(await client.earn.markBoost.mutate({ subject, mark: "none" })).toEqual({ before: boosted });
	expect(await rows()).toMatchObject([{ subject, boostedOn: null, boostMark: "none" }]);
	expect(await client.earn.markBoost.mutate({ subject, mark: null })).toEqual({ before: "none" });
	expect(await rows()).toMatchObject([{ subject, boostedOn: "2026-02-09", boostMark: null }]);
	expect(await client.earn.markBoost.mutate({ subject: title, mark: boosted })).toEqual({ before: null });
	expect(await rows()).toMatchObject([{ subject, boostedOn: boosted, boostMark: boosted }]);
});
