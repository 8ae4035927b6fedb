import { expect, test } from "vitest";
import { quantile } from "../bands.ts";
import { seededRandom } from "../random.ts";
import { finish } from "../steps.ts";
import { NO_BOOSTS } from "./boost.ts";
import { calendarOf } from "./calendar.ts";
import { CURVE, expectedBetween, USUAL_FADE } from "./curve.ts";
import { fitHierarchy } from "./hierarchy.ts";
import { gammaDraw, newStories, storyPool, USUAL_PUBLISHING } from "./new-stories.ts";
import { binStory, portfolioOf, type StoryAttention } from "./series.ts";

const FROM = 19_000;
const UNTIL = FROM + 400;

interface Kind {
	/** Middling attention on the first day. */
	first: number;
	/** Days before the data on which the first of them came out; they then come one a fortnight. */
	older: number;
	/** Whether the day they came out is known. */
	dated: boolean;
}

/** Half of the stories fade slowly and have no floor, half fade fast and have one. */
function storiesOf(count: number, kind: Kind | null): StoryAttention[] {
	const random = seededRandom(4);
	return Array.from({ length: count }, (_, at): StoryAttention => {
		const published = kind ? FROM - kind.older + 14 * at : FROM + 5 + Math.floor((380 * at) / count);
		const lasting = at % 2 === 0;
		const curve = {
			level: Math.log(kind?.first ?? 20) + 0.5 * random.normal(),
			logDecay: Math.log(lasting ? 1.8 : 0.9),
			logFloor: Math.log(lasting ? 0.02 : 1e-4),
			fade: USUAL_FADE,
			onset: CURVE.onset,
		};
		const start = Math.max(FROM, published);
		const days = Array.from({ length: UNTIL - start }, (_, at) => start + at);
		const values = days.map((day) => {
			const age = day - published;
			return (expectedBetween(curve, age, age + 1) * gammaDraw(4, random)) / 4;
		});
		const id = `${kind ? "o" : "s"}${at}`;
		return { id, published: kind && !kind.dated ? null : published, days, values, count: days.length };
	});
}

function portfolio(count: number, older: Kind | null = null) {
	const stories = [...storiesOf(count, null), ...(older ? storiesOf(12, older) : [])];
	const { calendar } = portfolioOf(stories, FROM, UNTIL);
	return finish(fitHierarchy(stories.flatMap((one) => binStory(one, calendar) ?? [])));
}

const sorted = (values: Iterable<number>) => Float64Array.from(values).sort();

test("a new story's first weeks are as the writer's own first weeks were, whatever its shape", () => {
	const hierarchy = portfolio(40);
	const own = sorted(
		hierarchy.curves.filter(({ story }) => UNTIL - story.birth > 28).map(({ map }) => expectedBetween(map, 0, 28)),
	);
	const stretches = [{ from: UNTIL, until: UNTIL + 28 }];
	const calendar = calendarOf([], UNTIL, UNTIL);
	const ahead = {
		stretches,
		weekdays: Float64Array.of(1),
		relatives: Float64Array.of(0.05),
		calendar,
		boost: NO_BOOSTS,
	};
	const publishing = { ...USUAL_PUBLISHING, planned: [{ day: UNTIL, as: null }], cadence: 0 };
	const pace = { stories: 0, months: 0 };
	const draws = sorted(finish(newStories(hierarchy, pace, publishing, ahead, { paths: 1000, seed: 1 }))[0] ?? []);
	for (const share of [0.25, 0.5, 0.75])
		expect(Math.abs(Math.log(quantile(draws, share) / quantile(own, share)))).toBeLessThan(0.3);
});

test("few stories leave the spread of beginnings to the belief, many decide it", () => {
	const [few, many] = [storyPool(portfolio(2)).deviation, storyPool(portfolio(60)).deviation];
	expect(few).toBeGreaterThan(0.9);
	expect(many).toBeLessThan(few);
	expect(many).toBeGreaterThan(0.4);
});

test("stories older than the data tell how new ones begin, each less than one that was seen from its first day", () => {
	const older = { first: 60, older: 170, dated: true };
	const [alone, beside, undated] = [null, older, { ...older, dated: false }].map((kind) =>
		storyPool(portfolio(6, kind)),
	);
	if (!alone || !beside || !undated) throw new Error("no pool");
	expect(alone.told).toBeGreaterThan(5);
	expect(beside.told).toBeGreaterThan(alone.told + 1);
	expect(beside.told).toBeLessThan(alone.told + 12);
	// Theirs were three times as good; at face value twelve of eighteen would move the mean by two thirds of that.
	const moved = beside.mean - alone.mean;
	expect(moved).toBeGreaterThan(0.1);
	expect(moved).toBeLessThan((2 / 3) * Math.log(3));
	// Of unknown age they are only known not to be new.
	expect(undated.told).toBeLessThan(alone.told + 0.5);
});
