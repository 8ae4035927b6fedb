import type { TFunction } from "i18next";
import type { GrammarDialect } from "#domain/feedback/language/grammar/dialects.ts";

export function dialectWords(dialect: GrammarDialect, t: TFunction): string {
	switch (dialect) {
		case "american":
			return t("American English");
		case "british":
			return t("British English");
		case "australian":
			return t("Australian English");
		case "canadian":
			return t("Canadian English");
		case "indian":
			return t("Indian English");
	}
}
