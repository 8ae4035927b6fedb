import { readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { documents, numbers, overwrite, PAGE, salvage } from "#tests/support/damaged-pages.ts";
import { addStories, file, handle, inOpenLibrary } from "#tests/support/open-library.ts";

inOpenLibrary();

test("every story comes out when only the pages that lead to them are broken", async () => {
	addStories(60);
	const before = documents();
	handle.close();
	const bytes = readFileSync(file);
	const next = numbers(1);
	overwrite(bytes, 0, next);
	for (let page = 1; page < bytes.length / PAGE; page += 1) if (bytes[page * PAGE] === 5) overwrite(bytes, page, next);
	const { report, stories } = await salvage(bytes);
	expect(stories).toEqual(before);
	expect(report.parts.find(({ part }) => part === "stories")).toEqual({ part: "stories", kept: 60, lost: null });
});

test("the report says that deleted stories may be among the saved ones where the list of free pages is lost", async () => {
	addStories(25);
	const { database, stories } = handle.library()!;
	const [kept] = stories.list();
	database.transaction(() => {
		for (const { id } of stories.list()) if (id !== kept!.id) stories.remove(id);
	})();
	handle.close();
	const sound = readFileSync(file);
	const trunk = sound.readUInt32BE(32) - 1;
	const outcomes: [what: string, isTold: boolean, hasMore: boolean][] = [];
	for (const what of ["nothing", "tables", "list", "page"]) {
		const bytes = Buffer.from(sound);
		if (what !== "nothing") bytes.fill(0xff, 100, PAGE);
		if (what === "list") bytes.fill(0xff, trunk * PAGE, (trunk + 1) * PAGE);
		if (what === "page") overwrite(bytes, 0, numbers(1));
		const { report, stories } = await salvage(bytes);
		expect(stories.has(kept!.id)).toBe(true);
		outcomes.push([what, report.mayHoldDeleted, stories.size > 1]);
		handle.close();
	}
	expect(outcomes).toEqual([
		["nothing", false, false],
		["tables", false, false],
		["list", true, true],
		["page", true, true],
	]);
});

test("of pages overwritten at random no story comes out by half, and several come out", {
	timeout: 120_000,
}, async () => {
	addStories(25);
	const before = documents();
	handle.close();
	const sound = readFileSync(file);
	const pages = statSync(file).size / PAGE;
	const kept: number[] = [];
	for (let seed = 1; seed <= 12; seed += 1) {
		const next = numbers(seed);
		const bytes = Buffer.from(sound);
		for (let n = 0; n < Math.round(pages * 0.29); n += 1) {
			const page = next(pages);
			if (seed % 3 === 0) bytes.fill(0, page * PAGE, (page + 1) * PAGE);
			else if (seed % 3 === 1) overwrite(bytes, page, next);
			// The end of a page only, which leaves what leads to it as it was.
			else bytes.fill(0xa5, page * PAGE + 3000, (page + 1) * PAGE);
		}
		const { stories } = await salvage(bytes);
		for (const [id, document] of stories) expect(document).toBe(before.get(id));
		kept.push(stories.size);
		handle.close();
	}
	expect(Math.min(...kept)).toBeGreaterThanOrEqual(5);
});
