import type { TFunction } from "i18next";
import type { AbsentSummary } from "#contract/export.ts";
import type { AbsentThing } from "#domain/story/export/absent.ts";
import { formatList } from "#ui/format/format.ts";

function thingWords({ kind, words }: AbsentThing, t: TFunction): string {
	if (words === "") return kind === "picture" ? t("a picture") : t("an embed");
	return kind === "picture" ? t("the picture “{{words}}”", { words }) : t("the embed “{{words}}”", { words });
}

/** Says what of a story an export cannot show for want of an address, the first few by their words. */
export function absentWords({ count, first }: AbsentSummary, t: TFunction): string {
	const named = first.map((thing) => thingWords(thing, t));
	if (count > first.length) named.push(t("{{count}} more", { count: count - first.length }));
	return t("Without an address: {{things}}. Instead, the file has the alternative text, or a comment no reader sees.", {
		things: formatList(named),
	});
}
