import { expect, test } from "vitest";
import { engineInputOf } from "#tests/evaluate/revenue/judge.ts";
import { inventWriter } from "#tests/evaluate/revenue/writers.ts";
import { english } from "../../words/message.ts";
import { answerOf, drawPaths, type EngineInput, plannedPublishing, prepare } from "./engine.ts";
import { overPlanMessage, overPlans } from "./over-plan.ts";
import { whatIf } from "./what-if.ts";

const full = engineInputOf(inventWriter("powerLaw", { months: 6, cadence: 2, seed: 21 }));
const DRAWING = { paths: 200, seed: 1 };

function asked(stories: number, given: Partial<EngineInput> = {}, step = 1) {
	const ahead = full.ahead.slice(0, 4);
	const until = ahead[step]?.until ?? 0;
	const planned = Array.from({ length: stories }, (_, at) => ({ day: until - 1 - (at % 6), as: null }));
	const input: EngineInput = { ...full, ahead, planned, ...given };
	const prepared = prepare(input, 1, { backtest: false });
	const { months, pace } = answerOf(prepared, drawPaths(prepared, plannedPublishing(input), 200, 1));
	return { prepared, months, pace, found: overPlans(prepared, pace, { ...DRAWING, told: 4 }) };
}

test("a plan far over the pace is told with the month without it, as a what-if has it", () => {
	const { prepared, months, found } = asked(12);
	const [over] = found;
	expect(found).toMatchObject([{ month: months[1]?.month, planned: 12 }]);
	expect(over?.usual).toBeLessThan(4);
	expect(over?.without.p50).toBeLessThan(months[1]?.total.p50 ?? 0);
	expect(over?.without).toEqual(whatIf(prepared, { plan: false }, { ...DRAWING, goal: null }).months[1]?.total);
});

test("one at the pace, or at the pace that is set, is not", () => {
	expect(asked(2).found).toEqual([]);
	expect(asked(12, { cadence: 11 }).found).toEqual([]);
});

test("of a month that has begun the plan is held against the pace of its rest", () => {
	const [first] = full.ahead;
	if (!first) throw new Error("no month ahead");
	const { month, from, until } = first;
	const running = { month, from, knownUntil: until - 7, until, toDate: 500, provisional: 0 };
	const { found } = asked(3, { cadence: 2, running }, 0);
	expect(found).toMatchObject([{ month, planned: 3 }]);
	expect(found[0]?.usual).toBeCloseTo((2 * 7) / 30.44);
	expect(asked(3, { cadence: 2 }, 0).found).toEqual([]);
});

test("the pace it is held against is the one that is drawn at", () => {
	const { pace } = asked(0);
	expect(pace?.usual).toBeCloseTo(((pace?.stories ?? 0) + 0.5) / ((pace?.months ?? 0) + 0.25));
});

test("it is said with stories, pace and money", () => {
	const { without } = asked(12).found[0] ?? {};
	if (!without) throw new Error("no plan over the pace");
	expect(english(overPlanMessage({ month: "2026-12", planned: 6, usual: 1.234, without }, "$90"))).toBe(
		"6 stories are planned for 2026-12 from now on, against 1.2 otherwise counted on, and all of them count as if they came out. Without the plan: $90.",
	);
});
