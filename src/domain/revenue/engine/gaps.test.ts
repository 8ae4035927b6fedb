import { describe, expect, test } from "vitest";
import { engineInputOf } from "#tests/evaluate/revenue/judge.ts";
import { inventWriter, MONTH } from "#tests/evaluate/revenue/writers.ts";
import { bandsOf } from "../bands.ts";
import { fitLevel } from "../level-model.ts";
import { answerOf, drawPaths, type EngineInput, plannedPublishing, prepare, refusalOf } from "./engine.ts";
import { gapMessage, gapsOf, missingMonths, sinceGap, slotsOf } from "./gaps.ts";
import { storyRecord } from "./story-record.ts";

const months = (known: readonly number[], value = 1000) =>
	known.map((at) => ({ month: `m${at}`, from: at * MONTH, until: (at + 1) * MONTH, value }));

function project(input: EngineInput) {
	const prepared = prepare(input, 1, { backtest: true });
	return { prepared, answer: answerOf(prepared, drawPaths(prepared, plannedPublishing(input), 400, 1)) };
}

/** Nothing of some months, neither of the account nor of its stories. */
function without(input: EngineInput, lost: readonly number[]): EngineInput {
	const gone = input.months.filter((_, at) => lost.includes(at));
	const isGone = (day: number) => gone.some(({ from, until }) => day >= from && day < until);
	return {
		...input,
		months: input.months.filter((month) => !gone.includes(month)),
		stories: input.stories.map((story) =>
			storyRecord({
				...story,
				days: Array.from(story.days, (day, at) => ({
					day,
					attention: story.attention[at] ?? 0,
					engagement: { claps: 0, highlights: 0, responses: 0, follows: 0 },
					readers: story.readers[at] ?? null,
					earned: story.earned[at] ?? null,
				})).filter(({ day }) => !isGone(day)),
			}),
		),
	};
}

test("unknown months are counted and found, those after the last gap are told apart", () => {
	const known = months([0, 1, 4, 5, 8]);
	const gaps = gapsOf(known, months([10, 11]));
	expect(gaps).toEqual({ before: [0, 0, 2, 0, 2], ahead: 1 });
	expect(missingMonths(gaps)).toBe(5);
	expect(sinceGap(known, { ...gaps, ahead: 0 }).map(({ month }) => month)).toEqual(["m8"]);
	expect(sinceGap(known, gaps)).toEqual([]);
	expect(slotsOf(known).map((slot) => slot.known)).toEqual([0, 1, null, null, 2, 3, null, null, 4]);
	expect(slotsOf(known)[3]).toMatchObject({ from: 3 * MONTH, until: 4 * MONTH });
});

test("a gap is told where something is projected across it, and not where nothing is", () => {
	expect(gapMessage({ missing: 1, months: [0] })?.values).toMatchObject({ count: 1 });
	expect(gapMessage({ missing: 0, months: [0] })).toBeNull();
	expect(gapMessage({ missing: 1, months: [] })).toBeNull();
});

test("the back-test tells of months as far ahead as those that are told, however near the nearest one tried is", () => {
	const input = (known: readonly number[], ahead: readonly number[]): EngineInput => ({
		currency: "USD",
		months: months(known).map((month, at) => ({ ...month, value: 1000 + 100 * at })),
		running: null,
		stories: [],
		storiesFrom: 0,
		epochs: [],
		planned: [],
		ahead: months(ahead),
	});
	const horizons = (given: EngineInput) => project(given).answer.backtest.rows.map(({ horizon }) => horizon);
	expect(horizons(input([0, 1, 2, 6], [7, 8, 9, 10, 11, 12]))).toEqual([4]);
	expect(horizons(input([0, 1, 2, 3, 4, 5], [6, 7, 8]))).toEqual([1, 2, 3]);
	expect(horizons(input([0, 1, 2, 3, 4, 5], [8, 9, 10]))).toEqual([3]);
});

test("across a gap the next month moves the level further, and its error counts for less", () => {
	const values = [100, 190, 90, 160, 250];
	const [near, far] = [fitLevel(values), fitLevel(values, [0, 0, 0, 0, 9])];
	expect(far.level).toBeGreaterThan(near.level);
	expect(far.level).toBeLessThan(Math.log(250 + far.offset));
	expect(far.deviation).toBeLessThan(near.deviation);
	expect(fitLevel(values, [0, 0, 0, 0, 0])).toEqual(near);
});

