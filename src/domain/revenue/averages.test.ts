import { expect, test } from "vitest";
import { lowerMiddleOf, meanOf, middleOf } from "./averages.ts";

test("the middle of an even list is one of its values, and of nothing there is none", () => {
	expect([middleOf([9, 1, 10]), lowerMiddleOf([9, 1, 10])]).toEqual([9, 9]);
	expect([middleOf([9, 1, 10, 2]), lowerMiddleOf([9, 1, 10, 2])]).toEqual([9, 2]);
	expect([middleOf([]), lowerMiddleOf([]), meanOf([])]).toEqual([null, null, 0]);
});
