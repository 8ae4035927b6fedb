import type { TFunction } from "i18next";
import type { Looked } from "#domain/feedback/looked.ts";
import { formatLanguage } from "#ui/format/format.ts";

/** What is said where nothing was found: that all was looked at, or why it was not. @param language ISO 639-1 or `null` */
export function lookedWords({ text, known, on }: Looked, language: string | null, t: TFunction): string {
	if (!text) return t("Nothing is written here yet.");
	if (known === 0)
		return language === null
			? t("Nothing was looked at: the language of the text could not be told.")
			: t("Nothing was looked at: no rule about this knows {{language}}.", { language: formatLanguage(language) });
	if (on === 0) return t("Nothing was looked at: every rule about this is switched off.");
	return t("{{count}} rules looked; nothing to add.", {
		count: on,
		defaultValue_one: "{{count}} rule looked; nothing to add.",
	});
}
