/** The revenue engine as the studio runs it: from a question to the answer, ledger and thread included. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { EngineInput } from "#domain/revenue/engine/engine.ts";
import type { Observation } from "#domain/stats/observation.ts";
import { addMonths, dateOfDay, dayPeriod, monthPeriod } from "#domain/stats/periods.ts";
import { createStudioClient } from "#service/client.ts";
import { systemClock } from "#service/clock.ts";
import { openLibrary } from "#service/library.ts";
import { createStudio } from "#service/studio.ts";
import { type BenchCase, figure, watchLoop } from "../bench.ts";

const RUNS = 5;
const IMPORT = "bench";

/** The input's days as observations, five figures a day, and its months as the account's. */
function* observationsOf({ stories, months, ahead }: EngineInput): Generator<Observation> {
	const rest = { rounding: "exact", provisional: false, row: 1 } as const;
	const firstMonth = addMonths(dateOfDay(ahead[0]?.from ?? 0).slice(0, 7), -months.length);
	for (const [at, { value }] of months.entries())
		yield {
			...rest,
			subject: "account",
			metric: "earnings",
			definition: "earnings-month",
			period: monthPeriod(addMonths(firstMonth, at), "UTC"),
			value: Math.round(value),
			currency: "USD",
		};
	for (const [number, story] of stories.entries())
		for (const [at, day] of story.days.entries()) {
			const subject = `story:${(0xa1b2c3d40000 + number).toString(16)}` as const;
			const period = dayPeriod(dateOfDay(day), "UTC");
			const readers = story.readers[at] ?? 0;
			const one = (
				metric: Observation["metric"],
				definition: string,
				value: number,
				currency: string | null = null,
			) => ({
				...rest,
				subject,
				metric,
				definition,
				period,
				value: Math.round(value),
				currency,
			});
			yield one("memberReadingSeconds", "member-reading-time", 3600 * (story.attention[at] ?? 0));
			yield one("memberReads", "member-reads", readers);
			yield one("views", "views-visitors", 3 * readers);
			yield one("claps", "claps", story.claps[at] ?? 0);
			yield one("earnings", "earnings-story", story.earned[at] ?? 0, "USD");
		}
}

async function writeLedger(folder: string, input: EngineInput): Promise<number> {
	const handle = await openLibrary(folder, systemClock);
	const library = handle.library();
	if (!library) throw new Error("the library did not open");
	const now = new Date().toISOString();
	let count = 0;
	library.database
		.transaction(() => {
			library.database
				.prepare(
					`INSERT INTO import (id, kind, format, source_name, sha256, started_at, finished_at, state)
           VALUES (?, 'stats', 'table', 'bench', NULL, ?, ?, 'complete')`,
				)
				.run(IMPORT, now, now);
			const append = library.observations.appender(IMPORT, now);
			for (const one of observationsOf(input)) if (append(one)) count += 1;
		})
		.immediate();
	handle.close();
	return count;
}

/** Each run is a studio of its own: its thread starts anew. */
export async function studioCases(name: string, input: EngineInput, months: number): Promise<BenchCase[]> {
	const folder = mkdtempSync(join(tmpdir(), "inkhour-bench-"));
	try {
		const count = await writeLedger(folder, input);
		const first: number[] = [];
		const whole: number[] = [];
		const gaps: number[] = [];
		for (let run = 0; run < RUNS; run += 1) {
			const studio = createStudio({ libraryDirectory: folder });
			const client = createStudioClient(studio.fetch);
			await client.library.status.query();
			const loop = watchLoop();
			const start = performance.now();
			const since = () => performance.now() - start;
			await Promise.all([
				client.earn.projection.query({ months, refined: false }).then(() => first.push(since())),
				client.earn.projection.query({ months }).then(() => whole.push(since())),
			]);
			gaps.push(loop.end());
			await studio.close();
		}
		const none = { baseline: null, ratio: null };
		const what = `${name}, from a ledger of ${count} observations, thread's start included`;
		return [
			{ case: `first bands in the studio, ${what}`, unit: "ms", ours: figure(first), ...none },
			{ case: `full answer in the studio, ${what}`, unit: "ms", ours: figure(whole), ...none },
			{ case: `longest gap of the service's event loop meanwhile, ${name}`, unit: "ms", ours: figure(gaps), ...none },
		];
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
