/** Interface words. English sentences are the keys; another language is one more file beside `en.json`. */
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import en from "./en.json";

void i18next.use(initReactI18next).init({
	lng: "en",
	fallbackLng: "en",
	resources: { en: { translation: en } },
	keySeparator: false,
	nsSeparator: false,
	returnEmptyString: false,
	interpolation: { escapeValue: false },
});

export { i18next };
