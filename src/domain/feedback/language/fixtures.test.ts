/** How often the rules about words are right, on sentences written by hand: `tests/fixtures/language/<rule>.txt`. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { englishWords } from "./english.ts";
import { LANGUAGE_RULES } from "./rules.ts";
import { readingOf } from "./test-reading.ts";

interface Sentence {
	text: string;
	/** Words that should be found, as "start-end" of words. */
	wanted: string[];
}

function sentences(rule: string): Sentence[] {
	const file = new URL(`../../../../tests/fixtures/language/${rule}.txt`, import.meta.url);
	return readFileSync(file, "utf8")
		.split("\n")
		.filter((line) => line !== "" && !line.startsWith("#"))
		.map((line) => {
			const wanted: string[] = [];
			let text = "";
			let start = 0;
			for (const part of line.split(/([[\]])/)) {
				if (part === "[") start = text.length;
				else if (part === "]") wanted.push(`${start}-${text.length}`);
				else text += part;
			}
			return { text, wanted };
		});
}

/** What a rule finds, as the words it speaks of: a mend may reach a little further. */
function foundIn(rule: string, text: string): string[] {
	const reading = readingOf(text);
	const one = LANGUAGE_RULES.find(({ id }) => id === `language.${rule}`);
	return (one?.check(reading, one.thresholds) ?? []).map(({ start, end, values }) => {
		const phrase = values?.["phrase"];
		if (typeof phrase !== "string") return `${start}-${end}`;
		const at = text.indexOf(phrase, start);
		return `${at}-${at + phrase.length}`;
	});
}

/** Least share of findings that are right, and of what is there that is found. */
test.each([
	["passive", 0.95, 0.9],
	["hedge", 0.95, 0.9],
	["filler", 0.95, 0.9],
	["simpler-word", 0.95, 0.9],
	["echo", 0.9, 0.8],
	["repeated-starts", 0.95, 0.95],
	["adverbs", 0.95, 0.95],
])("%s: precision %d, recall %d", (rule, precision, recall) => {
	const list = sentences(rule);
	expect(list.filter(({ wanted }) => wanted.length > 0).length).toBeGreaterThanOrEqual(20);
	expect(list.filter(({ wanted }) => wanted.length === 0).length).toBeGreaterThanOrEqual(20);
	let right = 0;
	let found = 0;
	let there = 0;
	const faults: string[] = [];
	for (const { text, wanted } of list) {
		const answer = foundIn(rule, text);
		there += wanted.length;
		found += answer.length;
		right += answer.filter((place) => wanted.includes(place)).length;
		for (const place of answer) if (!wanted.includes(place)) faults.push(`+ ${text.slice(...range(place))} | ${text}`);
		for (const place of wanted) if (!answer.includes(place)) faults.push(`- ${text.slice(...range(place))} | ${text}`);
	}
	const figures = `precision ${right}/${found}, recall ${right}/${there}\n${faults.join("\n")}`;
	expect(right / found, figures).toBeGreaterThanOrEqual(precision);
	expect(right / there, figures).toBeGreaterThanOrEqual(recall);
});

const range = (place: string): [number, number] => {
	const [start = 0, end = 0] = place.split("-").map(Number);
	return [start, end];
};

test("the words of a block are read once", () => {
	const reading = readingOf("A lamp.");
	expect(englishWords(reading)).toBe(englishWords(reading));
});
