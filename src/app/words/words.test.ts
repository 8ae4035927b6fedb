import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const folder = new URL(".", import.meta.url);
const catalogues = readdirSync(folder).filter((name) => name.endsWith(".json"));
const words = (name: string): Record<string, string> => JSON.parse(readFileSync(new URL(name, folder), "utf8"));

test.each(catalogues)("%s shows sentences, never the key of a plural form", (name) => {
	const leaked = Object.values(words(name)).filter((sentence) => /_(zero|one|two|few|many|other)$/.test(sentence));
	expect(leaked).toEqual([]);
});

test.each(catalogues)("%s fills the same places as its key", (name) => {
	const places = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort();
	for (const [key, sentence] of Object.entries(words(name)))
		for (const place of places(sentence)) expect(places(key), key).toContain(place);
});
