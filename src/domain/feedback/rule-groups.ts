/** The registry in groups small enough to look through, for pages that list every rule. */
import { sentence } from "../words/message.ts";
import { HEADLINE_RULES } from "./headline/rules.ts";
import { GRAMMAR_RULES } from "./language/grammar/rules.ts";
import { REPETITION_RULES } from "./language/repetition-rules.ts";
import { LANGUAGE_RULES } from "./language/rules.ts";
import { SENTENCE_RULES } from "./language/sentence-rules.ts";
import { MARK_GROUPS } from "./marks/marks.ts";
import { OPENING_RULES } from "./opening/rules.ts";
import { SINCERITY_RULES } from "./sincerity/rules.ts";
import { LIST_RULES, PICTURE_RULES } from "./structure/content-rules.ts";
import { ENDING_RULES } from "./structure/ending-rules.ts";
import { HEADING_RULES } from "./structure/heading-rules.ts";
import { LENGTH_RULES } from "./structure/length-rules.ts";
import { LINK_RULES } from "./structure/link-rules.ts";
import type { FeedbackArea, Rule } from "./types.ts";

export interface RuleGroup {
	area: FeedbackArea;
	name: string;
	rules: readonly Rule[];
}

const isBait = ({ id }: Rule) => id.startsWith("headline.bait-");
const sentences: readonly Rule[] = [...SENTENCE_RULES, ...REPETITION_RULES];

/** Every rule in one group, areas in the order of the panel. */
export const RULE_GROUPS: readonly RuleGroup[] = [
	{ area: "headline", name: sentence("Words and length of the title"), rules: HEADLINE_RULES },
	{
		area: "headline",
		name: sentence("What the title promises"),
		rules: SINCERITY_RULES.filter((rule) => !isBait(rule)),
	},
	{ area: "headline", name: sentence("Medium's clickbait list"), rules: SINCERITY_RULES.filter(isBait) },
	{ area: "opening", name: sentence("The first 30 seconds"), rules: OPENING_RULES },
	{ area: "structure", name: sentence("Lengths"), rules: LENGTH_RULES },
	{ area: "structure", name: sentence("Headings"), rules: HEADING_RULES },
	{ area: "structure", name: sentence("Lists and pictures"), rules: [...LIST_RULES, ...PICTURE_RULES] },
	{ area: "structure", name: sentence("Links"), rules: LINK_RULES },
	{ area: "structure", name: sentence("The ending"), rules: ENDING_RULES },
	...MARK_GROUPS.map((group) => ({ area: "marks" as const, ...group })),
	{ area: "language", name: sentence("Sentences and repetition"), rules: sentences },
	{
		area: "language",
		name: sentence("Words"),
		rules: LANGUAGE_RULES.filter((rule) => !sentences.includes(rule)),
	},
	{ area: "language", name: sentence("Spelling and grammar"), rules: GRAMMAR_RULES },
];
