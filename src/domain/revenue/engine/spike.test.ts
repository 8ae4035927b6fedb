import { expect, test } from "vitest";
import { engineInputOf } from "#tests/evaluate/revenue/judge.ts";
import { inventWriter } from "#tests/evaluate/revenue/writers.ts";
import { answerOf, drawPaths, type EngineInput, plannedPublishing, prepare } from "./engine.ts";
import { NO_ENGAGEMENT, storyRecord } from "./story-record.ts";

const likely = (input: EngineInput) => {
	const prepared = prepare(input, 1, { backtest: true });
	const { months } = answerOf(prepared, drawPaths(prepared, plannedPublishing(input), 1000, 1));
	return months.map(({ total }) => total.p50);
};

/** The first story goes viral in ten days of a month, which then earns so many times as much. */
function spiked(writer: EngineInput, at: number, times: number): EngineInput {
	const month = writer.months.at(at) ?? { month: "", from: 0, until: 0, value: 0 };
	const from = month.from + 10;
	const earned = month.value * (times - 1);
	const weights = [8, 20, 18, 14, 12, 9, 7, 5, 4, 3].map((one) => one / 100);
	const [first, ...others] = writer.stories;
	if (!first) return writer;
	const usual = Array.from(first.days, (day, place) => ({
		day,
		attention: first.attention[place] ?? 0,
		earned: first.earned[place] ?? 0,
	}));
	const viral = weights.map((weight, place) => ({
		day: from + place,
		attention: (weight * earned) / 300,
		earned: weight * earned,
	}));
	const record = storyRecord({
		id: first.id,
		published: first.published,
		boosted: null,
		days: [...usual, ...viral].map((day) => ({ ...day, engagement: NO_ENGAGEMENT, readers: null })),
	});
	return {
		...writer,
		stories: [record, ...others],
		months: writer.months.map((one) => (one === month ? { ...one, value: one.value + earned } : one)),
	};
}

/** By how much the likely value of the best of months 6 to 12 lies above that of the best before. */
const climb = (months: readonly number[]) => Math.max(...months.slice(5)) / Math.max(...months.slice(0, 5));

test.each([1, 4])("one viral month of an old story, long over, does not make the far months climb (%i)", (seed) => {
	const writer = engineInputOf(inventWriter("powerLaw", { months: 12, cadence: 3, seed }));
	const [usual, after] = [likely(writer), likely(spiked(writer, -4, 50))];
	expect(climb(after)).toBeLessThan(1.04);
	expect((after.at(-1) ?? 0) / (usual.at(-1) ?? 0)).toBeLessThan(1.2);
});

test("nor where only the months' totals are known", () => {
	const months = [32, 28, 30, 35, 27, 1500, 31, 29, 30, 33, 28, 30].map((dollars, at) => ({
		month: String(at),
		from: 30 * at,
		until: 30 * at + 30,
		value: 100 * dollars,
	}));
	const ahead = Array.from({ length: 12 }, (_, at) => ({
		month: String(12 + at),
		from: 30 * (12 + at),
		until: 30 * (13 + at),
	}));
	const totals = {
		currency: "USD",
		months,
		running: null,
		stories: [],
		storiesFrom: 0,
		epochs: [],
		planned: [],
		ahead,
	};
	expect(climb(likely(totals))).toBeLessThan(1.01);
});
