/** What the rules about a story's build share. */
import { type BlockInContext, type CheckedRule, tip } from "../context.ts";
import type { Found, Severity } from "../types.ts";

/** Below this many words a story is still being begun, and its whole is not judged. */
export const ENOUGH = 150;

export const structureRule = (
	data: Omit<CheckedRule, "area" | "defaultOn" | "languages"> & Partial<CheckedRule>,
): CheckedRule => ({ area: "structure", defaultOn: true, languages: "any", ...data });

/** A tip about the whole text of a block. */
export function wholeTip(id: string, severity: Severity, one: BlockInContext, values: Found["values"] = {}): Found {
	return tip(id, severity, { in: one, start: 0, end: one.text.length }, values);
}

export const isFilled = (one: BlockInContext) => one.text.trim() !== "";
