import { expect, test } from "vitest";
import { read } from "#tests/support/stats-answers.ts";
import { tellingApart } from "./definitions.ts";

test("figures of one name are told apart by what they mean, others need no more than their name", () => {
	const { observations } = read("Date,Views,Viewers,Claps\n2026-01-05,30,20,4\n");
	const kinds = observations.map(({ metric, definition, period }) => ({ metric, definition, grain: period.grain }));
	expect(kinds.map((kind) => [kind.metric, tellingApart(kind, kinds)])).toEqual([
		["views", expect.stringMatching(/^Views as the file states them/)],
		["views", expect.stringMatching(/^Visitors .* each counted once/)],
		["claps", null],
	]);
	const [total, month] = [
		{ metric: "earnings", definition: "earnings-story-to-date", grain: "lifetime", whose: "stories" },
		{ metric: "earnings", definition: "earnings-story", grain: "month", whose: "stories" },
	] as const;
	expect(tellingApart(total, [total, month])).toBeNull();
	expect(tellingApart(month, [month, { ...month, definition: "earnings-month", whose: "account" }])).toBeNull();
});
