/** What the coach says about the build of a story. */
import type { CheckedRule } from "./context.ts";
import { LIST_RULES, PICTURE_RULES } from "./structure/content-rules.ts";
import { ENDING_RULES } from "./structure/ending-rules.ts";
import { HEADING_RULES } from "./structure/heading-rules.ts";
import { LENGTH_RULES } from "./structure/length-rules.ts";
import { LINK_RULES } from "./structure/link-rules.ts";

export const STRUCTURE_RULES: readonly CheckedRule[] = [
	...LENGTH_RULES,
	...HEADING_RULES,
	...LIST_RULES,
	...PICTURE_RULES,
	...LINK_RULES,
	...ENDING_RULES,
];
