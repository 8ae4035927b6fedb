/** One invented writer judged: rate, back catalogue, totals and bands against the truth. */
import { crps, quantile } from "#domain/revenue/bands.ts";
import {
	drawPaths,
	ENGINE_PATHS,
	type EngineInput,
	type Prepared,
	plannedPublishing,
	prepare,
} from "#domain/revenue/engine/engine.ts";
import { gapsOf } from "#domain/revenue/engine/gaps.ts";
import { topDownDraws } from "#domain/revenue/engine/top-down.ts";
import { totalsOf } from "#domain/revenue/engine/trials.ts";
import { rateOver } from "#domain/revenue/price/filter.ts";
import { anotherFuture, FIRST_DAY, type InventedWriter, MONTH } from "./writers.ts";

export const HORIZONS = [1, 3, 12] as const;

export interface OracleScores {
	total: number;
	backCatalogue: number;
}

export interface HorizonScores {
	horizon: number;
	/** CRPS over the mean month ahead. */
	ours: number;
	bottomUp: number;
	topDown: number;
	naive: number;
	backCatalogue: number;
	naiveDecay: number;
	/** CRPS of who knows every true number and only the future not; `null` where it was not asked for. */
	oracle: OracleScores | null;
	/** 0 or 1. */
	inside50: number;
	inside80: number;
	inside95: number;
}

export interface Judgement {
	/** |estimate / truth − 1| of the last month's rate; `null` where no rate was found. */
	rateError: number | null;
	horizons: HorizonScores[];
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Every story goes on from its last four weeks, losing each month what stories older than two lost on the whole. */
function naiveDecay({ known, origin }: InventedWriter, months: number): number[] {
	const over = (from: number, to: number) =>
		known.map(({ days, earned }) => {
			let money = 0;
			for (const [at, day] of days.entries()) if (day >= from && day < to) money += earned[at] || 0;
			return money;
		});
	const [last, before] = [over(origin - 28, origin), over(origin - 56, origin - 28)];
	const old = (values: readonly number[]) => sum(values.filter((_, at) => (known[at]?.published ?? 0) < origin - 56));
	const kept = old(before) > 0 ? Math.min(1, old(last) / old(before)) : 1;
	const level = (sum(last) * MONTH) / 28;
	return Array.from({ length: months }, (_, at) => level * kept ** (at + 1));
}

export function engineInputOf({ known, origin, knownMonths, ahead }: InventedWriter): EngineInput {
	const month = (at: number) => ({
		month: String(at),
		from: FIRST_DAY + at * MONTH,
		until: FIRST_DAY + (at + 1) * MONTH,
	});
	return {
		currency: "USD",
		months: knownMonths.map((value, at) => ({ ...month(at), value })),
		running: null,
		stories: known,
		storiesFrom: FIRST_DAY,
		epochs: [],
		planned: [],
		ahead: ahead.map((_, at) => month((origin - FIRST_DAY) / MONTH + at)),
	};
}

function rateErrorOf({ now }: Prepared, { origin, lastRate }: InventedWriter): number | null {
	const estimate = now?.rate ? rateOver(now.rate, origin - MONTH, origin) : null;
	return estimate === null ? null : Math.abs(estimate / lastRate - 1);
}

/** As `crps`, for so few draws that their own spread is too small by chance. */
function fairCrps(draws: readonly number[], actual: number): number {
	const miss = sum(draws.map((value) => Math.abs(value - actual))) / draws.length;
	const spread = miss - crps(Float64Array.from(draws).sort(), actual);
	return miss - (spread * draws.length) / (draws.length - 1);
}

/** @param oracle futures drawn from the truth to compare with; 0 draws none */
export function judgeWriter(writer: InventedWriter, seed: number, oracle: number): Judgement {
	const { knownMonths, ahead } = writer;
	const input = engineInputOf(writer);
	const prepared = prepare(input, seed, { backtest: true });
	const paths = drawPaths(prepared, plannedPublishing(input), ENGINE_PATHS.full, seed);
	const down = topDownDraws(knownMonths, ahead.length, {
		paths: ENGINE_PATHS.full,
		seed: seed + 5,
		begun: null,
		gaps: gapsOf(input.months, input.ahead),
	});
	const up = paths.stories ? totalsOf(paths.stories) : down;
	const decay = naiveDecay(writer, ahead.length);
	const mean = sum(ahead.map(({ total }) => total)) / ahead.length || 1;
	const futures = Array.from({ length: oracle }, (_, at) =>
		anotherFuture(writer.truth, (Math.imul(seed + 1, 0x9e3779b1) + at) >>> 0),
	);
	const sorted = (draws: Float64Array | undefined) => Float64Array.from(draws ?? []).sort();
	return {
		rateError: rateErrorOf(prepared, writer),
		horizons: HORIZONS.map((horizon): HorizonScores => {
			const step = horizon - 1;
			const actual = ahead[step] ?? { total: 0, old: 0 };
			const total = sorted(paths.total[step]);
			const inside = (share: number) =>
				Number(quantile(total, (1 - share) / 2) <= actual.total && actual.total <= quantile(total, (1 + share) / 2));
			return {
				horizon,
				ours: crps(total, actual.total) / mean,
				bottomUp: crps(sorted(up[step]), actual.total) / mean,
				topDown: crps(sorted(down[step]), actual.total) / mean,
				naive: Math.abs((knownMonths.at(-1) ?? 0) - actual.total) / mean,
				backCatalogue: crps(sorted(paths.stories?.old[step]), actual.old) / mean,
				naiveDecay: Math.abs((decay[step] ?? 0) - actual.old) / mean,
				oracle:
					oracle === 0
						? null
						: {
								total:
									fairCrps(
										futures.map((months) => months[step]?.total ?? 0),
										actual.total,
									) / mean,
								backCatalogue:
									fairCrps(
										futures.map((months) => months[step]?.old ?? 0),
										actual.old,
									) / mean,
							},
				inside50: inside(0.5),
				inside80: inside(0.8),
				inside95: inside(0.95),
			};
		}),
	};
}
