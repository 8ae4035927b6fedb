import { createInstance } from "i18next";
import { expect, test } from "vitest";
import { setFormatLocale } from "#ui/format/format.ts";
import { lengthWords } from "./length-words.ts";

test.each([
	[{ words: 47, cjkCharacters: 2 }, "49 words"],
	[{ words: 1, cjkCharacters: 0 }, "1 word"],
	[{ words: 5, cjkCharacters: 4 }, "9 words and characters"],
	[{ words: 900, cjkCharacters: 20 }, "920 words and characters"],
	[{ words: 0, cjkCharacters: 2 }, "2 characters"],
])("%j is said as %s", async (counts, said) => {
	setFormatLocale("en-US");
	const words = createInstance();
	const t = await words.init({ lng: "en", keySeparator: false, nsSeparator: false, resources: { en: {} } });
	expect(lengthWords(counts, t)).toBe(said);
});
