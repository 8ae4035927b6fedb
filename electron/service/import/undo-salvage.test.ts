import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { numbers, overwrite } from "#tests/support/damaged-pages.ts";
import {
	archive,
	client,
	inEmptyLibrary,
	library,
	post,
	start,
	storyOf,
	studio,
	take,
	textOf,
	wait,
} from "#tests/support/import-library.ts";
import { replaceLibrary } from "../lifecycle/recover.ts";

inEmptyLibrary();

test("an import that was undone is not done again by salvage, though a version of its text was kept", async () => {
	await take(archive("a.zip", post("first text", "2021-01-01")));
	const { importId } = await take(archive("b.zip", post("second text", "2021-02-01")));
	await client.stories.snapshot.mutate({ id: (await storyOf()).id, label: "Mine" });
	await wait((await client.imports.undo.mutate({ id: importId ?? "" })).id);
	expect(await textOf()).toContain("first text");
	await studio.close();
	const file = join(library, "library.sqlite");
	const bytes = readFileSync(file);
	overwrite(bytes, 0, numbers(1));
	writeFileSync(file, bytes);
	const { salvage } = await replaceLibrary(library, { action: "salvage" }, new Date());
	expect(salvage?.rebuilt).toEqual([]);
	start();
	expect(await textOf()).toContain("first text");
});

test("undoing an import gives a story its former day of change back, where nothing was kept since", async () => {
	await take(archive("a.zip", post("first text", "2021-01-01")));
	const { id, updatedAt } = await storyOf();
	await client.stories.snapshot.mutate({ id, label: "Before" });
	const { importId } = await take(archive("b.zip", post("second text", "2021-02-01")));
	expect((await storyOf()).updatedAt).not.toBe(updatedAt);
	await wait((await client.imports.undo.mutate({ id: importId ?? "" })).id);
	expect((await storyOf()).updatedAt).toBe(updatedAt);
});
