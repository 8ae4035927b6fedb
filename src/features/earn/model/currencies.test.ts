import { expect, test } from "vitest";
import { currencyChoices } from "./currencies.ts";

test("a currency is chosen where there are several, or taken back where there are no earnings in it", () => {
	expect(currencyChoices({ currency: "USD", others: [], chosen: null })).toEqual([]);
	expect(currencyChoices({ currency: "USD", others: ["EUR"], chosen: null })).toEqual(["EUR", "USD"]);
	expect(currencyChoices({ currency: "USD", others: ["EUR"], chosen: "EUR" })).toEqual(["EUR", "USD"]);
	expect(currencyChoices({ currency: "USD", others: [], chosen: "GBP" })).toEqual(["GBP", "USD"]);
});
