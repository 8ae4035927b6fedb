import { expect, test } from "vitest";
import { type Held, writtenBy } from "./held.ts";

const again = () => {};
const keys = (...names: string[]): Held[] => names.map((writes) => ({ again, writes }));

test("what was typed is put together as it would have been written", () => {
	expect(writtenBy(keys("a", "b", "Enter", "c", "ArrowLeft", "Home", ""))).toBe("ab\nc");
	expect(writtenBy(keys("a", "🕯", "Backspace", "b"))).toBe("ab");
	expect(writtenBy([...keys("["), { again, pasted: "two\nlines" }, ...keys("]")])).toBe("[two\nlines]");
	expect(writtenBy(keys("Backspace", "Shift"))).toBe("");
	expect(writtenBy([])).toBe("");
});
