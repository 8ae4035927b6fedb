import { expect, test } from "vitest";
import { parseSource } from "./parse-source.ts";

test("a Boost that is still to come does not come in, whatever the format", () => {
	const node = { id: "1a2b3c4d5e6f", title: "A lamp", firstBoostedAt: Date.UTC(2036, 2, 2), totalStats: { views: 5 } };
	const text = JSON.stringify({ data: { user: { postsConnection: { edges: [{ node }] } } } });
	const source = { name: "stats.json", text, sha256: "", modifiedAt: new Date("2026-03-09T12:00:00Z") };
	const { parsed, report } = parseSource(source, { month: null, asOf: null }, new Date("2026-03-10T09:00:00Z"));
	expect(parsed.stories.map(({ boostedAt }) => boostedAt)).toEqual([null]);
	expect(report.notes.map((note) => typeof note === "object" && note.values?.["day"])).toContainEqual({
		day: "2036-03-02",
	});
});
