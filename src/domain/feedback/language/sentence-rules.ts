/** Sentences that ask much of a reader, by published formulas and limits. */
import { countText } from "#domain/story/words.ts";
import { sentence } from "../../words/message.ts";
import type { BlockFinding, BlockReading, BlockRule } from "../block-rule.ts";
import { convention } from "../sources.ts";
import type { Word } from "../text.ts";
import type { Rule, Severity } from "../types.ts";
import { languageRule } from "./language-rule.ts";
import { AUTOMATED_READABILITY, CHARACTERS_A_SENTENCE, SENTENCE_LENGTHS } from "./sources.ts";

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/gu;

/** School grade by the Automated Readability Index (Smith & Senter 1967), of texts of at least one word. */
export function automatedReadability(counts: { letters: number; words: number; sentences: number }): number {
	return 4.71 * (counts.letters / counts.words) + 0.5 * (counts.words / counts.sentences) - 21.43;
}

export interface MeasuredSentence extends Word {
	words: number;
	/** Letters and digits. */
	letters: number;
}

const MEASURED = new WeakMap<BlockReading, MeasuredSentence[]>();

/** Sentences with the words that begin in them; measured once a reading. */
export function measuredSentences(reading: BlockReading): readonly MeasuredSentence[] {
	const known = MEASURED.get(reading);
	if (known) return known;
	const { sentences, words } = reading;
	let at = 0;
	const measured = sentences.map((one) => {
		let count = 0;
		let letters = 0;
		for (; at < words.length; at += 1) {
			const word = words[at];
			if (!word || word.start >= one.end) break;
			count += 1;
			letters += lettersOf(word.text);
		}
		return { ...one, words: count, letters };
	});
	MEASURED.set(reading, measured);
	return measured;
}

/** Letters and digits of a word. */
export function lettersOf(word: string): number {
	for (let at = 0; at < word.length; at += 1) {
		const code = word.charCodeAt(at) | 0x20;
		if (code < 0x61 || code > 0x7a) return word.match(LETTER_OR_DIGIT)?.length ?? 0;
	}
	return word.length;
}

/** Schools have no such grades beyond, and the formula was fitted to none. */
const LAST_GRADE = 20;

const gradeShown = (grade: number): number | string => (grade > LAST_GRADE ? `${LAST_GRADE}+` : Math.ceil(grade));

function* graded(
	reading: BlockReading,
	ruleId: string,
	severity: Severity,
	within: (grade: number) => boolean,
	leastWords: number,
): Generator<BlockFinding> {
	for (const { start, end, words, letters } of measuredSentences(reading)) {
		if (words < leastWords) continue;
		const grade = automatedReadability({ letters, words, sentences: 1 });
		if (within(grade)) yield { ruleId, severity, start, end, values: { words, grade: gradeShown(grade) } };
	}
}

const HARD = "language.hard-sentence";
const VERY_HARD = "language.very-hard-sentence";
const LONG = "language.long-sentence";

const limit = (thresholds: Rule["thresholds"], name: string) => thresholds[name] ?? Number.POSITIVE_INFINITY;

/** Languages without a formula for single sentences: their words are counted. */
const COUNTED_IN_WORDS = [
	"de",
	"es",
	"fr",
	"it",
	"nl",
	"pl",
	"pt",
	"ru",
	"sv",
	"tr",
	"id",
	"cs",
	"hu",
	"el",
	"he",
	"ar",
];

/** Languages whose sentences have limits in characters. */
const COUNTED_IN_CHARACTERS = ["zh", "ja", "ko"];

/**
 * By the limit of the block's language: limits are published by language, in words or in characters. Characters are those
 * of {@link countText}, as in every length that the coach tells: where a guide means punctuation
 * too, a sentence may be a little longer than it says.
 */
function* longSentences(reading: BlockReading, thresholds: Rule["thresholds"]): Generator<BlockFinding> {
	const language = reading.language ?? "";
	if (COUNTED_IN_CHARACTERS.includes(language)) {
		const most = limit(thresholds, language);
		for (const { text, start, end } of reading.sentences) {
			const characters = countText(text).cjkCharacters;
			if (characters > most) yield { ruleId: LONG, severity: "note", start, end, values: { characters, limit: most } };
		}
		return;
	}
	const most = thresholds[language] ?? limit(thresholds, "others");
	for (const { start, end, words } of measuredSentences(reading)) {
		if (words <= most) continue;
		const severity: Severity = words > limit(thresholds, "veryLong") ? "suggestion" : "note";
		yield { ruleId: LONG, severity, start, end, values: { words, limit: most } };
	}
}

export const SENTENCE_RULES: readonly BlockRule[] = [
	languageRule({
		id: VERY_HARD,
		name: sentence("A very hard sentence"),
		message: sentence("{{words}} words at reading grade {{grade}}. Split it, or say it with shorter words."),
		why: sentence(
			"Long words in a long sentence are held in mind all at once. A published formula, not measured on Medium.",
		),
		evidence: [convention(AUTOMATED_READABILITY)],
		thresholds: { words: 14, grade: 14 },
		thresholdNames: { words: sentence("Words of a sentence, at least") },
		find: (reading, thresholds) =>
			graded(
				reading,
				VERY_HARD,
				"suggestion",
				(grade) => grade >= limit(thresholds, "grade"),
				limit(thresholds, "words"),
			),
	}),
	languageRule({
		id: HARD,
		name: sentence("A hard sentence"),
		message: sentence("{{words}} words at reading grade {{grade}}. See whether it wants to be two."),
		why: sentence("Most readers read a few grades below what they can. A published formula, not measured on Medium."),
		evidence: [convention(AUTOMATED_READABILITY)],
		thresholds: { words: 14, grade: 10, belowGrade: 14 },
		order: [["grade", "belowGrade"]],
		thresholdNames: { words: sentence("Words of a sentence, at least") },
		find: (reading, thresholds) =>
			graded(
				reading,
				HARD,
				"note",
				(grade) => grade >= limit(thresholds, "grade") && grade < limit(thresholds, "belowGrade"),
				limit(thresholds, "words"),
			),
	}),
	languageRule({
		id: LONG,
		name: sentence("A long sentence"),
		message: sentence("{{words}} words in one sentence. Past {{limit}}, many readers lose the thread."),
		ownMessage: sentence("{{words}} words in one sentence. Your limit is {{limit}}."),
		inCharacters: {
			message: sentence("{{characters}} characters in one sentence. Past {{limit}}, look whether it wants to be two."),
			ownMessage: sentence("{{characters}} characters in one sentence. Your limit is {{limit}}."),
			figures: { words: ["others", "veryLong"], characters: COUNTED_IN_CHARACTERS },
		},
		why: sentence(
			"Shorter sentences are easier to follow on a screen. A published convention, not measured on Medium.",
		),
		evidence: [convention(SENTENCE_LENGTHS), convention(CHARACTERS_A_SENTENCE)],
		languages: [...COUNTED_IN_WORDS, ...COUNTED_IN_CHARACTERS],
		thresholds: { others: 20, veryLong: 35, es: 25, it: 25, pt: 25, ru: 15, zh: 100, ja: 60, ko: 60 },
		order: [
			["others", "veryLong"],
			["es", "veryLong"],
			["it", "veryLong"],
			["pt", "veryLong"],
			["ru", "veryLong"],
		],
		thresholdNames: {
			others: sentence("Words of a sentence in other languages, at most"),
			veryLong: sentence("Words of a sentence: very long from"),
		},
		find: longSentences,
	}),
];
