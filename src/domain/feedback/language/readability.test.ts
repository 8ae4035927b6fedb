import { describe, expect, test } from "vitest";
import { READABILITY_FORMULAS, readability } from "./readability.ts";
import { NO_COUNTS, type ReadingCounts, readingCounts, sumReadingCounts } from "./reading-counts.ts";
import { readingOf } from "./test-reading.ts";

/** 100 words in 5 sentences, 150 syllables, 450 letters. */
const COUNTS: ReadingCounts = { sentences: 5, words: 100, letters: 450, syllables: 150, characters: 560 };

describe("published coefficients", () => {
	test.each([
		["en", 206.835 - 1.015 * 20 - 84.6 * 1.5],
		["de", 180 - 20 - 58.5 * 1.5],
		["es", 206.84 - 0.6 * 150 - 1.02 * 20],
		["fr", 207 - 1.015 * 20 - 0.736 * 150],
		["nl", 206.84 - 0.77 * 150 - 0.93 * 20],
		["pt", 248.835 - 1.015 * 20 - 84.6 * 1.5],
		["ru", 206.835 - 1.3 * 20 - 60.1 * 1.5],
		["it", 89 - 450 / 10 + 3 * 5],
		["ja", 112],
	])("%s", (language, value) => {
		expect(readability(language, COUNTS)).toMatchObject({ value: Math.round(value * 10) / 10 });
	});

	test("every formula says where it was published", () => {
		for (const { name, source } of Object.values(READABILITY_FORMULAS)) {
			expect(name).not.toBe("");
			expect(source.title).toMatch(/\d{4}/);
			expect(source.detail).not.toBe("");
		}
	});
});

test("bands run from easy to hard", () => {
	const band = (language: string, counts: Partial<ReadingCounts>) => {
		const answer = readability(language, { ...COUNTS, ...counts });
		return "band" in answer ? answer.band : answer.none;
	};
	expect(band("en", { syllables: 120, sentences: 12 })).toBe("veryEasy");
	expect(band("en", {})).toBe("fairlyHard");
	expect(band("en", { syllables: 210 })).toBe("veryHard");
	expect(band("nl", { syllables: 185, sentences: 5 })).toBe("fairlyHard");
	expect(band("it", { letters: 400, sentences: 10 })).toBe("standard");
	expect(band("ja", { sentences: 20 })).toBe("easy");
	expect(band("ja", { sentences: 10 })).toBe("standard");
	expect(band("ja", {})).toBe("hard");
});

test("no formula, no language and too little text are said, never a number", () => {
	expect(readability("fi", COUNTS)).toEqual({ none: "formula" });
	expect(readability(null, COUNTS)).toEqual({ none: "language" });
	expect(readability("en", { ...COUNTS, words: 99 })).toEqual({ none: "short" });
	expect(readability("zh", { ...COUNTS, characters: 199 })).toEqual({ none: "short" });
	expect(readability("en", NO_COUNTS)).toEqual({ none: "short" });
});

test("counts of blocks add up to the counts of the text", () => {
	const one = readingOf("The keeper lit the lamp. He waited.");
	const two = readingOf("Nobody came that night.");
	expect(readingCounts(one)).toEqual({ sentences: 2, words: 7, letters: 27, syllables: 9, characters: 0 });
	expect(sumReadingCounts([readingCounts(one), readingCounts(two)])).toEqual(
		readingCounts(readingOf(`${one.text} ${two.text}`)),
	);
	expect(readingCounts(readingOf(one.text, "en", "heading"))).toEqual(NO_COUNTS);
	expect(readingCounts(readingOf(one.text, "fi"))).toMatchObject({ words: 7, syllables: 0 });
	expect(readingCounts(readingOf("灯台守は灯をともした。\n冬だった。", "ja"))).toMatchObject({
		sentences: 2,
		characters: 14,
	});
});
