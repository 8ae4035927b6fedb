import { expect, test } from "vitest";
import { chanceWords } from "./values.ts";

test("a simulated chance is never told as certain", () => {
	expect([1, 0.999, 0.99, 0.5, 0.01, 0.004, 0].map(chanceWords)).toEqual([
		"over 99 %",
		"over 99 %",
		"99 %",
		"50 %",
		"1 %",
		"under 1 %",
		"under 1 %",
	]);
});
