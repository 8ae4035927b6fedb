/** The whole analysis of one story, and the rules as one registry. Pure: runs in a worker, a test or the service alike. */
import { readingMinutes } from "#domain/story/counts.ts";
import type { StoryDocument } from "#domain/story/schema.ts";
import { type CheckedRule, storyContext } from "./context.ts";
import { HEADLINE_RULES } from "./headline/rules.ts";
import { type TitlePreview, titlePreview } from "./headline/title-length.ts";
import { type Concrete, OPENING_RULES, openingOf } from "./opening-rules.ts";
import { type StructureMap, structureMap } from "./structure-map.ts";
import { STRUCTURE_RULES } from "./structure-rules.ts";
import { sentencesOf } from "./text.ts";
import type { LanguageGuess, Rule, Tip } from "./types.ts";

const CHECKED_RULES: readonly CheckedRule[] = [...HEADLINE_RULES, ...OPENING_RULES, ...STRUCTURE_RULES];

/** Every rule as data, in the order in which tips are shown. */
export const RULES: readonly Rule[] = CHECKED_RULES;

const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule of a tip; `undefined` for an id of another version. */
export function ruleById(id: string): Rule | undefined {
	return BY_ID.get(id);
}

export interface StoryFeedback {
	language: LanguageGuess;
	/** `false` when nothing is written yet; everything else is then empty. */
	started: boolean;
	words: number;
	cjkCharacters: number;
	readingSeconds: number;
	/** Whole minutes as Medium shows them. */
	readingMinutes: number;
	tips: Tip[];
	title: string;
	preview: TitlePreview;
	opening: { words: number; concrete: Concrete[]; pictureWithin: boolean };
	map: StructureMap;
}

function speaks(rule: Rule, language: LanguageGuess): boolean {
	return rule.languages === "any" || (language.code !== null && rule.languages.includes(language.code));
}

/** Analyses a story. Rules that know only other languages stay silent. */
export function analyseStory(document: StoryDocument): StoryFeedback {
	const context = storyContext(document);
	const title = context.title?.text.trim() ?? "";
	const opening = openingOf(context);
	const firstSentence = sentencesOf(context.body.find((one) => one.text.trim() !== "")?.text ?? "", 1)[0]?.text ?? "";
	return {
		language: context.language,
		started: title !== "" || context.bodyWeight > 0 || context.counts.images > 0,
		words: context.counts.words,
		cjkCharacters: context.counts.cjkCharacters,
		readingSeconds: context.counts.readingSeconds,
		readingMinutes: readingMinutes(context.counts.readingSeconds),
		tips: CHECKED_RULES.flatMap((rule) =>
			rule.defaultOn && speaks(rule, context.language) ? rule.check(context) : [],
		),
		title,
		preview: titlePreview(title, context.subtitle?.text.trim() || firstSentence),
		opening: { words: opening.words, concrete: opening.concrete, pictureWithin: opening.pictureWithin },
		map: structureMap(context),
	};
}
