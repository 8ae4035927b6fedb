import type { LibraryStatus } from "./library.ts";
import type { SettingsState } from "./settings.ts";

/** `GET` address of what the first screen depends on. The page asks for it while its code is still on the way. */
export const START_PATH = "start.json";

/** The answers of `settings.get` and `library.status` in one. */
export interface StartState {
	settings: SettingsState;
	status: LibraryStatus;
}
