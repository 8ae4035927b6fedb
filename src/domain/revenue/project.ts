/** The projection: coming months with their bands, or a plain refusal where the data are too few. */
import { addMonths } from "../stats/periods.ts";
import { type Backtest, backtest, LEAST_HISTORY, widen } from "./backtest.ts";
import { type Bands, bandsOf, quantile } from "./bands.ts";
import { fitLevel, LEVEL_MODEL, type LevelFit, simulateLogs, toMinor } from "./level-model.ts";
import type { Refusal } from "./refusal.ts";
import { drawShares, fitSplit, LEAST_SPLIT_ORIGINS, type SplitFit, type StoryEarnings } from "./split.ts";

const PATHS = 4000;

/** A month of which only the beginning, or an unknown part, is known. */
export interface RunningMonth {
	/** `YYYY-MM`. */
	month: string;
	/** Minor units so far. */
	toDate: number;
	/** Share of the month in `toDate`, 0 to 1; `null` when the source does not tell. */
	elapsed: number | null;
}

export interface ProjectionInput {
	currency: string;
	/** Complete months, oldest first, without gaps at the end; minor units. */
	months: readonly { month: string; minor: number }[];
	running: RunningMonth | null;
	stories: readonly StoryEarnings[];
}

export interface ProjectedMonth {
	/** `YYYY-MM`. */
	month: string;
	/** Minor units that are in already. */
	toDate: number;
	total: Bands;
	/** Stories that are out now, and those not yet written; `null` when the data cannot tell them apart. */
	backCatalogue: Bands | null;
	newStories: Bands | null;
}

export interface Projection {
	currency: string;
	months: ProjectedMonth[];
	fit: LevelFit | null;
	split: SplitFit | null;
	backtest: Backtest | null;
	refusals: Refusal[];
}

/** What the month so far says, mixed into the draws of the whole month by how much of it is over. */
function finishRunning(logs: Float64Array, running: RunningMonth, offset: number): Float64Array {
	const { toDate, elapsed } = running;
	if (elapsed === null) return logs.map((log) => Math.max(toDate, toMinor(log, offset)));
	const pace = elapsed > 0 ? Math.log(toDate / elapsed + offset) : 0;
	return logs.map((log) => toDate + (1 - elapsed) * toMinor((1 - elapsed) * log + elapsed * pace, offset));
}

/** How far the running month's pace moves the level of the months after it. */
function paceShift(logs: Float64Array, running: RunningMonth, fit: LevelFit): number {
	if (running.elapsed === null || running.elapsed === 0) return 0;
	const middle = quantile(Float64Array.from(logs).sort(), 0.5);
	const pace = Math.log(running.toDate / running.elapsed + fit.offset);
	return running.elapsed * fit.weight * (pace - middle);
}

/** Months after gaps at the end only: a level must not be carried over months nobody knows. */
export function project(input: ProjectionInput, options: { months: number; seed: number }): Projection {
	const { currency, running } = input;
	const nothing = (refusal: Refusal): Projection => ({
		currency,
		months: [],
		fit: null,
		split: null,
		backtest: null,
		refusals: [refusal],
	});
	const history = input.months.map(({ minor }) => minor);
	const last = input.months.at(-1);
	if (!last) return nothing(running ? { code: "few-months", have: 0, need: LEAST_HISTORY } : { code: "no-earnings" });
	if (history.length < LEAST_HISTORY) return nothing({ code: "few-months", have: history.length, need: LEAST_HISTORY });
	if (!history.some((value) => value > 0)) return nothing({ code: "all-zero", have: history.length });

	const { months: horizon, seed } = options;
	const fit = fitLevel(history);
	const past = backtest(history, horizon, seed);
	const logs = simulateLogs(fit, horizon, PATHS, seed);
	for (const [step, draws] of logs.entries()) widen(draws, past.widening[step] ?? 1);
	const follows = running?.month === addMonths(last.month, 1) ? running : null;
	const shift = follows && logs[0] ? paceShift(logs[0], follows, fit) : 0;
	const totals = logs.map((draws, step) => {
		if (step === 0 && follows) return finishRunning(draws, follows, fit.offset);
		const moved = shift * LEVEL_MODEL.reversion ** step;
		return draws.map((log) => toMinor(log + moved, fit.offset));
	});

	const split = fitSplit(
		input.stories,
		input.months.map(({ month }) => month),
		horizon,
	);
	const shares = split && drawShares(split, horizon, PATHS, seed + 1);
	return {
		currency,
		fit,
		split,
		backtest: past,
		refusals: split ? [] : [{ code: "no-split", need: LEAST_SPLIT_ORIGINS }],
		months: totals.map((draws, step) => {
			const share = shares?.[step];
			const toDate = step === 0 ? (follows?.toDate ?? 0) : 0;
			// What is in already was earned by stories that are out.
			const old = share && draws.map((total, path) => toDate + (total - toDate) * (share[path] ?? 0));
			return {
				month: addMonths(last.month, step + 1),
				toDate,
				total: bandsOf(draws),
				backCatalogue: old ? bandsOf(old) : null,
				newStories: old ? bandsOf(draws.map((total, path) => total - (old[path] ?? 0))) : null,
			};
		}),
	};
}
