/** The first half minute: a visit counts as a read, and can earn, only after 30 seconds. */
import { WORDS_PER_MINUTE } from "#domain/story/counts.ts";
import { sentence } from "../words/message.ts";
import { type BlockInContext, type CheckedRule, type StoryContext, tip } from "./context.ts";
import {
	convention,
	MEDIUM_CLICKBAIT,
	MEDIUM_EARNING,
	mediumRule,
	READABILITY_CONVENTION,
	WRITING_CONVENTION,
} from "./sources.ts";
import { sentencesOf, stemsFound, subjectStems, wordsOf } from "./text.ts";
import type { Tip } from "./types.ts";

/** Words read in 30 seconds at Medium's pace: 132. */
export const OPENING_WORDS = Math.floor(WORDS_PER_MINUTE / 2);
const LONG_FIRST_SENTENCE = 30;
/** Words of text from which an opening can be judged. */
const ENOUGH = 40;

const PROSE = new Set<BlockInContext["block"]["type"]>(["paragraph", "heading", "quote", "pullQuote", "list"]);

export interface Opening {
	/** Blocks the first 30 seconds reach, each cut where they end. */
	pieces: { in: BlockInContext; text: string }[];
	text: string;
	words: number;
	/** Kinds of concrete things found, for the panel to name. */
	concrete: Concrete[];
	/** Pictures, code and embeds among the first blocks. */
	pictureWithin: boolean;
}

export type Concrete = "person" | "number" | "name" | "question" | "speech";

/** The part of the body that is read in the first half minute. */
export function openingOf(context: StoryContext): Opening {
	const pieces: Opening["pieces"] = [];
	let words = 0;
	let pictureWithin = false;
	for (const one of context.body) {
		if (words >= OPENING_WORDS) break;
		if (one.counts.images > 0) pictureWithin = true;
		if (!PROSE.has(one.block.type)) continue;
		const inside = wordsOf(one.text);
		const rest = OPENING_WORDS - words;
		const last = inside[rest - 1];
		const text = inside.length > rest && last ? one.text.slice(0, last.end) : one.text;
		words += Math.min(inside.length, rest);
		pieces.push({ in: one, text });
	}
	const text = pieces.map((piece) => piece.text).join("\n");
	return { pieces, text, words, concrete: concreteIn(text), pictureWithin };
}

const PERSON =
	/\b(?:I|my|me|she|he|her|his|him|mother|father|friend|neighbour|neighbor|daughter|son|wife|husband|teacher|boss|colleague|doctor|man|woman|child|girl|boy)\b/;
