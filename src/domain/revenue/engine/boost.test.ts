import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { engineInputOf } from "#tests/evaluate/revenue/judge.ts";
import { inventWriter } from "#tests/evaluate/revenue/writers.ts";
import { boostBetween } from "../attention/boost.ts";
import { storyPool } from "../attention/new-stories.ts";
import { bandsOf } from "../bands.ts";
import { answerOf, drawPaths, type EngineInput, plannedPublishing, prepare } from "./engine.ts";
import type { StoryRecord } from "./story-record.ts";
import { whatIf } from "./what-if.ts";

const full = engineInputOf(inventWriter("powerLaw", { months: 12, cadence: 5, seed: 31 }));
const plain: EngineInput = { ...full, ahead: full.ahead.slice(0, 3) };

/** Every fourth story that was seen from its first day. */
const chosen = plain.stories
	.filter(({ published }) => (published ?? 0) > plain.storiesFrom + 2)
	.filter((_, at) => at % 4 === 1);

/**
 * Boosts them on their fourth day.
 * @param size of the second burst, and @param bonus what boosted hours pay over others
 */
function boosted(size: number, bonus = 0, marked = true): EngineInput {
	const change = (story: StoryRecord): StoryRecord => {
		if (!chosen.includes(story) || story.published === null) return story;
		const from = story.published + 4;
		const lift = (at: number) => {
			const age = (story.days[at] ?? 0) - (story.published ?? 0);
			return (story.days[at] ?? 0) < from ? 1 : boostBetween(size, 4, age, age + 1);
		};
		const paid = (at: number) => ((story.days[at] ?? 0) < from ? 1 : 1 + bonus) * lift(at);
		return {
			...story,
			boosted: marked ? from : null,
			attention: story.attention.map((value, at) => value * lift(at)),
			claps: story.claps.map((value, at) => value * lift(at)),
			highlights: story.highlights.map((value, at) => value * lift(at)),
			responses: story.responses.map((value, at) => value * lift(at)),
			follows: story.follows.map((value, at) => value * lift(at)),
			earned: story.earned.map((value, at) => value * paid(at)),
		};
	};
	return { ...plain, stories: plain.stories.map(change) };
}

const fitOf = (input: EngineInput) => prepare(input, 1, { backtest: false });

test("without a boosted story nothing is other than it was, digit by digit", () => {
	const mistaken = { ...plain, stories: plain.stories.map((story) => ({ ...story, boosted: 1e6 })) };
	const answer = (input: EngineInput) => {
		const prepared = fitOf(input);
		return answerOf(prepared, drawPaths(prepared, plannedPublishing(input), 200, 1));
	};
	expect(answer(plain).mix.bottomUp).toHaveLength(3);
	// Nothing is known of what a Boost of a day still to come may bring.
	expect(answer(mistaken)).toEqual(answer(plain));
});

describe("stories boosted alike", () => {
	const input = boosted(2.5);
	const prepared = fitOf(input);
	const { effect, size, chance, age } = prepared.stories?.fit.boost ?? {};

	test("show how much it brought, when, and how often", () => {
		expect(effect?.shown).toBe(true);
		expect(effect?.stories).toBeGreaterThan(8);
		expect(size).toBeGreaterThan(1);
		expect(size).toBeLessThan(4);
		expect(age).toBe(4);
		expect(chance).toBeGreaterThan(0.1);
		expect(chance).toBeLessThan(0.3);
	});

	test("tell less of what an unboosted story is like than if nobody knew", () => {
		const unmarked = fitOf(boosted(2.5, 0, false));
		const without = fitOf(plain);
		const begins = ({ stories }: ReturnType<typeof fitOf>) =>
			stories ? storyPool(stories.fit.hierarchy).mean : Number.NaN;
		const off = (one: ReturnType<typeof fitOf>) => Math.abs(begins(one) - begins(without));
		expect(off(prepared)).toBeLessThan(off(unmarked));
	});

	test("losing it takes from new stories only", () => {
		const usual = plannedPublishing(prepared.input);
		const [base, without] = [usual, { ...usual, boosts: 0 }].map((one) => drawPaths(prepared, one, 200, 1));
		expect(base?.old?.[0]?.[0]).toBeGreaterThan(0);
		for (const [month, draws] of (base?.old ?? []).entries())
			for (const [path, value] of draws.entries())
				expect((without?.old?.[month]?.[path] ?? 0) / value).toBeCloseTo(1, 9);
		expect(without?.total).not.toEqual(base?.total);
		const lost = whatIf(prepared, { boosts: 0 }, { paths: 400, seed: 1, goal: null });
		expect(lost.sum.p50).toBeLessThan(0);
		expect(lost.sum.p97_5).toBeLessThanOrEqual(0);
		const same = whatIf(prepared, { boosts: 1 }, { paths: 400, seed: 1, goal: null });
		expect(same.sum).toEqual(bandsOf([0]));
	});
});

