import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { engineInputOf } from "#tests/evaluate/revenue/judge.ts";
import { FIRST_DAY, inventWriter, MONTH } from "#tests/evaluate/revenue/writers.ts";
import { type Bands, bandsOf } from "../bands.ts";
import { refusalMessage } from "../refusal.ts";
import {
	answerOf,
	drawPaths,
	type EngineInput,
	plannedPublishing,
	prepare,
	prepareSteps,
	refusalOf,
} from "./engine.ts";
import { NO_ENGAGEMENT, type StoryDay, type StoryRecord, storyRecord } from "./story-record.ts";

const PATHS = 200;

const writer = (months: number, cadence: number, seed: number) =>
	engineInputOf(inventWriter("powerLaw", { months, cadence, seed }));

function run(input: EngineInput, { backtest = false, seed = 1, horizon = 3 } = {}) {
	const short = { ...input, ahead: input.ahead.slice(0, horizon) };
	const prepared = prepare(short, seed, { backtest });
	const paths = drawPaths(prepared, plannedPublishing(short), PATHS, seed);
	return { paths, answer: answerOf(prepared, paths), prepared };
}

const edges = (bands: Bands) => [bands.p2_5, bands.p10, bands.p25, bands.p50, bands.p75, bands.p90, bands.p97_5];

function expectSound(input: EngineInput): void {
	const { answer, paths } = run(input);
	for (const { total, backCatalogue, newStories, cumulative } of answer.months)
		for (const bands of [total, backCatalogue, newStories, cumulative]) {
			if (!bands) continue;
			const values = edges(bands);
			expect(values.every((value) => Number.isSafeInteger(value) && value >= 0)).toBe(true);
			expect(values).toEqual([...values].sort((a, b) => a - b));
		}
	for (const { remaining } of answer.stories) expect(edges(remaining).every((value) => value >= 0)).toBe(true);
	for (const [step, totals] of paths.total.entries())
		for (const [path, value] of totals.entries()) {
			expect(Number.isFinite(value) && value >= 0).toBe(true);
			if (paths.old && paths.fresh) {
				const sum = (paths.old[step]?.[path] ?? 0) + (paths.fresh[step]?.[path] ?? 0);
				expect(Math.abs(sum - value)).toBeLessThanOrEqual(1e-9 * Math.max(1, value));
			}
		}
}

const withStories = (input: EngineInput, change: (stories: readonly StoryRecord[]) => StoryRecord[]): EngineInput => ({
	...input,
	stories: change(input.stories),
});

function rowsOf(record: StoryRecord): StoryDay[] {
	return Array.from(record.days, (day, at) => ({
		day,
		attention: record.attention[at] ?? 0,
		engagement: {
			claps: record.claps[at] ?? 0,
			highlights: record.highlights[at] ?? 0,
			responses: record.responses[at] ?? 0,
			follows: record.follows[at] ?? 0,
		},
		readers: record.readers[at] ?? null,
		earned: record.earned[at] ?? null,
	}));
}

const months = (values: readonly number[]) =>
	values.map((value, at) => ({
		month: `m${at}`,
		from: FIRST_DAY + at * MONTH,
		until: FIRST_DAY + (at + 1) * MONTH,
		value,
	}));
const plain = (values: readonly number[], changes: Partial<EngineInput> = {}): EngineInput => ({
	currency: "USD",
	months: months(values),
	running: null,
	stories: [],
	storiesFrom: FIRST_DAY,
	epochs: [],
	planned: [],
	ahead: months([...values, 0, 0, 0]).slice(values.length),
	...changes,
});
const day = (at: number, attention: number, earned: number | null = attention * 300): StoryDay => ({
	day: FIRST_DAY + at,
	attention,
	engagement: NO_ENGAGEMENT,
	readers: null,
	earned,
});
const record = (id: string, published: number | null, days: readonly StoryDay[]) =>
	storyRecord({ id, published: published === null ? null : FIRST_DAY + published, boosted: null, days });

