/** A long word where a short one says the same, with the short one in the right form. */
import { sentence } from "../../words/message.ts";
import type { BlockFinding, BlockReading, BlockRule } from "../block-rule.ts";
import { convention } from "../sources.ts";
import { isAdverb } from "./adverbs.ts";
import { adjoin, type EnglishWord, englishWords, exchange, PhraseBook, type PhraseMatch } from "./english.ts";
import { languageRule } from "./language-rule.ts";
import { type Simpler, simplerEntries } from "./simpler-words.ts";
import { PLAIN_LANGUAGE } from "./sources.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** What stands before a verb in its plain form, and before its form in -s. */
const BEFORE_VERB = words(
	"to will would can could shall should may might must not don't doesn't didn't won't can't cannot couldn't wouldn't i you we they please let's helps help who",
);
const BEFORE_VERB_S = words("he she it who that which everyone somebody someone nobody");
const HAVE = words("have has had having i've you've we've they've hasn't haven't hadn't");
const BE = words("am is are was were be been being isn't aren't wasn't weren't get gets got getting");

const BOOK = new PhraseBook(simplerEntries());
const RULE = "language.simpler-word";

/** The word before that is no adverb, if it stands in the same stretch of words. */
function verbBefore(text: string, list: readonly EnglishWord[], first: number): string | undefined {
	for (let at = first - 1; at >= first - 3; at -= 1) {
		if (!adjoin(text, list[at], list[at + 1])) return undefined;
		const word = list[at]?.lower ?? "";
		if (!isAdverb(word) && word !== "not" && word !== "never" && word !== "always") return word;
	}
	return undefined;
}

/** What to put, or `undefined` when the long word is right where it stands. */
function put(
	text: string,
	list: readonly EnglishWord[],
	{ first, last, value }: PhraseMatch<Simpler>,
): string | undefined {
	const before = verbBefore(text, list, first) ?? "";
	const after = adjoin(text, list[last], list[last + 1]) ? (list[last + 1]?.lower ?? "") : "";
	if (value.form === "fixed") {
		// "will be able to" is no "is able to", and "in the course of" alone asks nothing.
		return value.replacement ?? undefined;
	}
	if (value.noun) {
		if (value.form === "base" && !BEFORE_VERB.has(before)) return undefined;
		if (value.form === "s" && !BEFORE_VERB_S.has(before)) return undefined;
		if (value.form !== "base" && value.form !== "s" && before === "") return undefined;
	}
	if (value.form !== "past") return value.replacement ?? undefined;
	const passive = BE.has(before) || after === "by";
	if (passive && value.active) return undefined;
	return passive || HAVE.has(before) ? value.participle : (value.replacement ?? undefined);
}

function* find(reading: BlockReading): Generator<BlockFinding> {
	const list = englishWords(reading);
	for (const match of BOOK.matches(reading.text, list)) {
		const from = list[match.first];
		const to = list[match.last];
		if (!from || !to || from.quoted) continue;
		// In the middle of a sentence a capital makes it a name: "Federal Acquisition", "Additional Protocol".
		const opens = list[match.first - 1]?.sentence !== from.sentence;
		if (!opens && from.text.charAt(0) !== from.lower.charAt(0) && from.text !== from.text.toUpperCase()) continue;
		const replacement = put(reading.text, list, match);
		if (replacement === undefined) continue;
		const mend = exchange(reading.text, list, match.first, match.last, replacement);
		if (!mend) continue;
		const values = { phrase: reading.text.slice(from.start, to.end), simpler: replacement };
		yield { ruleId: RULE, severity: "suggestion", values, ...mend };
	}
}

export const SIMPLER_WORD_RULE: BlockRule = languageRule({
	id: RULE,
	name: sentence("A simpler word"),
	message: sentence("“{{simpler}}” says the same as “{{phrase}}”."),
	why: sentence(
		"Short, common words are read faster and by more people. A published convention, not measured on Medium.",
	),
	evidence: [convention(PLAIN_LANGUAGE)],
	find,
});
