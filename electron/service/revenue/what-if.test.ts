import { expect, test } from "vitest";
import { prepare } from "#domain/revenue/engine/engine.ts";
import { dateOfDay } from "#domain/stats/periods.ts";
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
			{ ledger, today: dateOfDay(writer.ahead[0]?.from ?? 0) },
			{ assumptions, goal: null, months: 3, seed: 1 },
			prepare(input, 1, { backtest: false }),
		);
	const { answer, bases } = ask({ weekday: 6 });
	expect(bases.map(({ text }) => text)).toEqual([expect.stringMatching(/^Weekday: your figures do not show/)]);
	expect(Object.values(answer?.sum ?? { none: 1 }).every((value) => value === 0)).toBe(true);
	expect(ask({ weekday: 6, cadence: 9 }).answer?.sum.p50).toBeGreaterThan(0);
});

test("days that are over by the clock are not changed, though the figures end before them", () => {
	const input = engineInputOf(inventWriter("powerLaw", { months: 6, cadence: 2, seed: 5 }));
	const day = input.ahead[0]?.from ?? 0;
	const ledger = { known: input, asOf: null, readRatio: null, usualMinutes: null, beginnings: [] };
	const prepared = prepare(input, 1, { backtest: false });
	const ask = (today: number) =>
		whatIfOf(
			{ ledger, today: dateOfDay(today) },
			{ assumptions: { series: [dateOfDay(day + 5)] }, goal: null, months: 3, seed: 1 },
			prepared,
		);
	expect(ask(day + 5).answer?.sum.p50).toBeGreaterThan(0);
	const { answer, bases } = ask(day + 6);
	expect(answer?.sum).toMatchObject({ p2_5: 0, p50: 0, p97_5: 0 });
	expect(bases.map(({ text }) => text)).toEqual([expect.stringMatching(/are over, so those change nothing/)]);
});
