/** The passive voice in English: a form of "be" or "get", then a past participle, with adverbs between. */
import { sentence } from "../../words/message.ts";
import type { BlockReading, BlockRule } from "../block-rule.ts";
import { convention } from "../sources.ts";
import { isAdverb } from "./adverbs.ts";
import { adjoin, type EnglishWord, englishWords } from "./english.ts";
import { languageRule } from "./language-rule.ts";
import { type Participle, participleKind } from "./participles.ts";
import { PASSIVE_SHARE, PLAIN_LANGUAGE } from "./sources.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

const BE = words("am is are was were be been being isn't aren't wasn't weren't ain't i'm you're we're they're");
const HAVE = words("have has had having haven't hasn't hadn't");
const GET = words("get gets got getting gotten");
/** After these a state is something that was done to it. */
const DONE_TO = words("been being");
const BETWEEN = words(
	"not never always often also already just still even all both only soon once since ever now then first later being been be sometimes seldom almost thus thereby therefore however hardly",
);
/** "So worried", "very worn": an adjective. */
const INTENSIFIERS = words(
	"so very too quite rather more most less least pretty really fairly extremely incredibly deeply terribly",
);
/** "Get used to", "get started": not done by anybody else. */
const GET_IDIOMS = words(
	"acquainted adjusted based done dressed going hurt left lost prepared rid set started stuck used wet",
);
/** "Is set to", "is meant to", "is known for": set phrases. */
const SET_PHRASES: Readonly<Record<string, ReadonlySet<string>>> = {
	meant: words("to for"),
	expected: words("to"),
	made: words("up"),
	fed: words("up"),
	sold: words("on out"),
	laid: words("back"),
	spread: words("thin"),
	hung: words("up over"),
};

const MOST_BETWEEN = 3;

interface Passive {
	first: number;
	last: number;
}

/** `last` of the passive that begins at a word, or -1. */
function endOfPassive(text: string, list: readonly EnglishWord[], first: number): number {
	const start = list[first];
	if (!start) return -1;
	const get = GET.has(start.lower);
	if (!get && !BE.has(start.lower)) return -1;
	let doneTo = DONE_TO.has(start.lower);
	let at = first + 1;
	for (; at <= first + 1 + MOST_BETWEEN; at += 1) {
		const word = list[at];
		if (!word || !adjoin(text, list[at - 1], word)) return -1;
		if (INTENSIFIERS.has(word.lower)) return -1;
		if (DONE_TO.has(word.lower)) doneTo = true;
		else if (!BETWEEN.has(word.lower) && !isAdverb(word.lower)) break;
	}
	const word = list[at];
	if (!word || (word.text.charAt(0) !== word.text.charAt(0).toLowerCase() && word.text !== word.text.toUpperCase()))
		return -1;
	const next = adjoin(text, word, list[at + 1]) ? (list[at + 1]?.lower ?? "") : "";
	return isPassive(participleKind(word.lower), word.lower, next, { get, doneTo }) ? at : -1;
}

function isPassive(
	kind: Participle,
	word: string,
	next: string,
	{ get, doneTo }: { get: boolean; doneTo: boolean },
): boolean {
	if (kind === "none" || (get && GET_IDIOMS.has(word)) || SET_PHRASES[word]?.has(next)) return false;
	if (kind === "participle" || get) return true;
	return doneTo ? word !== "based" : next === "by";
}

/** Passives outside quotation marks, as indexes of words. */
function* passivesIn(reading: BlockReading): Generator<Passive> {
	const list = englishWords(reading);
	for (let first = 0; first < list.length; first += 1) {
		if (list[first]?.quoted) continue;
		const last = endOfPassive(reading.text, list, first);
		if (last === -1) continue;
		const had = HAVE.has(list[first - 1]?.lower ?? "") && adjoin(reading.text, list[first - 1], list[first]);
		yield { first: had ? first - 1 : first, last };
		first = last;
	}
}

const PASSIVE = "language.passive";

export const PASSIVE_RULE: BlockRule = languageRule({
	id: PASSIVE,
	name: sentence("The passive voice"),
	message: sentence("“{{phrase}}” leaves who does it out, or for the end. Name them first, unless they do not matter."),
	why: sentence(
		"A sentence with somebody in it is easier to picture. Fine where the doer is unknown or beside the point.",
	),
	evidence: [convention(PASSIVE_SHARE), convention(PLAIN_LANGUAGE)],
	find: function* (reading) {
		const list = englishWords(reading);
		for (const { first, last } of passivesIn(reading)) {
			const start = list[first]?.start;
			const end = list[last]?.end;
			if (start === undefined || end === undefined) continue;
			yield { ruleId: PASSIVE, severity: "note", start, end, values: { phrase: reading.text.slice(start, end) } };
		}
	},
});
