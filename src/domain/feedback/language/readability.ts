/** How hard a text reads, by the formula published for its language; no formula, no figure. */
import { sentence } from "../../words/message.ts";
import type { Source } from "../types.ts";
import type { ReadingCounts } from "./reading-counts.ts";
import { CHARACTERS_A_SENTENCE } from "./sources.ts";

export type ReadingBand = "veryEasy" | "easy" | "fairlyEasy" | "standard" | "fairlyHard" | "hard" | "veryHard";

interface Formula {
	/** As its authors or the field name it; not translated. */
	name: string;
	source: Source;
	/** On counts with at least one word and one sentence. */
	value(counts: ReadingCounts): number;
	higherIsEasier: boolean;
	/** From the first that fits: bounds the value has to reach (not to pass, where lower is easier). */
	bands: readonly (readonly [bound: number, band: ReadingBand])[];
	/** The band of what fits none. */
	last: ReadingBand;
}

export interface Readability {
	formula: string;
	source: Source;
	/** One decimal; may lie outside 0 to 100. */
	value: number;
	higherIsEasier: boolean;
	band: ReadingBand;
}

export interface NoReadability {
	/** `language`: none could be told; `formula`: none is published for it as far as we know; `short`: too little text. */
	none: "language" | "formula" | "short";
}

/** Words below which a formula says nothing: Flesch's samples had 100. Characters where words are not separated. */
export const LEAST_WORDS = 100;
export const LEAST_CHARACTERS = 200;

const source = (id: string, title: string, detail: string, url?: string): Source => ({
	id,
	title,
	detail,
	...(url && { url }),
});
const ADAPTED = sentence(
	"Flesch's formula fitted to this language's longer words and sentences. Says how long words and sentences are, not how well a text is written.",
);

const wordsPerSentence = ({ words, sentences }: ReadingCounts) => words / sentences;
const syllablesPerWord = ({ syllables, words }: ReadingCounts) => syllables / words;

/** Flesch 1948; the adaptations are read by the same table. */
const FLESCH_BANDS = [
	[90, "veryEasy"],
	[80, "easy"],
	[70, "fairlyEasy"],
	[60, "standard"],
	[50, "fairlyHard"],
	[30, "hard"],
] as const;

function flesch(
	name: string,
	from: Source,
	constant: number,
	sentenceWeight: number,
	wordWeight: number,
	bands: Formula["bands"] = FLESCH_BANDS,
): Formula {
	return {
		name,
		source: from,
		value: (counts) => constant - sentenceWeight * wordsPerSentence(counts) - wordWeight * syllablesPerWord(counts),
		higherIsEasier: true,
		bands,
		last: "veryHard",
	};
}

function charactersASentence(longest: number): Formula {
	return {
		name: sentence("Characters a sentence"),
		source: CHARACTERS_A_SENTENCE,
		value: ({ characters, sentences }) => characters / sentences,
		higherIsEasier: false,
		bands: [
			[longest / 2, "easy"],
			[longest, "standard"],
		],
		last: "hard",
	};
}

