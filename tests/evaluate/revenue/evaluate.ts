/**
 * `npm run evaluate -- revenue --writers N --seed S [--json]`: invented writers whose future is known, forecast from the
 * end of their data. The first family is of the engine's own kind; the second is not and keeps it honest.
 */
import { parseArgs } from "node:util";
import { refusalOf } from "#domain/revenue/engine/engine.ts";
import type { Evaluation } from "../evaluations.ts";
import {
	engineInputOf,
	HORIZONS,
	type HorizonScores,
	type Judgement,
	judgeWriter,
	type OracleScores,
} from "./judge.ts";
import { FAMILIES, type Family, inventWriter } from "./writers.ts";

const HISTORIES = [3, 6, 12, 24] as const;
const CADENCES = [1, 2, 4, 10] as const;

interface Scores extends Record<(typeof COLUMNS)[number], number> {
	oracle: OracleScores | null;
}
const COLUMNS = [
	"ours",
	"bottomUp",
	"topDown",
	"naive",
	"backCatalogue",
	"naiveDecay",
	"inside50",
	"inside80",
	"inside95",
] as const satisfies readonly Exclude<keyof HorizonScores, "horizon" | "oracle">[];

interface Cell {
	/** Months known, stories a month; `null` over all cadences. */
	history: number;
	cadence: number | null;
	writers: number;
	/** Error of the last month's rate: median and 90th percentile. */
	rateMedian: number | null;
	rateP90: number | null;
	/** Means over writers, by months ahead. */
	horizons: Record<number, Scores>;
}

interface Bar {
	value: number;
	limit: number | [number, number];
	holds: boolean;
}

interface FamilyReport {
	cells: Cell[];
	bars: Record<string, Bar>;
	/** How far the score of who knows every true number lies from others'; `null` where it was not asked for. */
	oracle: Record<string, number> | null;
}

interface Judged {
	history: number;
	cadence: number;
	judgement: Judgement;
}

const round = (value: number) => Math.round(value * 1e4) / 1e4;
const meanOf = (values: readonly number[]) =>
	values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function percentileOf(values: readonly number[], share: number): number | null {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted.length > 0
		? round(sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0)
		: null;
}

function scoresOf(judged: readonly Judged[], horizon: number): Scores {
	const rows = judged.flatMap(({ judgement }) => judgement.horizons.filter((one) => one.horizon === horizon));
	const mean = (of: (row: HorizonScores) => number) => round(meanOf(rows.map(of)));
	const columns = Object.fromEntries(COLUMNS.map((column) => [column, mean((row) => row[column])]));
	const known = rows.length > 0 && rows.every(({ oracle }) => oracle !== null);
	const oracle = known && {
		total: mean((row) => row.oracle?.total ?? 0),
		backCatalogue: mean((row) => row.oracle?.backCatalogue ?? 0),
	};
	return { ...columns, oracle: oracle || null } as Scores;
}

function cellOf(judged: readonly Judged[], history: number, cadence: number | null): Cell {
	const own = judged.filter((one) => one.history === history && (cadence === null || one.cadence === cadence));
	const errors = own.flatMap(({ judgement: { rateError } }) => (rateError === null ? [] : [rateError]));
	return {
		history,
		cadence,
		writers: own.length,
		rateMedian: percentileOf(errors, 0.5),
		rateP90: percentileOf(errors, 0.9),
		horizons: Object.fromEntries(HORIZONS.map((horizon) => [horizon, scoresOf(own, horizon)])),
	};
}

const atMost = (value: number, limit: number): Bar => ({ value: round(value), limit, holds: value <= limit });
const atLeast = (value: number, limit: number): Bar => ({ value: round(value), limit, holds: value >= limit });

/** Over all horizons of one history: what a writer sees is the whole fan. */
function overTopDown({ horizons }: Cell, score: (scores: Scores) => number): number {
	const all = Object.values(horizons);
	return meanOf(all.map(score)) / meanOf(all.map(({ topDown }) => topDown));
}

const ours = (scores: Scores) => scores.ours;

function barsOf(cells: readonly Cell[], judged: readonly Judged[]): Record<string, Bar> {
	const rate = cells.find(({ history, cadence }) => history === 3 && cadence === 4);
	const whole = cells.filter(({ cadence }) => cadence === null);
	const ratios = (chosen: readonly Cell[], of: (scores: Scores) => number) =>
		chosen.flatMap(({ horizons }) => HORIZONS.map((horizon) => of(horizons[horizon] as Scores)));
	const worst = (chosen: readonly Cell[], of: (scores: Scores) => number) => Math.max(...ratios(chosen, of));
	const one = scoresOf(judged, 1);
	const bars: Record<string, Bar> = {
		rateErrorMedian: atMost(rate?.rateMedian ?? 1, 0.025),
		rateErrorP90: atMost(rate?.rateP90 ?? 1, 0.1),
		backCatalogueOverNaiveDecay: atMost(
			worst(whole, ({ backCatalogue, naiveDecay }) => backCatalogue / naiveDecay),
			0.5,
		),
		totalOverTopDownAt6: atMost(overTopDown(whole[1] as Cell, ours), 0.9),
		totalOverTopDownAt12: atMost(overTopDown(whole[2] as Cell, ours), 0.9),
		totalOverBetterPart: atMost(
			worst(whole, ({ ours, bottomUp, topDown }) => ours / Math.min(bottomUp, topDown)),
			1.05,
		),
		coverage80AtOne: { value: one.inside80, limit: [0.75, 0.88], holds: one.inside80 >= 0.75 && one.inside80 <= 0.88 },
		coverage95AtOne: atLeast(one.inside95, 0.92),
		coverage80AtTwelve: atLeast(scoresOf(judged, 12).inside80, 0.7),
	};
	return bars;
}

