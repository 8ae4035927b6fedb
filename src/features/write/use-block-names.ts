import { useTranslation } from "react-i18next";
import type { BlockChoice } from "#editor/commands.ts";

/** What each kind of block is called. */
export function useBlockNames(): Readonly<Record<BlockChoice, string>> {
	const { t } = useTranslation();
	return {
		paragraph: t("Paragraph"),
		kicker: t("Kicker"),
		title: t("Title"),
		subtitle: t("Subtitle"),
		heading1: t("Heading"),
		heading2: t("Small heading"),
		quote: t("Quote"),
		pullQuote: t("Pull quote"),
		footnote: t("Footnote"),
		note: t("Note to self"),
		bulletList: t("Bulleted list"),
		numberedList: t("Numbered list"),
		code: t("Code"),
	};
}
