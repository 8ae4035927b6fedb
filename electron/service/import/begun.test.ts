/** Medium's export does not tell when a story was begun. Nothing that leaves the library says that it did. */
import { expect, test } from "vitest";
import { archive, client, inEmptyLibrary, post, storyOf, studio, take } from "#tests/support/import-library.ts";

inEmptyLibrary();

async function exported(id: string): Promise<string> {
	return (await studio.fetch(new Request(`http://studio/export/${id}/markdown`))).text();
}

test("an imported story is exported with the day it came out, a draft without any, and neither with one it was begun on", async () => {
	const draft = "abcdef012345";
	await take(
		archive("a.zip", post("first text", "2021-01-01"), post("a draft", "2021-01-01", { draft: true, id: draft })),
	);
	const published = await storyOf();
	expect(published).toMatchObject({ imported: true, publishedAt: "2020-01-02T03:04:05.000Z" });
	const text = await exported(published.id);
	expect(text).toMatch(/^published: "2020-01-02T03:04:05.000Z"$/m);
	expect(text).not.toMatch(/^(created|updated):/m);
	const unpublished = await exported((await storyOf(draft)).id);
	expect(unpublished).toMatch(/^status: "draft"$/m);
	expect(unpublished).not.toMatch(/^(created|updated|published):/m);
	const own = await client.stories.create.mutate({ title: "My own" });
	expect(await exported(own.id)).toMatch(/^created: /m);
});
