import { expect, test } from "vitest";
import {
	actedOn,
	afterRemoval,
	chooseAll,
	extendTo,
	focusOn,
	move,
	NO_SELECTION,
	toggle,
	typeAhead,
} from "./selection.ts";

const ids = ["a", "b", "c", "d", "e"];

test("arrows stay inside the list and let go of what was chosen", () => {
	expect(move(NO_SELECTION, ids, 1, false).focus).toBe("a");
	expect(move(NO_SELECTION, ids, -1, false).focus).toBe("e");
	expect(move(focusOn("e"), ids, 1, false).focus).toBe("e");
	expect(move(focusOn("b"), ids, 10, false).focus).toBe("e");
	expect(actedOn(move(chooseAll(focusOn("a"), ids), ids, 1, false))).toEqual(["b"]);
	expect(move(focusOn("gone"), [], 1, false)).toEqual(NO_SELECTION);
});

test("Shift grows and shrinks the range from its anchor, in both directions", () => {
	let selection = move(focusOn("c"), ids, 1, true);
	expect(actedOn(selection)).toEqual(["c", "d"]);
	selection = move(selection, ids, -1, true);
	expect(actedOn(selection)).toEqual(["c"]);
	selection = move(selection, ids, -1, true);
	expect(actedOn(selection)).toEqual(["b", "c"]);
	expect(actedOn(extendTo(selection, ids, "e"))).toEqual(["c", "d", "e"]);
});

test("single rows are added and taken away", () => {
	const two = toggle(toggle(focusOn("a"), "c"), "e");
	expect(actedOn(two)).toEqual(["c", "e"]);
	expect(actedOn(toggle(two, "c"))).toEqual(["e"]);
});

test("focus goes where the removed rows were", () => {
	expect(afterRemoval(focusOn("b"), ids, new Set(["b"])).focus).toBe("c");
	expect(afterRemoval(focusOn("e"), ids, new Set(["d", "e"])).focus).toBe("c");
	expect(afterRemoval(focusOn("a"), ids, new Set(["c"])).focus).toBe("a");
	expect(afterRemoval(focusOn("a"), ["a"], new Set(["a"])).focus).toBeNull();
});

test("typing finds the next row, without regard to accents and case", () => {
	const rows = [
		{ id: "1", text: "Alpha" },
		{ id: "2", text: "Éclair" },
		{ id: "3", text: "eclipse" },
	];
	expect(typeAhead(NO_SELECTION, rows, "e")?.focus).toBe("2");
	expect(typeAhead(focusOn("2"), rows, "e")?.focus).toBe("3");
	expect(typeAhead(focusOn("2"), rows, "ecli")?.focus).toBe("3");
	expect(typeAhead(focusOn("3"), rows, "a")?.focus).toBe("1");
	expect(typeAhead(focusOn("3"), rows, "z")).toBeNull();
});
