import type { TFunction } from "i18next";
import type { PieceKind } from "#domain/feedback/structure-map.ts";

export function pieceKindWords(kind: PieceKind, t: TFunction): string {
	switch (kind) {
		case "heading":
			return t("Heading");
		case "text":
			return t("Text");
		case "list":
			return t("List");
		case "picture":
			return t("Picture");
		case "code":
			return t("Code");
		case "quote":
			return t("Quote");
		case "embed":
			return t("Embed");
		case "table":
			return t("Table");
		case "separator":
			return t("Separator");
	}
}
