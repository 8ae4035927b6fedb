/** Shortcuts of the commands whose code comes after the page already takes text; `early-keys.ts` waits for them. */
import type { Keys } from "#ui/keys/keys.ts";

export const PALETTE_KEYS: Keys = "Mod+K";
export const SHORTCUTS_KEYS: Keys = ["Mod+/", "?"];
export const CAPTURE_KEYS: Keys = "Mod+Alt+N";
export const IMPORT_KEYS: Keys = "Mod+Shift+I";
export const LIBRARY_KEYS: Keys = "Mod+\\";
export const SEARCH_KEYS: Keys = "Mod+Shift+F";

export const LATE_KEYS: readonly Keys[] = [
	PALETTE_KEYS,
	SHORTCUTS_KEYS,
	CAPTURE_KEYS,
	IMPORT_KEYS,
	LIBRARY_KEYS,
	SEARCH_KEYS,
];
