import { expect, test } from "vitest";
import { english } from "../../words/message.ts";
import { tierOf } from "./tiers.ts";

test.each([
	[[50_000, 60_000], "new"],
	[[100, 200, 300, 400, 500, 600], "steady"],
	[[100, 200, 300, 40_000, 50_000, 100], "top"],
])("%j is %s", (months, tier) => {
	expect(tierOf(months, "USD")).toMatchObject({ tier, source: { asOf: "2020-04" } });
	expect(english(tierOf(months, "USD")?.source.words ?? "")).toContain("64% of active writers");
});

test("no figures, no tier", () => {
	expect(tierOf([], "USD")).toBeNull();
	expect(tierOf([1, 2, 3], "EUR")).toBeNull();
});
