import { expect, test } from "vitest";
import { engineInputOf } from "#tests/evaluate/revenue/judge.ts";
import { inventWriter } from "#tests/evaluate/revenue/writers.ts";
import { MONTH_DAYS } from "../attention/calendar.ts";
import { USUAL_CURVE } from "../attention/curve.ts";
import { answerOf, drawPaths, plannedPublishing, prepare } from "./engine.ts";
import { NO_ENGAGEMENT, storyRecord } from "./story-record.ts";
import { shapeOf } from "./story-shape.ts";

const NO_BOOST = { size: 0, age: null };
/** As slow as curves are let be, with next to no floor: 32 times its age before it halves. */
const slow = { ...USUAL_CURVE, logDecay: Math.log(0.2), logFloor: Math.log(1e-9) };
const halfLife = (curve: typeof slow, age: number) => shapeOf(curve, age, NO_BOOST).halfLife;

test("a half-life is told up to six times a story's age, within three months and two years", () => {
	expect(halfLife(slow, 44)).toEqual({ days: 6 * 44, orMore: true });
	expect(halfLife(slow, 5)).toEqual({ days: 3 * MONTH_DAYS, orMore: true });
	expect(halfLife(slow, 500)).toEqual({ days: 24 * MONTH_DAYS, orMore: true });
});

test("a story that halves within that is told to the day, or nearly", () => {
	// (1 + later / 1.8) = √4 · (1 + age / 1.8) where the decay is a half.
	const steady = { ...slow, logDecay: Math.log(0.5) };
	const exact = 3 * (30 + 1.8);
	const { days, orMore } = halfLife(steady, 30);
	expect(orMore).toBe(false);
	expect(days).toBeGreaterThanOrEqual(exact);
	expect(days).toBeLessThan(1.06 * exact);
	expect(halfLife(USUAL_CURVE, 1)).toMatchObject({ orMore: false });
});

test("what lasts is the floor's share a year after the first day", () => {
	expect(shapeOf(slow, 44, NO_BOOST).evergreen).toBeLessThan(0.001);
	expect(shapeOf(USUAL_CURVE, 44, NO_BOOST).evergreen).toBeCloseTo(0.54, 1);
});

test("six weeks of a story that leapt up in the fourth do not tell in how many years it halves", () => {
	const input = engineInputOf(inventWriter("powerLaw", { months: 12, cadence: 4, seed: 3 }));
	const today = input.ahead[0]?.from ?? 0;
	const age = 44;
	const story = storyRecord({
		id: "leapt",
		published: today - age,
		boosted: null,
		days: Array.from({ length: age }, (_, at) => {
			const attention = at < 24 ? 1 : 60;
			return { day: today - age + at, attention, engagement: NO_ENGAGEMENT, readers: null, earned: 300 * attention };
		}),
	});
	const asked = { ...input, stories: [...input.stories, story] };
	const prepared = prepare(asked, 1, { backtest: false });
	const { stories } = answerOf(prepared, drawPaths(prepared, plannedPublishing(asked), 200, 1));
	expect(stories.find(({ id }) => id === "leapt")).toMatchObject({ halfLife: { days: 6 * age, orMore: true } });
});
