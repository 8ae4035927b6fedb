import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { guessLanguage } from "../language.ts";
import { blockLanguage, type LanguageDetector, loadDetector, textLanguage } from "./detect.ts";

const TEXTS = readFileSync(new URL("../../../../tests/fixtures/language/short-texts.txt", import.meta.url), "utf8")
	.split("\n")
	.filter((line) => line !== "" && !line.startsWith("#"))
	.map((line) => ({ code: line.slice(0, 2), text: line.slice(3) }));

let detect: LanguageDetector;
beforeAll(async () => {
	detect = await loadDetector();
});

const share = (right: (one: (typeof TEXTS)[number]) => boolean, of = TEXTS) => of.filter(right).length / of.length;

describe("short texts in 27 languages", () => {
	test("are told better than by stop words, and none is taken for English", () => {
		const byStopWords = share(({ code, text }) => guessLanguage(text).code === code);
		const told = share(({ code, text }) => textLanguage(text, detect).code === code);
		expect(new Set(TEXTS.map(({ code }) => code)).size).toBe(27);
		expect(told).toBeGreaterThan(byStopWords + 0.2);
		expect(told).toBeGreaterThan(0.93);
		expect(TEXTS.filter(({ code, text }) => code !== "en" && textLanguage(text, detect).code === "en")).toEqual([]);
	});

	test("in no language are fewer right than by stop words", () => {
		for (const code of new Set(TEXTS.map((one) => one.code))) {
			const own = TEXTS.filter((one) => one.code === code);
			const before = share(({ text }) => guessLanguage(text).code === code, own);
			// One English heading of one word is a word of other languages too: its story tells.
			const now = share(({ text }) => blockLanguage(text, { code, presumed: false }, detect) === code, own);
			expect(now, code).toBeGreaterThanOrEqual(before);
		}
	});

	test("a block in its story's language is told so", () => {
		expect(share(({ code, text }) => blockLanguage(text, { code, presumed: false }, detect) === code)).toBeGreaterThan(
			0.98,
		);
	});

	test("a block in another language than its story's mostly is", () => {
		const sentences = TEXTS.filter(({ code, text }) => code !== "en" && text.split(" ").length >= 5);
		const told = share(({ text }) => blockLanguage(text, { code: "en", presumed: false }, detect) !== "en", sentences);
		expect(told).toBeGreaterThan(0.95);
	});
});

test("too short to tell: as the story", () => {
	for (const text of ["Fazit", "2026", "", "OK", "Conclusion"])
		expect(blockLanguage(text, { code: "de", presumed: false }, detect)).toBe("de");
	expect(blockLanguage("", { code: null, presumed: true }, detect)).toBeNull();
});

test("without the detector, stop words decide and doubt goes to the story", () => {
	expect(blockLanguage("Learning slowly", { code: "de", presumed: false }, null)).toBe("de");
	expect(textLanguage("Warum ich den Winter auf der Insel verbracht habe", null).code).toBe("de");
});

test.each([
	["lone surrogates", "\uD83D".repeat(100_000)],
	["zero-width characters", "\u200b".repeat(100_000)],
	["nothing but signs", "—…!? ".repeat(20_000)],
	["mixed scripts", "слово word 言葉 كلمة ".repeat(5_000)],
])("%s are read without a fall", (_, text) => {
	expect(() => blockLanguage(text, { code: "en", presumed: false }, detect)).not.toThrow();
});
