/** Words that weaken and words that carry nothing. Own lists. */
import { sentence } from "../../words/message.ts";
import type { BlockFinding, BlockReading, BlockRule } from "../block-rule.ts";
import { convention } from "../sources.ts";
import { adjoin, type EnglishWord, englishWords, exchange, PhraseBook, type PhraseMatch } from "./english.ts";
import { languageRule } from "./language-rule.ts";
import { HEDGES_ON_CLICKS, PLAIN_LANGUAGE } from "./sources.ts";

interface Setting {
	/** Neighbours with which the phrase means something. */
	notAfter?: string;
	notBefore?: string;
	/** Only when one of these follows. */
	onlyBefore?: string;
	/** Taking it out leaves the sentence whole. */
	removable?: boolean;
	/** Put in its place. */
	replacement?: string;
	/** Only as the first words of a sentence, before a comma. */
	opening?: boolean;
}

type Book = PhraseBook<Setting>;

const SUBJECTS = "i you he she it we they this that there the my your our";
const KINDS =
	"a an the this that these those what which some any every each all one same different another other two three many certain new only right wrong";

const HEDGES: Book = new PhraseBook<Setting>([
	["i think", { notBefore: "of about back so twice hard in like through", notAfter: "when what how why do than as" }],
	["i believe", { notBefore: "in you him her them every", notAfter: "what why do than" }],
	["i guess", { notAfter: "what how do" }],
	["i suppose", { notAfter: "what do" }],
	["i feel like", { onlyBefore: SUBJECTS }],
	["i would say", {}],
	["i would argue", {}],
	["i'd say", {}],
	["i'd argue", {}],
	["in my opinion", {}],
	["in my humble opinion", {}],
	["in my view", {}],
	["it seems", { notBefore: "to like as" }],
	["it seems that", {}],
	["it seems like", {}],
	["it seems to me", {}],
	["it would seem", {}],
	["it appears", { onlyBefore: "that" }],
	["it could be argued", {}],
	["it can be argued", {}],
	["it might be argued", {}],
	["it is possible that", {}],
	["it's possible that", {}],
	["perhaps", {}],
	["maybe", { notAfter: "a" }],
	["probably", { notAfter: "not" }],
	["possibly", { notAfter: "can can't cannot could couldn't not as", notBefore: "can could" }],
	["arguably", {}],
	["presumably", {}],
	["seemingly", {}],
	["supposedly", {}],
	["somewhat", {}],
	["sort of", { notAfter: KINDS }],
	["kind of", { notAfter: KINDS, notBefore: "you him her them" }],
	["more or less", {}],
	["to some extent", {}],
	["to some degree", {}],
	["to a certain extent", {}],
	["to a certain degree", {}],
	["in a sense", {}],
	["in some sense", {}],
	["in a way", { notBefore: "that to which i you we they he she it no not" }],
	["in some ways", {}],
	["as far as i know", {}],
	["as far as i can tell", {}],
	["for what it's worth", {}],
	["so to speak", {}],
	["if you will", { notBefore: "be have get find let not" }],
	["a little bit", { notBefore: "of" }],
	["a bit", { notBefore: "of", notAfter: "not quite every wait" }],
	["i'm no expert", {}],
	["i may be wrong", {}],
	["i could be wrong", {}],
	["i might be wrong", {}],
	["might possibly", {}],
	["may possibly", {}],
	["could potentially", {}],
	["may potentially", {}],
	["might potentially", {}],
]);

const JUST_MEANS_SOMETHING =
	"as after before now then over under about below above behind outside inside past like because enough right in so when what how one two three four five six seven ten another desserts cause war society wait married started finished arrived happened been got a an the that this if for by north south east west to off around across beyond long";

const FILLERS: Book = new PhraseBook<Setting>([
	[
		"very",
		{
			removable: true,
			notBefore:
				"much first last same best worst own beginning end idea least few little well many often long top bottom thing fact things moment heart edge reason word words",
			notAfter: "the not this that these those my your his her its our their",
		},
	],
	[
		"really",
		{
			removable: true,
			notAfter:
				"not n't don't doesn't didn't isn't wasn't aren't weren't what how why who did does do can't couldn't wouldn't won't never the",
			notBefore: "is was are does did do",
		},
	],
	[
		"just",
		{
			removable: true,
			notBefore: JUST_MEANS_SOMETHING,
			notAfter:
				"not only a an the but isn't wasn't aren't don't doesn't didn't more than have has had i've we've you've he'd she'd it's that's was were is are or and",
		},
	],
	["actually", { removable: true, notAfter: "not what how why who did does do" }],
	["basically", { removable: true }],
	["literally", { removable: true, notAfter: "not" }],
	[
		"simply",
		{
			removable: true,
			notBefore: "put because by as",
			notAfter: "not quite put live lived more is are was were isn't",
		},
	],
	["totally", { removable: true, notAfter: "not" }],
	["essentially", { removable: true }],
	["obviously", { removable: true, notAfter: "not" }],
	["honestly", { removable: true, notAfter: "not speak spoke write wrote answer answered talk talked" }],
	["of course", { removable: true }],
	["needless to say", { removable: true }],
	["as a matter of fact", { removable: true }],
	["at the end of the day", { removable: true, opening: true }],
	["to be honest", { removable: true }],
	["to be perfectly honest", { removable: true }],
	["i mean", { removable: true, opening: true }],
	["the fact of the matter is that", { removable: true }],
	["the fact of the matter is", {}],
	["the truth is that", { removable: true }],
	["it goes without saying that", { removable: true }],
	["it is important to note that", { removable: true }],
	["it's important to note that", { removable: true }],
	["it is worth noting that", { removable: true }],
	["it's worth noting that", { removable: true }],
	["it is interesting to note that", { removable: true }],
	["it should be noted that", { removable: true }],
	["it must be said that", { removable: true }],
	["please note that", { removable: true }],
	["in this day and age", { replacement: "today" }],
	["in today's world", { replacement: "today" }],
	["in today's society", { replacement: "today" }],
	["in today's fast-paced world", { replacement: "today" }],
	["when all is said and done", { removable: true, opening: true }],
	["for all intents and purposes", { removable: true }],
	["last but not least", { replacement: "last" }],
	["first and foremost", { replacement: "first" }],
	["each and every", { replacement: "every" }],
	["all things considered", { removable: true, opening: true }],
	["the thing is that", { removable: true }],
]);

