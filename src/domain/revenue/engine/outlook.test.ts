import { expect, test } from "vitest";
import { gammaDraw, USUAL_PUBLISHING } from "../attention/new-stories.ts";
import { portfolioOf, type StoryAttention } from "../attention/series.ts";
import { seededRandom } from "../random.ts";
import { finish } from "../steps.ts";
import { drawAttention, fitAttention } from "./outlook.ts";

const FROM = 19_000;
const UNTIL = FROM + 720;

/** Stories that neither rise nor fade, under luck that all of them share: every other month good, the rest bad. */
function evergreens(monthly: number) {
	const random = seededRandom(6);
	const luck = Array.from({ length: 24 }, (_, at) => Math.exp(at % 2 === 0 ? monthly : -monthly));
	return Array.from({ length: 30 }, (_, at): StoryAttention => {
		const days = Array.from({ length: UNTIL - FROM }, (_, day) => FROM + day);
		const values = days.map((_, day) => (20 * (luck[Math.floor(day / 30)] ?? 1) * gammaDraw(8, random)) / 8);
		return { id: `s${at}`, published: null, days, values, count: days.length };
	});
}

function outlookOf(monthly: number) {
	const fit = finish(fitAttention(portfolioOf(evergreens(monthly), FROM, UNTIL)));
	if (!fit) throw new Error("no fit");
	const stretches = Array.from({ length: 12 }, (_, at) => ({ from: UNTIL + 30 * at, until: UNTIL + 30 * (at + 1) }));
	const publishing = { ...USUAL_PUBLISHING, cadence: 0 };
	const { old } = finish(drawAttention(fit, publishing, stretches, { paths: 2000, futures: 64, seed: 3 }));
	const means = old.map((draws) => draws.reduce((sum, value) => sum + value, 0) / draws.length);
	return { luck: fit.luck, means };
}

test("luck alone makes no far month richer than the next one", () => {
	const { means } = outlookOf(0.2);
	expect((means[11] ?? 0) / (means[0] ?? 1)).toBeLessThan(1.03);
	expect((means[11] ?? 0) / (means[0] ?? 1)).toBeGreaterThan(0.6);
});

test("what a month has to itself is told from luck that lasts", () => {
	const [calm, wild] = [outlookOf(0).luck, outlookOf(0.3).luck];
	expect(wild.passing).toBeGreaterThan(0.15);
	expect(wild.passing).toBeGreaterThan(wild.lasting);
	expect(calm.passing).toBeLessThan(0.08);
});

test("stories from before the data count for the pace where the day they came out is known", () => {
	const paceOf = (published: (at: number) => number | null) => {
		const from = UNTIL - 61;
		const days = Array.from({ length: 61 }, (_, day) => from + day);
		const stories = Array.from({ length: 30 }, (_, at): StoryAttention => {
			const values = days.map(() => 5 + at);
			return { id: `s${at}`, published: published(at), days, values, count: days.length };
		});
		return finish(fitAttention(portfolioOf(stories, from, UNTIL)))?.pace;
	};
	// Thirty stories over 300 days: 27 of them within nine months, though the data are two months old.
	expect(paceOf((at) => UNTIL - 300 + 10 * at + 5)).toEqual({ stories: 27, months: 9 });
	expect(paceOf(() => null)).toEqual({ stories: 0, months: 61 / 30.44 });
});
