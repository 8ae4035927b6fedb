import fc from "fast-check";
import { expect, test } from "vitest";
import { jointEffects } from "../covariates.ts";
import type { KnownMonth } from "../engine/history.ts";
import { NO_ENGAGEMENT, storyRecord } from "../engine/story-record.ts";
import type { Engagement, WeightFit } from "../price/weights.ts";
import { CAUSES, type Cause, toldCauses } from "./change.ts";
import { dependenceOf } from "./dependence.ts";
import { beginningsOf, effectsOf, likenessOf, plannedEffects } from "./effects.ts";
import { explainMonth, mainCause } from "./month.ts";

const month = (at: number, value: number): KnownMonth => ({
	month: `2026-0${at + 1}`,
	from: at * 30,
	until: at * 30 + 30,
	value,
});
const story = (
	id: string,
	published: number | null,
	days: readonly (readonly [day: number, hours: number, earned: number | null])[],
) =>
	storyRecord({
		id,
		published,
		boosted: null,
		days: days.map(([day, attention, earned]) => ({
			day,
			attention,
			earned,
			engagement: NO_ENGAGEMENT,
			readers: null,
		})),
	});

test("of a story that begins in the month, undated, it is not known what made the change", () => {
	const stories = [
		story("old", -100, [
			[3, 10, 100],
			[40, 15, 150],
		]),
		story("undated", null, [[40, 5, 50]]),
	];
	const found = explainMonth(month(0, 100), month(1, 200), stories, null);
	const told = (undated: readonly string[]) => found.stories.map((one) => [one.id, mainCause(one, undated)?.[0]]);
	expect(told([])).toEqual([
		["old", "backCatalogue"],
		["undated", "backCatalogue"],
	]);
	expect(told(["undated"])).toEqual([
		["old", "backCatalogue"],
		["undated", undefined],
	]);
});

test("a month is explained as a whole and story by story, each to the cent", () => {
	const amount = fc.nat(20_000);
	const hours = fc.double({ min: 0.01, max: 500, noNaN: true });
	fc.assert(
		fc.property(
			fc.array(fc.tuple(hours, amount, hours, amount), { minLength: 1, maxLength: 8 }),
			amount,
			(rows, other) => {
				const stories = rows.map(([h1, e1, h2, e2], at) =>
					story(`s${at}`, at % 2 === 0 ? -100 : 35, [
						[3, h1, e1],
						[40, h2, e2],
					]),
				);
				const total = (at: 1 | 3) => rows.reduce((sum, row) => sum + row[at], 0);
				const found = explainMonth(month(0, total(1)), month(1, total(3) + other), stories, null);
				const sum = (parts: Record<string, number>) => Object.values(parts).reduce((all, one) => all + one, 0);
				expect(sum(found.parts)).toBe(found.total);
				expect(found.total).toBe(total(3) + other - total(1));
				for (const one of found.stories) expect(sum(one.parts)).toBe(one.earned - one.earnedBefore);
				if (!found.split) return;
				// Both splits are one: what is beyond the stories has no cause.
				const { rest, ...causes } = found.parts;
				const ofStories = (cause: Cause) => found.stories.reduce((all, { parts }) => all + parts[cause], 0);
				for (const [cause, part] of Object.entries(causes)) expect(part).toBe(ofStories(cause as Cause));
				expect(rest).toBe(ofStories("rest") + other);
				expect(found.stories.map(({ earned }) => earned)).toEqual(
					found.stories.map(({ earned }) => earned).toSorted((a, b) => b - a),
				);
			},
		),
	);
});

test("more hours of an old story, a new story and another rate each have their own part", () => {
	const old = story("old", -100, [
		[0, 10, 1000],
		[30, 20, 2000],
	]);
	const fresh = story("new", 31, [[32, 5, 500]]);
	const found = explainMonth(month(0, 1000), month(1, 2500), [old, fresh], null);
	expect(found.parts).toMatchObject({ rate: 0, calendarDays: 0, engagementMix: 0, rest: 0 });
	expect(found.parts.backCatalogue).toBe(1000);
	expect(found.parts.newStories).toBe(500);
	expect(found.stories.find(({ id }) => id === "new")).toMatchObject({ isNew: true, earnedBefore: 0, earned: 500 });
	const dearer = story("old", -100, [
		[0, 10, 1000],
		[30, 10, 1500],
	]);
	expect(explainMonth(month(0, 1000), month(1, 1500), [dearer], null).parts.rate).toBe(500);
});

test("a story whose reading is not known has no cause but being new", () => {
	const unread = story("old", -100, [[30, 0, 700]]);
	const gone = story("gone", -100, [[3, 0, 400]]);
	const fresh = story("new", 31, [[32, 0, 500]]);
	const { stories } = explainMonth(month(0, 400), month(1, 1200), [unread, gone, fresh], null);
	const partsOf = (id: string) => stories.find((one) => one.id === id)?.parts;
	expect(partsOf("old")).toMatchObject({ rest: 700, backCatalogue: 0 });
	expect(partsOf("gone")).toMatchObject({ rest: -400, backCatalogue: 0 });
	expect(partsOf("new")).toMatchObject({ newStories: 500, rest: 0 });
});

