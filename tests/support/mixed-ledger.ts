/** Invented figures of everything that can meet in one library, the same at every call. */
import { seededRandom } from "#domain/revenue/random.ts";
import { type Metric, NO_FACTS, type Observation, type Rounding, type Subject } from "#domain/stats/observation.ts";
import { addDays, addMonths, dayPeriod, lifetime, monthPeriod } from "#domain/stats/periods.ts";
import type { Library } from "#service/library.ts";

/** Two as of the same time, one that was taken back, and one that was made within a month. */
const IMPORTS = [
	["early", "2026-02-10T08:00:00.000Z", "complete"],
	["first", "2026-06-20T08:00:00.000Z", "complete"],
	["second", "2026-06-20T08:00:00.000Z", "complete"],
	["undone", "2026-06-25T08:00:00.000Z", "undone"],
	["late", "2026-07-01T08:00:00.000Z", "complete"],
] as const;
const FIRST_MONTH = "2025-12";
const MONTHS = 8;
const DEFINITIONS: Partial<Record<Metric, readonly string[]>> = {
	earnings: ["earnings-story", "earnings-as-reported"],
	views: ["views-visitors", "views-as-reported"],
	reads: ["reads-30-seconds"],
	memberReads: ["member-reads"],
	memberReadingSeconds: ["member-reading-time"],
};

/**
 * Stories by the day and by the month, some named by their titles only, beside the account; two currencies, restatements,
 * days that are missing or still to come, lifetime totals, figures that were rounded or may change.
 */
export function mixedLedger(library: Library, seed: number): void {
	const random = seededRandom(seed);
	const chance = (share: number) => random.uniform() < share;
	const pick = <T>(all: readonly T[]): T => all[Math.floor(random.uniform() * all.length)] as T;
	for (const [id, at, state] of IMPORTS)
		library.database
			.prepare(
				`INSERT INTO import (id, kind, format, source_name, started_at, finished_at, state)
         VALUES (?, 'stats', 'table', ?, ?, ?, ?)`,
			)
			.run(id, `${id}.csv`, at, at, state);
	const story = (at: number): Subject => `story:a1b2c3d4000${at.toString(16)}`;
	for (let at = 0; at < 8; at += 1)
		library.observations.appendFacts("early", "2026-02-10T08:00:00.000Z", [
			{ ...NO_FACTS, subject: story(at), title: `Lamp ${at}` },
		]);
	const subjects: Subject[] = [
		"title:lamp 7",
		"title:lamp 2",
		"title:a tide unknown",
		...Array.from({ length: 8 }, (_, at) => story(at)),
	];
	if (chance(0.7)) subjects.splice(Math.floor(random.uniform() * subjects.length), 0, "account");
	let row = 0;
	for (const [importId, at] of IMPORTS)
		for (const subject of subjects)
			for (const [metric, definitions] of Object.entries(DEFINITIONS)) {
				if (chance(0.35)) continue;
				const currency = metric === "earnings" ? (chance(0.3) ? "EUR" : "USD") : null;
				const common = { subject, metric: metric as Metric, currency, definition: pick(definitions) };
				const zone = pick(["UTC", "local", "unstated"] as const);
				const said = (period: Observation["period"], scale: number): Observation => ({
					...common,
					period,
					value: chance(0.1) ? 0 : Math.floor(random.uniform() * scale),
					rounding: pick<Rounding>(["exact", "exact", "whole", "abbreviated"]),
					provisional: chance(0.04),
					row: ++row,
				});
				const told: Observation[] = [];
				if (chance(0.4)) told.push(said(lifetime(), 50_000));
				const begin = Math.floor(random.uniform() * 5);
				if (chance(0.4))
					for (let month = begin; month < MONTHS; month += 1)
						if (!chance(0.1)) told.push(said(monthPeriod(addMonths(FIRST_MONTH, month), zone), 3000));
				if (chance(0.6)) {
					const from = addDays(`${addMonths(FIRST_MONTH, begin)}-01`, Math.floor(random.uniform() * 12));
					const [hole, length] = [random.uniform() * 150, random.uniform() * 25];
					for (let day = 0; day < 150; day += 1)
						if (!(day > hole && day < hole + length) && !chance(0.02))
							told.push(said(dayPeriod(addDays(from, day), zone), 120));
				}
				library.observations.append(importId, at, told);
			}
}
