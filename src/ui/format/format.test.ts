import { afterEach, beforeEach, expect, test } from "vitest";
import {
	formatBytes,
	formatDate,
	formatDuration,
	formatMoney,
	formatMoneyRange,
	formatNumber,
	formatPercent,
	formatRelativeDay,
	formatSignedMoney,
	setFormatLocale,
} from "./format.ts";
import "#app/words/words.ts";

beforeEach(() => setFormatLocale("en-US"));
afterEach(() => setFormatLocale(undefined));

test("a range comes first, its point second", () => {
	expect(formatMoneyRange({ lowMinor: 18_000, highMinor: 24_000, likelyMinor: 20_500, currency: "USD" })).toBe(
		"$180–$240, likely $205",
	);
	expect(formatMoneyRange({ lowMinor: 120, highMinor: 340, currency: "USD" })).toBe("$1.20–$3.40");
	expect(formatMoneyRange({ lowMinor: 20_010, highMinor: 20_020, currency: "USD" })).toBe("$200");
});

test("minor units follow the currency", () => {
	expect(formatMoney({ minor: 20_450, currency: "USD" })).toBe("$204.50");
	expect(formatMoney({ minor: 20_450, currency: "JPY" })).toBe("¥20,450");
	expect(formatMoney({ minor: -5, currency: "USD" })).toBe("−$0.05");
	expect(formatMoney({ minor: 20_450, currency: "USD" }, { whole: true })).toBe("$205");
});

test("what is below nothing has a minus sign, no hyphen", () => {
	expect(formatNumber(-1204.5)).toBe("−1,204.5");
	expect(formatNumber(-0.131, { style: "percent", maximumFractionDigits: 1, signDisplay: "exceptZero" })).toBe(
		"−13.1%",
	);
	expect(formatPercent(-0.2)).toBe("−20%");
	expect(formatSignedMoney({ minor: -310, currency: "USD" })).toBe("−$3.10");
	expect(formatMoneyRange({ lowMinor: -240, highMinor: -120, likelyMinor: -200, currency: "USD" })).toBe(
		"−$2.40 – −$1.20, likely −$2.00",
	);
	setFormatLocale("sv-SE");
	expect(formatNumber(-3)).toBe("−3");
});

test("durations name their unit", () => {
	expect(formatDuration(45)).toBe("45 sec");
	expect(formatDuration(300)).toBe("5 min");
	expect(formatDuration(4_800)).toBe("1 hr 20 min");
	expect(formatDuration(7_200)).toBe("2 hr");
});

test("days near now are told from here", () => {
	const now = new Date(2026, 2, 10, 12);
	expect(formatRelativeDay(new Date(2026, 2, 10, 0, 5), now)).toBe("today");
	expect(formatRelativeDay(new Date(2026, 2, 9, 23, 59), now)).toBe("yesterday");
	expect(formatRelativeDay(new Date(2026, 2, 13), now)).toBe("in 3 days");
	expect(formatRelativeDay(new Date(2026, 0, 2), now)).toBe("Jan 2");
	expect(formatRelativeDay(new Date(2024, 0, 2), now)).toBe("Jan 2, 2024");
});

test("a plain day is that day in every time zone", () => {
	expect(formatDate("2026-03-01")).toBe("Mar 1, 2026");
	expect(formatDate("2026-03", "month")).toBe("March 2026");
});

test("another locale changes all of them at once", () => {
	setFormatLocale("de-DE");
	expect(formatNumber(1204.5)).toBe("1.204,5");
	expect(formatPercent(0.805, 1)).toBe("80,5\u00a0%");
	expect(formatBytes(3_200_000).replace("\u00a0", " ")).toBe("3,2 MB");
	expect(formatDate("2026-03-03", "long")).toBe("Dienstag, 3. März 2026");
});