/** A capital inside a sentence: a name, not a sentence's first word. */
const NAME = /[\p{Ll},;] \p{Lu}\p{Ll}{2,}/u;
const SPEECH = /[“"«][^“"”«»\n]{3,200}[”"»]/u;

function concreteIn(text: string): Concrete[] {
	const found: Concrete[] = [];
	if (PERSON.test(text)) found.push("person");
	if (/\p{Nd}/u.test(text)) found.push("number");
	if (NAME.test(text)) found.push("name");
	if (/[?？]/.test(text)) found.push("question");
	if (SPEECH.test(text)) found.push("speech");
	return found;
}

/** Phrases that announce instead of beginning. Matched on whole words, straight apostrophes. */
const THROAT_CLEARING = [
	"in this article",
	"in this blog post",
	"in this post",
	"in this story, i will",
	"in this essay",
	"this article will",
	"this post will",
	"this article is about",
	"in today's world",
	"in today's fast-paced",
	"in today's digital",
	"in the modern world",
	"in our modern world",
	"nowadays",
	"since the dawn of",
	"from the dawn of",
	"throughout history",
	"have you ever wondered",
	"we all know that",
	"as we all know",
	"it goes without saying",
	"needless to say",
	"it is no secret that",
	"it's no secret that",
	"without further ado",
	"let's dive in",
	"let us dive in",
	"let's dive into",
	"before we begin",
	"before we start",
	"before i begin",
	"let me start by",
	"i want to start by",
	"i would like to start",
	"i'm going to talk about",
	"i am going to talk about",
	"i will be talking about",
	"i want to talk about",
	"the dictionary defines",
	"webster's dictionary",
	"hello everyone",
	"hi everyone",
	"welcome to my",
	"welcome back to",
	"buckle up",
] as const;

function phraseAt(lower: string, phrase: string): number {
	for (let at = lower.indexOf(phrase); at >= 0; at = lower.indexOf(phrase, at + 1)) {
		const before = lower.charAt(at - 1);
		const after = lower.charAt(at + phrase.length);
		if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return at;
	}
	return -1;
}

/** Lower case that keeps every offset: letters whose lower case has another length stay as they are. */
function sameLengthLower(text: string): string {
	const lower = text.toLowerCase();
	const kept = lower.length === text.length ? lower : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
	return kept.replaceAll("’", "'");
}

function throatClearing(context: StoryContext): Tip[] {
	for (const { in: place, text } of openingOf(context).pieces) {
		const lower = sameLengthLower(text);
		let first: { start: number; end: number } | null = null;
		for (const phrase of THROAT_CLEARING) {
			const start = phraseAt(lower, phrase);
			if (start >= 0 && (!first || start < first.start)) first = { start, end: start + phrase.length };
		}
		if (first) {
			const quote = place.text.slice(first.start, first.end);
			return [tip("opening.throat-clearing", "suggestion", { in: place, ...first }, { quote })];
		}
	}
	return [];
}

function firstParagraph(context: StoryContext): BlockInContext | null {
	return context.body.find((one) => one.block.type === "paragraph" && one.text.trim() !== "") ?? null;
}

export const OPENING_RULES: readonly CheckedRule[] = [
	{
		id: "opening.subject",
		area: "opening",
		name: sentence("The title's subject comes late"),
		message: sentence("Nothing in the first {{words}} words takes up the title's subject."),
		why: sentence(
			"The first half minute decides whether a visit counts as a read. Readers stay for what the title announced.",
		),
		evidence: [mediumRule(MEDIUM_EARNING), mediumRule(MEDIUM_CLICKBAIT)],
		languages: ["en"],
		defaultOn: true,
		thresholds: { words: OPENING_WORDS },
		check: (context) => {
			const opening = openingOf(context);
			const first = opening.pieces[0]?.in;
			const subject = subjectStems(context.title?.text ?? "");
			if (!first || subject.size === 0 || opening.words < ENOUGH || stemsFound(subject, opening.text) > 0) return [];
			return [tip("opening.subject", "suggestion", { in: first }, { words: opening.words })];
		},
	},
	{
		id: "opening.throat-clearing",
		area: "opening",
		name: sentence("Clearing the throat"),
		message: sentence("“{{quote}}” announces the text. Begin with what comes after it."),
		why: sentence("Announcements spend the seconds in which a reader decides to stay."),
		evidence: [mediumRule(MEDIUM_EARNING), convention(WRITING_CONVENTION)],
		languages: ["en"],
		defaultOn: true,
		thresholds: {},
		check: throatClearing,
	},
	{
		id: "opening.long-first-sentence",
		area: "opening",
		name: sentence("A long first sentence"),
		message: sentence("The first sentence has {{words}} words. Past {{limit}}, many readers lose the thread."),
		why: sentence("A short first sentence is an open door. Published readability checks call more than 20 words long."),
		evidence: [convention(READABILITY_CONVENTION)],
		languages: ["en"],
		defaultOn: true,
		thresholds: { words: LONG_FIRST_SENTENCE },
		check: (context) => {
			const first = firstParagraph(context);
			const opening = first && sentencesOf(first.text, 1)[0];
			if (!first || !opening) return [];
			const words = wordsOf(opening.text).length;
			if (words <= LONG_FIRST_SENTENCE) return [];
			const place = { in: first, start: opening.start, end: opening.end };
			return [tip("opening.long-first-sentence", "suggestion", place, { words, limit: LONG_FIRST_SENTENCE })];
		},
	},
	{
		id: "opening.concrete",
		area: "opening",
		name: sentence("Nothing to hold on to"),
		message: sentence("The first half minute has no person, number, name, speech or question."),
		why: sentence(
			"Something concrete gives a reader a picture to stay with. A custom of editors, not a measured effect.",
		),
		evidence: [convention(WRITING_CONVENTION)],
		languages: ["en"],
		defaultOn: true,
		thresholds: { words: OPENING_WORDS },
		check: (context) => {
			const opening = openingOf(context);
			const first = opening.pieces[0]?.in;
			return first && opening.words >= ENOUGH && opening.concrete.length === 0
				? [tip("opening.concrete", "suggestion", { in: first })]
				: [];
		},
	},
	{
		id: "opening.picture",
		area: "opening",
		name: sentence("The first picture comes late"),
		message: sentence("The first picture stands after {{words}} words. Previews take the first picture of a story."),
		why: sentence("A picture near the top shows in previews and breaks the page early. A custom, not measured."),
		evidence: [convention(WRITING_CONVENTION)],
		languages: "any",
		defaultOn: true,
		thresholds: { words: OPENING_WORDS },
		check: ({ body }) => {
			let words = 0;
			for (const one of body) {
				if (one.counts.images > 0)
					return words > OPENING_WORDS * 2
						? [tip("opening.picture", "note", { in: one }, { words: Math.round(words) })]
						: [];
				words += one.weight;
			}
			return [];
		},
	},
];
