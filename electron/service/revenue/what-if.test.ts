import { expect, test } from "vitest";
import { prepare } from "#domain/revenue/engine/engine.ts";
import { engineInputOf } from "#tests/evaluate/revenue/judge.ts";
import { inventWriter } from "#tests/evaluate/revenue/writers.ts";
import { whatIfOf } from "./what-if.ts";

test("a weekday that the figures do not show to matter changes nothing, not even of a planned story's own day", () => {
	const writer = engineInputOf(inventWriter("powerLaw", { months: 6, cadence: 2, seed: 5 }));
	const day = (writer.ahead[0]?.from ?? 0) + 5;
	// Beside its topic the weekday tells something; alone it does not.
	const planned = [{ day, as: { shifts: { topic: 0.5, weekday: 1 }, spread: 0.9 } }];
	const input = { ...writer, planned };
	const ledger = { known: input, asOf: null, readRatio: null, usualMinutes: null, beginnings: [] };
	const ask = (assumptions: { weekday: number; cadence?: number }) =>
		whatIfOf(
			{ ledger, today: "2026-03-05" },
			{ assumptions, goal: null, months: 3, seed: 1 },
			prepare(input, 1, { backtest: false }),
		);
	const { answer, bases } = ask({ weekday: 6 });
	expect(bases.map(({ text }) => text)).toEqual([expect.stringMatching(/^Weekday: your figures do not show/)]);
	expect(Object.values(answer?.sum ?? { none: 1 }).every((value) => value === 0)).toBe(true);
	expect(ask({ weekday: 6, cadence: 9 }).answer?.sum.p50).toBeGreaterThan(0);
});
