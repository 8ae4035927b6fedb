import { expect, test } from "vitest";
import { storyRecord } from "../engine/story-record.ts";
import { swingOf } from "./concentration.ts";
import { dependenceOf } from "./dependence.ts";

const MONTH = 30;
const known = (at: number, value: number) => ({ month: `m${at}`, from: at * MONTH, until: (at + 1) * MONTH, value });

/** Earns some money in each of some months. */
const story = (id: string, earned: Readonly<Record<number, number>>) =>
	storyRecord({
		id,
		published: 0,
		boosted: null,
		days: Object.entries(earned).map(([at, minor]) => ({
			day: Number(at) * MONTH,
			attention: 1,
			engagement: { claps: 0, highlights: 0, responses: 0, follows: 0 },
			readers: null,
			earned: minor,
		})),
	});

const found = (months: ReturnType<typeof known>[], stories: ReturnType<typeof story>[]) =>
	dependenceOf(
		months,
		stories,
		() => "",
		() => "",
	);

test("months before a gap count for what income hangs on; the swing is one of neighbours only", () => {
	const before = [known(0, 900), known(1, 900)];
	const after = [known(5, 100), known(6, 200), known(7, 100)];
	const stories = [story("old", { 0: 900, 1: 900 }), story("new", { 5: 100, 6: 200, 7: 100 })];
	const dependence = found([...before, ...after], stories);
	expect(dependence).toMatchObject({ from: "m0", to: "m7" });
	expect(dependence?.byStory.shares.map(({ key, minor }) => [key, minor])).toEqual([
		["old", 1800],
		["new", 400],
	]);
	expect(dependence?.swing).toBe(swingOf([100, 200, 100]));
	expect(dependence?.swingWithoutLargest).toBe(dependence?.swing);
});

test("it is about the last year of the calendar, however few of its months are known", () => {
	const months = [known(0, 500), known(20, 100), known(21, 100), known(22, 100)];
	const dependence = found(months, [story("old", { 0: 500 }), story("new", { 20: 100, 21: 100, 22: 100 })]);
	expect(dependence).toMatchObject({ from: "m20", to: "m22" });
	expect(dependence?.byStory.shares.map(({ key }) => key)).toEqual(["new"]);
});
