/** The registry: every rule of the coach as data. Panel, settings, documentation and engine read this list. */
import type { BlockRule } from "./block-rule.ts";
import type { CheckedRule } from "./context.ts";
import { HEADLINE_RULES } from "./headline/rules.ts";
import { GRAMMAR_RULES } from "./language/grammar/rules.ts";
import { LANGUAGE_RULES } from "./language/rules.ts";
import { MARK_GROUPS } from "./marks/marks.ts";
import { OPENING_RULES } from "./opening/rules.ts";

import { SINCERITY_RULES } from "./sincerity/rules.ts";
import { STRUCTURE_RULES } from "./structure-rules.ts";
import { EVIDENCE_CLASSES, type EvidenceClass, type Rule } from "./types.ts";

/** Rules that need the whole story. */
export const STORY_RULES: readonly CheckedRule[] = [
	...HEADLINE_RULES,
	...SINCERITY_RULES,
	...OPENING_RULES,
	...STRUCTURE_RULES,
];

/** Rules that need one block. */
export const BLOCK_RULES: readonly BlockRule[] = LANGUAGE_RULES;

/** In the order in which tips are shown. */
export const RULES: readonly Rule[] = [
	...STORY_RULES,
	...MARK_GROUPS.flatMap(({ rules }) => rules),
	...BLOCK_RULES,
	...GRAMMAR_RULES,
];

const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule of a tip; `undefined` for an id of another version. */
export function ruleById(id: string): Rule | undefined {
	return BY_ID.get(id);
}

const EVIDENCE = new Map(
	RULES.map((rule) => {
		const kinds = new Set(rule.evidence.map((one) => one.class));
		return [rule.id, EVIDENCE_CLASSES.filter((kind) => kinds.has(kind))];
	}),
);

/** Kinds of a rule's evidence, each once, the most telling first. */
export function evidenceOf({ id }: Pick<Rule, "id">): readonly EvidenceClass[] {
	return EVIDENCE.get(id) ?? [];
}
