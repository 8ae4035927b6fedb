import { describe, expect, test } from "vitest";
import { engineInputOf } from "#tests/evaluate/revenue/judge.ts";
import { inventWriter } from "#tests/evaluate/revenue/writers.ts";
import type { PlannedLikeness } from "../attention/new-stories.ts";
import type { Bands } from "../bands.ts";
import { answerOf, drawPaths, plannedPublishing, prepare } from "./engine.ts";
import { type Assumptions, whatIf } from "./what-if.ts";

const full = engineInputOf(inventWriter("powerLaw", { months: 6, cadence: 4, seed: 21 }));
const input = { ...full, ahead: full.ahead.slice(0, 4) };
const prepared = prepare(input, 1, { backtest: false });
const ask = (assumptions: Assumptions, goal: number | null = null) =>
	whatIf(prepared, assumptions, { paths: 200, seed: 1, goal });

test.each<[string, Assumptions]>([
	["nothing said", {}],
	["factors of one", { length: 1, readRatio: 1, evergreen: 1, weekday: 1, rate: 1, boosts: 1 }],
	["Boost lost where none is known", { boosts: 0 }],
	["Boost had more often where none is known", { boosts: 3 }],
	["a plan that is empty anyway", { plan: false, series: [] }],
])("%s changes exactly nothing", (_, assumptions) => {
	const { months, sum } = ask(assumptions);
	for (const bands of [sum, ...months.map(({ difference }) => difference)])
		expect(Object.values(bands).every((value) => value === 0)).toBe(true);
});

test("more stories bring more, none bring less, and the later the more", () => {
	const more = ask({ cadence: 12 });
	const none = ask({ stop: true });
	expect(more.sum.p10).toBeGreaterThan(0);
	expect(none.sum.p90).toBeLessThan(0);
	expect(none.months[3]?.difference.p50).toBeLessThan(none.months[0]?.difference.p50 ?? 0);
	for (const { total } of none.months) expect(total.p2_5).toBeGreaterThanOrEqual(0);
});

test("a rate less three tenths takes three tenths of every path", () => {
	const { months } = ask({ rate: 0.7 });
	for (const { difference, total } of months) {
		expect(difference.p97_5).toBeLessThanOrEqual(0);
		expect(Math.abs(difference.p50 + (0.3 / 0.7) * total.p50)).toBeLessThan(0.02 * total.p50);
	}
});

test.each<[string, Assumptions]>([
	["longer", { length: 1.5 }],
	["read to the end more often", { readRatio: 1.2 }],
	["more evergreen", { evergreen: 3 }],
	["a better weekday", { weekday: 1.1 }],
	["a series on top", { series: [(input.ahead[0]?.from ?? 0) + 3, (input.ahead[0]?.from ?? 0) + 10] }],
])("%s brings more", (_, assumptions) => {
	expect(ask(assumptions).sum.p50).toBeGreaterThan(0);
});

test("the chance of a goal falls with the goal and rises with more stories", () => {
	const easy = ask({ cadence: 12 }, 1).goal;
	expect(easy).toEqual({ base: 1, other: 1 });
	const middle = ask({}).months.reduce((sum, { total }) => sum + total.p50, 0);
	const hard = ask({ cadence: 12 }, 1.2 * middle).goal;
	expect(hard?.base).toBeLessThan(0.6);
	expect(hard?.other).toBeGreaterThan(hard?.base ?? 1);
});

test("a pace that is set and a what-if of the same pace are one answer, and stories that are out earn the same", () => {
	const set = { ...input, cadence: 0 };
	const settled = prepare(set, 1, { backtest: false });
	const paths = drawPaths(settled, plannedPublishing(set), 200, 1);
	const asked = ask({ cadence: 0 });
	const answer = answerOf(settled, paths);
	expect(answer.months.map(({ total }) => total.p50)).toEqual(asked.months.map(({ total }) => total.p50));
	const usual = answerOf(prepared, drawPaths(prepared, plannedPublishing(input), 200, 1));
	for (const [step, { backCatalogue }] of answer.months.entries()) {
		const before = usual.months[step]?.backCatalogue?.p50 ?? 0;
		expect(Math.abs((backCatalogue?.p50 ?? 0) - before)).toBeLessThanOrEqual(1);
	}
});

