import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { numbers, overwrite, PAGE, pagesOf, salvage } from "#tests/support/damaged-pages.ts";
import { addStories, clock, file, handle, inOpenLibrary } from "#tests/support/open-library.ts";

inOpenLibrary();

test.each([true, false])("deleted versions may come back where the list of free pages is lost: %s", async (isLost) => {
	addStories(30);
	const { database, stories } = handle.library()!;
	for (const { id } of stories.list()) stories.versions.keep(id, "snapshot", "", clock.now().toISOString());
	database.exec("DELETE FROM story_version WHERE rowid > 1");
	handle.close();
	const bytes = readFileSync(file);
	const trunk = bytes.readUInt32BE(32) - 1;
	for (const page of pagesOf("story_version", "leaf")) overwrite(bytes, page, numbers(1));
	if (isLost) bytes.fill(0xff, trunk * PAGE, (trunk + 1) * PAGE);
	const { report, stories: saved } = await salvage(bytes);
	expect(saved.size).toBe(30);
	const versions = report.parts.find(({ part }) => part === "versions")?.kept ?? 0;
	// The one that was not deleted may lie somewhere else too.
	expect([report.mayHoldDeleted, versions > 1]).toEqual([isLost, isLost]);
});