/** By ISO 639-1. Coefficients with syllables a word; published ones with syllables in 100 words are multiplied by 100. */
export const READABILITY_FORMULAS: Readonly<Record<string, Formula>> = {
	en: flesch(
		"Flesch Reading Ease",
		source(
			"flesch",
			"R. Flesch, “A new readability yardstick”, Journal of Applied Psychology 32 (1948)",
			sentence(
				"Fitted to school reading lessons. Says how long words and sentences are, not how well a text is written.",
			),
		),
		206.835,
		1.015,
		84.6,
	),
	de: flesch(
		"Amstad",
		source("amstad", "T. Amstad, “Wie verständlich sind unsere Zeitungen?”, Zürich 1978", ADAPTED),
		180,
		1,
		58.5,
	),
	es: flesch(
		"Fernández Huerta",
		source(
			"fernandez-huerta",
			"J. Fernández Huerta, “Medidas sencillas de lecturabilidad”, Consigna 214 (1959)",
			sentence(
				"Flesch's formula fitted to Spanish, read with words a sentence as in G. Law's correction (2011) of a slip in its printing.",
			),
			"https://legible.es/blog/lecturabilidad-fernandez-huerta/",
		),
		206.84,
		1.02,
		60,
	),
	fr: flesch(
		"Kandel–Moles",
		source(
			"kandel-moles",
			"L. Kandel, A. Moles, “Application de l’indice de Flesch à la langue française”, Cahiers d’études de radio-télévision 19 (1958)",
			ADAPTED,
		),
		207,
		1.015,
		73.6,
	),
	nl: flesch(
		"Flesch–Douma",
		source(
			"douma",
			"W. H. Douma, “De leesbaarheid van landbouwbladen”, Wageningen 1960",
			ADAPTED,
			"https://dbnl.org/tekst/_taa014197701_01/_taa014197701_01_0089.php",
		),
		206.84,
		0.93,
		77,
		[
			[90, "veryEasy"],
			[80, "easy"],
			[70, "fairlyEasy"],
			[60, "standard"],
			[45, "fairlyHard"],
			[30, "hard"],
		],
	),
	pt: flesch(
		"Flesch (Martins et al.)",
		source(
			"martins",
			"T. B. F. Martins et al., “Readability formulas applied to textbooks in Brazilian Portuguese”, ICMSC-USP 28 (1996)",
			ADAPTED,
		),
		248.835,
		1.015,
		84.6,
		[
			[75, "veryEasy"],
			[50, "easy"],
			[25, "hard"],
		],
	),
	ru: flesch(
		"Oborneva",
		source("oborneva", "И. В. Оборнева, «Автоматизированная оценка сложности учебных текстов», Москва 2006", ADAPTED),
		206.835,
		1.3,
		60.1,
	),
	it: {
		name: "Gulpease",
		source: source(
			"gulpease",
			"P. Lucisano, M. E. Piemontese, “Gulpease: una formula per la predizione della difficoltà dei testi in lingua italiana”, Scuola e città 3 (1988)",
			sentence(
				"Fitted to Italian readers of three levels of schooling: below 80 hard after primary, below 60 after middle, below 40 after upper school.",
			),
			"https://pro.corrige.it/ortografia/lindice-gulpease",
		),
		value: ({ sentences, letters, words }) => 89 + (300 * sentences - 10 * letters) / words,
		higherIsEasier: true,
		bands: [
			[80, "veryEasy"],
			[60, "standard"],
			[40, "hard"],
		],
		last: "veryHard",
	},
	zh: charactersASentence(100),
	ja: charactersASentence(60),
	ko: charactersASentence(60),
};

const WITHOUT_SPACES: ReadonlySet<string> = new Set(["zh", "ja", "ko"]);

/** Whether texts in a language are measured in characters. @param language ISO 639-1 or `null` */
export const isWithoutSpaces = (language: string | null): boolean => language !== null && WITHOUT_SPACES.has(language);

/**
 * How a text in one language reads.
 * @param language ISO 639-1, or `null` when nothing tells
 * @param counts summed over the blocks in that language
 */
export function readability(language: string | null, counts: ReadingCounts): Readability | NoReadability {
	if (language === null) return { none: "language" };
	const formula = READABILITY_FORMULAS[language];
	if (!formula) return { none: "formula" };
	const short = isWithoutSpaces(language) ? counts.characters < LEAST_CHARACTERS : counts.words < LEAST_WORDS;
	if (short || counts.sentences === 0) return { none: "short" };
	const value = formula.value(counts);
	const reached = formula.bands.find(([bound]) => (formula.higherIsEasier ? value >= bound : value <= bound));
	return {
		formula: formula.name,
		source: formula.source,
		value: Math.round(value * 10) / 10,
		higherIsEasier: formula.higherIsEasier,
		band: reached?.[1] ?? formula.last,
	};
}