test("half of the money, its largest story, and the swing with and without it", () => {
	const months = [100, 100, 1000, 100, 100].map((value, at) => month(at, value));
	const spike = story("spike", 0, [[65, 90, 900]]);
	const steady = story(
		"steady",
		0,
		months.map(({ from }) => [from, 10, 100] as const),
	);
	const found = dependenceOf(
		months,
		[spike, steady],
		(id) => (id === "spike" ? "news" : ""),
		() => "2026-01",
	);
	expect(found).toMatchObject({ from: "2026-01", to: "2026-05", byStory: { half: 1 } });
	expect(found?.byStory.shares.map(({ key, minor }) => [key, minor])).toEqual([
		["spike", 900],
		["steady", 500],
	]);
	expect(found?.byTopic?.shares.map(({ key }) => key)).toEqual(["news", ""]);
	expect(found?.byPublication.effective).toBe(1);
	expect(found?.swing).toBeGreaterThan(1);
	expect(found?.swingWithoutLargest).toBeCloseTo(0);
	expect(
		dependenceOf(
			months,
			[story("free", 0, [[3, 9, null]])],
			() => "",
			() => "",
		),
	).toBeNull();
});

test("a topic that goes with attention is told, one that does not is not", () => {
	const stories = Array.from({ length: 60 }, (_, at) =>
		story(`s${String(at).padStart(2, "0")}`, 10 + at * 7, [
			[10 + at * 7, (at % 2 === 0 ? 30 : 3) * (1 + (at % 5) / 10), null],
		]),
	);
	const traits = (topic: (at: number) => string) => (id: string) => ({
		topic: topic(Number(id.slice(1))),
		publication: null,
		readingMinutes: null,
	});
	const rows = (topic: (at: number) => string, from = 0, until = 1000) =>
		beginningsOf(stories, traits(topic), from, until);
	const byTopic = rows((at) => (at % 2 === 0 ? "gardens" : "tools"));
	const told = effectsOf(byTopic);
	expect(told.shown.map(({ name }) => name)).toEqual(["topic"]);
	expect(told.shown[0]?.effects[0]).toMatchObject({ group: "gardens" });
	const byChance = rows((at) => (Math.floor(at / 7) % 2 === 0 ? "gardens" : "tools"));
	const silent = effectsOf(byChance);
	expect(silent.shown).toEqual([]);
	expect(silent.tried).toContain("topic");
	// First days that lie before the data, or are not over yet, were not seen.
	expect(effectsOf(rows(() => "x", 200, 300)).stories).toBeLessThan(15);

	const likenessIn = (known: typeof byTopic, topic: string | null) =>
		likenessOf({ topic, readingMinutes: null }, 500, plannedEffects(known));
	const [garden, tool] = ["gardens", "tools"].map((topic) => likenessIn(byTopic, topic));
	expect(garden?.shifts["topic"]).toBeGreaterThan(0.5);
	expect(tool?.shifts["topic"]).toBeLessThan(-0.5);
	expect(garden?.spread).toBeLessThan(0.6);
	expect(likenessIn(byTopic, null)).toBeNull();
	expect(likenessIn(byChance, "gardens")).toBeNull();
	// A publication of its own for each topic says the same, and is not known of a story that is planned.
	const twice = byTopic.map((row) => ({ ...row, values: { ...row.values, publication: row.values["topic"] ?? null } }));
	const [first, left] = jointEffects(twice);
	expect(first?.name).toBe("publication");
	expect(left?.of("gardens") ?? 0).toBeLessThan((garden?.shifts["topic"] ?? 0) / 2);
	expect(likenessIn(twice, "gardens")).toEqual(garden);
});

test("where no weight of engagement stands out, a month's change says nothing of engagement, and adds up to the cent", () => {
	const readers = (claps: number, responses: number) => ({ ...NO_ENGAGEMENT, claps, responses });
	const stories = Array.from({ length: 5 }, (_, at) =>
		storyRecord({
			id: `s${at}`,
			published: -100,
			boosted: null,
			days: [
				{ day: 3, attention: 10 + at, earned: 3000 + 17 * at, engagement: readers(5 + at, 3), readers: null },
				{ day: 40, attention: 12, earned: 3700 + 31 * at, engagement: readers(70, 20 + at), readers: null },
			],
		}),
	);
	const weight = (kind: Engagement, hours: number, named: boolean) => ({ kind, hours, low: 0, high: 1, named });
	const weighing = (claps: boolean, responses: boolean): WeightFit => ({
		weights: [
			weight("claps", 0.05, claps),
			weight("highlights", 0, false),
			weight("responses", 0.2, responses),
			weight("follows", 0.1, false),
		],
		rows: 100,
		rates: new Map(),
	});
	const value = (day: number) => stories.reduce((sum, { days, earned }) => sum + (earned[days.indexOf(day)] ?? 0), 0);
	const explained = (weights: WeightFit | null) => {
		const found = explainMonth(month(0, value(3)), month(1, value(40)), stories, weights);
		for (const { parts, total } of [
			found,
			...found.stories.map(({ parts, earned, earnedBefore }) => ({ parts, total: earned - earnedBefore })),
		])
			expect(Object.values(parts).reduce((sum, one) => sum + one, 0)).toBe(total);
		return found;
	};
	const silent = explained(weighing(false, false));
	for (const { parts } of [silent, ...silent.stories]) expect(parts.engagementMix).toBe(0);
	// What an hour was worth has it then, as it has where engagement is not weighed at all.
	expect(silent).toEqual(explained(null));
	const told = (claps: boolean, responses: boolean) => explained(weighing(claps, responses)).parts.engagementMix;
	const causes = (found: typeof silent) => toldCauses(found, 0).map(({ cause }) => cause);
	expect(causes(silent)).toEqual(CAUSES.filter((cause) => cause !== "engagementMix"));
	expect(causes(explained(weighing(true, true)))).toEqual(CAUSES);
	expect(told(true, false)).toBeGreaterThan(0);
	expect(told(true, true)).toBeGreaterThan(told(true, false));
});
