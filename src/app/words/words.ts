/** Interface words. English sentences are the keys; another language is one more file beside `en.json`. */
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { setFormatLocale } from "#ui/format/format.ts";
import en from "./en.json";

type Catalogue = Record<string, string>;

/** Every catalogue beside this file, fetched when it is chosen. */
const others = import.meta.glob<Catalogue>(["./*.json", "!./en.json"], { import: "default" });
const codeOf = (path: string) => path.replace(/^\.\/|\.json$/g, "");

/** Codes of the languages there are catalogues for. */
export const languages: readonly string[] = ["en", ...Object.keys(others).map(codeOf)];

void i18next.use(initReactI18next).init({
	lng: "en",
	fallbackLng: "en",
	resources: { en: { translation: en } },
	keySeparator: false,
	nsSeparator: false,
	returnEmptyString: false,
	interpolation: { escapeValue: false },
});

/** The catalogue for a choice and the languages the system prefers, best first; English when none fits. */
export function pickLanguage(choice: string, preferred: readonly string[], available = languages): string {
	for (const wanted of choice === "system" ? preferred : [choice]) {
		const exact = available.find((code) => code.toLowerCase() === wanted.toLowerCase());
		const base = available.find((code) => code.toLowerCase() === wanted.split("-")[0]?.toLowerCase());
		if (exact ?? base) return exact ?? base ?? "en";
	}
	return "en";
}

/** Shows the window in a language: words, reading direction, dates, numbers and money. */
export async function showLanguage(choice: string): Promise<void> {
	const language = pickLanguage(choice, navigator.languages);
	const load = others[`./${language}.json`];
	if (load && !i18next.hasResourceBundle(language, "translation"))
		i18next.addResourceBundle(language, "translation", await load());
	const locale = navigator.languages.find((tag) => tag.split("-")[0] === language.split("-")[0]) ?? language;
	setFormatLocale(locale);
	await i18next.changeLanguage(language);
	document.documentElement.lang = language;
	document.documentElement.dir = i18next.dir(language);
}
