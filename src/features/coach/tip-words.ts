/** Tips in words. */
import type { Tip } from "#domain/feedback/types.ts";
import { formatNumber } from "#ui/format/format.ts";

const QUOTE_SHOWN = 60;

/** What a message's places are filled with. */
export function tipValues(tip: Tip): Record<string, string> {
	return Object.fromEntries(
		Object.entries(tip.values).map(([name, value]) => [name, typeof value === "number" ? formatNumber(value) : value]),
	);
}

export function shortQuote(text: string): string {
	const line = text.replace(/\s+/g, " ").trim();
	return line.length > QUOTE_SHOWN ? `${line.slice(0, QUOTE_SHOWN).toWellFormed()}…` : line;
}
