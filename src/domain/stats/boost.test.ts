import { describe, expect, test } from "vitest";
import { A, B, read } from "#tests/support/stats-answers.ts";
import { boostDay, boostObjection, NO_BOOST } from "./boost.ts";

const told = (node: object) =>
	read(
		JSON.stringify({
			data: { user: { postsConnection: { edges: [{ node: { id: A, totalStats: { views: 1 }, ...node } }] } } },
		}),
	).stories[0]?.boostedAt;

test("Medium's answers say when a story was first boosted", () => {
	const at = Date.UTC(2026, 1, 9, 22);
	expect(told({ firstBoostedAt: at })).toBe("2026-02-09T22:00:00.000Z");
	expect(told({ milestones: { boostedAt: at } })).toBe("2026-02-09T22:00:00.000Z");
	for (const node of [{}, { firstBoostedAt: null }, { firstBoostedAt: "soon" }, { firstBoostedAt: 0 }])
		expect(told(node)).toBeNull();
});

test("a table may have a column of it", () => {
	const { stories } = read(`Id,Views,Boosted at\n${A},12,2026-02-09\n${B},7,\n`);
	expect(stories.map(({ boostedAt }) => boostedAt)).toEqual(["2026-02-09T00:00:00.000Z", null]);
});

test("the writer's word goes before the source's", () => {
	expect(boostDay(null, "2026-02-09T22:00:00.000Z")).toBe("2026-02-09");
	expect(boostDay("2026-02-11", "2026-02-09T22:00:00.000Z")).toBe("2026-02-11");
	expect(boostDay(NO_BOOST, "2026-02-09T22:00:00.000Z")).toBeNull();
	expect(boostDay(null, null)).toBeNull();
});

describe("a day that a writer says is a Boost's", () => {
	const now = new Date("2026-02-28T23:30:00.000Z");
	const objection = (day: string, timeZone: string, publishedAt: string | null = null) =>
		boostObjection(day, { now, publishedAt, timeZone });

	test("has begun where the writer is", () => {
		expect(objection("2026-03-01", "Asia/Tokyo")).toBeNull();
		expect(objection("2026-03-02", "Asia/Tokyo")).toBe("still-to-come");
		expect(objection("2026-02-28", "America/Los_Angeles")).toBeNull();
		expect(objection("2026-03-01", "America/Los_Angeles")).toBe("still-to-come");
	});

	test("is not before the story came out there, nor before the day that a source names", () => {
		const evening = "2026-02-11T03:00:00.000Z";
		expect(objection("2026-02-10", "America/Los_Angeles", evening)).toBeNull();
		expect(objection("2026-02-09", "America/Los_Angeles", evening)).toBe("not-out-yet");
		const morning = "2026-02-10T22:00:00.000Z";
		expect(objection("2026-02-10", "Asia/Tokyo", morning)).toBeNull();
		expect(objection("2026-02-09", "Asia/Tokyo", morning)).toBe("not-out-yet");
		expect(objection("2026-02-10", "Europe/Berlin", "2026-02-11T00:00:00.000Z")).toBe("not-out-yet");
	});
});
