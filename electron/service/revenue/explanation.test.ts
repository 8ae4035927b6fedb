import { expect, test } from "vitest";
import { prepare } from "#domain/revenue/engine/engine.ts";
import { engineInputOf } from "#tests/evaluate/revenue/judge.ts";
import { inventWriter } from "#tests/evaluate/revenue/writers.ts";
import { storiesLeft } from "./explanation.ts";

test("what is left in stories is drawn once for a fit, whatever month is explained", () => {
	const input = engineInputOf(inventWriter("powerLaw", { months: 6, cadence: 2, seed: 5 }));
	const [first, second] = [1, 2].map((seed) => prepare(input, seed, { backtest: false }));
	const left = storiesLeft(first!, 1);
	expect(left.size).toBe(input.stories.length);
	expect(storiesLeft(first!, 1)).toBe(left);
	expect(storiesLeft(second!, 2)).not.toEqual(left);
});
