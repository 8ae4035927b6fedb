import { expect, test } from "vitest";
import { heldLess } from "./held.ts";

const row = (horizon: number, inside80: number, forecasts: number) => ({ horizon, inside80, forecasts });

test("the nearest horizon that held less than four in five is told, and none where all held", () => {
	const rows = [row(1, 4, 5), row(2, 3, 6), row(3, 1, 5)];
	expect(heldLess(rows, 1)).toBeUndefined();
	expect(heldLess(rows, 2)).toEqual(row(2, 3, 6));
	expect(heldLess(rows, 12)).toEqual(row(2, 3, 6));
	expect(heldLess([], 3)).toBeUndefined();
});
