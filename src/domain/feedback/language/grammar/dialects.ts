/** What a writer can set about the spelling of English. */

export const DIALECTS = ["american", "british", "australian", "canadian", "indian"] as const;
export type GrammarDialect = (typeof DIALECTS)[number];

/** Of the writer's own dictionary. */
export const MOST_WORD_LENGTH = 60;
export const MOST_WORDS = 5000;
