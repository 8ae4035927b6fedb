import type { Rule, Tip } from "./types.ts";

/** What a tip says, in the unit it was counted in: of a figure that the writer has set, nothing is claimed. */
export function messageOf(rule: Rule, { own, values }: Pick<Tip, "own" | "values">): string {
	const { message, ownMessage } = ("characters" in values && rule.inCharacters) || rule;
	return (own && ownMessage) || message;
}
