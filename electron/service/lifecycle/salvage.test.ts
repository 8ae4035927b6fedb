import { readFileSync, statSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { addStories, directory, file, handle, inOpenLibrary, open } from "#tests/support/open-library.ts";
import { replaceLibrary } from "./recover.ts";

inOpenLibrary();

const PAGE = 4096;

/** Numbers below `below`, from a seed. */
function numbers(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

function overwrite(bytes: Buffer, page: number, next: (below: number) => number): void {
	for (let at = page * PAGE; at < (page + 1) * PAGE; at += 1) bytes[at] = next(256);
}

const documents = () =>
	new Map(
		handle
			.library()!
			.database.prepare<[], { id: string; document: string }>("SELECT id, document FROM story")
			.all()
			.map(({ id, document }) => [id, document]),
	);

/** Salvages the closed library with these bytes for its file, and opens what came out. */
async function salvage(bytes: Buffer) {
	writeFileSync(file, bytes);
	const { salvage: report } = await replaceLibrary(directory, { action: "salvage" }, new Date());
	await open();
	expect(handle.status().state).toBe("open");
	return { report: report!, stories: documents() };
}

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

test("of pages overwritten at random no story comes out by half, and most come out", { timeout: 120_000 }, async () => {
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
