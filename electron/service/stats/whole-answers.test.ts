/** Pins what Earn shows of libraries in which everything meets: figures, where they come from, and how they were rounded. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { EarnStories } from "#contract/earn.ts";
import { mixedLedger } from "#tests/support/mixed-ledger.ts";
import { handle, inOpenLibrary } from "#tests/support/open-library.ts";
import { client, inOneSample } from "#tests/support/revenue-studio.ts";
import { overview } from "./overview.ts";
import { storyTable } from "./story-table.ts";

const pinned = (name: string) => join(import.meta.dirname, `../../../tests/fixtures/whole-answers/${name}.json`);

/** One line for each thing of a list. Ids that are drawn anew each time are left out. */
const told = (answer: object) =>
	`${JSON.stringify(answer, (key, value) =>
		key === "storyId" || (key === "importId" && value.length > 20) ? undefined : value,
	)
		.replaceAll("},{", "},\n{")
		.replaceAll(":[{", ":[\n{")}\n`;

/** In the order of subjects, and each figure with what it comes from: the window orders them itself. */
const bySubject = ({ rows, origins, ...rest }: EarnStories) => ({
	...rest,
	rows: rows
		.map(({ figures, ...row }) => ({
			...row,
			figures: Object.entries(figures)
				.map(([metric, figure]) => ({ metric, ...figure, origin: origins[figure.origin] }))
				.sort((a, b) => (a.metric < b.metric ? -1 : 1)),
		}))
		.sort((a, b) => (a.subject < b.subject ? -1 : 1)),
});

describe("of the sample", () => {
	inOneSample();
	test("the Overview stays as it is", async () => {
		await expect(told(await client.earn.overview.query())).toMatchFileSnapshot(pinned("sample-overview"));
	});
});

describe("where everything meets", () => {
	inOpenLibrary();
	const now = new Date("2026-07-02T10:00:00.000Z");
	// The first has figures of the account, too; the second of stories only, and days that are missing.
	test.each([12, 19])("the Overview and the table of stories stay as they are (%i)", async (seed) => {
		const library = handle.library();
		if (!library) throw new Error("The library is closed.");
		mixedLedger(library, seed);
		for (const counted of [null, "EUR"])
			await expect(told(await overview(library, now, counted))).toMatchFileSnapshot(
				pinned(`mixed-${seed}-overview-${counted ?? "most"}`),
			);
		for (const month of [null, "2026-03"])
			await expect(told(bySubject(await storyTable(library, { month, now, counted: null })))).toMatchFileSnapshot(
				pinned(`mixed-${seed}-stories-${month ?? "lifetime"}`),
			);
	});
});
