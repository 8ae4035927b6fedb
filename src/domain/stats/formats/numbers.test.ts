import fc from "fast-check";
import { expect, test } from "vitest";
import { dateInName, dateOrder, monthInName, parseDate, utcDayOfLocalStamp } from "./dates.ts";
import { parseCount, parseMoney, unitsNanosToMinor } from "./numbers.ts";

test.each([
	["1234", 1234, "exact"],
	["1,234", 1234, "exact"],
	["1.234", 1234, "exact"],
	["1 234 567", 1234567, "exact"],
	["12,345,678", 12345678, "exact"],
	["12.0", 12, "exact"],
	["1.2K", 1200, "abbreviated"],
	["3,4k", 3400, "abbreviated"],
	["2M", 2000000, "abbreviated"],
])("the count %s is %i", (text, value, rounding) => {
	expect(parseCount(text)).toEqual({ value, rounding });
});

test.each(["", "-5", "1.5", "12,34", "1,23,456", "abc", "1e9", "NaN", "=1+1", "99999999999999999999"])(
	"%s is no count",
	(text) => expect(parseCount(text)).toBeNull(),
);

test.each([
	["$8.30", 830, "USD"],
	["1.234,56 €", 123456, "EUR"],
	["1,234.56", 123456, null],
	["$1,234", 123400, "USD"],
	["0.03", 3, null],
	["8.3", 830, null],
	["USD 12", 1200, "USD"],
	["¥", null, null],
	["-$2.04", -204, "USD"],
	["$-2.04", -204, "USD"],
	["\u2212$2.04", -204, "USD"],
	["($2.04)", -204, "USD"],
	["-2,04 €", -204, "EUR"],
	["2.04-", null, null],
	["(-2.04)", null, null],
	["--2.04", null, null],
	["0.125", null, null],
	["2,5", 250, null],
])("%s is %s minor units", (text, value, currency) => {
	expect(parseMoney(text)).toEqual(value === null ? null : { value, currency });
});

test("an amount written either way is read to the cent", () => {
	fc.assert(
		fc.property(fc.nat(99_999_999), (cents) => {
			const amount = cents / 100;
			for (const locale of ["en-US", "de-DE", "fr-FR", "de-CH"]) {
				const text = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(amount);
				expect(parseMoney(text.replace("’", "'"))?.value).toBe(cents);
			}
		}),
	);
});

test("units and nanos give the same cents as the amount they stand for", () => {
	expect([
		unitsNanosToMinor(0, 30_000_000, "USD"),
		unitsNanosToMinor(2, 40_000_000, "USD"),
		unitsNanosToMinor(7, 950_000_000, "USD"),
		unitsNanosToMinor(9, 0, "USD"),
		unitsNanosToMinor(9, 0, "JPY"),
		unitsNanosToMinor(-2, -40_000_000, "USD"),
		unitsNanosToMinor(1, 1_000_000_000, "USD"),
		unitsNanosToMinor(1.5, 0, "USD"),
	]).toEqual([3, 204, 795, 900, 9, -204, null, null]);
	fc.assert(
		fc.property(fc.nat(1_000_000), fc.nat(99), (units, cents) => {
			expect(unitsNanosToMinor(units, cents * 10_000_000, "USD")).toBe(units * 100 + cents);
		}),
	);
});

const date = fc.date({ min: new Date("2012-01-01"), max: new Date("2040-12-31"), noInvalidDate: true });

test("a column of dates is read the way it was written, or not at all", () => {
	fc.assert(
		fc.property(fc.array(date, { minLength: 1, maxLength: 20 }), fc.boolean(), (dates, dayFirst) => {
			const iso = dates.map((one) => one.toISOString().slice(0, 10));
			const written = iso.map((day) => {
				const [year, month, dayOfMonth] = day.split("-");
				return dayFirst ? `${dayOfMonth}/${month}/${year}` : `${month}/${dayOfMonth}/${year}`;
			});
			const order = dateOrder(written);
			written.forEach((text, at) => {
				const read = parseDate(text, order);
				expect(read === null || read === iso[at]).toBe(true);
				if (order !== "ambiguous") expect(read).toBe(iso[at]);
			});
		}),
	);
});

test("dates of other kinds", () => {
	expect(parseDate("2021/3/5", "year-first")).toBe("2021-03-05");
	expect(parseDate("1614902400000", "year-first")).toBe("2021-03-05");
	expect(parseDate("2021-03-05T23:30:00+02:00", "year-first")).toBe("2021-03-05");
	expect(parseDate("31/02/2024", "day-first")).toBeNull();
	expect(parseDate("03/04/2024", "ambiguous")).toBeNull();
	expect(parseDate("04/04/2024", "ambiguous")).toBe("2024-04-04");
	expect(parseDate("Mar 5, 2021", "year-first")).toBe("2021-03-05");
	expect(parseDate("5 March 2021", "year-first")).toBe("2021-03-05");
	expect(parseDate("5-Mar-21", "year-first")).toBe("2021-03-05");
	expect(parseDate("05-Mar-2021", "year-first")).toBe("2021-03-05");
	expect(parseDate("31-Feb-21", "year-first")).toBeNull();
	expect(parseDate("5 Smarch 2021", "year-first")).toBeNull();
	expect(parseDate("2021-03-05 00:00:00+00:00", "year-first")).toBe("2021-03-05");
	expect(utcDayOfLocalStamp("2025-03-02 19:00:00")).toBe("2025-03-03");
	expect(utcDayOfLocalStamp("2025-03-02T19:00:00")).toBe("2025-03-03");
	expect(utcDayOfLocalStamp("2025-03-03T02:00:00")).toBe("2025-03-03");
	expect(utcDayOfLocalStamp("yesterday")).toBeNull();
	expect(monthInName("leaderboard-2026-03-part1.json")).toBe("2026-03");
	expect(monthInName("stats-2026-03-15.json")).toBeNull();
	expect(monthInName("stats.json")).toBeNull();
	expect(dateInName("Medium-Stats-Counter-Stories20210305.csv")).toBe("2021-03-05");
});
