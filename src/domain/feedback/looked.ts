/** What of the coach looks at a story: by area, and by the language of the text. */
import { sentence } from "../words/message.ts";
import type { StoryContext } from "./context.ts";
import { READABILITY_FORMULAS } from "./language/readability.ts";
import { openingOf } from "./opening/opening.ts";
import { type RuleChoices, ruleInForce } from "./rule-choices.ts";
import { RULE_GROUPS } from "./rule-groups.ts";
import { RULES } from "./rules.ts";
import type { FeedbackArea, Rule } from "./types.ts";

/** Whether a rule knows a language. */
export function speaks(rule: Rule, language: string | null): boolean {
	return rule.languages === "any" || (language !== null && rule.languages.includes(language));
}

export interface Looked {
	/** Whether the story has any of what the area is about: a title, running text. */
	text: boolean;
	/** There is none, but there is code, which is counted and not read. */
	codeOnly: boolean;
	/** Rules of the area that know the language, and those of them that are switched on. */
	known: number;
	on: number;
}

/** @returns what was looked at in each area, whatever was found */
export function lookedAt(context: StoryContext, choices: RuleChoices): Record<FeedbackArea, Looked> {
	const { words, cjkCharacters } = openingOf(context);
	const texts: Record<FeedbackArea, boolean> = {
		headline: context.title !== null,
		opening: words + cjkCharacters > 0,
		structure: context.bodyWeight > 0 || context.counts.images > 0,
		marks: context.bodyWeight > 0,
		language: context.proseBlocks.some((one) => one.text.trim() !== ""),
	};
	const code = context.body.some(({ block, text }) => block.type === "code" && text.trim() !== "");
	const area = (id: FeedbackArea): Looked => {
		const known = RULES.filter((rule) => rule.area === id && speaks(rule, context.language.code));
		const codeOnly = code && !texts[id] && id !== "headline";
		return {
			text: texts[id],
			codeOnly,
			known: known.length,
			on: known.filter((rule) => ruleInForce(rule, choices).on).length,
		};
	};
	return {
		headline: area("headline"),
		opening: area("opening"),
		structure: area("structure"),
		marks: area("marks"),
		language: area("language"),
	};
}

export interface LanguageCoverage {
	/** Names of the coach's parts that know the language whole, in part, or not at all. */
	whole: string[];
	partly: string[];
	none: string[];
}

/** Which of the coach's parts know a language, out of the registry. @param language ISO 639-1 or `null` */
export function languageCoverage(language: string | null): LanguageCoverage {
	const coverage: LanguageCoverage = { whole: [], partly: [], none: [] };
	for (const { area, name, rules } of RULE_GROUPS) {
		// The marks are one part of the coach.
		if (area === "marks") continue;
		const known = rules.filter((rule) => speaks(rule, language)).length;
		coverage[known === rules.length ? "whole" : known > 0 ? "partly" : "none"].push(name);
	}
	coverage[language !== null && language in READABILITY_FORMULAS ? "whole" : "none"].push(sentence("Readability"));
	coverage[language === "en" ? "whole" : "partly"].push(sentence("Four marks"));
	coverage[language === "en" ? "whole" : "none"].push(sentence("Verdicts on titles"));
	return coverage;
}
