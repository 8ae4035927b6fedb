/** Words outside the window: in the system's dialogs and on pages that are not the studio's own. */

/** Sentences by their English; an empty one is not translated yet. */
export type Catalogue = Readonly<Record<string, string>>;

/**
 * The catalogue for a choice and the languages the system or the browser prefers, best first; English when none fits.
 * @param choice `system` or a code
 */
export function pickLanguage(choice: string, preferred: readonly string[], available: readonly string[]): string {
	for (const wanted of choice === "system" ? preferred : [choice]) {
		const exact = available.find((code) => code.toLowerCase() === wanted.toLowerCase());
		const base = available.find((code) => code.toLowerCase() === wanted.split("-")[0]?.toLowerCase());
		if (exact ?? base) return exact ?? base ?? "en";
	}
	return "en";
}

export interface Speaker {
	/** Code of the language. */
	language: string;
	/** A sentence in it, its places not filled; in English where the catalogue lacks it. */
	say: (english: string) => string;
}

/** @param others the catalogues there are beside English, by code */
export function speaker(
	choice: string,
	preferred: readonly string[],
	others: Readonly<Record<string, Catalogue>>,
): Speaker {
	const language = pickLanguage(choice, preferred, ["en", ...Object.keys(others)]);
	return { language, say: (english) => others[language]?.[english] || english };
}
