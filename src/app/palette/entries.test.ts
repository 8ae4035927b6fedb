import { expect, test } from "vitest";
import { type PaletteEntry, rank, score } from "./entries.ts";

const entry = (label: string, also = ""): PaletteEntry => ({ id: label, label, also, note: "", run: () => {} });

test("the start of a name beats the start of a word, which beats the middle", () => {
	const entries = [entry("Restart"), entry("Late start"), entry("Start writing"), entry("Other")];
	expect(rank(entries, "start", []).map(({ label }) => label)).toEqual(["Start writing", "Late start", "Restart"]);
});

test("every word must be there; accents and case do not matter", () => {
	expect(score("New story", "story new")).toBeGreaterThan(0);
	expect(score("New story", "story old")).toBe(0);
	expect(score("Éclairage", "eclair")).toBeGreaterThan(0);
	expect(score("New story", "nst")).toBeGreaterThan(0);
	expect(score("New story", "tsn")).toBe(0);
});

test("with nothing typed the recent ones come first, newest first", () => {
	const entries = [entry("A"), entry("B"), entry("C")];
	expect(rank(entries, "", ["C", "B"]).map(({ label }) => label)).toEqual(["C", "B", "A"]);
});

test("other words find an entry, after its own name", () => {
	const entries = [entry("Appearance", "theme dark light"), entry("Theme")];
	expect(rank(entries, "theme", []).map(({ label }) => label)).toEqual(["Theme", "Appearance"]);
});
