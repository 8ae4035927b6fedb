import type { TFunction } from "i18next";
import { isLanguageThreshold, thresholdName } from "#domain/feedback/threshold-names.ts";
import type { Rule } from "#domain/feedback/types.ts";
import { formatLanguage } from "#ui/format/format.ts";

/** What a figure of a rule is called; one that holds for a language goes by the language's name. */
export function thresholdWords(rule: Rule, name: string, t: TFunction): string {
	if (!isLanguageThreshold(name)) return t(thresholdName(rule, name));
	return formatLanguage(name);
}
