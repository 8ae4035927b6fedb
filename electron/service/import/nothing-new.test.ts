import { expect, test } from "vitest";
import { archive, client, dump, inEmptyLibrary, post, take } from "#tests/support/import-library.ts";

inEmptyLibrary();

test("an archive that brought nothing new is in the list of imports, once and with nothing to undo", async () => {
	const path = archive("a.zip", post("first text", "2021-01-01"));
	await take(path);
	const before = dump("import");
	expect((await take(path)).importId).toBeNull();
	const [second] = await client.imports.list.query();
	expect((await take(path)).importId).toBeNull();
	expect(dump("import")).toBe(before);
	const imports = await client.imports.list.query();
	expect(imports.map(({ sourceName, state, nothingNew }) => [sourceName, state, nothingNew])).toEqual([
		["a.zip", "complete", true],
		["a.zip", "complete", false],
	]);
	expect(imports[0]?.id).toBe(second?.id);
	expect(await client.imports.report.query({ id: imports[0]?.id ?? "" })).toMatchObject({
		importId: null,
		counts: { stories: 1, unchanged: 1, added: 0 },
	});
	expect((await client.stats.imports.query()).map(({ nothingNew }) => nothingNew)).toEqual([true, false]);
});
