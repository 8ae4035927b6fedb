import { expect, test } from "vitest";
import { engineInputOf } from "#tests/evaluate/revenue/judge.ts";
import { inventWriter } from "#tests/evaluate/revenue/writers.ts";
import { answerOf, drawPaths, type EngineInput, plannedPublishing, prepare } from "./engine.ts";
import type { KnownMonth } from "./history.ts";
import { NO_ENGAGEMENT, type StoryRecord, storyRecord } from "./story-record.ts";

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
	const [first] = writer.stories;
	if (!first) return writer;
	return withMoney(
		writer,
		first,
		month,
		weights.map((weight, place) => ({ day: from + place, earned: weight * earned })),
		() => true,
	);
}

/** The story earns so much more on some days of a month, read as long as 300 an hour lets it. @param keeps days it keeps */
function withMoney(
	writer: EngineInput,
	story: StoryRecord,
	month: KnownMonth,
	more: readonly { day: number; earned: number }[],
	keeps: (day: number) => boolean,
): EngineInput {
	const usual = Array.from(story.days, (day, place) => ({
		day,
		attention: story.attention[place] ?? 0,
		earned: story.earned[place] ?? 0,
	})).filter(({ day }) => keeps(day));
	const added = more.map(({ day, earned }) => ({ day, attention: earned / 300, earned }));
	const record = storyRecord({
		id: story.id,
		published: story.published,
		boosted: null,
		days: [...usual, ...added].map((day) => ({ ...day, engagement: NO_ENGAGEMENT, readers: null })),
	});
	const sum = more.reduce((all, { earned }) => all + earned, 0);
	return {
		...writer,
		stories: writer.stories.map((one) => (one === story ? record : one)),
		months: writer.months.map((one) => (one === month ? { ...one, value: one.value + sum } : one)),
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

/** The newest story that has been out for a while is read many times as much for the last three weeks, and goes on so. */
function booming(writer: EngineInput): EngineInput {
	const month = writer.months.at(-1) ?? { month: "", from: 0, until: 0, value: 0 };
	const from = month.until - 20;
	const story = writer.stories.findLast(({ published }) => (published ?? 0) < from - 20);
	if (!story) throw new Error("no story is old enough");
	const daily = month.value / 5;
	const more = Array.from({ length: 20 }, (_, at) => ({ day: from + at, earned: daily * (0.9 + 0.02 * (at % 10)) }));
	return withMoney(writer, story, month, more, (day) => day < from);
}

test("where one story booms, rows of stories and the account's total are of one forecast", () => {
	const ratios = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => {
		const input = booming(engineInputOf(inventWriter("powerLaw", { months: 12, cadence: 3, seed })));
		const prepared = prepare(input, 1, { backtest: true });
		const { months, stories } = answerOf(prepared, drawPaths(prepared, plannedPublishing(input), 1000, 1));
		const rows = stories.reduce((sum, { remaining }) => sum + remaining.p50, 0);
		return rows / months.reduce((sum, { backCatalogue }) => sum + (backCatalogue?.p50 ?? 0), 0);
	});
	// Middles do not add up, the less so where a single story is most of the sum.
	for (const ratio of ratios) expect(ratio).toBeGreaterThan(0.9);
	for (const ratio of ratios) expect(ratio).toBeLessThan(1.16);
});
