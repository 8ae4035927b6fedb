import { expect, test } from "vitest";
import { rejectedLines } from "./stats-import.ts";

test("rows that follow each other with the same reason are one line, which names the file", () => {
	const reason = "It is about 2026-12, which is still to come";
	const rejected = [3, 4, 5, 8].map((row) => ({ row, reason })).concat({ row: 9, reason: "The row names no story" });
	expect(rejectedLines("a.csv", rejected)).toEqual([
		`  a.csv, rows 3 to 5: ${reason}`,
		`  a.csv, row 8: ${reason}`,
		"  a.csv, row 9: The row names no story",
	]);
});