describe("what always holds", () => {
	test.each([1, 2, 3])("bands are nested and never negative, old and new stories make the total (%i)", (seed) => {
		expectSound(writer([3, 6, 12][seed % 3] ?? 6, [1, 4, 10][seed % 3] ?? 4, seed));
	});

	test("with the back-test too, and it says how it went", () => {
		const input = writer(8, 3, 5);
		const { answer } = run(input, { backtest: true });
		expect(answer.backtest.origins).toBe(5);
		expect(answer.backtest.rows[0]).toMatchObject({ horizon: 1, forecasts: 5 });
		for (const { total } of answer.months) expect(edges(total)).toEqual(edges(total).toSorted((a, b) => a - b));
	});

	test("the same seed gives the same digits, another seed other ones", () => {
		const input = writer(6, 4, 7);
		expect(run(input, { backtest: true }).answer).toEqual(run(input, { backtest: true }).answer);
		expect(run(input, { seed: 2 }).answer).not.toEqual(run(input).answer);
	});

	test("the order of stories and of their days does not matter", () => {
		const input = writer(6, 4, 8);
		const other = withStories(input, (stories) =>
			stories.toReversed().map((story) =>
				storyRecord({
					id: story.id,
					published: story.published,
					boosted: story.boosted,
					days: rowsOf(story).toReversed(),
				}),
			),
		);
		const [a, b] = [run(input, { backtest: true }).answer, run(other, { backtest: true }).answer];
		for (const [at, month] of a.months.entries())
			for (const [edge, value] of edges(month.total).entries())
				expect(Math.abs((edges(b.months[at]?.total ?? bandsOf([]))[edge] ?? 0) - value)).toBeLessThanOrEqual(1);
	});

	test("another unit of money scales everything", () => {
		const input = writer(6, 4, 9);
		const k = 10;
		const scaled: EngineInput = {
			...input,
			months: input.months.map((month) => ({ ...month, value: month.value * k })),
			stories: input.stories.map((story) => ({ ...story, earned: story.earned.map((value) => value * k) })),
		};
		const [a, b] = [run(input, { backtest: true }).paths, run(scaled, { backtest: true }).paths];
		for (const [step, draws] of a.total.entries())
			for (const [path, value] of draws.entries()) {
				const other = b.total[step]?.[path] ?? 0;
				expect(Math.abs(other - value * k)).toBeLessThanOrEqual(1e-6 * Math.max(1, value * k));
			}
	});

	test("a story without figures changes nothing", () => {
		const input = writer(6, 4, 10);
		const other = withStories(input, (stories) => [
			...stories,
			record("empty", 100, []),
			record("zero", 90, [day(95, 0)]),
		]);
		expect(run(other).answer.months).toEqual(run(input).answer.months);
	});

	test("a replay as of a past date gives the forecast made then", () => {
		const input = writer(9, 4, 11);
		const until = input.months[5]?.until ?? 0;
		const past: EngineInput = { ...input, months: input.months.slice(0, 6), ahead: input.months.slice(6, 9) };
		const then = withStories(past, (stories) =>
			stories
				.filter(({ published }) => (published ?? 0) < until)
				.map((story) =>
					storyRecord({
						id: story.id,
						published: story.published,
						boosted: story.boosted,
						days: rowsOf(story).filter((one) => one.day < until),
					}),
				),
		);
		expect(run(past, { backtest: true }).answer.months).toEqual(run(then, { backtest: true }).answer.months);
	});

	test("what is in of a running month is a floor, and old and new stories make up the rest", () => {
		const input = writer(6, 4, 12);
		const first = input.ahead[0];
		const running = {
			month: "now",
			from: first?.from ?? 0,
			knownUntil: (first?.from ?? 0) + 10,
			until: first?.until ?? 0,
			toDate: 5000,
			provisional: 0,
		};
		const { answer } = run({ ...input, running });
		expect(answer.months[0]?.toDate).toBe(5000);
		expect(answer.months[0]?.total.p2_5).toBeGreaterThanOrEqual(5000);
		expect(answer.months[0]?.backCatalogue?.p2_5).toBeGreaterThanOrEqual(5000);
	});

	test("a running month that was corrected below nothing lowers what is to come, never below nothing", () => {
		const input = writer(6, 4, 12);
		const first = input.ahead[0];
		const now = (toDate: number) => ({
			month: "now",
			from: first?.from ?? 0,
			knownUntil: (first?.from ?? 0) + 10,
			until: first?.until ?? 0,
			toDate,
			provisional: 0,
		});
		const [nothing, debt, ruin] = [0, -300, -1e9].map(
			(toDate) => run({ ...input, running: now(toDate) }).answer.months,
		);
		expect(debt?.[0]?.toDate).toBe(-300);
		expect(debt?.[0]?.total.p50).toBe((nothing?.[0]?.total.p50 ?? 0) - 300);
		expect(debt?.[1]?.total).toEqual(nothing?.[1]?.total);
		expect(ruin?.[0]?.total).toEqual(bandsOf([0]));
		expect(ruin?.[0]?.newStories).toEqual(bandsOf([0]));
		for (const months of [debt, ruin])
			for (const { total, backCatalogue, newStories, cumulative } of months ?? [])
				for (const bands of [total, backCatalogue, newStories, cumulative])
					expect(bands && edges(bands).every((value) => value >= 0)).toBe(true);
	});

	test("fewer months told are the same months, digit by digit", () => {
		const { prepared, paths } = run(writer(8, 3, 5), { backtest: true, horizon: 12 });
		const [whole, few] = [answerOf(prepared, paths), answerOf(prepared, paths, 3)];
		expect(few.months).toEqual(whole.months.slice(0, 3));
		expect(few.mix.bottomUp).toEqual(whole.mix.bottomUp.slice(0, 3));
		expect(few.backtest.rows).toEqual(whole.backtest.rows.slice(0, 3));
		expect(few.stories[0]?.remaining.p50).toBeLessThan(whole.stories[0]?.remaining.p50 ?? 0);
	});

	test("work is done in many short steps and can be stopped between them", () => {
		const steps = prepareSteps(writer(12, 10, 13), 1, { backtest: true });
		let count = 0;
		while (count < 20 && !steps.next().done) count += 1;
		expect(count).toBe(20);
	});
});

