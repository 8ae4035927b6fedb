/** Where the rules about language come from. None of them was measured on readers of Medium. */
import { sentence } from "../../words/message.ts";
import type { Source } from "../types.ts";

export const AUTOMATED_READABILITY: Source = {
	id: "automated-readability-index",
	title: "Smith & Senter, “Automated Readability Index”, AMRL-TR-66-220 (1967)",
	detail: sentence(
		"A formula fitted to American school books: 4.71 characters a word plus 0.5 words a sentence minus 21.43 gives a school grade. Marking single sentences from grade 10 and 14 is a custom of writing tools. Not measured on Medium.",
	),
};

export const SENTENCE_LENGTHS: Source = {
	id: "sentence-lengths",
	title: "Sentence lengths of published readability checks (Yoast)",
	detail: sentence(
		"Published limits: 20 words a sentence, 25 in Spanish, Italian and Portuguese, 15 in Russian. A custom of web writing, not measured on Medium.",
	),
};

export const CHARACTERS_A_SENTENCE: Source = {
	id: "characters-a-sentence",
	title: "文化審議会「公用文作成の考え方」(2022); 《中文技术文档的写作规范》",
	detail: sentence(
		"Japan's guide to official writing asks for a second look from 50 to 60 characters a sentence; a widely used Chinese style guide says at most 100. For Korean no published limit was found and the Japanese one is used.",
	),
	url: "https://www.bunka.go.jp/seisaku/bunkashingikai/kokugo/hokoku/pdf/93650001_02.pdf",
};

export const PLAIN_LANGUAGE: Source = {
	id: "plain-language",
	title: "Federal Plain Language Guidelines (United States, 2011)",
	detail: sentence(
		"The American government's guide to clear writing asks for short, common words, the active voice and no words that carry nothing. A custom of editors, not measured on Medium.",
	),
	url: "https://www.plainlanguage.gov/guidelines/",
};

export const PASSIVE_SHARE: Source = {
	id: "passive-share",
	title: "Passive voice in published readability checks (Yoast, Hemingway)",
	detail: sentence(
		"Published checks accept about one passive sentence in ten. Here each one is pointed out, and how many are too many is the writer's to say. A custom of web writing, not measured on Medium.",
	),
};

export const REPEATED_STARTS: Source = {
	id: "repeated-starts",
	title: "Consecutive sentences in published readability checks (Yoast)",
	detail: sentence(
		"Published checks mark three or more sentences in a row that begin alike. A custom of web writing, not measured on Medium.",
	),
};

export const HEDGES_ON_CLICKS: Source = {
	id: "hedges-on-clicks",
	title: "Custom of editors; no effect in headlines",
	detail: sentence(
		"Advice that editors share. In headline tests, hedges made no difference to clicks; in running text nobody has measured them.",
	),
};
