/**
 * `npm run evaluate -- portfolio --items FILE [--json]`: daily attention of real items (`item,date,value`), forecast
 * from the end of each month with what was known then.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import Papa from "papaparse";
import { z } from "zod";
import { calendarOf } from "#domain/revenue/attention/calendar.ts";
import { USUAL_PUBLISHING } from "#domain/revenue/attention/new-stories.ts";
import { portfolioOf, type StoryAttention, storiesBefore } from "#domain/revenue/attention/series.ts";
import { crps, quantile } from "#domain/revenue/bands.ts";
import { gapsOf } from "#domain/revenue/engine/gaps.ts";
import type { History, KnownMonth } from "#domain/revenue/engine/history.ts";
import { totalPaths } from "#domain/revenue/engine/total.ts";
import { fitStories, pastTrials } from "#domain/revenue/engine/trials.ts";
import { finish } from "#domain/revenue/steps.ts";
import { addMonths, calendarDate, utcDate } from "#domain/stats/periods.ts";
import type { Evaluation } from "../evaluations.ts";

const HORIZONS = [1, 3, 6] as const;
const BARS = { 1: 0.75, 6: 0.7 } as const;
const PATHS = 1000;
const FUTURES = 64;
/** Months behind the first forecast. */
const FIRST_ORIGIN = 10;
/** An item first seen this soon after the data begin is taken as older than they are: files name no birthdays. */
const OLDER_DAYS = 60;
/** A month of which less is known is left out; of others what is known stands for the rest. */
const LEAST_KNOWN = 0.5;
const DAY_MS = 86_400_000;

export interface PortfolioHorizon {
	forecasts: number;
	/** All over the mean month. */
	crps: number;
	naive: number;
	meanOfThree: number;
	medianError: number;
	coverage50: number;
	coverage80: number;
	coverage95: number;
	/** Mean width of the 80 % band. */
	width80: number;
}

const rowSchema = z.object({ item: z.string().min(1), date: z.string(), value: z.coerce.number().min(0) });

export interface ItemDay {
	item: string;
	/** Days since 1970-01-01. */
	day: number;
	value: number;
}

/** @throws {Error} with file, row and reason */
export function readItems(path: string): ItemDay[] {
	const { data } = Papa.parse<unknown>(readFileSync(path, "utf8"), { header: true, skipEmptyLines: true });
	if (data.length === 0) throw new Error(`${path}: no rows`);
	return data.map((raw, at) => {
		const row = rowSchema.safeParse(raw);
		if (!row.success)
			throw new Error(`${path}, row ${at + 2}: ${row.error.issues[0]?.path.join(".")} is not as expected`);
		const [year = 0, month = 0, day = 0] = row.data.date.slice(0, 10).split("-").map(Number);
		const date = calendarDate(year, month, day);
		if (!date) throw new Error(`${path}, row ${at + 2}: ${row.data.date} is no date`);
		return { item: row.data.item, day: Date.parse(`${date}T00:00:00Z`) / DAY_MS, value: row.data.value };
	});
}

const startOf = (month: string) => Date.parse(`${month}-01T00:00:00Z`) / DAY_MS;

/** Complete months and the stories behind them. */
export function historyOf(rows: readonly ItemDay[]): History {
	let [from, until] = [Number.POSITIVE_INFINITY, 0];
	for (const { day } of rows) {
		from = Math.min(from, day);
		until = Math.max(until, day + 1);
	}
	const stories = [...Map.groupBy(rows, ({ item }) => item)].map(([id, days]): StoryAttention => {
		const sorted = days.toSorted((a, b) => a.day - b.day);
		const first = sorted[0]?.day ?? from;
		return {
			id,
			published: first < from + OLDER_DAYS ? null : first,
			days: sorted.map(({ day }) => day),
			values: sorted.map(({ value }) => value),
			count: sorted.length,
		};
	});
	const { missing } = calendarOf(stories, from, until);
	const sums = new Map<string, number>();
	for (const { day, value } of rows) {
		const month = utcDate(day * DAY_MS).slice(0, 7);
		sums.set(month, (sums.get(month) ?? 0) + value);
	}
	const months: KnownMonth[] = [];
	for (let month = utcDate(from * DAY_MS).slice(0, 7); ; month = addMonths(month, 1)) {
		const [start, end] = [startOf(month), startOf(addMonths(month, 1))];
		if (end > until) break;
		if (start < from) continue;
		let known = end - start;
		for (let day = start; day < end; day += 1) if (missing.has(day)) known -= 1;
		const share = known / (end - start);
		if (share >= LEAST_KNOWN) months.push({ month, from: start, until: end, value: (sums.get(month) ?? 0) / share });
	}
	const ones = (stretches: readonly unknown[], paths: number) => stretches.map(() => new Float64Array(paths).fill(1));
	return {
		months,
		*knownAt(day) {
			yield;
			return { portfolio: portfolioOf(storiesBefore(stories, day), from, day), prices: ones };
		},
	};
}

