import { expect, test } from "vitest";
import { missingDays } from "./missing-days.ts";
import { addDays } from "./periods.ts";

const days = (from: string, count: number) => Array.from({ length: count }, (_, at) => addDays(from, at));

test("days that are left out between the first and the last one are missing, before and after nothing is known to be", () => {
	const told = days("2026-06-03", 57).filter((day) => day !== "2026-07-14" && day !== "2026-07-15");
	expect(missingDays([...told, ...told].reverse())).toEqual(["2026-07-14", "2026-07-15"]);
	expect(missingDays(days("2026-06-03", 57))).toEqual([]);
	expect(missingDays([])).toEqual([]);
});

test("where days without figures are common, none is missing", () => {
	const told = days("2026-06-01", 60).filter((_, at) => at % 2 === 0);
	expect(missingDays(told)).toEqual([]);
});

test("months without any day are told elsewhere, and make no day common or missing", () => {
	const told = [...days("2026-01-01", 31), ...days("2026-06-01", 30)].filter((day) => day !== "2026-06-10");
	expect(missingDays(told)).toEqual(["2026-06-10"]);
});
