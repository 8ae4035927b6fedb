import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { numbers, overwrite } from "#tests/support/damaged-pages.ts";
import { clock, directory, file, handle, inOpenLibrary } from "#tests/support/open-library.ts";
import { runTask } from "../threads/thread.ts";

inOpenLibrary();

/** Its stories hold 68 kB each: together more than the thread's memory, though each has room in it many times. */
const STORIES = 450;
const MEMORY_MB = 24;

test("a library of more text than the thread may hold is salvaged", { timeout: 120_000 }, async () => {
	const { database, stories } = handle.library()!;
	const text = "Lamps and tides, ".repeat(4_000);
	database.transaction(() => {
		for (let n = 0; n < STORIES; n += 1)
			stories.insert(
				{
					id: `story-${n}`,
					document: { version: 1, blocks: [{ id: "p", type: "paragraph", spans: [{ text: `${n} ${text}` }] }] },
				},
				clock.now().toISOString(),
			);
	})();
	handle.close();
	for (const lost of [0, null]) {
		const { report } = await runTask("salvage", { directory }, { memoryMb: MEMORY_MB });
		expect(report.parts.find(({ part }) => part === "stories")).toEqual({ part: "stories", kept: STORIES, lost });
		const bytes = readFileSync(file);
		overwrite(bytes, 0, numbers(1));
		writeFileSync(file, bytes);
	}
});
