/** How much of a coming month stories already published will earn, learned from how it went before. */
import type { Subject } from "../stats/observation.ts";
import { addMonths } from "../stats/periods.ts";
import { seededRandom } from "./random.ts";

/** Starting months needed before a split is given. */
export const LEAST_SPLIT_ORIGINS = 3;
/** Share of the money that must come from stories whose date is known. */
const LEAST_DATED_SHARE = 0.8;
const SMALLEST_SPREAD = 0.25;

export interface StoryEarnings {
	subject: Subject;
	/** `YYYY-MM`; `null` when nothing says when it was published. */
	publishedMonth: string | null;
	/** Minor units by `YYYY-MM`. */
	months: ReadonlyMap<string, number>;
}

export interface SplitFit {
	/** Share of the back catalogue that is lost each month, in logarithms. */
	decay: number;
	/** Spread of the share in log odds. */
	spread: number;
	/** Comparisons of a month with an earlier starting point. */
	comparisons: number;
}

const logit = (share: number) => Math.log(share / (1 - share));
const inside = (share: number) => Math.min(0.995, Math.max(0.02, share));

/**
 * Looks back from each complete month at the ones after it: which share was earned by stories that were out already.
 * `null` when months or dates are too few.
 */
export function fitSplit(
	stories: readonly StoryEarnings[],
	complete: readonly string[],
	horizon: number,
): SplitFit | null {
	const total = new Map<string, number>();
	let dated = 0;
	let all = 0;
	for (const story of stories)
		for (const [month, value] of story.months) {
			total.set(month, (total.get(month) ?? 0) + value);
			all += value;
			if (story.publishedMonth) dated += value;
		}
	if (all === 0 || dated / all < LEAST_DATED_SHARE) return null;
	const shares: { share: number; h: number }[] = [];
	let origins = 0;
	for (const origin of complete) {
		let used = false;
		for (let h = 1; h <= horizon; h += 1) {
			const month = addMonths(origin, h);
			const earned = total.get(month) ?? 0;
			if (earned === 0 || !complete.includes(month)) continue;
			let old = 0;
			for (const story of stories)
				if (story.publishedMonth && story.publishedMonth <= origin) old += story.months.get(month) ?? 0;
			shares.push({ share: inside(old / earned), h });
			used = true;
		}
		if (used) origins += 1;
	}
	if (origins < LEAST_SPLIT_ORIGINS) return null;
	const decay = shares.reduce((sum, { share, h }) => sum - Math.log(share) / h, 0) / shares.length;
	const squares = shares.reduce(
		(sum, { share, h }) => sum + (logit(share) - logit(inside(Math.exp(-decay * h)))) ** 2,
		0,
	);
	return { decay, spread: Math.max(SMALLEST_SPREAD, Math.sqrt(squares / shares.length)), comparisons: shares.length };
}

/** One share a path for each month ahead; a path that keeps much of its back catalogue does so throughout. */
export function drawShares(fit: SplitFit, horizon: number, paths: number, seed: number): Float64Array[] {
	const random = seededRandom(seed);
	const luck = Float64Array.from({ length: paths }, () => random.normal());
	return Array.from({ length: horizon }, (_, step) =>
		luck.map((one) => 1 / (1 + Math.exp(-(logit(inside(Math.exp(-fit.decay * (step + 1)))) + fit.spread * one)))),
	);
}
