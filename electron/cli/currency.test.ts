import { expect, test } from "vitest";
import { currencyNotes } from "./currency.ts";

test("which other earnings are counted is said only where there are some", () => {
	const dollars = { currency: "USD", asOf: "2026-02-28" };
	expect(currencyNotes("EUR", dollars)).toEqual(["No earnings in EUR are known: those in USD are counted."]);
	expect(currencyNotes("EUR", { ...dollars, asOf: null })).toEqual([]);
	expect(currencyNotes("USD", dollars)).toEqual([]);
	expect(currencyNotes(null, dollars)).toEqual([]);
});
