/**
 * Words that are not in a language yet. Domain and service speak English sentences, which are the keys of the
 * catalogues; the window says them in the writer's language, the command line as they are. The word extractor looks
 * for calls of `sentence` and `message`, so both take a literal.
 */

/** Marks an English sentence that the window translates. */
export function sentence(english: string): string {
	return english;
}

/**
 * Fills a place: a number, a share of one and a day in the reader's way of writing them, a message in their language, a
 * text as it is.
 */
export type MessageValue = string | number | Message | { day: string } | { time: string } | { share: number };

/** An English sentence and what its `{{places}}` are filled with. Plain data: it crosses the wire and is stored. */
export interface Message {
	text: string;
	values?: Readonly<Record<string, MessageValue>>;
}

export const isMessage = (value: object): value is Message => "text" in value;

/** What is shown to the writer: our own words, or a string that is somebody else's (a system's, a file's) and stays as it is. */
export type Words = Message | string;

/**
 * @param values by the name of the place; `day` is `YYYY-MM-DD` or `YYYY-MM`, `time` ISO 8601. A number called `count`
 * decides the plural form; the sentence for one is in `defaultValue_one`, where i18next looks for it
 */
export function message(text: string, values?: Message["values"]): Message {
	return values ? { text, values } : { text };
}

/** A number as sentences tell it: two digits after the point at most. */
export const decimals = (value: number) => Math.round(value * 100) / 100;

/** Of a share at most this many digits after the point of its percent are told. */
export const SHARE_DIGITS = 1;
const ENGLISH_SHARE = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: SHARE_DIGITS });

const ENGLISH_NUMBER = new Intl.NumberFormat("en", { maximumFractionDigits: 20 });

/** What fills a place, in English. */
export function englishValue(value: MessageValue | undefined): string {
	if (value === undefined) return "";
	if (typeof value === "number") return ENGLISH_NUMBER.format(value);
	if (typeof value !== "object") return value;
	if ("day" in value) return value.day;
	if ("share" in value) return ENGLISH_SHARE.format(value.share);
	return "time" in value ? value.time : english(value);
}

/** The English sentence, its places filled; days and times as ISO 8601 writes them. */
export function english(words: Words): string {
	if (typeof words === "string") return words;
	const { text, values = {} } = words;
	const { count, defaultValue_one: one } = values;
	const said = count === 1 && typeof one === "string" ? one : text;
	return said.replace(/{{(\w+)}}/g, (_, name: string) => englishValue(values[name]));
}