test("a plan takes the place of the month's usual stories, and of no other month's", () => {
	const planned = { ...input, planned: [{ day: (input.ahead[3]?.from ?? 0) + 2, as: null }] };
	const draws = (given: typeof input) =>
		drawPaths(prepare(given, 1, { backtest: false }), plannedPublishing(given), 200, 1).fresh ?? [];
	const [before, after] = [draws(input), draws(planned)];
	for (const step of [0, 1, 2]) expect(after[step]).toEqual(before[step]);
	const series = ask({ series: planned.planned.map((one) => one.day) });
	expect(series.months.slice(0, 3).every(({ difference }) => difference.p97_5 === 0)).toBe(true);
	expect(series.months[3]?.difference.p50).toBeGreaterThan(0);
});

test("a change of rules that is to come makes the ranges wider from its month on, and moves nothing before it", () => {
	const day = (input.ahead[2]?.from ?? 0) + 10;
	const ruled = { ...input, epochs: [{ day, text: "" }] };
	const months = (given: typeof input) => {
		const ready = prepare(given, 1, { backtest: false });
		return answerOf(ready, drawPaths(ready, plannedPublishing(given), 1000, 1)).months.map(({ total }) => total);
	};
	const [before, after] = [months(input), months(ruled)];
	expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
	for (const step of [2, 3]) {
		const width = (all: typeof before) => Math.log((all[step]?.p90 ?? 1) / (all[step]?.p10 ?? 1));
		expect(width(after)).toBeGreaterThan(1.1 * width(before));
	}
});

describe("a planned story", () => {
	const day = (input.ahead[0]?.from ?? 0) + 5;
	const drawn = (as: PlannedLikeness | null) => {
		const planned = { ...input, planned: [{ day, as }] };
		const known = prepare(planned, 1, { backtest: false });
		return { known, months: answerOf(known, drawPaths(known, plannedPublishing(planned), 200, 1)).months };
	};
	const good: PlannedLikeness = { shifts: { topic: 1, weekday: 0.7 }, spread: 0.8 };

	test("of which nothing is known is as usual, digit by digit", () => {
		expect(drawn({ shifts: {}, spread: 1 }).months).toEqual(drawn(null).months);
	});

	test("whose topic and weekday do well brings more, and on another weekday less of it", () => {
		const [usual, better] = [drawn(null), drawn(good)];
		expect(better.months[0]?.newStories?.p50).toBeGreaterThan(usual.months[0]?.newStories?.p50 ?? 0);
		expect(better.months[0]?.backCatalogue?.p50).toBeGreaterThan(0);
		const moved = whatIf(better.known, { weekday: 1 }, { paths: 200, seed: 1, goal: null });
		expect(moved.sum.p50).toBeLessThan(0);
		const same = whatIf(usual.known, { weekday: 1 }, { paths: 200, seed: 1, goal: null });
		expect(Object.values(same.sum).every((value) => value === 0)).toBe(true);
	});
});

describe("from a day on", () => {
	const [first, second] = input.ahead;
	const since = (first?.from ?? 0) + 20;
	const from = (assumptions: Assumptions, day = since) =>
		whatIf(prepared, assumptions, { paths: 200, seed: 1, goal: null, since: day });
	const all = (bands: Bands | undefined) => Object.values(bands ?? { none: Number.NaN });

	test("nothing assumed changes nothing, and what begins on the first day ahead is as if no day were given", () => {
		expect(all(from({ rate: 1, boosts: 1, plan: true }).sum).every((value) => value === 0)).toBe(true);
		expect(from({ cadence: 9, rate: 1.2 }, first?.from)).toEqual(ask({ cadence: 9, rate: 1.2 }));
	});

	test("stopping takes away only what comes out from then on, and less than stopping at once", () => {
		const [later, atOnce] = [from({ stop: true }), ask({ stop: true })];
		expect(later.sum.p50).toBeLessThan(0);
		expect(later.months[0]?.difference.p50).toBeGreaterThan(0.5 * (atOnce.months[0]?.difference.p50 ?? 0));
		expect(all(from({ stop: true }, second?.from).months[0]?.difference).every((value) => value === 0)).toBe(true);
		expect(from({ stop: true }, second?.from).months[1]?.difference.p50).toBeLessThan(0);
	});

	test("parts of a series before it change nothing", () => {
		expect(all(from({ series: [since - 1] }).sum).every((value) => value === 0)).toBe(true);
		expect(from({ series: [since] }).sum.p50).toBeGreaterThan(0);
	});

	test("a rate moves the days that are left of the month only", () => {
		const { months } = from({ rate: 0.5 });
		const days = (first?.until ?? 0) - (first?.from ?? 0);
		const share = (days - 20) / days;
		const { difference, total } = months[0] ?? {};
		expect((difference?.p50 ?? 0) / (total?.p50 ?? 1)).toBeCloseTo((-0.5 * share) / (1 - 0.5 * share), 2);
	});
});
