import { expect, test } from "vitest";
import { read } from "#tests/support/stats-answers.ts";
import { tellingApart } from "./definitions.ts";

test("figures of one name are told apart by what they mean, others need no more than their name", () => {
	const { observations } = read("Date,Views,Viewers,Claps\n2026-01-05,30,20,4\n");
	expect(observations.map((one) => [one.metric, tellingApart(one, observations)])).toEqual([
		["views", expect.stringMatching(/^Views as the file states them/)],
		["views", expect.stringMatching(/^Visitors .* each counted once/)],
		["claps", null],
	]);
});
