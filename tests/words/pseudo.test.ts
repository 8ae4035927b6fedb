import { expect, test } from "vitest";
import { outsideBrackets, pseudo, pseudoCatalogue } from "./pseudo.ts";

test("a sentence is accented, longer and in brackets, its places and its markup as they are", () => {
	const sentence = "Row {{row}} of <b>the</b> file: {{reason}}";
	const said = pseudo(sentence);
	expect(said).toMatch(/^⟦Ŕóẃ {{row}} óḟ <b>ťĥé<\/b> ḟíĺé: {{reason}}[ ~]+⟧$/);
	expect(said.length).toBeGreaterThan(sentence.length * 1.3);
	expect(said.normalize("NFKD").replace(/\p{M}/gu, "")).toContain(sentence);
});

test("a plural has every form of the language", () => {
	const catalogue = pseudoCatalogue({
		"{{count}} parts_one": "{{count}} part",
		"{{count}} parts_other": "{{count}} parts",
	});
	expect(Object.keys(catalogue)).toEqual(["one", "few", "many", "other"].map((form) => `{{count}} parts_${form}`));
	expect(catalogue["{{count}} parts_one"]).toMatch(/^⟦o:{{count}} ṕáŕť /);
	expect(catalogue["{{count}} parts_few"]).toMatch(/^⟦f:{{count}} ṕáŕťś /);
});

test("what stands outside is found", () => {
	expect(outsideBrackets("⟦Ŕóẃ ⟦3⟧⟧ of ⟦ten⟧ rows")).toBe(" of  rows");
});
