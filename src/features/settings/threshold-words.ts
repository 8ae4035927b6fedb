import type { TFunction } from "i18next";
import { isLanguageThreshold, thresholdName } from "#domain/feedback/threshold-names.ts";
import { formatLanguage } from "#ui/format/format.ts";

/** What a figure of a rule is called; one that holds for a language goes by the language's name. */
export function thresholdWords(name: string, t: TFunction): string {
	if (!isLanguageThreshold(name)) return t(thresholdName(name));
	return formatLanguage(name);
}
