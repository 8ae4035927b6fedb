/** Invented figures for the revenue engine's bench. */
import { gammaDraw } from "#domain/revenue/attention/new-stories.ts";
import type { EngineInput } from "#domain/revenue/engine/engine.ts";
import { storyRecord } from "#domain/revenue/engine/story-record.ts";
import { type Random, seededRandom } from "#domain/revenue/random.ts";

export const MONTHS_AHEAD = 12;
const FIRST_DAY = 19_000;
const MONTH = 30;

/** Daily hours of a story that fades, with gamma noise; every day has some, as a worst case. */
function storyOf(at: number, born: number, until: number, random: Random) {
	const level = Math.exp(1 + random.normal());
	return storyRecord({
		id: `s${at}`,
		published: born,
		boosted: null,
		days: Array.from({ length: until - born }, (_, age) => {
			const attention = level * ((1 + age / 1.8) ** -1.2 + 0.004) * gammaDraw(2, random) * 0.5;
			const readers = Math.ceil(attention * 15);
			return {
				day: born + age,
				attention,
				engagement: {
					claps: readers % 7 === 0 ? 1 : 0,
					highlights: 0,
					responses: 0,
					follows: readers % 31 === 0 ? 1 : 0,
				},
				readers,
				earned: 300 * attention,
			};
		}),
	});
}

/** Stories of every day, published evenly over the months, and the months they come to. */
export function libraryOf(stories: number, months: number): EngineInput {
	const random = seededRandom(stories + months);
	const until = FIRST_DAY + months * MONTH;
	const records = Array.from({ length: stories }, (_, at) =>
		storyOf(at, FIRST_DAY + Math.floor((at * months * MONTH) / stories), until, random),
	);
	const month = (at: number) => ({
		month: String(at),
		from: FIRST_DAY + at * MONTH,
		until: FIRST_DAY + (at + 1) * MONTH,
	});
	const values = new Array<number>(months).fill(0);
	for (const { days, earned } of records)
		for (const [at, day] of days.entries()) {
			const place = Math.floor((day - FIRST_DAY) / MONTH);
			values[place] = (values[place] ?? 0) + (earned[at] ?? 0);
		}
	return {
		currency: "USD",
		months: values.map((value, at) => ({ ...month(at), value })),
		running: null,
		stories: records,
		storiesFrom: FIRST_DAY,
		epochs: [],
		planned: [],
		ahead: Array.from({ length: MONTHS_AHEAD }, (_, at) => month(months + at)),
	};
}
