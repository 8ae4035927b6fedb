import type { LibraryStatus } from "./library.ts";
import type { SettingsState } from "./settings.ts";

/** `GET` address of what the first screen depends on, for a page that came while the library was being opened. */
export const START_PATH = "start.json";

/** Id of the element in which the page usually brings the same along. */
export const START_ELEMENT = "start";

/** The answers of `settings.get` and `library.status`, and where to begin. */
export interface StartState {
	settings: SettingsState;
	status: LibraryStatus;
	/** Fragment of the page to open where the address asks for none; `null` for the blank page. */
	place: string | null;
}
