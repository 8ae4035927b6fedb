import { describe, expect, test } from "vitest";
import { addMonths } from "../stats/periods.ts";
import { effectiveRate } from "./rate.ts";

describe("effective rate", () => {
	const month = (at: number, earnedMinor: number, hours: number | null, reads: number | null = null) => ({
		month: addMonths("2025-01", at),
		earnedMinor,
		memberReadingSeconds: hours && hours * 3600,
		memberReads: null,
		reads,
	});

	test("money per hour where hours are known, with a range around it", () => {
		const rate = effectiveRate([month(0, 3000, 10), month(1, 3300, 11), month(2, 2900, 9.5)], "USD");
		expect(rate).toMatchObject({ unit: "memberHour", currency: "USD" });
		expect(rate!.likely).toBeGreaterThan(290);
		expect(rate!.likely).toBeLessThan(310);
		expect(rate!.low).toBeLessThan(rate!.likely);
		expect(rate!.high).toBeGreaterThan(rate!.likely);
	});

	test("per thousand reads where only reads are known, nothing where neither is", () => {
		expect(effectiveRate([month(0, 3000, null, 500), month(1, 3000, null, 500)], "USD")).toMatchObject({
			unit: "thousandReads",
			likely: 6000,
		});
		expect(effectiveRate([month(0, 3000, 10)], "USD")).toBeNull();
		expect(effectiveRate([month(0, 0, 10), month(1, 0, 10)], "USD")).toBeNull();
	});
});
