import type { TFunction } from "i18next";
import type { Looked } from "#domain/feedback/looked.ts";
import { formatLanguage } from "#ui/format/format.ts";

interface Shown {
	/** ISO 639-1 of the story's; `null` when it could not be told. */
	language: string | null;
	/** Something was found and the writer has hidden it. */
	hidden: boolean;
}

/** What is said where nothing is listed: that all was looked at, or why it was not. */
export function lookedWords({ text, codeOnly, known, on }: Looked, { language, hidden }: Shown, t: TFunction): string {
	if (hidden) return t("What was found here is hidden in this story.");
	if (codeOnly) return t("There is only code here, and the coach does not read code.");
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
