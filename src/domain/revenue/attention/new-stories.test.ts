import { expect, test } from "vitest";
import { quantile } from "../bands.ts";
import { seededRandom } from "../random.ts";
import { finish } from "../steps.ts";
import { CURVE, expectedBetween, USUAL_FADE } from "./curve.ts";
import { fitHierarchy } from "./hierarchy.ts";
import { gammaDraw, newStories, storyPool, USUAL_PUBLISHING } from "./new-stories.ts";
import { binStory, portfolioOf, type StoryAttention } from "./series.ts";

const FROM = 19_000;
const UNTIL = FROM + 400;

/** Half of the stories fade slowly and have no floor, half fade fast and have one. */
function portfolio(count: number) {
	const random = seededRandom(4);
	const stories = Array.from({ length: count }, (_, at): StoryAttention => {
		const published = FROM + 5 + Math.floor((380 * at) / count);
		const lasting = at % 2 === 0;
		const curve = {
			level: Math.log(20) + 0.5 * random.normal(),
			logDecay: Math.log(lasting ? 1.8 : 0.9),
			logFloor: Math.log(lasting ? 0.02 : 1e-4),
			fade: USUAL_FADE,
			onset: CURVE.onset,
		};
		const days = Array.from({ length: UNTIL - published }, (_, age) => published + age);
		const values = days.map((_, age) => (expectedBetween(curve, age, age + 1) * gammaDraw(4, random)) / 4);
		return { id: `s${at}`, published, days, values, count: days.length };
	});
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
	const ahead = { stretches, weekdays: Float64Array.of(1), relatives: Float64Array.of(0.05) };
	const publishing = { ...USUAL_PUBLISHING, planned: [UNTIL], cadence: 0 };
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
