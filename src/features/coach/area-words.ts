import type { TFunction } from "i18next";
import type { FeedbackArea } from "#domain/feedback/types.ts";

/** In the order of the panel. */
export const FEEDBACK_AREAS: readonly FeedbackArea[] = ["headline", "opening", "structure", "marks", "language"];

export function areaWords(area: FeedbackArea, t: TFunction): string {
	switch (area) {
		case "headline":
			return t("Headline");
		case "opening":
			return t("Opening");
		case "structure":
			return t("Structure");
		case "marks":
			return t("Four marks");
		case "language":
			return t("Language");
	}
}
