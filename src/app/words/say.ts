/** Messages of the domain and the service in the language of the window. */
import i18next from "i18next";
import { type Message, type MessageValue, SHARE_DIGITS, type Words } from "#domain/words/message.ts";
import { formatDate, formatDateTime, formatPercent } from "#ui/format/format.ts";

/** What fills a place, in the window's language. */
export function sayValue(value: MessageValue): string | number {
	if (typeof value !== "object") return value;
	if ("day" in value) return formatDate(value.day, value.day.length === 7 ? "month" : "medium");
	if ("share" in value) return formatPercent(value.share, SHARE_DIGITS);
	return "time" in value ? formatDateTime(value.time) : say(value);
}

/** A message in the window's language; a string, which is somebody else's words, as it is. Numbers are formatted by i18next. */
export function say(words: Words): string {
	if (typeof words === "string") return words;
	const { text, values = {} }: Message = words;
	return i18next.t(text, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, sayValue(value)])));
}
