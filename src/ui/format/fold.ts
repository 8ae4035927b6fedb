/** A text as it is compared with what was typed: without case, accents and other forms of one letter. */
export const fold = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
