/** The rules about language, in the order in which they are shown. */
import type { BlockRule } from "../block-rule.ts";
import { FILLER_RULE, HEDGE_RULE } from "./hedges-and-fillers.ts";
import { PASSIVE_RULE } from "./passive.ts";
import { REPETITION_RULES } from "./repetition-rules.ts";
import { SENTENCE_RULES } from "./sentence-rules.ts";
import { SIMPLER_WORD_RULE } from "./simpler-word-rule.ts";

export const LANGUAGE_RULES: readonly BlockRule[] = [
	...SENTENCE_RULES,
	SIMPLER_WORD_RULE,
	FILLER_RULE,
	PASSIVE_RULE,
	HEDGE_RULE,
	...REPETITION_RULES,
];
