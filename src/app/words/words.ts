/** Interface words. English sentences are the keys; another language is one more file beside `en.json`. */
import i18next, { type FormatterModule } from "i18next";
import { initReactI18next } from "react-i18next";
import { pickLanguage } from "#domain/words/catalogue.ts";
import { formatNumber, setFormatLocale } from "#ui/format/format.ts";
import en from "./en.json";

type Catalogue = Record<string, string>;

/** Every catalogue beside this file, fetched when it is chosen. */
const others = import.meta.glob<Catalogue>(["./*.json", "!./en.json"], { import: "default" });
const codeOf = (path: string) => path.replace(/^\.\/|\.json$/g, "");

/** Codes of the languages there are catalogues for. */
export const languages: readonly string[] = ["en", ...Object.keys(others).map(codeOf)];

/** Every number that fills a place is written as the reader writes numbers. */
const numbers: FormatterModule = {
	type: "formatter",
	init: () => {},
	add: () => {},
	addCached: () => {},
	format: (value: unknown) => (typeof value === "number" ? formatNumber(value) : value) as string,
};

void i18next
	.use(initReactI18next)
	.use(numbers)
	.init({
		lng: "en",
		fallbackLng: "en",
		resources: { en: { translation: en } },
		keySeparator: false,
		nsSeparator: false,
		returnEmptyString: false,
		interpolation: { escapeValue: false, alwaysFormat: true },
	});

let wanted = "";

/**
 * Shows the window in a language: words, reading direction, dates, numbers and money. Of several calls the last one
 * counts; a catalogue that does not come leaves the language as it is.
 */
export async function showLanguage(choice: string): Promise<void> {
	const language = pickLanguage(choice, navigator.languages, languages);
	wanted = language;
	const load = others[`./${language}.json`];
	if (load && !i18next.hasResourceBundle(language, "translation")) {
		const catalogue = await load().catch(() => null);
		if (catalogue === null) return;
		i18next.addResourceBundle(language, "translation", catalogue);
	}
	if (wanted !== language) return;
	setFormatLocale(navigator.languages.find((tag) => tag.split("-")[0] === language.split("-")[0]) ?? language);
	document.documentElement.lang = language;
	document.documentElement.dir = i18next.dir(language);
	if (i18next.language !== language) await i18next.changeLanguage(language);
}