/** What the bars could be at best, and how far the engine is from that. */
function oracleOf(cells: readonly Cell[]): Record<string, number> | null {
	const whole = cells.filter(({ cadence }) => cadence === null);
	if (whole.some(({ horizons }) => Object.values(horizons).some(({ oracle }) => oracle === null))) return null;
	return Object.fromEntries(
		whole.flatMap((cell) => [
			[`oracleOverTopDownAt${cell.history}`, round(overTopDown(cell, ({ oracle }) => oracle?.total ?? 0))],
			...HORIZONS.flatMap((horizon) => {
				const { ours, backCatalogue, oracle } = cell.horizons[horizon] as Scores;
				const place = `At${cell.history}For${horizon}`;
				return [
					[`totalOverOracle${place}`, round(ours / (oracle?.total ?? 0))],
					[`backCatalogueOverOracle${place}`, round(backCatalogue / (oracle?.backCatalogue ?? 0))],
				];
			}),
		]),
	);
}

/** A writer of whom the engine says something: one without any money yet gets a refusal and nothing to judge. */
function inventJudgeable(family: Family, { seed, ...kind }: { months: number; cadence: number; seed: number }) {
	for (let turn = 0; ; turn += 1) {
		const writer = inventWriter(family, { ...kind, seed: (seed + turn) >>> 0 });
		if (refusalOf(engineInputOf(writer)) === null) return writer;
	}
}

/** Writers spread evenly over the grid; writer after writer is another draw of the same seed. */
export function evaluateFamily(family: Family, writers: number, seed: number, oracle: number): FamilyReport {
	const grid = HISTORIES.flatMap((history) => CADENCES.map((cadence) => ({ history, cadence })));
	const judged = Array.from({ length: writers }, (_, at): Judged => {
		const { history, cadence } = grid[at % grid.length] ?? { history: 3, cadence: 1 };
		const own = (Math.imul(seed, 0x9e3779b1) + Math.imul(at + 1, 0x85ebca6b)) >>> 0;
		return {
			history,
			cadence,
			judgement: judgeWriter(inventJudgeable(family, { months: history, cadence, seed: own }), at, oracle),
		};
	});
	const cells = HISTORIES.flatMap((history) =>
		[null, ...CADENCES].map((cadence) => cellOf(judged, history, cadence)),
	).filter((cell) => cell.writers > 0);
	return { cells, bars: barsOf(cells, judged), oracle: oracleOf(cells) };
}

function textOf(family: Family, { cells, bars, oracle }: FamilyReport): string {
	const percent = (value: number | null) => (value === null ? "–" : `${(100 * value).toFixed(1)} %`);
	const known = oracle ? ["oracle", "oracle (back)"] : [];
	const head = ["history", "cadence", "writers", "rate error", "p90", "ahead", ...COLUMNS, ...known];
	const rows = cells.flatMap((cell) =>
		HORIZONS.map((horizon, at) => [
			...(at === 0
				? [cell.history, cell.cadence ?? "all", cell.writers, percent(cell.rateMedian), percent(cell.rateP90)].map(
						String,
					)
				: ["", "", "", "", ""]),
			String(horizon),
			...COLUMNS.map((column) => (cell.horizons[horizon]?.[column] ?? Number.NaN).toFixed(3)),
			...Object.values(cell.horizons[horizon]?.oracle ?? {}).map((score: number) => score.toFixed(3)),
		]),
	);
	return [
		`Family ${family}; errors over the mean month ahead`,
		...[head, ...rows].map((row) => row.map((text, at) => text.padStart(at < 6 ? 11 : 14)).join("")),
		...Object.entries(bars).map(
			([name, { value, limit, holds }]) =>
				`${holds ? "holds " : "MISSED"}  ${name} ${value} (${[limit].flat().join(" to ")})`,
		),
		...Object.entries(oracle ?? {}).map(([name, value]) => `        ${name} ${value}`),
	].join("\n");
}

export const revenue: Evaluation = {
	name: "revenue",
	summary: "invented writers whose future is known, in two families",
	options: {
		"--writers N": "how many; 160 unless said",
		"--seed S": "of the invented writers; 1 unless said",
		"--oracle N":
			"also draw N futures of each writer from the truth itself, to see what could be reached at best; 0 unless said",
	},
	async run(words) {
		const { values } = parseArgs({
			args: [...words],
			options: {
				writers: { type: "string", default: "160" },
				seed: { type: "string", default: "1" },
				oracle: { type: "string", default: "0" },
			},
		});
		const [writers, seed, oracle] = [Number(values.writers), Number(values.seed), Number(values.oracle)];
		const least = HISTORIES.length * CADENCES.length;
		if (!Number.isSafeInteger(writers) || writers < least)
			throw new Error(`--writers is a whole number from ${least} on, one for each history and cadence`);
		if (!Number.isSafeInteger(seed)) throw new Error("--seed is a whole number");
		if (!Number.isSafeInteger(oracle) || oracle < 0 || oracle === 1)
			throw new Error("--oracle is a whole number from 2 on, or 0 for none");
		const reports = FAMILIES.map((family) => ({ family, report: evaluateFamily(family, writers, seed, oracle) }));
		const [own, other] = reports;
		const bars = own?.report.bars ?? {};
		const pass = Object.values(bars).every(({ holds }) => holds);
		return {
			json: {
				writers,
				seed,
				cells: own?.report.cells ?? [],
				bars,
				pass,
				oracle: own?.report.oracle ?? null,
				otherFamily: {
					cells: other?.report.cells ?? [],
					bars: other?.report.bars ?? {},
					oracle: other?.report.oracle ?? null,
				},
			},
			text: reports.map(({ family, report }) => textOf(family, report)).join("\n\n"),
		};
	},
};
