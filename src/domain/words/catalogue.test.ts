import { expect, test } from "vitest";
import { pickLanguage, speaker } from "./catalogue.ts";

test.each([
	["system", ["fr-CA", "pl-PL", "en-US"], "pl"],
	["system", ["fr-CA"], "en"],
	["system", ["PT-br"], "pt-BR"],
	["pl", ["en-US"], "pl"],
	["xx", ["pl"], "en"],
])("of the choice %s and %j it is %s", (choice, preferred, language) => {
	expect(pickLanguage(choice, preferred, ["en", "pl", "pt-BR"])).toBe(language);
});

test("a sentence is said in the language, and in English where it is not translated", () => {
	const { language, say } = speaker("system", ["pl-PL"], { pl: { Write: "Pisz", Plan: "" } });
	expect([language, say("Write"), say("Plan"), say("Earn")]).toEqual(["pl", "Pisz", "Plan", "Earn"]);
	expect(speaker("system", ["fr"], { pl: { Write: "Pisz" } }).say("Write")).toBe("Write");
});