describe("bad input gets an answer or a plain refusal", () => {
	test.each<[string, EngineInput, string]>([
		["nothing", plain([]), "no-earnings"],
		["one month", plain([100]), "few-months"],
		["all zeros", plain([0, 0, 0, 0]), "all-zero"],
		["a month that is no number", plain([100, Number.NaN, 300]), "no-number"],
		["an endless month", plain([100, Number.POSITIVE_INFINITY, 300]), "no-number"],
		["no month ahead", plain([100, 200, 300], { ahead: [] }), "nothing-ahead"],
	])("%s", (_, input, code) => {
		const refusal = refusalOf(input);
		expect(refusal?.code).toBe(code);
		expect(refusal && refusalMessage(refusal).text.length).toBeGreaterThan(20);
	});

	test.each<[string, EngineInput]>([
		["months alone", plain([100, 200, 300])],
		["one story of one day", plain([100, 200, 300], { stories: [record("a", 89, [day(89, 3)])] })],
		["one story", plain([100, 200, 300], { stories: [record("a", 0, [day(0, 3), day(40, 1), day(80, 1)])] })],
		["a story of unknown age", plain([100, 200, 300], { stories: [record("a", null, [day(0, 3), day(40, 1)])] })],
		[
			"attention without money",
			plain([100, 200, 300], { stories: [record("a", 0, [day(0, 3, null), day(9, 1, null)])] }),
		],
		[
			"days that are no numbers",
			plain([100, 200, 300], {
				stories: [record("a", 0, [day(0, Number.NaN), day(9, Number.POSITIVE_INFINITY), day(10, 1)])],
			}),
		],
		[
			"days of the future",
			plain([100, 200, 300], {
				stories: [record("a", 0, [day(0, 3), day(5000, 1e6)]), record("b", 4000, [day(4000, 9)])],
			}),
		],
		[
			"corrections below zero",
			plain([100, 200, 300], { stories: [record("a", 0, [day(0, 3), day(1, -50), day(20, 2), day(60, -1)])] }),
		],
		["a month below zero", plain([100, -200, 300, 400])],
		[
			"a gap of months",
			plain([100, 200, 300], { months: months([9, 9, 0, 0, 100, 200, 300]).filter((_, at) => at !== 3) }),
		],
		[
			"an enormous spike",
			plain([100, 100, 1e12, 100], { stories: [record("a", 0, [day(0, 3), day(70, 1e9), day(100, 2)])] }),
		],
		[
			"the month is over already",
			plain([100, 200, 300], {
				running: {
					month: "now",
					from: FIRST_DAY + 90,
					knownUntil: FIRST_DAY + 120,
					until: FIRST_DAY + 120,
					toDate: 50,
					provisional: 0,
				},
			}),
		],
	])("%s", (_, input) => {
		expect(refusalOf(input)).toBeNull();
		expectSound(input);
	});

	test("a correction takes away", () => {
		const fair = Array.from({ length: 90 }, (_, at) => day(at, 5));
		const story = (days: StoryDay[]) => plain([9000, 9000, 9000], { stories: [record("a", 0, days)] });
		const corrected = [...fair, ...fair.slice(70).map((one) => ({ ...one, attention: -4, earned: -1200 }))];
		const middle = (input: EngineInput) => run(input).answer.months[0]?.backCatalogue?.p50 ?? 0;
		expect(middle(story(corrected))).toBeLessThan(middle(story(fair)));
	});

	test("whichever months are known", () => {
		const values = fc.array(fc.option(fc.integer({ min: -1000, max: 1e6 })), { minLength: 3, maxLength: 30 });
		fc.assert(
			fc.property(values, (all) => {
				const known = months(all.map((value) => value ?? 0)).filter((_, at) => all[at] !== null);
				const input = plain([], { months: known, ahead: months([...all, 0, 0].map(() => 0)).slice(all.length) });
				if (refusalOf(input) === null) expectSound(input);
			}),
			{ numRuns: 60, endOnFailure: true },
		);
	});

	test("wild figures never give a number below zero or none at all", () => {
		const wild = fc.array(
			fc.record({
				published: fc.option(fc.integer({ min: -400, max: 120 })),
				days: fc.array(
					fc.tuple(
						fc.integer({ min: -30, max: 130 }),
						fc.double({ min: -1e6, max: 1e9 }),
						fc.option(fc.double({ min: -1e6, max: 1e9 })),
					),
					{ maxLength: 12 },
				),
			}),
			{ maxLength: 5 },
		);
		fc.assert(
			fc.property(
				wild,
				fc.array(fc.integer({ min: -1000, max: 1e9 }), { minLength: 3, maxLength: 7 }),
				(stories, values) => {
					const input = plain(values, {
						stories: stories.map(({ published, days }, at) =>
							record(
								`s${at}`,
								published,
								days.map(([when, attention, earned]) => day(when, attention, earned)),
							),
						),
					});
					if (refusalOf(input) === null) expectSound(input);
				},
			),
			{ numRuns: 40, endOnFailure: true },
		);
	});

	test("ten thousand stories", () => {
		const stories = Array.from({ length: 10_000 }, (_, at) =>
			record(`s${at}`, at % 80, [day(at % 80, 1 + (at % 7)), day(85, 1)]),
		);
		const { answer } = run(plain([5000, 6000, 7000], { stories }));
		expect(answer.stories).toHaveLength(10_000);
		expect(answer.months[0]?.total.p50).toBeGreaterThan(0);
	});
});
