import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { knowledgeAt } from "../engine/knowledge.ts";
import { seededRandom } from "../random.ts";
import { finish } from "../steps.ts";
import { type SpanFigure, type StoryFigures, shareOutMonths, storyRecords } from "./story-figures.ts";

const MONTH = 30;
const MONTHS = 6;
/** First day of the month that is running. */
const RUNNING = MONTH * MONTHS;
/** Money of an hour of reading, minor units. */
const HOUR = 310;

interface Saved {
	/** Days of the running month that its money is of. */
	money: number;
	/** Days of it whose hours are known, and of how many of the stories. */
	hours: number;
	stories: number;
	/** Whether hours are stated day by day; their months' sums else. */
	daily: boolean;
}

/** Stories of which each earns what its hours are worth, all the time; the money of every month is stated as a sum. */
function writer({ money, hours, stories, daily }: Saved): StoryFigures[] {
	const random = seededRandom(11);
	return Array.from({ length: 12 }, (_, at): StoryFigures => {
		const published = at * 14;
		const first = 20 * Math.exp(0.7 * random.normal());
		const hoursOn = (day: number) => (day < published ? 0 : first * ((1 + (day - published) / 2) ** -1.1 + 0.02));
		const over = (from: number, until: number, factor: number): SpanFigure => {
			let value = 0;
			for (let day = from; day < until; day += 1) value += hoursOn(day);
			return { from, until, value: value * factor };
		};
		const months = (length: number, factor: number) =>
			Array.from({ length: MONTHS + 1 }, (_, month) => month * MONTH).flatMap((from) => {
				const until = from === RUNNING ? from + length : from + MONTH;
				return until > from && until > published ? [over(from, until, factor)] : [];
			});
		const known = at < stories ? hours : 0;
		const days = Array.from({ length: RUNNING + known }, (_, day) => over(day, day + 1, 3600)).filter(
			({ from }) => from >= published,
		);
		return {
			id: `story:${at}`,
			published,
			boosted: null,
			readingMinutes: 5,
			days: daily ? { memberReadingSeconds: days } : {},
			months: {
				...(daily ? {} : { memberReadingSeconds: months(known, 3600) }),
				earnings: months(money, HOUR),
			},
		};
	});
}

type Records = ReturnType<typeof storyRecords>["stories"];
const newest = (stories: Records, until: number) =>
	finish(knowledgeAt(stories, 0, until, [])).rate?.points.at(-1) ?? { log: 0, until: 0 };
const rateOf = (stories: Records, until: number) => Math.exp(newest(stories, until).log);

describe("what an hour is worth stays where it was, whatever the day on which the running month was saved", () => {
	const day = fc.integer({ min: 1, max: MONTH });
	test.each([false, true])("and however much of its reading is known; by day: %s", (daily) => {
		fc.assert(
			fc.property(day, fc.nat(MONTH), fc.nat(12), (money, hours, stories) => {
				const { stories: records } = storyRecords(writer({ money, hours, stories, daily }));
				const rate = rateOf(records, RUNNING + Math.max(money, hours));
				expect(rate).toBeGreaterThan(HOUR * 0.95);
				expect(rate).toBeLessThan(HOUR * 1.05);
			}),
			{ numRuns: 60 },
		);
	});

	test("and it is of the days whose hours are known", () => {
		for (let money = 1; money <= MONTH; money += 1) {
			const { stories } = storyRecords(writer({ money, hours: 0, stories: 12, daily: false }));
			expect(newest(stories, RUNNING + money).until).toBe(RUNNING);
		}
	});

	test("and what its stories earned is kept to the last cent", () => {
		const figures = writer({ money: 21, hours: 9, stories: 5, daily: true });
		const { stories } = storyRecords(figures);
		for (const [at, { earned }] of stories.entries()) {
			const stated = [...(figures[at]?.months.earnings ?? [])].reduce((sum, { value }) => sum + value, 0);
			expect(earned.reduce((sum, one) => sum + (one || 0), 0)).toBeCloseTo(stated, 6);
		}
	});
});

test("an account's month of which the reading is known only in part does not tell what an hour is worth", () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: MONTH - 1 }), fc.boolean(), (hours, daily) => {
			const { stories } = storyRecords(writer({ money: 0, hours, stories: 12, daily }));
			const value = (from: number) => {
				let read = 0;
				for (const { days, attention } of stories)
					for (const [at, day] of days.entries()) if (day >= from && day < from + MONTH) read += attention[at] ?? 0;
				return HOUR * read;
			};
			const months = Array.from({ length: MONTHS }, (_, at) => ({
				from: at * MONTH,
				until: (at + 1) * MONTH,
				value: value(at * MONTH),
			}));
			// The month earned as the others did to its end; its reading is known up to a day within.
			const last = { from: RUNNING, until: RUNNING + MONTH, value: (value(RUNNING) * MONTH) / hours };
			const rate = rateOf(shareOutMonths(stories, [...months, last]), RUNNING + MONTH);
			expect(rate).toBeGreaterThan(HOUR * 0.95);
			expect(rate).toBeLessThan(HOUR * 1.05);
		}),
		{ numRuns: 30 },
	);
});
