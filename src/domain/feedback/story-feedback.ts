/** What is said of a story as a whole: tips of the rules about it, its opening, its map, its counts. */
import { readingMinutes } from "#domain/story/counts.ts";
import type { CheckedRule, StoryContext } from "./context.ts";
import { type TitlePreview, titlePreview } from "./headline/title-length.ts";
import type { NoReadability, Readability } from "./language/readability.ts";
import { type Looked, lookedAt, speaks } from "./looked.ts";
import { type Mark, storyMarks } from "./marks/marks.ts";
import { type Concrete, type OpeningSubject, openingOf, openingSubject } from "./opening/opening.ts";

import { isOwnFigure, type RuleChoices, ruleInForce } from "./rule-choices.ts";
import { evidenceOf, STORY_RULES } from "./rules.ts";
import { type StructureMap, structureMap } from "./structure-map.ts";
import type { FeedbackArea, LanguageGuess, Tip } from "./types.ts";

export interface StoryFeedback {
	language: LanguageGuess;
	/** `false` when nothing is written yet; everything else is then empty. */
	started: boolean;
	words: number;
	cjkCharacters: number;
	readingSeconds: number;
	/** Whole minutes as Medium shows them. */
	readingMinutes: number;
	readability: Readability | NoReadability;
	/** Whether any of its words were read as English. */
	readsEnglish: boolean;
	/** Of the rules about the whole story. */
	tips: Tip[];
	title: string;
	preview: TitlePreview;
	opening: OpeningFacts;
	map: StructureMap;
	/** Empty when the text has hardly begun. */
	marks: Mark[];
	/** What was looked at, by area, so that nothing found can be told from nothing looked for. */
	looked: Record<FeedbackArea, Looked>;
}

export interface OpeningFacts {
	words: number;
	cjkCharacters: number;
	concrete: Concrete[];
	pictureWithin: boolean;
	/** Words of the title; `null` when it is not English. */
	subject: OpeningSubject | null;
}

/** Rules that know only other languages stay silent. */
function tipsOf(rules: readonly CheckedRule[], context: StoryContext, choices: RuleChoices): Tip[] {
	return rules.flatMap((rule) => {
		const { on, thresholds } = ruleInForce(rule, choices);
		if (!on || !speaks(rule, context.language.code)) return [];
		return rule
			.check(context, thresholds)
			.map((found) =>
				isOwnFigure(rule, thresholds, found.values, context.language.code)
					? { ...found, own: true, evidence: [] }
					: { ...found, evidence: evidenceOf(rule) },
			);
	});
}

const TITLE_RULES = STORY_RULES.filter(({ area }) => area === "headline");

/** Of the rules about the title alone and about what it promises. */
export function titleTips(context: StoryContext, choices: RuleChoices): Tip[] {
	return tipsOf(TITLE_RULES, context, choices);
}

export function storyFeedback(
	context: StoryContext,
	ease: StoryFeedback["readability"],
	choices: RuleChoices,
	readsEnglish: boolean,
): StoryFeedback {
	const title = context.title?.text.trim() ?? "";
	const opening = openingOf(context);
	const first = context.proseBlocks.find((one) => one.text.trim() !== "")?.content.sentences[0]?.text ?? "";
	return {
		language: context.language,
		started: title !== "" || context.bodyWeight > 0 || context.counts.images > 0,
		words: context.counts.words,
		cjkCharacters: context.counts.cjkCharacters,
		readingSeconds: context.counts.readingSeconds,
		readingMinutes: readingMinutes(context.counts.readingSeconds),
		readability: ease,
		readsEnglish,
		tips: tipsOf(STORY_RULES, context, choices),
		title,
		preview: titlePreview(title, context.subtitle?.text.trim() || first),
		opening: {
			words: opening.words,
			cjkCharacters: opening.cjkCharacters,
			concrete: opening.concrete,
			pictureWithin: opening.pictureWithin,
			subject: context.language.code === "en" ? openingSubject(context) : null,
		},
		map: structureMap(context),
		marks: storyMarks(context, choices),
		looked: lookedAt(context, choices),
	};
}
