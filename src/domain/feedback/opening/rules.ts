/** The first half minute: a visit counts as a read, and can earn, only after 30 seconds. */
import { CJK_CHARACTERS_PER_MINUTE } from "#domain/story/counts.ts";
import { countText } from "#domain/story/words.ts";
import { sentence } from "../../words/message.ts";
import { type BlockInContext, type CheckedRule, type StoryContext, tip } from "../context.ts";
import { measure, sumLengths, unitOfCounts } from "../length-unit.ts";
import {
	convention,
	MEDIUM_CLICKBAIT,
	MEDIUM_EARNING,
	mediumRule,
	READABILITY_CONVENTION,
	WRITING_CONVENTION,
} from "../sources.ts";
import type { Found, Rule } from "../types.ts";
import { OPENING_WORDS, openingOf, openingSubject } from "./opening.ts";
import { throatClearingIn } from "./throat-clearing.ts";

/** Characters of Chinese, Japanese or Korean: a line and a half of print. */
const LONG_FIRST_SENTENCE = { words: 30, characters: 80 };
/** Words of text from which an opening can be judged. */
const ENOUGH = 40;
/** What stands before the first picture when it comes late: a minute of reading. */
const LATE_PICTURE = { words: OPENING_WORDS * 2, characters: CJK_CHARACTERS_PER_MINUTE };

function throatClearing(context: StoryContext): Found[] {
	for (const { in: place, text } of openingOf(context).pieces) {
		const first = throatClearingIn(text);
		if (!first) continue;
		const quote = place.text.slice(first.start, first.end);
		return [tip("opening.throat-clearing", "suggestion", { in: place, ...first }, { quote })];
	}
	return [];
}

/** Languages whose sentences are told apart. */
const LANGUAGES = ["en", "de", "fr", "es", "pt", "it", "nl", "sv", "pl", "tr", "id", "ru", "el", "zh", "ja", "ko"];

function firstSentence({ body }: StoryContext): { in: BlockInContext; start: number; end: number } | null {
	const first = body.find((one) => one.block.type === "paragraph" && one.text.trim() !== "");
	const opening = first?.content.sentences[0];
	return first && opening ? { in: first, start: opening.start, end: opening.end } : null;
}

function longFirstSentence(context: StoryContext, thresholds: Rule["thresholds"]): Found[] {
	const place = firstSentence(context);
	if (!place) return [];
	const counts = countText(place.in.text.slice(place.start, place.end));
	const unit = unitOfCounts(counts);
	const length =
		unit === "characters"
			? counts.cjkCharacters
			: place.in.content.words.filter((word) => word.end <= place.end).length;
	const limit = { ...LONG_FIRST_SENTENCE, ...thresholds }[unit];
	if (length <= limit) return [];
	return [tip("opening.long-first-sentence", "suggestion", place, { [unit]: length, limit })];
}

/** What is read before the first picture, where that is more than the limit of its unit. */
function latePicture({ body }: StoryContext, thresholds: Rule["thresholds"]): Found[] {
	const at = body.findIndex((one) => one.counts.images > 0);
	const first = body[at];
	const { unit, length } = measure(sumLengths(body.slice(0, Math.max(0, at))));
	if (!first || length <= { ...LATE_PICTURE, ...thresholds }[unit]) return [];
	return [tip("opening.picture", "note", { in: first }, { [unit]: length })];
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
		thresholds: { enough: ENOUGH },
		check: (context, { enough = ENOUGH }) => {
			const opening = openingOf(context);
			const first = opening.pieces[0]?.in;
			const { found, missing } = openingSubject(context);
			if (!first || opening.words < enough || found.length > 0 || missing.length === 0) return [];
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
		ownMessage: sentence("The first sentence has {{words}} words. Your limit is {{limit}}."),
		inCharacters: {
			message: sentence(
				"The first sentence has {{characters}} characters. Past {{limit}}, many readers lose the thread.",
			),
			ownMessage: sentence("The first sentence has {{characters}} characters. Your limit is {{limit}}."),
			figures: { words: ["words"], characters: ["characters"] },
		},
		why: sentence(
			"A short first sentence is an open door. Published readability checks call any sentence of more than 20 words long; this rule waits until 30, or 80 characters, which is a custom of editors.",
		),
		evidence: [convention(READABILITY_CONVENTION), convention(WRITING_CONVENTION)],
		languages: LANGUAGES,
		defaultOn: true,
		thresholds: LONG_FIRST_SENTENCE,
		bounds: { words: { least: 10, most: 80, step: 1 }, characters: { least: 20, most: 300, step: 5 } },
		thresholdNames: {
			words: sentence("Words of the first sentence, at most"),
			characters: sentence("Characters of the first sentence, at most"),
		},
		check: longFirstSentence,
	},
	{
		id: "opening.concrete",
		area: "opening",
		name: sentence("Nothing to hold on to"),
		message: sentence("The first half minute has no person, number, name, speech, question or scene."),
		why: sentence(
			"Something concrete gives a reader a picture to stay with. A custom of editors, not a measured effect.",
		),
		evidence: [convention(WRITING_CONVENTION)],
		languages: ["en"],
		defaultOn: true,
		thresholds: { enough: ENOUGH },
		check: (context, { enough = ENOUGH }) => {
			const opening = openingOf(context);
			const first = opening.pieces[0]?.in;
			return first && opening.words >= enough && opening.concrete.length === 0
				? [tip("opening.concrete", "suggestion", { in: first })]
				: [];
		},
	},
	{
		id: "opening.picture",
		area: "opening",
		name: sentence("The first picture comes late"),
		message: sentence("The first picture stands after {{words}} words. Previews take the first picture of a story."),
		inCharacters: {
			message: sentence(
				"The first picture stands after {{characters}} characters. Previews take the first picture of a story.",
			),
			figures: { words: ["words"], characters: ["characters"] },
		},
		why: sentence("A picture near the top shows in previews and breaks the page early. A custom, not measured."),
		evidence: [convention(WRITING_CONVENTION)],
		languages: "any",
		defaultOn: true,
		thresholds: LATE_PICTURE,
		bounds: { words: { least: 50, most: 2000, step: 10 }, characters: { least: 100, most: 4000, step: 20 } },
		thresholdNames: {
			words: sentence("Words before the first picture, at most"),
			characters: sentence("Characters before the first picture, at most"),
		},
		check: latePicture,
	},
	{
		id: "opening.welcome",
		area: "opening",
		name: sentence("The opening gives something to see"),
		message: sentence("The first half minute takes up {{quote}} and has something to hold on to."),
		why: sentence("Readers stay for what the title announced and for what they can picture. Not measured."),
		evidence: [convention(WRITING_CONVENTION)],
		languages: ["en"],
		defaultOn: true,
		thresholds: { enough: ENOUGH },
		check: (context, { enough = ENOUGH }) => {
			const opening = openingOf(context);
			const first = opening.pieces[0]?.in;
			const { found } = openingSubject(context);
			if (!first || opening.words < enough || found.length === 0 || opening.concrete.length < 2) return [];
			if (throatClearing(context).length > 0) return [];
			return [tip("opening.welcome", "strength", { in: first }, { quote: found.slice(0, 3).join(", ") })];
		},
	},
];
