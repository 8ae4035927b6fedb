import type { TFunction } from "i18next";
import { isLanguageThreshold, thresholdName } from "#domain/feedback/threshold-names.ts";
import type { Rule } from "#domain/feedback/types.ts";
import { formatLanguage } from "#ui/format/format.ts";

/** What a figure of a rule is called; one that holds for a language goes by the language's name, with its unit where the rule has two. */
export function thresholdWords(rule: Rule, name: string, t: TFunction): string {
	if (!isLanguageThreshold(name)) return t(thresholdName(rule, name));
	const language = formatLanguage(name);
	if (!rule.inCharacters) return language;
	return rule.inCharacters.figures.characters.includes(name)
		? t("{{language}} (characters)", { language })
		: t("{{language}} (words)", { language });
}

/** Which of a rule's figures hold for which text, where it has figures in two units. */
export function unitsWords({ inCharacters }: Rule, t: TFunction): string {
	return inCharacters
		? t(
				"A text that is mostly Chinese, Japanese or Korean is counted in characters of these scripts, any other in words.",
			)
		: "";
}
