/** The same again: starts of sentences, uncommon words close by, adverbs in a heap. */
import { sentence } from "../../words/message.ts";
import type { BlockFinding, BlockReading, BlockRule } from "../block-rule.ts";
import { convention, WRITING_CONVENTION } from "../sources.ts";
import { stem } from "../text.ts";
import type { Rule } from "../types.ts";
import { isAdverb } from "./adverbs.ts";
import { isCommonStem } from "./common-words.ts";
import { type EnglishWord, englishWords } from "./english.ts";
import { languageRule } from "./language-rule.ts";
import { REPEATED_STARTS } from "./sources.ts";

const limit = (thresholds: Rule["thresholds"], name: string) => thresholds[name] ?? Number.POSITIVE_INFINITY;

/** A sentence that begins with one of these begins with the next word too. */
const ARTICLES: Readonly<Record<string, string>> = {
	en: "a an the this that these those one two three",
	de: "der die das den dem des ein eine einen einem einer dieser diese dieses",
	fr: "le la les un une des du ce cet cette ces",
	es: "el la los las un una unos unas este esta estos estas",
	pt: "o a os as um uma uns umas este esta esse essa",
	it: "il lo la i gli le un uno una questo questa",
	nl: "de het een deze dit die dat",
};
const ARTICLE_SETS = new Map(Object.entries(ARTICLES).map(([code, words]) => [code, new Set(words.split(" "))]));
const WITH_ARTICLES = Object.keys(ARTICLES);
const WITHOUT_ARTICLES = ["ru", "pl", "sv", "tr", "id", "cs"];

const STARTS = "language.repeated-starts";

function repeatedStarts(reading: BlockReading, thresholds: Rule["thresholds"]): BlockFinding[] {
	// Items of a list are often alike on purpose.
	if (reading.type === "list") return [];
	const articles = ARTICLE_SETS.get(reading.language ?? "");
	const words = englishWords(reading);
	const found: BlockFinding[] = [];
	let run = 0;
	let last = "";
	let mark = -1;
	for (let at = 0, sentenceAt = -1; at < words.length; at += 1) {
		const word = words[at];
		if (!word || word.sentence === sentenceAt) continue;
		if (sentenceAt !== -1 && word.sentence !== sentenceAt + 1) last = "";
		sentenceAt = word.sentence;
		const next = words[at + 1];
		const second = articles?.has(word.lower) && next?.sentence === word.sentence ? ` ${next.lower}` : "";
		const start = word.lower + second;
		run = start === last && !word.quoted ? run + 1 : 1;
		last = start;
		if (run < limit(thresholds, "sentences")) mark = -1;
		else {
			const values = { word: reading.text.slice(word.start, second && next ? next.end : word.end), times: run };
			const finding: BlockFinding = {
				ruleId: STARTS,
				severity: "note",
				start: word.start,
				end: second && next ? next.end : word.end,
				values,
			};
			// One finding a run: it stands where the limit is reached and counts on.
			const marked = mark === -1 ? undefined : found[mark];
			if (marked) found[mark] = { ...marked, values: { ...marked.values, times: run } };
			else mark = found.push(finding) - 1;
		}
	}
	return found;
}

const ECHO = "language.echo";

/** A word that stands out: long, uncommon, no name, no number. */
function standsOut(word: EnglishWord, opensSentence: boolean, letters: number): boolean {
	if (word.quoted || word.text.length < letters || !/^[a-z'-]+$/.test(word.lower)) return false;
	if (word.text !== word.lower && !opensSentence) return false;
	return !isCommonStem(stem(word.lower));
}

/** A stem used this often in one block is what the block is about. */
function echoes(reading: BlockReading, thresholds: Rule["thresholds"]): BlockFinding[] {
	const words = englishWords(reading);
	const places = new Map<string, number[]>();
	words.forEach((word, at) => {
		const opens = words[at - 1]?.sentence !== word.sentence;
		if (!standsOut(word, opens, limit(thresholds, "letters"))) return;
		const key = stem(word.lower);
		const list = places.get(key);
		if (list) list.push(at);
		else places.set(key, [at]);
	});
	const found: BlockFinding[] = [];
	for (const list of places.values()) {
		if (list.length < 2 || list.length > limit(thresholds, "subject")) continue;
		for (let n = 1; n < list.length; n += 1) {
			const before = list[n - 1] ?? 0;
			const at = list[n] ?? 0;
			const word = words[at];
			const earlier = words[before];
			if (!word || !earlier || at - before > limit(thresholds, "window")) continue;
			// "Step by step", "louder and louder" are meant.
			if (at - before <= 2) continue;
			found.push({
				ruleId: ECHO,
				severity: "note",
				start: word.start,
				end: word.end,
				values: { word: word.text, earlier: earlier.text, apart: at - before },
			});
		}
	}
	return found.sort((a, b) => a.start - b.start);
}

const ADVERBS = "language.adverbs";

function* adverbPiles(reading: BlockReading, thresholds: Rule["thresholds"]): Generator<BlockFinding> {
	const bySentence = new Map<number, EnglishWord[]>();
	for (const word of englishWords(reading)) {
		if (word.quoted || !isAdverb(word.lower)) continue;
		const list = bySentence.get(word.sentence);
		if (list) list.push(word);
		else bySentence.set(word.sentence, [word]);
	}
	for (const list of bySentence.values()) {
		const first = list[0];
		const last = list.at(-1);
		if (!first || !last || list.length < limit(thresholds, "adverbs")) continue;
		yield { ruleId: ADVERBS, severity: "note", start: first.start, end: last.end, values: { adverbs: list.length } };
	}
}

export const REPETITION_RULES: readonly BlockRule[] = [
	languageRule({
		id: STARTS,
		name: sentence("Sentences that begin alike"),
		message: sentence("{{times}} sentences in a row begin with “{{word}}”. Fine if you mean it."),
		why: sentence("Unmeant repetition sounds like a list. Writers also use it for its beat, so this only points."),
		evidence: [convention(REPEATED_STARTS)],
		languages: [...WITH_ARTICLES, ...WITHOUT_ARTICLES],
		thresholds: { sentences: 3 },
		bounds: { sentences: { least: 2, most: 12, step: 1 } },
		thresholdNames: { sentences: sentence("Sentences in a row, at least") },
		find: repeatedStarts,
	}),
	languageRule({
		id: ECHO,
		name: sentence("An echo"),
		message: sentence("“{{word}}” comes {{apart}} words after “{{earlier}}”. Once may be enough."),
		why: sentence("An uncommon word is noticed when it comes back soon. Advice of editors, not measured."),
		evidence: [convention(WRITING_CONVENTION)],
		thresholds: { letters: 6, window: 20, subject: 3 },
		bounds: { subject: { least: 2, most: 12, step: 1 } },
		thresholdNames: {
			letters: sentence("Letters of the word, at least"),
			subject: sentence("Times in one paragraph, at most"),
		},
		find: echoes,
	}),
	languageRule({
		id: ADVERBS,
		name: sentence("Adverbs in a heap"),
		message: sentence("{{adverbs}} adverbs in one sentence. A stronger verb often does without."),
		why: sentence("Several adverbs blur what one verb could show. Advice of editors, not measured."),
		evidence: [convention(WRITING_CONVENTION)],
		thresholds: { adverbs: 3 },
		bounds: { adverbs: { least: 2, most: 12, step: 1 } },
		thresholdNames: { adverbs: sentence("Adverbs in one sentence, at least") },
		find: adverbPiles,
	}),
];
