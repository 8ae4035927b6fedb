import { expect, test } from "vitest";
import { english } from "../words/message.ts";
import { completedBy, youngMessage } from "./young.ts";

test("the month that completes three is told, counted from the first that is not complete", () => {
	expect(completedBy(2, [{ month: "2026-11" }])).toBe("2026-11");
	expect(completedBy(0, [{ month: "2026-11" }])).toBe("2027-01");
	expect(completedBy(1, [])).toBeNull();
	expect(completedBy(3, [{ month: "2026-11" }])).toBeNull();
});

test("a month to come is waited for, one that is over is asked for", () => {
	expect(english(youngMessage({ completedBy: "2026-12", over: false }))).toBe(
		"There will be one from 2027-01-01 on, when 2026-12 is over and its figures are in.",
	);
	expect(english(youngMessage({ completedBy: "2025-12", over: true }))).toMatch(/2025-12, which is over.*import/);
});
