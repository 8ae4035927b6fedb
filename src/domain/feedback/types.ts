/** What the coach says about a story, as data: the same shapes serve the first rules and any later engine. */

import type { Unit } from "./length-unit.ts";

export type FeedbackArea = "headline" | "opening" | "structure" | "marks" | "language";

/** How a rule knows what it says. */
export const EVIDENCE_CLASSES = ["abClicks", "mediumClaps", "mediumRule", "convention"] as const;
export type EvidenceClass = (typeof EVIDENCE_CLASSES)[number];

/** Where a figure or a rule comes from. */
export interface Source {
	id: string;
	/** What is cited, as its authors or owners name it; not translated. */
	title: string;
	/** How it was made and how far it carries. An English sentence that the window translates. */
	detail: string;
	url?: string;
}

/** A measured effect with its 95 % interval, all in per cent. */
export interface Effect {
	/**
	 * Relative change of click-through or of claps, or the share of pairs won (50 is a coin toss) among those in which one
	 * story had more than three times the claps of the other.
	 */
	measure: "clickThrough" | "claps" | "pairsWon";
	percent: number;
	low: number;
	high: number;
}

export interface Evidence {
	class: EvidenceClass;
	source: Source;
	effect?: Effect;
	/** What was measured where it is not quite what the rule or signal looks for. */
	about?: string;
}

/** What a rule says of a text whose length is told in characters, and which of its figures hold in one unit alone. */
export interface InCharacters {
	message: string;
	ownMessage?: string;
	figures: Readonly<Record<Unit, readonly string[]>>;
}

/** A rule as data. `check` functions live beside it; this part can be shown, listed and switched. */
export interface Rule {
	/** Area, dot, name; kept for ever because ignored tips refer to it: one that had to go is in `former-rules.ts`. */
	id: string;
	area: FeedbackArea;
	name: string;
	/** Sentence with `{{name}}` places, filled from a tip's values. */
	message: string;
	/** Said in the message's place when the figure it names is the writer's: nothing is known of that one. */
	ownMessage?: string;
	/** Of a rule that counts words or characters, by the text; a tip's values name the unit. */
	inCharacters?: InCharacters;
	why: string;
	/** Never empty: a rule without a source is an opinion. */
	evidence: readonly Evidence[];
	/** `any`, or the languages whose words the rule knows. */
	languages: "any" | readonly string[];
	defaultOn: boolean;
	/** Figures the rule compares with, by name. */
	thresholds: Readonly<Record<string, number>>;
	/** Between which figures a threshold may be set; where nothing is said, see `thresholdBounds`. */
	bounds?: Readonly<Record<string, Bounds>>;
	/** Pairs of thresholds of which the first stays below the second. */
	order?: readonly (readonly [lower: string, upper: string])[];
	/** What a threshold is called here, where its common name does not say of what it is. */
	thresholdNames?: Readonly<Record<string, string>>;
}

export interface Bounds {
	least: number;
	most: number;
	step: number;
}

/**
 * `error` is a clear mistake of spelling or grammar; `strength` is said when something works; `note` informs and never
 * asks for a change.
 */
export type Severity = "error" | "warning" | "suggestion" | "note" | "strength";

/** The most pressing first. */
export const PRESSING: readonly Severity[] = ["error", "warning", "suggestion", "note", "strength"];

/** The more pressing of two. */
export function moreUrgent(one: Severity, other: Severity): Severity {
	return PRESSING.indexOf(one) <= PRESSING.indexOf(other) ? one : other;
}

/** What a rule finds. */
export interface Found {
	ruleId: string;
	severity: Severity;
	/** `null` when the tip is about the whole story. */
	blockId: string | null;
	/** UTF-16 offsets into `blockText(block)`; `start === end` when the tip is about the whole block. */
	start: number;
	end: number;
	/** Exactly `blockText(block).slice(start, end)`. */
	quote: string;
	values: Readonly<Record<string, string | number>>;
	/** Text that may take the quote's place. */
	replacement?: string;
	/** The last of its rule that is listed in the block; there are more. */
	cut?: true;
	/** The figure it was found by is the writer's, not the rule's. */
	own?: true;
}

/** What is told of a find: also how its rule knows. */
export interface Tip extends Found {
	/**
	 * Kinds of the rule's evidence, each once, the most telling first; figures and sources are the registry's.
	 * Empty when the figure is the writer's own.
	 */
	evidence: readonly EvidenceClass[];
}

/** Language of a story as far as the text tells. */
export interface LanguageGuess {
	/** ISO 639-1, or `null` when nothing tells. */
	code: string | null;
	/** Too little text to be sure; the code is then the likeliest. */
	presumed: boolean;
}
