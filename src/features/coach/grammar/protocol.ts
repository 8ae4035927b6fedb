/** What the window (or the coach's worker) and the grammar checker's worker say to each other. */
import type { GrammarDialect } from "#domain/feedback/language/grammar/dialects.ts";
import type { Lint } from "#domain/feedback/language/grammar/lint.ts";

export type ToGrammar =
	| { kind: "dialect"; dialect: GrammarDialect }
	/** A block's text. `key` names the block: a newer text under the same key takes the place of one still waiting. */
	| { kind: "lint"; key: string; text: string; first: boolean }
	| { kind: "drop"; key: string };

export type FromGrammar =
	| { kind: "lints"; key: string; text: string; lints: readonly Lint[] }
	/** The checker fell over this text; nothing more comes of this worker. */
	| { kind: "fell"; key: string; text: string }
	/** The checker could not be loaded; nothing more comes. */
	| { kind: "failed"; failure: GrammarFailure };

/** Its files could not be had, which another worker may be able to later; or they are there, and this machine cannot run them. */
export type GrammarFailure = "away" | "missing";
