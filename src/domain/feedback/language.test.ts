import { expect, test } from "vitest";
import { clues, guessLanguage, languageOfStory, shownLanguage } from "./language.ts";

test.each([
	["en", "I left my job to keep a lighthouse, and it was the best winter of my life"],
	["en", "Lighthouse keepers"],
	["de", "Warum ich den Winter auf der Insel verbracht habe"],
	["fr", "Pourquoi les jardins meurent dans les villes et comment les sauver"],
	["es", "Lo que aprendí de un invierno en la isla"],
	["pt", "O que aprendi com um inverno na ilha, e por que não voltei"],
	["it", "Perché ho lasciato il mio lavoro per un faro"],
	["ja", "灯台守の冬についての話"],
	["zh", "灯塔守护人的冬天"],
	["ko", "등대지기의 겨울"],
	["ru", "Зима смотрителя маяка"],
	["ar", "شتاء حارس المنارة"],
])("%s: %s", (code, text) => {
	expect(guessLanguage(text).code).toBe(code);
});

test("nothing says nothing", () => {
	expect(guessLanguage("")).toEqual({ code: null, presumed: true });
	expect(guessLanguage("2026 — 42")).toEqual({ code: null, presumed: true });
});

test.each([
	["Lamps burn at night", "en"],
	["Las noches sin lámparas", "es"],
	["灯塔", "zh"],
	["Lamps", null],
	["Tortilla Española", null],
	["", null],
])("“%s” shows %s", (text, code) => {
	expect(shownLanguage(text)).toBe(code);
});

test.each([
	"Testing example.com pages, opening e-mail links, checking results",
	"Para one. Para two. Para three. Section four. Part five.",
	"Lisbon notes: Casa do Alentejo, Bairro Alto, Praca excluded, seven trams",
	"Version e, option o, later testing again",
	"Lorem ipsum dolor sit amet consectetur adipiscing elit sed do",
])("few words are English yet: %s", (text) => {
	expect(languageOfStory(clues(text))).toEqual({ code: "en", presumed: true });
});

test.each([
	["de", "Warum wir auf der Insel leben"],
	["pt", "O que aprendi com um inverno na ilha, e por que fiquei"],
	["fr", "Pourquoi les jardins meurent dans les villes et comment les sauver"],
	["es", "Lo que aprendí de un invierno"],
	["ja", "灯台守の冬についての話"],
])("few words that plainly are of another language tell it, %s: %s", (code, text) => {
	expect(languageOfStory(clues(text)).code).toBe(code);
});
