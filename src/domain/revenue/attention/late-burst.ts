/**
 * A story that goes viral long after it came out: a burst that is over tells nothing of how the story fades, and of new
 * stories nothing at all.
 */
import { middleOf } from "../averages.ts";
import { BIN, type BinnedStory } from "./series.ts";

/** Days of a story's beginning, which is high by nature. */
const BEGINNING = 28;
/** Times what came before and what came after from which on it is a burst, and its least share of all the story had. */
const BURST = { times: 20, share: 0.25 } as const;

/**
 * The story without stretches in which a late burst came and went. A Boost has a curve of its own, and a burst that
 * nothing is known to have come after may be there to stay.
 */
export function withoutLateBursts(story: BinnedStory): BinnedStory {
	const { bins, total, boostAge } = story;
	if (boostAge !== null) return story;
	const stretches = Array.from({ length: bins.length / BIN.width }, (_, at) => {
		const of = (column: number) => bins[at * BIN.width + column] ?? 0;
		const observed = of(BIN.observed);
		const days = of(BIN.exposure) * (of(BIN.to) - of(BIN.from));
		return { age: of(BIN.from), observed, aDay: days > 0 ? observed / days : 0 };
	});
	const rates = stretches.map(({ aDay }) => aDay);
	const isBurst = stretches.map(({ age, observed, aDay }, at) => {
		if (age < BEGINNING || observed < BURST.share * total) return false;
		const [before, after] = [middleOf(rates.slice(0, at)), middleOf(rates.slice(at + 1))];
		return before !== null && after !== null && before + after > 0 && aDay > BURST.times * Math.max(before, after);
	});
	if (!isBurst.includes(true)) return story;
	return {
		...story,
		bins: bins.filter((_, at) => !isBurst[Math.floor(at / BIN.width)]),
		total: stretches.reduce((sum, { observed }, at) => sum + (isBurst[at] ? 0 : observed), 0),
	};
}
