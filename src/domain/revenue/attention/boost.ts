/**
 * A Boost as a second burst on top of a story's curve, from its day on. It is a factor on the story's own curve: what a
 * usual story would have with a second burst of a given size, as a multiple of its first one, over what it would have
 * without. The size is one for all stories of a writer, and counts as none until stories show that it helps.
 */
import { decimals, type Message, message } from "../../words/message.ts";
import { middleOf } from "../averages.ts";
import { type Lifted, type SharedEffect, sharedEffect } from "../shared-effect.ts";
import { CURVE, floorBetween, spikeBetween, USUAL, USUAL_FADE } from "./curve.ts";
import type { Hierarchy, StoryCurve } from "./hierarchy.ts";
import { BIN, type BinnedStory } from "./series.ts";

/** Days after a Boost that tell its size. */
const TELLING_DAYS = 56;
/**
 * Days of a story within which a Boost is one of a new story. A later one is taken to lift as many times as one that
 * comes then: beside what little an old story has left, a whole burst would be hundreds of times as much.
 */
export const NEW_DAYS = 28;
/** As many stories without a Boost are believed beside the writer's own ones. */
const UNBOOSTED = 4;

export interface BoostFit {
	/** `null` with too few boosted stories to tell. */
	effect: SharedEffect | null;
	/** Size of the second burst; 0 unless the effect is shown. */
	size: number;
	/** Share of new stories that are boosted, 0 to 1, and how old they are then, days. */
	chance: number;
	age: number;
}

export const NO_BOOSTS: BoostFit = { effect: null, size: 0, chance: 0, age: 0 };

/** What a usual story has between two ages, in days of its first day. */
const usualBetween = (from: number, to: number) =>
	spikeBetween(USUAL.decay, from, to, CURVE.onset) + USUAL.floor * floorBetween(from, to, USUAL_FADE);

/**
 * Factor on a story's attention between two ages, the first below the second.
 * @param size of the second burst @param age at which it begins, days
 */
export function boostBetween(size: number, age: number, from: number, to: number): number {
	if (size === 0 || to <= age) return 1;
	const begin = Math.max(from, age);
	const late = Math.max(0, age - NEW_DAYS);
	const second = spikeBetween(USUAL.decay, begin - age, to - age, CURVE.onset);
	const lift = (size * second) / usualBetween(begin - late, to - late);
	return begin > from ? 1 + (lift * usualBetween(begin, to)) / usualBetween(from, to) : 1 + lift;
}

/** Its days before the Boost only; `null` where there are none. A story without one is as it was. */
export function beforeBoost(story: BinnedStory): BinnedStory | null {
	const { boostAge, bins } = story;
	if (boostAge === null) return story;
	let [end, total] = [0, 0];
	for (let bin = 0; bin < bins.length && (bins[bin + BIN.to] ?? 0) <= boostAge; bin += BIN.width) {
		end = bin + BIN.width;
		total += bins[bin + BIN.observed] ?? 0;
	}
	return total > 0 ? { ...story, bins: bins.slice(0, end), total } : null;
}

/** The story with the second burst expected of its days. */
export function withBoost(story: BinnedStory, size: number): BinnedStory {
	const { boostAge } = story;
	if (boostAge === null || size === 0) return story;
	const bins = story.bins.slice();
	for (let bin = 0; bin < bins.length; bin += BIN.width)
		bins[bin + BIN.exposure] =
			(bins[bin + BIN.exposure] ?? 0) *
			boostBetween(size, boostAge, bins[bin + BIN.from] ?? 0, bins[bin + BIN.to] ?? 0);
	return { ...story, bins };
}

/** What came after a Boost, over what the days before it let one expect. */
function liftOf({ bins, boostAge }: BinnedStory, { map }: StoryCurve, unit: number): Lifted | null {
	if (boostAge === null) return null;
	const [level, decay, floor] = [Math.exp(map.level), Math.exp(map.logDecay), Math.exp(map.logFloor)];
	let [observed, expected, second] = [0, 0, 0];
	for (let bin = 0; bin < bins.length; bin += BIN.width) {
		const [from, to] = [bins[bin + BIN.from] ?? 0, bins[bin + BIN.to] ?? 0];
		if (to <= boostAge || from >= boostAge + TELLING_DAYS) continue;
		const shape = spikeBetween(decay, from, to, map.onset) + floor * floorBetween(from, to, map.fade);
		const own = level * (bins[bin + BIN.exposure] ?? 0) * shape;
		observed += bins[bin + BIN.observed] ?? 0;
		expected += own;
		second += own * (boostBetween(1, boostAge, from, to) - 1);
	}
	if (!(expected > 0)) return null;
	const share = second / expected;
	return {
		seen: Math.log((observed + 0.5 * unit) / (expected + 0.5 * unit)),
		explained: (size) => Math.log1p(size * share),
	};
}

/**
 * @param before curves of the days before Boosts: see `beforeBoost`
 * @param stories all of them, with all their days
 */
export function fitBoost(before: Hierarchy, stories: readonly BinnedStory[]): BoostFit {
	const curves = new Map(before.curves.map((curve) => [curve.story.id, curve]));
	const lifts = stories.flatMap((story) => {
		const curve = curves.get(story.id);
		return (curve && liftOf(story, curve, before.unit)) ?? [];
	});
	const effect = sharedEffect(lifts);
	if (!effect?.shown) return { ...NO_BOOSTS, effect };
	const seen = stories.filter(({ truncated }) => !truncated);
	const ages = seen.flatMap(({ boostAge }) => (boostAge !== null && boostAge < NEW_DAYS ? [boostAge] : []));
	return {
		effect,
		size: effect.size,
		chance: ages.length / (seen.length + UNBOOSTED),
		age: middleOf(ages) ?? 0,
	};
}

/** What boosted stories show, what of it is reckoned with, and how many new ones are taken to be boosted. @param effect a shown one */
export function boostMessage({ stories, seen, low, high, factor }: SharedEffect, chance: number): Message {
	return message(
		"Compared on {{stories}} boosted stories, the eight weeks after a Boost had {{seen}} times the hours ({{low}} to {{high}}) that the days before it let one expect. Reckoned with are {{factor}} times, drawn towards nothing as far as these stories disagree, and {{share}} in a hundred new stories are taken to have one.",
		{
			stories,
			seen: decimals(seen),
			low: decimals(low),
			high: decimals(high),
			factor: decimals(factor),
			share: Math.round(100 * chance),
		},
	);
}
