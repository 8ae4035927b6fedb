import { describe, expect, test } from "vitest";
import { engineInputOf } from "#tests/evaluate/revenue/judge.ts";
import { inventWriter } from "#tests/evaluate/revenue/writers.ts";
import { answerOf, drawPaths, type EngineInput, plannedPublishing, prepare } from "./engine.ts";

const WHOLE = engineInputOf(inventWriter("powerLaw", { months: 12, cadence: 4, seed: 5 }));

/** The newest month but `back` without its last days, of which it earned its even share. */
function lacking(input: EngineInput, missing: number, back = 0): EngineInput {
	const at = input.months.length - 1 - back;
	const months = input.months.map((month, place) => {
		if (place !== at) return month;
		const days = month.until - month.from;
		return { ...month, value: (month.value * (days - missing)) / days, missing };
	});
	return { ...input, months };
}

/** Months alone, so that only the level of the totals tells. */
const plain = (input: EngineInput): EngineInput => ({ ...input, stories: [] });
const prepared = (input: EngineInput) => prepare(input, 1, { backtest: true });
function middles(input: EngineInput): number[] {
	const fit = prepared(input);
	return answerOf(fit, drawPaths(fit, plannedPublishing(input), 400, 1)).months.map(({ total }) => total.p50);
}

describe("a month that lacks days", () => {
	test("counts at the pace of its other days", () => {
		const [whole, holed] = [middles(plain(WHOLE)), middles(plain(lacking(WHOLE, 8)))];
		for (const [step, middle] of whole.entries()) expect(Math.abs((holed[step] ?? 0) / middle - 1)).toBeLessThan(0.01);
	});

	test("is no truth that forecasts are judged by, unless it lacks few; and others are judged as before", () => {
		const targets = (input: EngineInput) => new Set(prepared(plain(input)).trials.map(({ at }) => at));
		const last = WHOLE.months.length - 1;
		expect(targets(WHOLE).has(last)).toBe(true);
		expect(targets(lacking(WHOLE, 8)).has(last)).toBe(false);
		expect(targets(lacking(WHOLE, 8)).has(last - 1)).toBe(true);
		expect(targets(lacking(WHOLE, 8, 1)).has(last - 1)).toBe(false);
		const [few] = prepared(plain(lacking(WHOLE, 2))).trials.filter(({ at }) => at === last);
		expect(few?.actual).toBeCloseTo(WHOLE.months[last]?.value ?? 0, 6);
	});
});

describe("a running month that lacks days", () => {
	const first = WHOLE.ahead[0]!;
	const days = first.until - first.from;
	const begun = (known: number, missing: number, toDate: number): EngineInput => ({
		...WHOLE,
		running: {
			month: first.month,
			from: first.from,
			knownUntil: first.from + known,
			until: first.until,
			toDate,
			provisional: 0,
			missing,
		},
	});
	const usual = WHOLE.months.at(-1)?.value ?? 0;

	test.each([
		["with its stories", (input: EngineInput) => input],
		["by its totals alone", plain],
	] as const)("has what those may have earned ahead of it, %s", (_, of) => {
		const [whole] = middles(of(begun(20, 0, (usual * 20) / days)));
		const [holed] = middles(of(begun(20, 6, (usual * 14) / days)));
		const [short] = middles(of(begun(20, 0, (usual * 14) / days)));
		const off = (middle: number | undefined) => Math.abs((middle ?? 0) / (whole ?? 1) - 1);
		expect(off(holed)).toBeLessThan(0.08);
		expect(off(short)).toBeGreaterThan(1.5 * off(holed));
	});

	test.each([0, 6, 12])(
		"tells what is left in stories and in all of them by one forecast, %i days missing",
		(missing) => {
			const input = { ...begun(20, missing, (usual * (20 - missing)) / days), ahead: WHOLE.ahead.slice(0, 1) };
			const fit = prepared(input);
			const { months, stories } = answerOf(fit, drawPaths(fit, plannedPublishing(input), 1000, 1));
			const rows = stories.reduce((sum, { remaining }) => sum + remaining.p50, 0);
			const ahead = (months[0]?.backCatalogue?.p50 ?? 0) - (months[0]?.toDate ?? 0);
			expect(rows / ahead).toBeGreaterThan(0.9);
			expect(rows / ahead).toBeLessThan(1.1);
		},
	);
});