const NEIGHBOURS = new Map<string, ReadonlySet<string>>();
function neighbour(list: string | undefined, word: string | undefined): boolean {
	if (!list || word === undefined) return false;
	let set = NEIGHBOURS.get(list);
	if (!set) {
		set = new Set(list.split(" "));
		NEIGHBOURS.set(list, set);
	}
	return set.has(word);
}

/** Phrases of the writer's own voice whose neighbours do not give them a meaning. */
function* spoken(reading: BlockReading, book: Book): Generator<PhraseMatch<Setting>> {
	const words = englishWords(reading);
	for (const match of book.matches(reading.text, words)) if (idle(reading.text, words, match)) yield match;
}

function idle(text: string, words: readonly EnglishWord[], { first, last, value }: PhraseMatch<Setting>): boolean {
	const from = words[first];
	const to = words[last];
	if (!from || !to || from.quoted) return false;
	const before = adjoin(text, words[first - 1], from) ? words[first - 1]?.lower : undefined;
	const after = adjoin(text, to, words[last + 1]) ? words[last + 1]?.lower : undefined;
	if (neighbour(value.notAfter, before) || neighbour(value.notBefore, after)) return false;
	if (value.onlyBefore && !neighbour(value.onlyBefore, after)) return false;
	if (value.opening && (!opens(words, first) || text.charAt(to.end) !== ",")) return false;
	const opening = opens(words, first);
	if (value.removable && first === last && asked(words, first)) return false;
	// Before a full stop or a comma a word alone says how ("she lives simply,") or answers ("Really?").
	return after !== undefined || (opening ? text.charAt(to.end) === "," : first !== last);
}

const QUESTIONS: ReadonlySet<string> = new Set(
	"did do does is are was were have has can could would will what why how who where when".split(" "),
);

/** "Did he really say that?" asks for the very thing. */
function asked(words: readonly EnglishWord[], at: number): boolean {
	const { sentence: within = 0 } = words[at] ?? {};
	for (let first = at; first > at - 8; first -= 1)
		if (words[first - 1]?.sentence !== within) return QUESTIONS.has(words[first]?.lower ?? "");
	return false;
}

const opens = (words: readonly EnglishWord[], first: number) => words[first - 1]?.sentence !== words[first]?.sentence;

const HEDGE = "language.hedge";
const FILLER = "language.filler";

function* hedges(reading: BlockReading): Generator<BlockFinding> {
	const words = englishWords(reading);
	let before = -1;
	for (const { first, last } of spoken(reading, HEDGES)) {
		const start = words[first]?.start;
		const end = words[last]?.end;
		const sentenceAt = words[first]?.sentence ?? 0;
		if (start === undefined || end === undefined) continue;
		// The second doubt in one sentence is one too many.
		const severity = sentenceAt === before ? "suggestion" : "note";
		before = sentenceAt;
		yield { ruleId: HEDGE, severity, start, end, values: { phrase: reading.text.slice(start, end) } };
	}
}

function* fillers(reading: BlockReading): Generator<BlockFinding> {
	const words = englishWords(reading);
	for (const { first, last, value } of spoken(reading, FILLERS)) {
		const start = words[first]?.start;
		const end = words[last]?.end;
		if (start === undefined || end === undefined) continue;
		const values = { phrase: reading.text.slice(start, end) };
		const mend =
			value.removable || value.replacement !== undefined
				? exchange(reading.text, words, first, last, value.replacement ?? "")
				: null;
		yield { ruleId: FILLER, severity: "suggestion", values, ...(mend ?? { start, end }) };
	}
}

export const HEDGE_RULE: BlockRule = languageRule({
	id: HEDGE,
	name: sentence("A hedge"),
	message: sentence("“{{phrase}}” takes back a little of what you say. Keep it where you really are not sure."),
	why: sentence(
		"One doubt is honest; a doubt in every sentence leaves nothing to hold on to. Advice of editors, not measured.",
	),
	evidence: [convention(HEDGES_ON_CLICKS)],
	find: hedges,
});

export const FILLER_RULE: BlockRule = languageRule({
	id: FILLER,
	name: sentence("A filler"),
	message: sentence("The sentence says the same without “{{phrase}}”."),
	why: sentence("Words that carry nothing make the others work harder. Advice of editors, not measured."),
	evidence: [convention(PLAIN_LANGUAGE)],
	find: fillers,
});
