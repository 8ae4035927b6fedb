/** What randomised tests and Medium's claps disagree about: it is shown in a comparison and never decides one. */
import { type Genre, HEADLINE_SIGNALS, transferFor } from "./signals.ts";

/** Characters from which longer titles got fewer claps on Medium, while tests of clicks favour length throughout. */
export const LONG_TITLE = 80;

const known = new Map<string, boolean>();

/** Whether a word, or words in a row, show a signal about which clicks and claps disagree for this kind of story. */
export function isContested(words: string, genre: Genre): boolean {
	const key = `${genre} ${words}`;
	let contested = known.get(key);
	if (contested === undefined) {
		contested = HEADLINE_SIGNALS.some((one) => transferFor(one, genre) === "differs" && one.find(words) !== null);
		// Words of titles somebody compared: few, but nothing may grow for ever.
		if (known.size > 10_000) known.clear();
		known.set(key, contested);
	}
	return contested;
}