describe("stories on top of the usual ones, where Boosts are known", () => {
	const prepared = fitOf(boosted(2.5));
	const usual = plannedPublishing(prepared.input);
	const months = prepared.input.ahead;
	const [first, last] = [months[0]?.from ?? 0, months.at(-1)?.until ?? 0];
	const base = drawPaths(prepared, usual, 200, 1);
	const withSeries = (...extra: number[]) => drawPaths(prepared, { ...usual, extra }, 200, 1);

	test("change nothing when they come out after the last month, to the last digit", () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: last, max: last + 900 }), { minLength: 1, maxLength: 4 }), (days) => {
				expect(withSeries(...days).total).toEqual(base.total);
			}),
			{ numRuns: 8 },
		);
		const { sum } = whatIf(prepared, { series: [last + 400] }, { paths: 200, seed: 1, goal: null });
		expect(sum).toEqual(bandsOf([0]));
	});

	test("never cost money on any path", () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: first, max: last - 1 }), { minLength: 1, maxLength: 4 }), (days) => {
				const { total } = withSeries(...days);
				for (const [step, draws] of base.total.entries())
					for (const [path, value] of draws.entries()) expect(total[step]?.[path]).toBeGreaterThanOrEqual(value);
			}),
			{ numRuns: 8 },
		);
	});

	test("of a day that is over change nothing", () => {
		const { sum } = whatIf(prepared, { series: [first - 1, first - 400] }, { paths: 200, seed: 1, goal: null });
		expect(sum).toEqual(bandsOf([0]));
	});

	test("that come out faster never cost money either", () => {
		const { sum } = whatIf(prepared, { cadence: 9 }, { paths: 200, seed: 1, goal: null });
		const slower = whatIf(prepared, { cadence: 5 }, { paths: 200, seed: 1, goal: null });
		expect(sum.p2_5).toBeGreaterThan(slower.sum.p2_5);
		const draws = [5, 9].map((cadence) => drawPaths(prepared, { ...usual, cadence }, 200, 1).total);
		for (const [step, some] of (draws[0] ?? []).entries())
			for (const [path, value] of some.entries()) expect(draws[1]?.[step]?.[path]).toBeGreaterThanOrEqual(value);
	});
});

test("a late Boost lifts as many times as one at four weeks, though an old story has little left", () => {
	for (const after of [0, 3, 40])
		expect(boostBetween(2, 400, 400 + after, 407 + after)).toBeCloseTo(boostBetween(2, 28, 28 + after, 35 + after), 9);
	expect(boostBetween(2, 400, 300, 400)).toBe(1);
	// Of a stretch that begins before it, it lifts that part which follows it.
	const [whole, part] = [boostBetween(2, 400, 0, 420), boostBetween(2, 400, 390, 420)];
	expect(whole).toBeGreaterThan(1);
	expect(whole).toBeLessThan(1.5);
	expect(part).toBeGreaterThan(whole);
	expect(part).toBeLessThan(boostBetween(2, 400, 400, 420));
});

test("stories said to be boosted that did no better show nothing, and their curves stay what they were", () => {
	const { stories } = fitOf(boosted(0));
	expect(stories?.fit.boost).toMatchObject({ size: 0, chance: 0, effect: { shown: false } });
	const decays = (input: EngineInput) =>
		fitOf(input).stories?.fit.hierarchy.curves.map(({ map }) => map.logDecay) ?? [];
	const before = decays(plain);
	// What a clap is worth is learned from fewer days.
	for (const [at, decay] of decays(boosted(0)).entries()) expect(Math.abs(decay - (before[at] ?? 0))).toBeLessThan(0.1);
});

test("boosted hours that pay more are paid more, and do not make other hours look dearer", () => {
	const rate = (input: EngineInput) => fitOf(input).now?.rate?.points.at(-1)?.log ?? Number.NaN;
	const known = fitOf(boosted(2.5, 0.8)).now;
	expect(known?.bonus).toMatchObject({ shown: true });
	expect(known?.bonus?.factor).toBeGreaterThan(1.4);
	expect(known?.bonus?.factor).toBeLessThan(2.1);
	const [truth, told, untold] = [rate(plain), rate(boosted(2.5, 0.8)), rate(boosted(2.5, 0.8, false))];
	expect(Math.abs(told - truth)).toBeLessThan(Math.abs(untold - truth));
	expect(fitOf(boosted(2.5)).now?.bonus?.shown).toBe(false);
});

test("days before a Boost still tell what engagement is worth", () => {
	const days = (input: EngineInput) => fitOf(input).now?.weights?.rows ?? 0;
	const whole = { ...plain, stories: plain.stories.map((story) => ({ ...story, boosted: story.published })) };
	expect(days(boosted(0))).toBeLessThan(days(plain));
	expect(days(boosted(0))).toBeGreaterThan(0.6 * days(plain));
	expect(days(whole)).toBe(0);
});

describe("a Boost under way", () => {
	const input = boosted(2.5);
	const today = input.ahead[0]?.from ?? 0;
	const usual = input.stories.findLast(({ boosted: day, days }) => day === null && (days.at(-1) ?? 0) > today - 5);
	const answerWith = (day: number | null) => {
		const stories = input.stories.map((story) => (story === usual ? { ...story, boosted: day } : story));
		const marked = { ...input, stories };
		const prepared = fitOf(marked);
		const { stories: outlooks } = answerOf(prepared, drawPaths(prepared, plannedPublishing(marked), 200, 1));
		return outlooks.find(({ id }) => id === usual?.id);
	};
	const without = answerWith(null);

	test.each([
		["of today, of which the figures tell nothing yet", 0],
		["of the day after tomorrow", 2],
	])("%s counts in what is left in the story", (_, later) => {
		const told = answerWith(today + later);
		expect(told?.remaining.p50).toBeGreaterThan(1.5 * (without?.remaining.p50 ?? 0));
	});

	test("makes the days of now fade as a burst does", () => {
		const halfLife = (one: typeof without) => one?.halfLife.days ?? Number.POSITIVE_INFINITY;
		expect(halfLife(answerWith(today))).toBeLessThan(halfLife(without));
	});
});
