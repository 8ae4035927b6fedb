/** `npm run evaluate -- forecast --train FILE --test FILE --seasonality N --horizon H [--json]`, files as the M4 competition laid them out. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import Papa from "papaparse";
import { bandAround, forecastBenchmark, forecastSeries, type SeriesForecast } from "#domain/revenue/forecast/series.ts";
import type { Evaluation } from "../evaluations.ts";
import { mase, msis, seasonalChange, smape } from "./scores.ts";

const METHODS = ["naive2", "theta", "damped", "ours"] as const;
type Method = (typeof METHODS)[number];

const BARS = { owa: 0.92, coverage: [0.9, 0.98], msPerSeries: 5 } as const;
const Z80 = 1.2816;
const Z95 = 1.96;

export interface MethodScores {
	/** Per cent. */
	smape: number;
	mase: number;
	/** Mean of sMAPE and MASE, each relative to Naive2. */
	owa: number;
	/** Shares of values inside the bands, 0 to 1. */
	coverage80: number;
	coverage95: number;
	msis: number;
	/** Milliseconds. */
	msPerSeries: number;
}

/** Series by id. @throws {Error} with file, row and reason */
function readSeries(path: string): Map<string, number[]> {
	const { data } = Papa.parse<string[]>(readFileSync(path, "utf8"), { skipEmptyLines: true });
	const rows = new Map<string, number[]>();
	for (const [at, [id, ...cells]] of data.entries()) {
		// The first row names the columns.
		if (at === 0) continue;
		const values = cells.filter((cell) => cell.trim() !== "" && cell !== "NA").map(Number);
		const wrong = values.findIndex((value) => !Number.isFinite(value));
		if (!id || wrong >= 0)
			throw new Error(`${path}, row ${at + 1}: ${id ? `value ${wrong + 1} is no number` : "no id"}`);
		rows.set(id, values);
	}
	if (rows.size === 0) throw new Error(`${path}: no series`);
	return rows;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

interface Tally {
	smape: number[];
	mase: number[];
	msis: number[];
	inside80: number;
	inside95: number;
	values: number;
	milliseconds: number;
}

function add(tally: Tally, forecast: SeriesForecast, actual: readonly number[], scale: number): void {
	const bands = (z: number) => actual.map((_, at) => bandAround(forecast, at, z));
	const within = (z: number) =>
		bands(z).filter(({ low, high }, at) => low <= (actual[at] ?? 0) && (actual[at] ?? 0) <= high).length;
	tally.smape.push(smape(forecast.points, actual));
	if (scale > 0) {
		tally.mase.push(mase(forecast.points, actual, scale));
		tally.msis.push(msis(bands(Z95), actual, scale));
	}
	tally.inside80 += within(Z80);
	tally.inside95 += within(Z95);
	tally.values += actual.length;
}

export function scoreForecasts(
	train: ReadonlyMap<string, readonly number[]>,
	test: ReadonlyMap<string, readonly number[]>,
	period: number,
	horizon: number,
): Record<Method, MethodScores> {
	const tallies = Object.fromEntries(
		METHODS.map((method): [Method, Tally] => [
			method,
			{ smape: [], mase: [], msis: [], inside80: 0, inside95: 0, values: 0, milliseconds: 0 },
		]),
	) as Record<Method, Tally>;
	for (const [id, known] of train) {
		const actual = test.get(id)?.slice(0, horizon);
		if (!actual || actual.length === 0) throw new Error(`Series ${id} has no values to judge by`);
		const scale = seasonalChange(known, period);
		for (const method of METHODS) {
			const started = performance.now();
			const forecast =
				method === "ours" ? forecastSeries(known, period, horizon) : forecastBenchmark(method, known, period, horizon);
			tallies[method].milliseconds += performance.now() - started;
			add(tallies[method], forecast, actual, scale);
		}
	}
	const reference = { smape: mean(tallies.naive2.smape), mase: mean(tallies.naive2.mase) };
	const round = (value: number) => Math.round(value * 10_000) / 10_000;
	const scores = METHODS.map((method): [Method, MethodScores] => {
		const tally = tallies[method];
		const own = { smape: mean(tally.smape), mase: mean(tally.mase) };
		return [
			method,
			{
				smape: round(own.smape),
				mase: round(own.mase),
				owa: round((own.smape / reference.smape + own.mase / reference.mase) / 2),
				coverage80: round(tally.inside80 / tally.values),
				coverage95: round(tally.inside95 / tally.values),
				msis: round(mean(tally.msis)),
				msPerSeries: round(tally.milliseconds / train.size),
			},
		];
	});
	return Object.fromEntries(scores) as Record<Method, MethodScores>;
}

function numberOption(name: string, text: string | undefined): number {
	const value = Number(text);
	if (!text || !Number.isInteger(value) || value < 1) throw new Error(`--${name} takes a whole number from 1`);
	return value;
}

export const forecast: Evaluation = {
	name: "forecast",
	summary: "plain series against the M4 competition's benchmarks",
	options: {
		"--train FILE": "series to learn from, laid out as the M4 competition's; required",
		"--test FILE": "how they went on; required",
		"--seasonality N": "values in a season; required",
		"--horizon H": "values to forecast; required",
	},
	async run(words) {
		const { values } = parseArgs({
			args: [...words],
			options: {
				train: { type: "string" },
				test: { type: "string" },
				seasonality: { type: "string" },
				horizon: { type: "string" },
			},
		});
		if (!values.train || !values.test) throw new Error("Which series? --train FILE --test FILE");
		const period = numberOption("seasonality", values.seasonality);
		const horizon = numberOption("horizon", values.horizon);
		const train = readSeries(values.train);
		const methods = scoreForecasts(train, readSeries(values.test), period, horizon);
		const { owa, coverage95, msPerSeries } = methods.ours;
		const bars = {
			owa: { value: owa, limit: BARS.owa, holds: owa <= BARS.owa },
			coverage95: {
				value: coverage95,
				limit: BARS.coverage,
				holds: coverage95 >= BARS.coverage[0] && coverage95 <= BARS.coverage[1],
			},
			msPerSeries: { value: msPerSeries, limit: BARS.msPerSeries, holds: msPerSeries <= BARS.msPerSeries },
		};
		const pass = Object.values(bars).every((bar) => bar.holds);
		const columns = Object.keys(methods.ours) as (keyof MethodScores)[];
		const text = [
			`${train.size} series, seasonality ${period}, horizon ${horizon}`,
			"".padEnd(8) + columns.map((column) => column.padStart(12)).join(""),
			...METHODS.map(
				(method) =>
					method.padEnd(8) + columns.map((column) => methods[method][column].toFixed(3).padStart(12)).join(""),
			),
			...Object.entries(bars).map(
				([name, { value, limit, holds }]) => `${holds ? "holds" : "MISSED"}  ${name} ${value} (${limit})`,
			),
		].join("\n");
		return { json: { series: train.size, seasonality: period, horizon, methods, bars, pass }, text };
	},
};
