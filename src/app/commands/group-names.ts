import type { TFunction } from "i18next";
import type { CommandGroup } from "./registry.ts";

/** Headings of the shortcut sheet and notes in the palette. */
export function groupNames(t: TFunction): Record<CommandGroup, string> {
	return {
		go: t("Go to"),
		story: t("Story"),
		text: t("Text"),
		view: t("View"),
		plan: t("Plan"),
		earn: t("Earn"),
		library: t("Library"),
		help: t("Help"),
	};
}
