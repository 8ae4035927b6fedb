import { expect, test } from "vitest";
import { seededRandom } from "../random.ts";
import { finish } from "../steps.ts";
import { CURVE, expectedBetween, spikeBetween, USUAL_FADE } from "./curve.ts";
import { fitHierarchy } from "./hierarchy.ts";
import { gammaDraw } from "./new-stories.ts";
import { type BinnedStory, binStory, portfolioOf, type StoryAttention, storiesBefore } from "./series.ts";

const FROM = 19_000;

function story(
	id: string,
	born: number,
	until: number,
	level: number,
	floor: number,
	seed: number,
	{ fade = USUAL_FADE, onset = CURVE.onset as number } = {},
): StoryAttention {
	const random = seededRandom(seed);
	const days = Array.from({ length: until - Math.max(born, 0) }, (_, at) => Math.max(born, 0) + at);
	const curve = { level: Math.log(level), logDecay: Math.log(1.2), logFloor: Math.log(floor), fade, onset };
	return {
		id,
		published: FROM + born,
		days: days.map((day) => FROM + day),
		values: days.map((day) => (expectedBetween(curve, day - born, day - born + 1) * gammaDraw(4, random)) / 4),
		count: days.length,
	};
}

const binned = (stories: readonly StoryAttention[], until: number) => {
	const { calendar } = portfolioOf(stories, FROM, FROM + until);
	return stories.map((one) => binStory(one, calendar)).filter((one): one is BinnedStory => one !== null);
};

test("the power law's integral is continuous where its formula changes", () => {
	for (const decay of [1 - 1e-4, 1, 1 + 1e-4])
		expect(spikeBetween(decay, 2, 90, 1.8)).toBeCloseTo(spikeBetween(1.0005, 2, 90, 1.8), 1);
	expect(spikeBetween(1.2, 0, 30, 4)).toBeCloseTo(spikeBetween(1.2, 0, 11, 4) + spikeBetween(1.2, 11, 30, 4));
});

test("levels and shape of many stories come back", () => {
	const stories = Array.from({ length: 40 }, (_, at) =>
		story(`s${at}`, 5 + 6 * at, 365, 20 + 10 * (at % 5), 0.006, at + 1),
	);
	const { curves, mean } = finish(fitHierarchy(binned(stories, 365)));
	expect(Math.exp(mean[1])).toBeGreaterThan(1);
	expect(Math.exp(mean[1])).toBeLessThan(1.45);
	expect(Math.exp(mean[2])).toBeGreaterThan(0.002);
	expect(Math.exp(mean[2])).toBeLessThan(0.015);
	const errors = curves.map(({ map }, at) => Math.abs(map.level - Math.log(20 + 10 * (at % 5)))).sort((a, b) => a - b);
	expect(errors[20]).toBeLessThan(0.35);
});

test("floors that fade faster than usual are found out, the surer the longer they are watched", () => {
	const fast = Math.LN2 / 150;
	const halfLife = (fade: number, days: number) => {
		const stories = Array.from({ length: 30 }, (_, at) => story(`s${at}`, -at * 10, days, 30, 0.02, at + 1, { fade }));
		return Math.LN2 / finish(fitHierarchy(binned(stories, days))).fade;
	};
	expect(halfLife(fast, 720)).toBeLessThan(250);
	expect(halfLife(USUAL_FADE, 720)).toBeGreaterThan(350);
	expect(halfLife(fast, 720)).toBeLessThan(halfLife(fast, 90));
});

test("stories whose first days are all alike are found out; one young story leaves the onset to the belief", () => {
	const found = (onset: number, count: number, days: number) => {
		const stories = Array.from({ length: count }, (_, at) =>
			story(`s${at}`, 5 + Math.floor((at * 0.7 * days) / count), days, 30, 0.004, at + 1, { onset }),
		);
		return finish(fitHierarchy(binned(stories, days))).onset;
	};
	expect(found(10, 40, 240)).toBeGreaterThan(6);
	expect(found(CURVE.onset, 40, 240)).toBeGreaterThan(1.2);
	expect(found(CURVE.onset, 40, 240)).toBeLessThan(2.7);
	expect(found(10, 1, 12)).toBeLessThan(4);
});

test("a story of one day is drawn towards the others and stays unsure", () => {
	const old = Array.from({ length: 20 }, (_, at) => story(`s${at}`, 5 + 6 * at, 200, 30, 0.005, at + 1));
	const { curves, mean } = finish(fitHierarchy(binned([...old, story("young", 199, 200, 30, 0.005, 99)], 200)));
	const young = curves.at(-1);
	expect(young?.map.logDecay).toBeCloseTo(mean[1], 1);
	expect(Math.hypot(...(young?.spread.slice(1, 3) ?? []))).toBeGreaterThan(0.1);
});

test("stories older than the data do not tell what new ones are like", () => {
	const fresh = Array.from({ length: 10 }, (_, at) => story(`new${at}`, 10 + 8 * at, 120, 10, 0.004, at + 1));
	const giants = Array.from({ length: 10 }, (_, at) => story(`old${at}`, -300, 120, 5000, 0.004, at + 50));
	const alone = finish(fitHierarchy(binned(fresh, 120))).mean[0];
	expect(finish(fitHierarchy(binned([...fresh, ...giants], 120))).mean[0]).toBeCloseTo(alone, 0);
});

test("bins hold what was seen, less what was corrected, and never less than nothing", () => {
	const one = {
		id: "a",
		published: FROM,
		days: [FROM, FROM + 1, FROM + 3, FROM + 5],
		values: [5, -9, 4, -1],
		count: 4,
	};
	const [found] = binned([one], 7);
	expect([0, 1, 2, 3].map((bin) => found?.bins[bin * 8 + 3])).toEqual([5, 0, 4, 0]);
	expect(found?.total).toBe(9);
});

test("what was known before a day has no later day and no later story", () => {
	const stories = [story("a", 0, 50, 10, 0.01, 1), story("b", 30, 50, 10, 0.01, 2)];
	expect(storiesBefore(stories, FROM + 20).map(({ id, count }) => [id, count])).toEqual([["a", 20]]);
	expect(storiesBefore(stories, FROM + 500)).toEqual(stories);
});
