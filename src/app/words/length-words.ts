import type { TFunction } from "i18next";
import { unitOfCounts } from "#domain/feedback/length-unit.ts";
import { formatNumber } from "#ui/format/format.ts";

/** So few Chinese, Japanese or Korean characters among words are not named: a name or a word in a story of another script. */
const FEW_CHARACTERS = 20;
const FEW_SHARE = 0.2;

/** A story's length as lists and the status line say it: words, and every Chinese, Japanese or Korean character as one more. */
export function lengthWords({ words, cjkCharacters }: { words: number; cjkCharacters: number }, t: TFunction): string {
	const count = words + cjkCharacters;
	const shown = formatNumber(count);
	const isFew = words > 0 && cjkCharacters < FEW_CHARACTERS && cjkCharacters < count * FEW_SHARE;
	if (cjkCharacters === 0 || isFew) return t("{{shown}} words", { defaultValue_one: "{{shown}} word", shown, count });
	if (words === 0) return t("{{shown}} characters", { defaultValue_one: "{{shown}} character", shown, count });
	return t("{{shown}} words and characters", { shown });
}

/**
 * The same where there is room for one short word, as in the rows of a narrow list: the unit that the coach tells such a
 * text's length in names all, as writers of Chinese count a word among their characters.
 */
export function shortLength({ words, cjkCharacters }: { words: number; cjkCharacters: number }, t: TFunction): string {
	const count = words + cjkCharacters;
	const shown = formatNumber(count);
	return unitOfCounts({ words, cjkCharacters }) === "characters"
		? t("{{shown}} char.", { shown })
		: t("{{shown}} words", { defaultValue_one: "{{shown}} word", shown, count });
}
