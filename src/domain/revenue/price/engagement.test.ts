import { expect, test } from "vitest";
import { knowledgeAt } from "../engine/knowledge.ts";
import { type StoryDay, storyRecord } from "../engine/story-record.ts";
import { type Random, seededRandom } from "../random.ts";
import { finish } from "../steps.ts";
import type { Engagement } from "./weights.ts";

const DAYS = 420;
const APART = 10;

function poisson(mean: number, random: Random): number {
	if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()));
	let [product, count] = [random.uniform(), 0];
	for (const limit = Math.exp(-mean); product > limit; count += 1) product *= random.uniform();
	return count;
}

/** What is known of a day's clappers. */
type Stated = (day: StoryDay, random: Random) => number;
const clappers: Stated = ({ engagement }) => engagement.claps;
/** One reader claps once, another fifty times. */
const claps: Stated = ({ engagement }, random) => {
	let sum = 0;
	for (let reader = 0; reader < engagement.claps; reader += 1) sum += Math.ceil(50 * random.uniform() ** 3);
	return sum;
};
const nothing: Stated = () => 0;

/**
 * Weights of a writer whose money is hours, 0.02 of an hour for a clapper and 0.1 for a response, to the cent; highlights
 * and follows are worth nothing, but all of them come with readers.
 * @param unread whether the readers of a story's day are not known
 */
function weightsOf(seed: number, stated: Stated, unread: (story: number, day: number) => boolean = () => false) {
	const random = seededRandom(seed);
	const stories = Array.from({ length: DAYS / APART }, (_, at) => {
		const first = Math.exp(3.2 + 0.7 * random.normal());
		const fade = 0.9 + 0.2 * random.normal();
		const minutes = 3 + 6 * random.uniform();
		const published = at * APART;
		const days = Array.from({ length: DAYS - published }, (_, age): StoryDay => {
			const readers = poisson(first * ((1 + age / 1.8) ** -fade + 0.004), random);
			const engagement = {
				claps: poisson(readers * 0.15, random),
				responses: poisson(readers * 0.02, random),
				highlights: poisson(readers * 0.05, random),
				follows: poisson(readers * 0.02, random),
			};
			const attention = Math.round(readers * minutes * 36 * (0.8 + 0.4 * random.uniform())) / 3600;
			const hours = attention + 0.02 * engagement.claps + 0.1 * engagement.responses;
			const earned = Math.round(300 * hours * (0.95 + 0.1 * random.uniform()));
			return { day: published + age, attention, engagement, readers, earned };
		});
		const known = days.map((one) => ({
			...one,
			engagement: { ...one.engagement, claps: stated(one, random) },
			readers: unread(at, one.day) ? null : one.readers,
		}));
		return storyRecord({ id: `s${at}`, published, boosted: null, days: known });
	});
	return finish(knowledgeAt(stories, 0, DAYS, [])).weights?.weights ?? [];
}

const namedOf = (writers: readonly ReturnType<typeof weightsOf>[], kinds: readonly Engagement[]) =>
	writers.filter((weights) => weights.some(({ kind, named }) => named && kinds.includes(kind))).length;

test.each<[string, Stated, Engagement[]]>([
	["clappers", clappers, ["claps", "responses"]],
	["claps", claps, ["claps", "responses"]],
	["nothing", nothing, ["responses"]],
])(
	"where %s of a day are known, what is worth nothing is not named, and what is worth something is",
	(_, stated, worth) => {
		const writers = Array.from({ length: 40 }, (_, seed) => weightsOf(seed + 1, stated));
		expect(namedOf(writers, ["highlights", "follows"])).toBeLessThanOrEqual(2);
		for (const kind of worth) expect(namedOf(writers, [kind])).toBeGreaterThan(36);
	},
);

test.each<[string, (story: number, day: number) => boolean]>([
	["one day", (story, day) => story === 3 && day === 200],
	["every seventh story", (story) => story % 7 === 0],
])("where the readers of %s are not known, the others' still stand beside engagement", (_, unread) => {
	const writers = Array.from({ length: 20 }, (_, seed) => weightsOf(seed + 1, nothing, unread));
	expect(namedOf(writers, ["highlights", "follows"])).toBeLessThanOrEqual(1);
	expect(namedOf(writers, ["responses"])).toBeGreaterThan(17);
});
