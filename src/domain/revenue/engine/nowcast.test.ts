import { expect, test } from "vitest";
import { FIRST_DAY, inventWriter, MONTH } from "#tests/evaluate/revenue/writers.ts";
import { answerOf, drawPaths, type EngineInput, plannedPublishing, prepare } from "./engine.ts";

/** What a writer whose stories are not known had earned so far in the last month, and what it came to. */
function nowcast(family: "powerLaw" | "other", known: number, elapsed: number, seed: number) {
	const { known: stories, knownMonths } = inventWriter(family, { months: known + 1, cadence: 4, seed });
	const month = (at: number) => ({
		month: String(at),
		from: FIRST_DAY + at * MONTH,
		until: FIRST_DAY + (at + 1) * MONTH,
	});
	const running = month(known);
	const knownUntil = running.from + elapsed;
	let toDate = 0;
	let all = 0;
	for (const { days, earned } of stories)
		for (const [at, day] of days.entries()) {
			if (day >= running.from && day < running.until) all += earned[at] || 0;
			if (day >= running.from && day < knownUntil) toDate += earned[at] || 0;
		}
	const actual = knownMonths.at(-1) ?? 0;
	if (!(all > 0)) return null;
	const input: EngineInput = {
		currency: "USD",
		months: knownMonths.slice(0, known).map((value, at) => ({ ...month(at), value })),
		running: { ...running, knownUntil, toDate: (toDate * actual) / all, provisional: 0 },
		stories: [],
		storiesFrom: FIRST_DAY,
		epochs: [],
		planned: [],
		ahead: [running],
	};
	const prepared = prepare(input, seed, { backtest: true });
	const total = answerOf(prepared, drawPaths(prepared, plannedPublishing(input), 400, seed)).months[0]?.total;
	return total ? actual >= total.p10 && actual <= total.p90 : null;
}

test("the 80 % range of a running month holds about four in five where only monthly totals are known", () => {
	const found = (["powerLaw", "other"] as const).flatMap((family) =>
		[10, 20].flatMap((elapsed) =>
			Array.from({ length: 30 }, (_, seed) => nowcast(family, 10, elapsed, 7000 + seed)).filter((one) => one !== null),
		),
	);
	const held = found.filter(Boolean).length / found.length;
	expect(found.length).toBeGreaterThan(100);
	expect(held).toBeGreaterThan(0.74);
	expect(held).toBeLessThan(0.88);
}, 30_000);
