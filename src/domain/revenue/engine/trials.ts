/** Forecasts as they would have been made at the ends of earlier months. */
import type { Stretch } from "../attention/draws.ts";
import { type Publishing, USUAL_PUBLISHING } from "../attention/new-stories.ts";
import type { Steps } from "../steps.ts";
import type { Trial } from "./calibrate.ts";
import { gapsOf, slotsOf } from "./gaps.ts";
import type { History, Knowledge, KnownMonth } from "./history.ts";
import { type AttentionFit, type DrawOptions, drawAttention, fitAttention } from "./outlook.ts";
import { topDownDraws } from "./top-down.ts";

/** Complete months before the first forecast. */
export const LEAST_MONTHS = 3;
const ORIGINS = 8;
const PATHS = 400;
const FUTURES = 32;

/** Coming months from stories: those that are out and those not written yet, money by stretch and path. */
export interface MoneyPaths {
	old: Float64Array[];
	fresh: Float64Array[];
	/** Attention of each story, and the money a unit of it. */
	futures: Map<string, Float64Array>;
	prices: Float64Array[];
	/** By stretch: how many times what stories' futures say of it came into `old`, for days before it that are missing. */
	times: number[];
	fit: AttentionFit;
}

/** Stories' curves as known at some day; `null` when they do not allow any. */
export interface StoriesNow {
	fit: AttentionFit;
	prices: Knowledge["prices"];
}

export function* fitStories(knowledge: Knowledge | null): Steps<StoriesNow | null> {
	const fit = knowledge && (yield* fitAttention(knowledge.portfolio));
	return fit && knowledge ? { fit, prices: knowledge.prices } : null;
}

/** Months that are this many times the best one so far are a slip of the figures, not a forecast. */
const LARGEST = 1000;

/** Most money a stretch can have on any path. */
export const mostOf = (values: readonly number[]) => LARGEST * Math.max(...values);

export interface MoneyOptions extends DrawOptions {
	/** See `mostOf`. */
	most: number;
	/** Days right before the first stretch of which nothing is known: stories that are out earned on them too. */
	missing: number;
}

/** @returns `null` when stories do not allow it */
export function* moneyPaths(
	now: StoriesNow | null,
	stretches: readonly Stretch[],
	publishing: Publishing,
	options: MoneyOptions,
): Steps<MoneyPaths | null> {
	const prices = now?.prices(stretches, options.paths, options.seed + 17);
	if (!now || !prices) return null;
	const { old, fresh, futures } = yield* drawAttention(now.fit, publishing, stretches, options);
	const times = stretches.map(({ from, until }, step) =>
		step === 0 ? 1 + options.missing / Math.max(1, until - from) : 1,
	);
	for (const [step, rates] of prices.entries())
		for (const [draws, factor] of [[old[step], times[step] ?? 1] as const, [fresh[step], 1] as const])
			for (let path = 0; draws && path < draws.length; path += 1) {
				const money = factor * (draws[path] ?? 0) * (rates[path] ?? 0);
				draws[path] = money > 0 ? Math.min(options.most, money) : 0;
			}
	return { old, fresh, futures, prices, times, fit: now.fit };
}

export function totalsOf({ old, fresh }: Pick<MoneyPaths, "old" | "fresh">): Float64Array[] {
	return old.map((draws, step) => {
		const sum = Float64Array.from(draws);
		const other = fresh[step];
		if (other) for (let path = 0; path < sum.length; path += 1) sum[path] = (sum[path] ?? 0) + (other[path] ?? 0);
		return sum;
	});
}

/** Of a month that lacks more of its days than this share it is not known what a forecast of it should have met. */
const JUDGED_WITHOUT = 0.1;
const lacksMany = ({ from, until, missing = 0 }: KnownMonth) => missing > JUDGED_WITHOUT * (until - from);

/** Forecasts from the ends of the newest months, each from what was known then. */
export function* pastTrials(history: History, horizon: number, seed: number): Steps<Trial[]> {
	const { months } = history;
	const slots = slotsOf(months);
	const gaps = gapsOf(months, []);
	const found: Trial[] = [];
	for (let origin = Math.max(LEAST_MONTHS, months.length - ORIGINS); origin < months.length; origin += 1) {
		const known = months.slice(0, origin);
		if (!known.some(({ value }) => value > 0)) continue;
		const start = slots.findIndex((slot) => slot.known === origin - 1) + 1;
		const ahead = slots.slice(start, start + horizon);
		const values = known.map(({ value }) => value);
		const stories = yield* fitStories(yield* history.knownAt(known.at(-1)?.until ?? 0));
		const options = { paths: PATHS, futures: FUTURES, seed: seed + origin, most: mostOf(values), missing: 0 };
		const then = yield* moneyPaths(stories, ahead, USUAL_PUBLISHING, options);
		const up = then && totalsOf(then);
		const down = topDownDraws(values, ahead.length, { paths: PATHS, seed: seed + origin, begun: null, gaps });
		for (const [step, { known: place }] of ahead.entries()) {
			const month = place === null ? undefined : months[place];
			if (place === null || !month || lacksMany(month)) continue;
			const yearBefore = slots[start + step - 12]?.known ?? null;
			found.push({
				origin,
				horizon: step + 1,
				at: place,
				bottomUp: up?.[step]?.sort() ?? null,
				topDown: down[step]?.sort() ?? new Float64Array(),
				actual: month.value,
				naive: values.at(-1) ?? 0,
				meanOfThree: values.slice(-3).reduce((sum, value) => sum + value, 0) / Math.min(3, values.length),
				seasonalNaive: yearBefore === null ? null : (values[yearBefore] ?? null),
			});
		}
	}
	return found;
}
