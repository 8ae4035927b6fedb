import { expect, test } from "vitest";
import { engineInputOf } from "#tests/evaluate/revenue/judge.ts";
import { inventWriter } from "#tests/evaluate/revenue/writers.ts";
import { english } from "../../words/message.ts";
import { answerOf, drawPaths, plannedPublishing, prepare } from "./engine.ts";
import { overPlanMessage, overPlans } from "./over-plan.ts";
import { whatIf } from "./what-if.ts";

const full = engineInputOf(inventWriter("powerLaw", { months: 6, cadence: 2, seed: 21 }));
const DRAWING = { paths: 200, seed: 1 };

function asked(stories: number, cadence: number | null = null) {
	const ahead = full.ahead.slice(0, 4);
	const from = ahead[1]?.from ?? 0;
	const input = { ...full, ahead, cadence, planned: Array.from({ length: stories }, (_, at) => from + at) };
	const prepared = prepare(input, 1, { backtest: false });
	const { months, pace } = answerOf(prepared, drawPaths(prepared, plannedPublishing(input), 200, 1));
	return { prepared, months, found: overPlans(prepared, pace, { ...DRAWING, told: 4 }) };
}

test("a plan far over the pace is told with the month without it, as a what-if has it", () => {
	const { prepared, months, found } = asked(12);
	const [over] = found;
	expect(found).toMatchObject([{ month: months[1]?.month, planned: 12 }]);
	expect(over?.pace).toBeLessThan(4);
	expect(over?.without.p50).toBeLessThan(months[1]?.total.p50 ?? 0);
	expect(over?.without).toEqual(whatIf(prepared, { plan: false }, { ...DRAWING, goal: null }).months[1]?.total);
});

test("one at the pace, or at the pace that is set, is not", () => {
	expect(asked(2).found).toEqual([]);
	expect(asked(12, 11).found).toEqual([]);
});

test("it is said with stories, pace and money", () => {
	const { without } = asked(12).found[0] ?? {};
	if (!without) throw new Error("no plan over the pace");
	expect(english(overPlanMessage({ month: "2026-12", planned: 6, pace: 1.234, without }, "$90"))).toBe(
		"6 stories are planned for 2026-12, against a pace of 1.2 a month, and all of them count as if they came out. Without the plan: $90.",
	);
});
