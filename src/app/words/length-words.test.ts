import { createInstance } from "i18next";
import { expect, test } from "vitest";
import { setFormatLocale } from "#ui/format/format.ts";
import { lengthWords, shortLength } from "./length-words.ts";

async function english() {
	setFormatLocale("en-US");
	return createInstance().init({ lng: "en", keySeparator: false, nsSeparator: false, resources: { en: {} } });
}

test.each([
	[{ words: 47, cjkCharacters: 2 }, "48 words"],
	[{ words: 1, cjkCharacters: 0 }, "1 word"],
	[{ words: 5, cjkCharacters: 4 }, "9 words and characters"],
	[{ words: 900, cjkCharacters: 20 }, "920 words and characters"],
	[{ words: 0, cjkCharacters: 2 }, "2 characters"],
])("%j is said as %s", async (counts, said) => {
	expect(lengthWords(counts, await english())).toBe(said);
});

test.each([
	[{ words: 1, cjkCharacters: 0 }, "1 word"],
	[{ words: 0, cjkCharacters: 2 }, "2 char."],
	// More characters than words, and less of the reading: the coach counts such a text in words.
	[{ words: 100, cjkCharacters: 150 }, "180 words"],
	[{ words: 100, cjkCharacters: 200 }, "200 char."],
])("%j is said in short as %s", async (counts, said) => {
	expect(shortLength(counts, await english())).toBe(said);
});
