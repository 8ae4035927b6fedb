import { expect, test } from "vitest";
import { expectCurrency } from "./currency.ts";

test("an answer in another currency than the one asked for is none, unless nothing was earned at all", () => {
	const dollars = { currency: "USD", asOf: "2026-02-28" };
	expect(() => expectCurrency("EUR", dollars)).toThrow("No earnings in EUR are known. Those that are known are in USD");
	expect(() => expectCurrency("EUR", { ...dollars, asOf: null })).not.toThrow();
	expect(() => expectCurrency("USD", dollars)).not.toThrow();
	expect(() => expectCurrency(null, dollars)).not.toThrow();
});
