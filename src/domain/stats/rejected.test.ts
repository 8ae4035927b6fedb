import { expect, test } from "vitest";
import { message } from "../words/message.ts";
import { rejectedRuns } from "./rejected.ts";

const toCome = (day: string) => message("It is about {{day}}, which is still to come", { day: { day } });

test("rows that follow each other with the same reason are one run", () => {
	const rejected = [
		...[3, 4, 5, 8].map((row) => ({ row, reason: toCome("2026-12") })),
		{ row: 9, reason: toCome("2027-01") },
		{ row: 10, reason: "somebody else's words" },
	];
	expect(rejectedRuns(rejected)).toEqual([
		{ from: 3, to: 5, reason: toCome("2026-12") },
		{ from: 8, to: 8, reason: toCome("2026-12") },
		{ from: 9, to: 9, reason: toCome("2027-01") },
		{ from: 10, to: 10, reason: "somebody else's words" },
	]);
	expect(rejectedRuns([])).toEqual([]);
});
