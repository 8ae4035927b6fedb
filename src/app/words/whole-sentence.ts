import type { TFunction } from "i18next";

/** The text with the sign that ends a sentence, where it has none. */
export function wholeSentence(text: string, t: TFunction): string {
	return /[.!?…。]$/.test(text) ? text : t("{{sentence}}.", { sentence: text });
}
