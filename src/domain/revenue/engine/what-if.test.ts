import { expect, test } from "vitest";
import { engineInputOf } from "#tests/evaluate/revenue/judge.ts";
import { inventWriter } from "#tests/evaluate/revenue/writers.ts";
import { prepare } from "./engine.ts";
import { type Assumptions, whatIf } from "./what-if.ts";

const full = engineInputOf(inventWriter("powerLaw", { months: 6, cadence: 4, seed: 21 }));
const input = { ...full, ahead: full.ahead.slice(0, 4) };
const prepared = prepare(input, 1, { backtest: false });
const ask = (assumptions: Assumptions, goal: number | null = null) =>
	whatIf(prepared, assumptions, { paths: 200, seed: 1, goal });

test.each<[string, Assumptions]>([
	["nothing said", {}],
	["factors of one", { length: 1, readRatio: 1, evergreen: 1, weekday: 1, rate: 1, boost: 1 }],
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

test("losing Boost brings less", () => {
	expect(ask({ boost: 0.6 }).sum.p50).toBeLessThan(0);
});

test("the chance of a goal falls with the goal and rises with more stories", () => {
	const easy = ask({ cadence: 12 }, 1).goal;
	expect(easy).toEqual({ base: 1, other: 1 });
	const middle = ask({}).months.reduce((sum, { total }) => sum + total.p50, 0);
	const hard = ask({ cadence: 12 }, 1.2 * middle).goal;
	expect(hard?.base).toBeLessThan(0.6);
	expect(hard?.other).toBeGreaterThan(hard?.base ?? 1);
});
