import { expect, test } from "vitest";
import { storyIdSchema } from "#contract/story.ts";
import { orderedId } from "./ordered-id.ts";

test("ids are valid, different, and each greater than the one before, even when the clock stands or goes back", () => {
	const at = Date.UTC(2026, 8, 21);
	const ids = [at, at + 5, at - 1000, ...new Array<number>(9_000).fill(at)].map(orderedId);
	for (const id of ids) expect(storyIdSchema.safeParse(id).success).toBe(true);
	expect(new Set(ids).size).toBe(ids.length);
	expect(ids.toSorted()).toEqual(ids);
});
