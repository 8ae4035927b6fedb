/** Rules that look at one block alone: their findings are kept as long as the block's text stays the same. */
import type { Block } from "#domain/story/schema.ts";
import type { Word } from "./text.ts";
import type { Rule, Severity } from "./types.ts";

/** What a rule about one block reads; worked out once a block. */
export interface BlockReading {
	type: Block["type"];
	/** `blockText(block)`. */
	text: string;
	/** ISO 639-1 of this block, `null` when nothing tells. */
	language: string | null;
	/** With their places in `text`. */
	words: readonly Word[];
	sentences: readonly Word[];
}

/** A finding in one block; offsets are UTF-16 in its text, `0 ≤ start ≤ end ≤ text.length`. */
export interface BlockFinding {
	ruleId: string;
	severity: Severity;
	start: number;
	end: number;
	values?: Readonly<Record<string, string | number>>;
	/** Text that may take the place of what stands between start and end. */
	replacement?: string;
	/** The last that is listed: the rule would find more in the block. */
	cut?: true;
	/** The figure it was found by is the writer's, not the rule's. */
	own?: true;
}

export interface BlockRule extends Rule {
	/** @param thresholds the rule's own, or the writer's in their place */
	check(block: BlockReading, thresholds: Rule["thresholds"]): BlockFinding[];
}