describe("months before a gap", () => {
	const whole = engineInputOf(inventWriter("powerLaw", { months: 14, cadence: 4, seed: 3 }));
	const input = without(whole, [8, 9, 10]);

	test("count: two months after it are enough for a forecast", () => {
		const late = without(whole, [9, 10, 11]);
		expect(refusalOf(late)).toBeNull();
		expect(project(late).prepared.input.months).toHaveLength(11);
	});

	test("are tried in the back-test, at the distance they have", () => {
		const { trials } = project(input).prepared;
		const beforeGap = trials.filter(({ origin }) => origin === 8);
		expect(beforeGap.map(({ horizon }) => horizon)).toEqual([4, 5, 6]);
		expect(beforeGap.map(({ at }) => at)).toEqual([8, 9, 10]);
		const afterGap = trials.filter(({ origin }) => origin === 9);
		expect(afterGap.map(({ horizon }) => horizon)).toEqual([1, 2]);
	});

	test("a forecast without three months is about the one with them", () => {
		const [all, holed] = [project(whole).answer, project(input).answer];
		for (const step of [0, 2])
			for (const part of ["total", "backCatalogue"] as const) {
				const [one, other] = [all.months[step]?.[part]?.p50 ?? 0, holed.months[step]?.[part]?.p50 ?? 0];
				expect(Math.abs(Math.log(other / one))).toBeLessThan(0.25);
			}
	});

	test("stories that came out meanwhile count for the pace, and are none that were seen to begin", () => {
		const { prepared } = project(input);
		const gap = { from: whole.months[8]?.from ?? 0, until: whole.months[10]?.until ?? 0 };
		const born = prepared.stories?.fit.hierarchy.curves.filter(
			({ story }) => story.birth >= gap.from && story.birth + 7 <= gap.until,
		);
		expect(born?.length).toBeGreaterThan(3);
		expect(born?.every(({ story }) => story.truncated && story.source.published !== null)).toBe(true);
		expect(prepared.stories?.fit.pace).toEqual(project(whole).prepared.stories?.fit.pace);
	});

	test("a running month after it is the first ahead, as far from the last known one as it is", () => {
		const last = without(whole, [12, 13]);
		const [from, until] = [whole.ahead[0]?.from ?? 0, whole.ahead[0]?.until ?? 0];
		const running = { month: "now", from, knownUntil: from + 12, until, toDate: 900, provisional: 0 };
		const { answer, prepared } = project({ ...last, running });
		expect(prepared.gaps.ahead).toBe(2);
		expect(answer.months[0]?.total.p2_5).toBeGreaterThanOrEqual(900);
		expect(answer.mix.bottomUp).toHaveLength(12);
		expect(answer.widening).toHaveLength(12);
	});
});

test("a gap in the newest weeks does not count as silence", () => {
	const until = 400;
	const input = (lost: (day: number) => boolean): EngineInput => ({
		currency: "USD",
		months: months(Array.from({ length: 13 }, (_, at) => at)).map((month) => ({ ...month, value: 5000 })),
		running: null,
		stories: ["a", "b"].map((id) =>
			storyRecord({
				id,
				published: 10,
				boosted: null,
				days: Array.from({ length: until - 10 }, (_, at) => ({
					day: 10 + at,
					attention: 1,
					engagement: { claps: 0, highlights: 0, responses: 0, follows: 0 },
					readers: 12,
					earned: 300,
				})).filter(({ day }) => !lost(day)),
			}),
		),
		storiesFrom: 0,
		epochs: [],
		planned: [],
		ahead: months([13, 14, 15]),
	});
	const middle = (lost: (day: number) => boolean) => {
		const given = input(lost);
		const { stories } = drawPaths(prepare(given, 1, { backtest: false }), plannedPublishing(given), 400, 1);
		return bandsOf(stories?.old[1] ?? []).p50;
	};
	const [steady, holed] = [middle(() => false), middle((day) => day >= 345 && day < 380)];
	expect(Math.abs(holed / steady - 1)).toBeLessThan(0.15);
});
