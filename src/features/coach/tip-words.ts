/** Tips in words. */
import type { TFunction } from "i18next";
import type { GrammarDialect } from "#domain/feedback/language/grammar/dialects.ts";
import type { Severity, Tip } from "#domain/feedback/types.ts";
import { formatNumber } from "#ui/format/format.ts";
import { dialectWords } from "./dialect-words.ts";

/** A tip that names something to look at, not something that works. */
export const isAgainst = (tip: Tip): tip is Tip & { severity: Exclude<Severity, "strength"> } =>
	tip.severity !== "strength";

const QUOTE_SHOWN = 60;

/** What a message's places are filled with. */
export function tipValues(tip: Tip): Record<string, string> {
	return Object.fromEntries(
		Object.entries(tip.values).map(([name, value]) => [name, typeof value === "number" ? formatNumber(value) : value]),
	);
}

/** {@link tipValues} of a finding about words, and the English that spelling goes by. */
export function findingValues(tip: Tip, dialect: GrammarDialect, t: TFunction): Record<string, string> {
	return { ...tipValues(tip), english: dialectWords(dialect, t) };
}

export function shortQuote(text: string): string {
	const line = text.replace(/\s+/g, " ").trim();
	return line.length > QUOTE_SHOWN ? `${line.slice(0, QUOTE_SHOWN).toWellFormed()}…` : line;
}
