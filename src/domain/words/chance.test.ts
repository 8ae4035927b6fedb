import { expect, test } from "vitest";
import { chanceValue } from "./chance.ts";
import { englishValue } from "./message.ts";

test("a simulated chance is never told as certain", () => {
	const told = [1, 0.999, 0.99, 0.483, 0.01, 0.004, 0].map((share) => englishValue(chanceValue(share)));
	expect(told).toEqual(["over 99%", "over 99%", "99%", "48%", "1%", "under 1%", "under 1%"]);
});
