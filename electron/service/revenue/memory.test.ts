import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { plainDate } from "#domain/planning/plain-date.ts";
import type { Observation } from "#domain/stats/observation.ts";
import { addMonths, monthPeriod } from "#domain/stats/periods.ts";
import { fixedClock } from "../clock.ts";
import { type LibraryHandle, openLibrary } from "../library.ts";
import { SettingsStore } from "../settings.ts";
import { RevenueDesk } from "./desk.ts";

const NOW = "2026-11-26T09:00:00.000Z";
const STORIES = 1_000;
const MONTHS = 36;
let directory: string;
let handle: LibraryHandle;

// Both tests only read.
beforeAll(async () => {
	directory = mkdtempSync(join(tmpdir(), "inkhour-memory-"));
	handle = await openLibrary(directory, fixedClock(NOW));
	const { database, observations } = handle.library()!;
	database.exec(
		`INSERT INTO import (id, kind, format, source_name, sha256, started_at, finished_at, state)
     VALUES ('many', 'stats', 'table', 'many.csv', NULL, '${NOW}', '${NOW}', 'complete')`,
	);
	const append = observations.appender("many", NOW);
	const rest = { rounding: "exact", provisional: false, row: 1 } as const;
	database.transaction(() => {
		for (let story = 0; story < STORIES; story += 1)
			for (let month = 0; month < MONTHS; month += 1) {
				const period = monthPeriod(addMonths("2023-11", month), "UTC");
				const subject: Observation["subject"] = `story:${(0xa1b2c3d40000 + story).toString(16)}`;
				const reads = { metric: "memberReads", definition: "member-reads", value: 30, currency: null } as const;
				const paid = { metric: "earnings", definition: "earnings-story", value: 200, currency: "USD" } as const;
				for (const one of [reads, paid]) append({ ...rest, ...one, subject, period });
			}
	})();
});

afterAll(() => {
	handle.close();
	rmSync(directory, { recursive: true, force: true });
});

function asked(memoryMb: number) {
	const desk = new RevenueDesk(memoryMb);
	const asking = { today: plainDate(2026, 11, 26), importedBy: null, currency: null };
	const answer = () =>
		desk.ask(handle.library()!, asking, new SettingsStore(directory).get().settings, {
			ask: "quick",
			months: 3,
			seed: 1,
		});
	return { desk, answer };
}

test("months of a thousand stories, a million days, fit into little memory", async () => {
	const { desk, answer } = asked(100);
	expect((await answer()).months).toHaveLength(3);
	await desk.close();
}, 60_000);

test("what does not fit into memory is refused with how much it is, every time it is asked", async () => {
	const { desk, answer } = asked(16);
	const refused = {
		code: "OUT_OF_MEMORY",
		message: "72,000 figures of 1,000 stories are more than fit into memory at once",
		details: { advice: { text: expect.stringMatching(/^Undo imports/) } },
	};
	const [first, second] = await Promise.allSettled([answer(), answer()]);
	for (const one of [first, second]) expect(one).toMatchObject({ status: "rejected", reason: refused });
	await expect(answer()).rejects.toMatchObject(refused);
	await desk.close();
}, 60_000);
