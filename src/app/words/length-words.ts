import type { TFunction } from "i18next";
import { measure, weightOf } from "#domain/feedback/length-unit.ts";
import { formatNumber } from "#ui/format/format.ts";

/** So few Chinese, Japanese or Korean characters among words are not named: a name or a word in a story of another script. */
const FEW_CHARACTERS = 20;
const FEW_SHARE = 0.2;

/**
 * A story's length as the status line says it: every word and every Chinese, Japanese or Korean character is one; where
 * such characters are few they count as the part of a word that they are read as.
 */
export function lengthWords({ words, cjkCharacters }: { words: number; cjkCharacters: number }, t: TFunction): string {
	const count = words + cjkCharacters;
	const shown = formatNumber(count);
	const isFew = words > 0 && cjkCharacters < FEW_CHARACTERS && cjkCharacters < count * FEW_SHARE;
	if (cjkCharacters === 0 || isFew) return shortLength({ words, cjkCharacters }, t);
	if (words === 0) return t("{{shown}} characters", { defaultValue_one: "{{shown}} character", shown, count });
	return t("{{shown}} words and characters", { shown });
}

/** Where there is room for one short word, as in the rows of a narrow list: the length that the coach tells of such a text. */
export function shortLength({ words, cjkCharacters }: { words: number; cjkCharacters: number }, t: TFunction): string {
	const { unit, length: count } = measure({ weight: weightOf({ words, cjkCharacters }), cjkCharacters });
	const shown = formatNumber(count);
	return unit === "characters"
		? t("{{shown}} char.", { shown })
		: t("{{shown}} words", { defaultValue_one: "{{shown}} word", shown, count });
}