export function scorePortfolio(history: History, seed: number): Record<(typeof HORIZONS)[number], PortfolioHorizon> {
	const { months } = history;
	const found = new Map<number, { draws: Float64Array; actual: number; naive: number; three: number }[]>();
	for (let origin = FIRST_ORIGIN; origin < months.length; origin += 1) {
		const then: History = { months: months.slice(0, origin), knownAt: history.knownAt };
		const ahead = months.slice(origin, origin + Math.max(...HORIZONS));
		const trials = finish(pastTrials(then, Math.max(...HORIZONS), seed));
		const values = then.months.map(({ value }) => value);
		const stories = finish(fitStories(finish(then.knownAt(then.months.at(-1)?.until ?? 0))));
		const { total } = finish(
			totalPaths({
				gaps: gapsOf(then.months, ahead),
				values,
				stories,
				stretches: ahead,
				begun: null,
				publishing: USUAL_PUBLISHING,
				paths: PATHS,
				futures: FUTURES,
				seed,
				trials,
			}),
		);
		for (const horizon of HORIZONS) {
			const draws = total[horizon - 1]?.sort();
			const actual = ahead[horizon - 1]?.value;
			if (!draws || actual === undefined) continue;
			const three = values.slice(-3).reduce((sum, value) => sum + value, 0) / 3;
			found.set(horizon, [...(found.get(horizon) ?? []), { draws, actual, naive: values.at(-1) ?? 0, three }]);
		}
	}
	const round = (value: number) => Math.round(value * 1000) / 1000;
	const scores = HORIZONS.map((horizon): [number, PortfolioHorizon] => {
		const rows = found.get(horizon) ?? [];
		const mean = (of: (row: (typeof rows)[number]) => number) =>
			rows.reduce((sum, row) => sum + of(row), 0) / Math.max(1, rows.length);
		const scale = mean(({ actual }) => actual) || 1;
		const inside = (share: number) =>
			round(
				mean(({ draws, actual }) =>
					quantile(draws, (1 - share) / 2) <= actual && actual <= quantile(draws, (1 + share) / 2) ? 1 : 0,
				),
			);
		return [
			horizon,
			{
				forecasts: rows.length,
				crps: round(mean(({ draws, actual }) => crps(draws, actual)) / scale),
				naive: round(mean(({ naive, actual }) => Math.abs(naive - actual)) / scale),
				meanOfThree: round(mean(({ three, actual }) => Math.abs(three - actual)) / scale),
				medianError: round(mean(({ draws, actual }) => Math.abs(quantile(draws, 0.5) - actual)) / scale),
				coverage50: inside(0.5),
				coverage80: inside(0.8),
				coverage95: inside(0.95),
				width80: round(mean(({ draws }) => quantile(draws, 0.9) - quantile(draws, 0.1)) / scale),
			},
		];
	});
	return Object.fromEntries(scores) as Record<(typeof HORIZONS)[number], PortfolioHorizon>;
}

export const portfolio: Evaluation = {
	name: "portfolio",
	summary: "daily attention of real items, forecast from the end of each month",
	options: {
		"--items FILE": "a CSV of item, date, value; required",
		"--seed S": "of the drawn futures; 1 unless said",
	},
	async run(words) {
		const { values } = parseArgs({
			args: [...words],
			options: { items: { type: "string" }, seed: { type: "string", default: "1" } },
		});
		if (!values.items) throw new Error("Which items? npm run evaluate -- portfolio --items FILE");
		const history = historyOf(readItems(values.items));
		if (history.months.length <= FIRST_ORIGIN)
			throw new Error(
				`${values.items}: ${history.months.length} complete months are too few; it takes ${FIRST_ORIGIN + 1}`,
			);
		const horizons = scorePortfolio(history, Number(values.seed));
		const bar = (horizon: 1 | 6) => {
			const value = horizons[horizon].coverage80;
			return { value, limit: BARS[horizon], holds: horizons[horizon].forecasts > 0 && value >= BARS[horizon] };
		};
		const bars = { coverage80AtOne: bar(1), coverage80AtSix: bar(6) };
		const pass = Object.values(bars).every(({ holds }) => holds);
		const columns = Object.keys(horizons[1]) as (keyof PortfolioHorizon)[];
		const text = [
			`${history.months.length} complete months; all errors over the mean month`,
			`${"months".padEnd(8)}${columns.map((column) => column.padStart(13)).join("")}`,
			...HORIZONS.map(
				(horizon) =>
					String(horizon).padEnd(8) + columns.map((column) => String(horizons[horizon][column]).padStart(13)).join(""),
			),
			...Object.entries(bars).map(
				([name, { value, limit, holds }]) => `${holds ? "holds" : "MISSED"}  ${name} ${value} (at least ${limit})`,
			),
		].join("\n");
		return { json: { months: history.months.length, horizons, bars, pass }, text };
	},
};
