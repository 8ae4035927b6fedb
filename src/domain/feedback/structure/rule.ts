/** What the rules about a story's build share. */
import { weightOf } from "../block-content.ts";
import { type BlockInContext, type CheckedRule, tip } from "../context.ts";
import type { Found, Severity } from "../types.ts";

/** Below this many words a story is still being begun, and its whole is not judged. */
export const ENOUGH = 150;

/** What a length is counted in: characters where most of it is Chinese, Japanese or Korean, else words. */
export type Unit = "words" | "characters";

/** Length in a unit; 0 for a text that is counted in the other. @param weight words, with CJK characters by their weight */
export function lengthIn(unit: Unit, { weight, cjkCharacters }: { weight: number; cjkCharacters: number }): number {
	const wide = weightOf({ words: 0, cjkCharacters }) > weight / 2;
	if (wide !== (unit === "characters")) return 0;
	return wide ? cjkCharacters : Math.round(weight);
}

export const structureRule = (
	data: Omit<CheckedRule, "area" | "defaultOn" | "languages"> & Partial<CheckedRule>,
): CheckedRule => ({ area: "structure", defaultOn: true, languages: "any", ...data });

/** A tip about the whole text of a block. */
export function wholeTip(id: string, severity: Severity, one: BlockInContext, values: Found["values"] = {}): Found {
	return tip(id, severity, { in: one, start: 0, end: one.text.length }, values);
}

export const isFilled = (one: BlockInContext) => one.text.trim() !== "";
